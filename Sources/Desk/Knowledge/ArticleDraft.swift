extension ArticleContent {
  /// The article that a resolution asked for, to be read over and completed: the problem in the words of the subject,
  /// and what was done. Of the mail itself nothing is taken: it is full of people.
  package init(draftedFrom ticket: Ticket, _ resolution: Resolution) {
    let impersonal = Impersonal(without: ticket.requester)
    let steps = [resolution.summary, resolution.rootCause ?? ""].map(impersonal.text).filter { !$0.isEmpty }
    let problem = impersonal.subject(ticket.subject)
    self.init(
      title: problem.isEmpty ? steps.first ?? Impersonal.mask : problem,
      level: ticket.level.isVendor ? .n3 : ticket.level, category: ticket.qualification?.category, symptom: problem,
      steps: steps)
  }
}

/// Words about a case without what tells whose it is: no signature, no quoted lines, no address, no telephone number, not
/// the requester's name. It does what can be told from the form of words; who publishes them reads them over.
struct Impersonal {
  /// What stands where something was left out.
  static let mask = "…"

  /// Parts of the requester's name, folded.
  private let names: Set<String>

  init(without party: Party) {
    let words = party.name.split { !$0.isLetter && $0 != "-" && $0 != "'" && $0 != "’" }
    names = Set(words.filter { $0.count >= Impersonal.leastName }.map { Folding.fold(String($0)) })
  }

  /// Letters of a name: `de` and `Le` stand in any text.
  private static let leastName = 3

  /// A subject on its own: without `RE:`, `TR:` and the like, and without a ticket's name in brackets.
  func subject(_ subject: String) -> String {
    var rest = subject[...].drop(while: \.isWhitespace)
    while true {
      if rest.hasPrefix("[#"), let end = rest.firstIndex(of: "]") {
        rest = rest[rest.index(after: end)...].drop(while: \.isWhitespace)
      } else if let colon = rest.prefix(Impersonal.longestPrefix).firstIndex(of: ":"),
        Impersonal.prefixes.contains(rest[..<colon].lowercased().filter { !$0.isWhitespace })
      {
        rest = rest[rest.index(after: colon)...].drop(while: \.isWhitespace)
      } else {
        return text(String(rest))
      }
    }
  }

  /// What mail programs write before the subject of an answer or of what is passed on, in the languages of those who
  /// write to us.
  private static let prefixes: Set<String> = ["re", "ré", "tr", "fwd", "fw", "aw", "wg", "rv", "sv", "réf", "ref"]
  private static let longestPrefix = 6

  /// A text of several lines, as far as its signature.
  func text(_ text: String) -> String {
    var kept: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let bare = String(line).trimmed
      // RFC 3676, section 4.3.
      if bare == "--" { break }
      if bare.hasPrefix(">") { continue }
      kept.append(masked(bare))
    }
    return kept.joined(separator: "\n").trimmed
  }

  private func masked(_ line: String) -> String {
    let words = Impersonal.withoutNumbers(line).split(separator: " ", omittingEmptySubsequences: false).map {
      isPersonal($0) ? Impersonal.mask : String($0)
    }
    // A first name and a surname are one thing left out.
    return words.reduce(into: [String]()) {
      if $1 != Impersonal.mask || $0.last != Impersonal.mask { $0.append($1) }
    }.joined(separator: " ")
  }

  /// An address, or a part of the requester's name written as one.
  private func isPersonal(_ word: Substring) -> Bool {
    if let at = word.firstIndex(of: "@") {
      return at > word.startIndex && word[word.index(after: at)...].contains { $0.isLetter }
    }
    guard let first = word.first(where: \.isLetter), first.isUppercase else { return false }
    let letters = word.trimming { !$0.isLetter }
    return names.contains(Folding.fold(String(letters)))
  }

  /// A line with its telephone numbers left out: in national form, which begins with 0, or in that of E.123, with `+`.
  private static func withoutNumbers(_ line: String) -> String {
    let letters = Array(line)
    var text = ""
    var at = 0
    while at < letters.count {
      if at == 0 || !(letters[at - 1].isLetter || letters[at - 1].isNumber), let end = number(letters, from: at) {
        text += mask
        at = end
      } else {
        text.append(letters[at])
        at += 1
      }
    }
    return text
  }

  /// Where a telephone number ends that begins here; nil where none does.
  private static func number(_ letters: [Character], from start: Int) -> Int? {
    guard letters[start] == "+" || letters[start] == "0" else { return nil }
    var (digits, end, at) = (0, start, start)
    while at < letters.count, letters[at].isNumber || separators.contains(letters[at]) || at == start {
      if letters[at].isNumber {
        digits += 1
        end = at + 1
      }
      at += 1
    }
    if end < letters.count, letters[end].isLetter { return nil }
    return digitsOfANumber.contains(digits) ? end : nil
  }

  private static let separators: Set<Character> = [" ", ".", "-", "(", ")", "\u{A0}", "\u{202F}"]
  /// E.164 has fifteen at most; the shortest national numbers with their 0 have nine.
  private static let digitsOfANumber = 9...15
}

extension Substring {
  /// Without what stands at both ends and is not wanted.
  fileprivate func trimming(_ isUnwanted: (Character) -> Bool) -> Substring {
    var rest = drop(while: isUnwanted)
    while let last = rest.last, isUnwanted(last) { rest.removeLast() }
    return rest
  }
}
