import Desk
import Journal
import Kit
import Testing

/// Texts that were made, or recorded, to break what shows them; none is ours.
enum HostileTexts {
  static let folder = Files.shared("data/unicode")
  static let isPresent = folder != nil
  static let absence: Comment = "the shared test material is absent: set GUICHET_SHARED"

  /// The big list of naughty strings.
  static let naughty: [String] = {
    guard let bytes = folder.flatMap({ Files.bytes($0 + "/blns/blns.json") }),
      case .array(let values)? = try? JSONReader.read(bytes)
    else { return [] }
    return values.compactMap(\.string)
  }()

  /// What recorded programs sent to their terminals, byte for byte.
  static let streams: [[UInt8]] =
    folder.map { Files.below($0 + "/escapes").filter { $0.hasSuffix(".bin") }.compactMap(Files.bytes) } ?? []

  /// Markus Kuhn's test of decoders.
  static let kuhn: [UInt8] = folder.flatMap { Files.bytes($0 + "/kuhn/UTF-8-test.txt") } ?? []

  /// Source code that reads otherwise than it is, and further tables of odd text.
  static let others: [[UInt8]] =
    folder.map { folder in
      (Files.below(folder + "/trojan-source/C") + Files.below(folder + "/trojan-source/Rust")
        + [folder + "/kuhn/UTF-8-demo.txt", folder + "/utf8tests/utf8tests.bin"]).compactMap(Files.bytes)
    } ?? []

  /// What fits a line of a desk: every string, the beginning of every stream, every line of Kuhn's.
  static let lines: [String] =
    naughty
    + (streams.map { $0.prefix(400) } + kuhn.split(separator: 10)).map { String(decoding: $0, as: UTF8.self) }

  /// Long texts, whole.
  static let texts: [String] = (streams + [kuhn] + others).map { String(decoding: $0, as: UTF8.self) }
}

/// A desk where every text an outsider may choose is hostile: subjects, names, sites, addresses, bodies, names of
/// files, tags, articles.
struct HostileDesk: Sendable {
  /// One for all tests: they only look at it.
  static let shared = Result { try HostileDesk() }

  let bench = Bench()
  /// Tickets whose threads hold all of the texts; they were touched last, so they come first under `0`.
  private(set) var threads: [TicketID] = []
  /// All that was written as a subject, in order.
  private(set) var subjects: [String] = []

  /// Short texts in one thread.
  private static let textsPerThread = 16
  private static let start = Instant(rfc3339: "2026-03-09T09:00:00.000Z") ?? Instant(ms: 0)
  private static let actor = Actor(name: "lea", profile: .n1, via: .import)

  init() throws {
    bench.furnish()
    let cabinet = try Cabinet(opening: bench.cabinet)
    var histories: [History] = []
    for line in HostileTexts.lines { histories.append(history(line, [line])) }
    let bundles = stride(from: 0, to: HostileTexts.lines.count, by: HostileDesk.textsPerThread).map { first in
      Array(HostileTexts.lines[first..<min(HostileTexts.lines.count, first + HostileDesk.textsPerThread)])
    }
    for bundle in bundles { histories.append(history(bundle.last ?? "", bundle)) }
    for text in HostileTexts.texts { histories.append(history(String(text.prefix(100)), [text])) }
    for place in histories.indices {
      for act in histories[place].acts.indices { histories[place].acts[act].at = HostileDesk.start + Int64(place * 60) }
      if case .opened(let opening)? = histories[place].acts.first?.fact { subjects.append(opening.subject) }
    }
    var ids: [TicketID] = []
    try cabinet.take(in: histories) { ids += $0 }
    threads = Array(ids.suffix(bundles.count + HostileTexts.texts.count))
    for bundle in bundles { try write(bundle, in: cabinet) }
  }

  private func history(_ subject: String, _ texts: [String]) -> History {
    let party = Party(name: subject, email: subject + "@acme.example", phone: subject)
    let opening = Opening(subject: subject, channel: .mail, requester: party, site: subject, asset: subject)
    var facts: [Fact] = [.opened(opening), .tagAdded(String(subject.prefix(40)))]
    for text in texts {
      let name = String(text.prefix(100))
      let file = Attachment(name: name, type: name, bytes: 3, sha256: String(repeating: "0", count: 64))
      let sender = Party(name: name, email: name)
      facts.append(
        .messageIn(
          Letter(from: sender, to: [name], subject: name, body: Body(text), channel: .mail, attachments: [file])))
      facts.append(.noteAdded(Note(Body(name))))
    }
    return History(facts.map { ($0, HostileDesk.actor, HostileDesk.start) })
  }

  /// An article of some texts.
  private func write(_ texts: [String], in cabinet: Cabinet) throws {
    let title = texts.first { !$0.isEmpty } ?? "?"
    let content = ArticleContent(
      title: title, product: title, symptom: texts.joined(separator: "\n"), steps: texts, reply: title,
      keywords: ["acme"])
    _ = try cabinet.createArticle(
      [.created(content), .published(.internal)], as: HostileDesk.actor, at: HostileDesk.start)
  }
}
