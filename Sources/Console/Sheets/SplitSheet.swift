import Desk
import Screen

/// A message that belongs to another matter, alone or with those after it: a new ticket shows them.
struct SplitSheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.split
  let rows = 9

  /// Which messages go.
  enum Extent: String, CaseIterable { case alone, onwards }

  func title(_ context: SheetContext) -> String { context.words.splitTitle }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    let candidates = messages.reversed().map { entry in
      let hour = words.moment(entry.at, in: context.zone, now: context.now)
      return Picker.Candidate(id: entry.event, label: SplitSheet.beginning(entry), detail: entry.by + " " + hour)
    }
    return Form([
      .picker(.message, words.field(.message), Picker(candidates, isFree: false), mandatory: true),
      .choice(
        .extent, words.field(.extent), words.options(Extent.allCases, words.extent), chosen: Extent.alone.rawValue,
        mandatory: true),
      .line(.subject, words.field(.subject), limit: Limits.subject),
    ])
  }

  /// What may be taken out: words, in the order they came.
  private var messages: [Entry] {
    ticket.entries.filter { entry in
      switch entry.fact {
      case .messageIn, .messageOut, .noteAdded: !ticket.bonds.movedOut.contains { $0.event == entry.event }
      default: false
      }
    }
  }

  /// The first words of a message.
  private static func beginning(_ entry: Entry) -> String {
    let text =
      switch entry.fact {
      case .messageIn(let letter), .messageOut(let letter): letter.body.text
      case .noteAdded(let note): note.body.text
      default: ""
      }
    let line = text.split(separator: "\n").first { !$0.allSatisfy(\.isWhitespace) } ?? ""
    return SafeText.line(String(line.prefix(firstWords))).text
  }

  private static let firstWords = 60

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    let first = form.text(.message)
    let all = messages.map(\.event)
    guard let at = all.firstIndex(of: first) else { return .refused(.missing([.event])) }
    let isAlone = form.choice(.extent) == Extent.alone
    let events = isAlone ? [first] : Array(all[at...])
    return .effect(.split(events, of: ticket.id, subject: form.words(.subject)))
  }
}
