/// A ticket as it was elsewhere, its whole life in one JSON object:
///
///     {"reference":"INC-0000042","events":[
///       {"at":"2026-03-02T12:00:00Z","by":"ines@acme.example","op":"ticket.opened",
///        "d":{"channel":"mail","requester":{"name":"Inès"},"subject":"Écran noir"}},
///       {"at":"2026-03-02T12:05:00Z","by":"amel","op":"ticket.assigned","d":{"mode":"take","to":"amel"}}]}
///
/// `op` and `d` are the journal's own, so that nothing is lost on the way and there is one form to learn.
package struct ForeignLife: Sendable {
  /// The name it had where it comes from, given once there.
  package let reference: String
  package let acts: [Act]

  /// One event: when, in whose name, what.
  package struct Act: Hashable, Sendable {
    package let at: Instant
    package let by: String
    package let fact: Fact
  }

  /// How a tag says that a ticket came from elsewhere: `ref:INC-0000042`.
  package static let tagPrefix = "ref:"
  package var tag: String { ForeignLife.tagPrefix + reference }

  /// A life put together from rows; nil where the reference is no name, or there are none or too many acts.
  init?(reference: String, acts: [Act]) {
    guard ForeignLife.isReference(reference), (1...Limits.foreignEvents).contains(acts.count) else { return nil }
    self.reference = reference
    self.acts = acts
  }

  /// Reads one, all of it or nothing.
  package init(json: JSON) throws(FieldFlaw) {
    guard case .object(let members) = json else { throw FieldFlaw("", .expected(.object)) }
    for member in members where !["reference", "events"].contains(member.key) {
      throw FieldFlaw(
        member.key, .unknown(near: Nearest.name(to: member.key, among: ["reference", "events"])))
    }
    guard let name = json["reference"] else { throw FieldFlaw("reference", .missing) }
    guard let reference = name.string, ForeignLife.isReference(reference) else {
      throw FieldFlaw("reference", .expected(.name(most: Limits.reference)))
    }
    guard let list = json["events"] else { throw FieldFlaw("events", .missing) }
    guard let events = list.array, (1...Limits.foreignEvents).contains(events.count) else {
      throw FieldFlaw("events", .expected(.list(most: Limits.foreignEvents)))
    }
    self.reference = reference
    acts = try ForeignLife.acts(events)
  }

  private static func acts(_ events: [JSON]) throws(FieldFlaw) -> [Act] {
    var acts: [Act] = []
    acts.reserveCapacity(events.count)
    for (place, event) in events.enumerated() {
      let path = "events[\(place)]"
      let act = try act(event, at: path)
      if case .opened = act.fact {
        if place > 0 { throw FieldFlaw(path, .opening) }
      } else if place == 0 {
        throw FieldFlaw(path, .opening)
      }
      if let last = acts.last, act.at < last.at { throw FieldFlaw(path + ".at", .beforeItsPredecessor) }
      acts.append(act)
    }
    return acts
  }

  private static let envelope = [
    FieldShape("at", .instant), FieldShape("by", .text(most: Limits.name)), FieldShape("op", .text(most: Limits.name)),
  ]

  private static func act(_ event: JSON, at path: String) throws(FieldFlaw) -> Act {
    guard case .object(let members) = event else { throw FieldFlaw(path, .expected(.object)) }
    try envelope.check(.object(members.filter { $0.key != "d" }), at: path)
    guard let at = event["at"]?.string.flatMap({ Instant(rfc3339: $0) }), let by = event["by"]?.string,
      let op = event["op"]?.string
    else { throw FieldFlaw(path, .expected(.object)) }
    guard let shape = Fact.shape(of: op) else {
      throw FieldFlaw(
        path + ".op", .unknownOperation(op, near: Nearest.name(to: op, among: Fact.foreignOperations)))
    }
    let d = event["d"] ?? .object([])
    try shape.check(d, at: path + ".d")
    if let decision = d["kb"]?["decision"], decision == "linked", d["kb"]?["article"] == nil {
      throw FieldFlaw(path + ".d.kb.article", .missing)
    }
    guard let fact = Fact.read(op: op, d: d) else { throw FieldFlaw(path + ".d", .expected(.object)) }
    return Act(at: at, by: by, fact: fact)
  }

  /// A name that can be typed in a filter: no spaces, nothing that does not show.
  private static func isReference(_ text: String) -> Bool {
    (1...Limits.reference).contains(text.utf8.count)
      && text.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
          && $0.properties.generalCategory != .control
      }
  }
}
