import Desk
import Journal

/// Bytes read as a ticket's file, an article's and a ledger's, as they are and with the seals of their lines put right.
package enum LineRig {
  private static let genesis = Seal.genesis(store: "abcdefghjkmnpqrstvwxyz0123", file: "tickets/LYO/0/LYO-1.LYO.jsonl")

  /// Reads everything. Whatever the bytes say, it must come back, and soon.
  package static func run(_ input: [UInt8]) {
    read(input)
    read(sealed(input))
    for line in input.split(separator: 10) { readJSON(Array(line)) }
    readJSON(input)
  }

  private static func read(_ bytes: [UInt8]) {
    for adopting in [false, true] {
      let scroll = bytes.withUnsafeBytes { Scroll($0, genesis: genesis, adoptingUnended: adopting) }
      let events: [TicketEvent] = scroll.events(site: "LYO")
      let ticket = Ticket.fold(TicketID(site: "LYO", number: 1), events, under: Rules())
      _ = Summary(ticket, under: Rules())
      ticket.eachText(whole: { $0.text }) { _, text in Tokens.each(in: text) { _ in } }
      for event in events { precondition(Fact(op: event.fact.op, d: event.fact.d) == event.fact, "fact changed") }
      let told: [ArticleEvent] = scroll.events(site: "LYO")
      _ = Article.fold("KB-0001", told)
      let ledger: [LedgerEvent] = scroll.events(site: "LYO")
      var directory = Directory()
      for event in ledger { directory.apply(event.fact) }
    }
  }

  /// What was read is written in one form, with its keys in order, that is read and written again as the same.
  private static func readJSON(_ bytes: [UInt8]) {
    guard let json = try? JSONReader.read(bytes) else { return }
    let written = JSONWriter.bytes(json)
    precondition((try? JSONReader.read(written)).map { JSONWriter.bytes($0) } == written, "JSON changed")
  }

  /// Each line closed by the seal of its bytes and leaning on the line before it.
  package static func sealed(_ input: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var head = genesis
    let lean = Array(",\"p\":\"".utf8)
    let close = Array(",\"h\":\"".utf8)
    for line in input.split(separator: 10, omittingEmptySubsequences: false) {
      var body = Array(line)
      if body.count >= 40, Array(body[(body.count - 40)...].prefix(6)) == close { body.removeLast(40) }
      // A line that says `p` early leans on the one before, else it stays as it is.
      if let at = (0..<min(40, max(body.count - 38, 0))).first(where: { Array(body[$0...].prefix(6)) == lean }) {
        body.replaceSubrange((at + 6)..<(at + 38), with: head.description.utf8)
      }
      head = SHA256.hash(body).seal
      out += body + close + Array(head.description.utf8) + Array("\"}\n".utf8)
    }
    return out
  }

  /// Files to begin with.
  package static func seeds() -> [[UInt8]] {
    let other = TicketID(site: "PAR", number: 12)
    let note = Note(Body("n\u{301}\u{202E}"), visibility: .team)
    let lots: [[Fact]] = [
      IndexRig.facts(1), [.routed(group: "réseau"), .assigned(to: "bob", mode: .take, reason: nil), .noteAdded(note)],
      [.qualified(Qualification(kind: .request, gravity: .blocking, impact: .department, category: "Réseau"))],
      [
        .planned(start: Instant(ms: 0), chosenBy: .user), .resumed(.timer), .closed(.auto),
        .reopened(.requester, reason: "r"),
      ],
      [.linkAdded(Link(.causedBy, other)), .mergedInto(other), .splitIn(from: other, event: "e"), .tagRemoved("t")],
      [.waiting(Wait(on: .user, reason: .userTest, until: Instant(ms: 253_402_300_799_999)))],
      [.resolved(Resolution(code: .other, summary: "s", told: .message, knowledge: .linked("KB-0001")))],
      [.messageIn(Letter(from: Party(name: "É"), to: ["a@x"], subject: "Ré", body: Body("x"), channel: .mail))],
      [.unknown(op: "sla.forgotten", d: .object(of: ("x", .array([.number("1.5e-7"), .null, .bool(true)]))))],
    ]
    return lots.map(file)
  }

  private static func file(_ facts: [Fact]) -> [UInt8] {
    let actor = Actor(name: "amel", profile: .n1, via: .tui)
    var out: [UInt8] = []
    var head = genesis
    for (at, fact) in facts.enumerated() {
      head = Entrant(fact, as: actor, at: Instant(ms: 1_772_452_800_000), id: "0123456789abcdef").append(
        n: at + 1, previous: head, lamport: Int64(at + 1), to: &out)
    }
    return out
  }
}
