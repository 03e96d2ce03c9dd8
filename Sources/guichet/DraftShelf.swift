import Console
import Desk
import Journal

/// An agent's drafts in the cabinet, as one console keeps them: it replaces and drops what it wrote itself and what it
/// has read, and leaves alone what another console of the same agent has written meanwhile.
package struct DraftShelf {
  private let login: String
  private let cabinet: Cabinet
  /// Which console wrote a draft. A console that was killed leaves drafts that the next one reads and goes on from.
  private let hand = Token.event()

  package init(of login: String, in cabinet: Cabinet) {
    self.login = login
    self.cabinet = cabinet
  }

  /// Keeps a draft and returns the place it lies at: its own, or one beside what another console wrote.
  package func keep(_ draft: Draft) throws(JournalError) -> Int {
    guard case .object(var members) = draft.json else { return draft.place }
    members.append(JSON.Member("by", .string(hand)))
    return try cabinet.saveDraft(login, draft.subject, at: draft.place, JSONWriter.bytes(.object(members))) {
      isKnown($0, to: draft)
    }
  }

  /// A draft was sent, or thrown away.
  package func drop(_ draft: Draft) throws(JournalError) {
    try cabinet.dropDraft(login, draft.subject, at: draft.place) { isKnown($0, to: draft) }
  }

  /// All that lie there, the latest first. What does not read is left out, and left there.
  package func all() throws(JournalError) -> [Draft] {
    try cabinet.drafts(login).compactMap { key, bytes in
      guard var draft = (try? JSONReader.read(bytes)).flatMap(Draft.init(json:)),
        let place = Draft.place(in: key, of: draft.subject)
      else { return nil }
      draft.place = place
      return draft
    }.sorted { ($0.savedAt, $1.key) > ($1.savedAt, $0.key) }
  }

  /// Whether what lies there is this console's own, or what the draft goes on from: nothing is lost with it.
  private func isKnown(_ bytes: [UInt8], to draft: Draft) -> Bool {
    // Made, and nothing written in it when the machine stopped.
    if bytes.isEmpty { return true }
    guard let json = try? JSONReader.read(bytes) else { return false }
    if json["by"]?.string == hand { return true }
    guard let there = Draft(json: json) else { return false }
    return there.fields == draft.fields || there.fields == draft.origin
  }
}

// How a draft lies in its file. It is no part of the record: it may change with the program.
extension Draft {
  package var json: JSON {
    .object(
      of: ("kind", .string(kind.rawValue)), ("ticket", ticket.map { .string($0.description) }),
      ("saved_at", .string(savedAt.rfc3339)),
      ("fields", .object(fields.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) })))
  }

  package init?(json: JSON) {
    guard let kind = json["kind"]?.string.flatMap(Draft.Kind.init),
      let savedAt = json["saved_at"]?.string.flatMap(Instant.init(rfc3339:)), case .object(let members) = json["fields"]
    else { return nil }
    let fields = members.compactMap { member in member.value.string.map { (member.key, $0) } }
    self.init(
      kind: kind, ticket: json["ticket"]?.string.flatMap { TicketID($0) },
      fields: Dictionary(fields, uniquingKeysWith: { $1 }), savedAt: savedAt)
  }

  /// The place that a name's end tells, 2 in `reply.LYO-34217.2`; nil where it is no name of this draft.
  fileprivate static func place(in key: String, of subject: String) -> Int? {
    if key == subject { return 1 }
    guard key.hasPrefix(subject + "."), let place = Int(key.dropFirst(subject.count + 1)), place > 1 else { return nil }
    return place
  }
}
