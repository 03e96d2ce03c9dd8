import Desk
import Glibc
import Journal
import Kit
import Testing

/// A command that writes, tried again and again on copies of one cabinet with one thing going wrong each time.
struct Trial: Sendable, CustomTestStringConvertible {
  let name: String
  var before = "guichet new un --from Luc"
  let command: String
  /// A word that one event has where the command came through.
  let mark: String

  var testDescription: String { name }

  private static let long = "head -c 30000 /dev/zero | tr '\\0' x"

  static let all: [Trial] = [
    Trial(name: "the first ticket", before: ":", command: "guichet new marque --from Luc", mark: "marque"),
    Trial(name: "a ticket", command: "guichet new marque --from Luc --body bonjour", mark: "marque"),
    Trial(name: "a note", command: "guichet note 1 --body marque", mark: "marque"),
    Trial(name: "a long note", command: "guichet note 1 --body - < long", mark: "marque"),
    Trial(name: "an article", command: "guichet kb new marque --step un", mark: "marque"),
    Trial(name: "the ledger", command: "guichet agent add marque --level n1", mark: "marque"),
    Trial(name: "a mail", command: "guichet mail < mail", mark: "marque"),
    Trial(name: "an import", command: "scribe take $GUICHET_CABINET 3", mark: "avant 2"),
  ]

  /// The cabinet that each trial begins with.
  func prepare(_ bench: Bench) {
    bench.furnish()
    bench.write("marque " + String(repeating: "x", count: 30_000), to: "long")
    bench.write("From: luc@acme.example\nSubject: marque\nMessage-ID: <1@acme>\n\nplus rien\n", to: "mail")
    _ = bench.shell("\(before); mv cabinet template")
  }

  /// Runs it on a fresh copy. `wrapped` puts something before the command.
  func run(_ bench: Bench, wrapped wrap: String) -> Outcome {
    bench.shell("rm -rf cabinet && cp -a template cabinet && timeout -s KILL 20 \(wrap) \(command)")
  }

  /// What is wrong after a run; nil where it either came through and is there, or said why not, and every file is
  /// sound and can be written to. Not `heard`: nothing could be said. Not `asSound`: a line may be spoilt.
  func complaint(_ bench: Bench, _ outcome: Outcome, heard: Bool = true, asSound: Bool = true) -> String? {
    if outcome.status == 137 { return "killed, or did not end" }
    if outcome.status >= 128 { return "died of signal \(outcome.status - 128)" }
    if outcome.status != 0, heard, outcome.output.utf8.count < 20 { return "said only: \(outcome.output)" }
    do {
      let cabinet = try Cabinet(opening: bench.cabinet)
      let verdict = cabinet.verify()
      if !verdict.isSound, asSound { return "unsound: \(verdict.findings)" }
      let (events, isThere) = Trial.count(bench.cabinet, mark)
      if outcome.status == 0, !isThere { return "said yes, and is not there" }
      let least = Trial.count(bench.folder + "/template", mark).events
      if events < least { return "events were lost: \(events) of \(least)" }
      let actor = Actor(name: "lea", profile: .n1, via: .cli)
      let now = Instant(ms: 1_800_000_000_000)
      if let id = try cabinet.ticketIDs().first {
        _ = try cabinet.record(on: id, as: actor, at: now) { _ in [.noteAdded(Note(Body("après")))] }
      }
      _ = try cabinet.open(
        [.opened(Opening(subject: "après", channel: .phone, requester: Party(name: "Luc")))], as: actor, at: now)
      return !asSound || cabinet.verify().isSound ? nil : "unsound after the next writer"
    } catch { return "\(error)" }
  }

  /// Events of a cabinet, and whether one has the mark and its blob.
  private static func count(_ root: String, _ mark: String) -> (events: Int, isThere: Bool) {
    var (events, isThere) = (0, false)
    for path in Files.below(root) where path.hasSuffix(".jsonl") {
      for line in (Files.bytes(path) ?? []).split(separator: 10) {
        guard let read = try? Line.read(Array(line)).get() else { continue }
        events += 1
        if String(decoding: JSONWriter.bytes(read.d), as: UTF8.self).contains(mark) {
          isThere = isThere || (read.d["blob"]?.string).map { isWhole($0, root) } ?? true
        }
      }
    }
    return (events, isThere)
  }

  private static func isWhole(_ blob: String, _ root: String) -> Bool {
    Files.bytes("\(root)/blobs/\(blob.prefix(2))/\(blob)").map { SHA256.hash($0).hex == blob } ?? false
  }
}
