/// An event log of another desk, one row for each change of a ticket, read as the lives of those tickets.
///
/// A row says where the ticket is after the change: its team, level, owner and state. What differs from the row before
/// is what happened.
package struct EventLog: Sendable {
  private let map: EventMap
  private var rows: [String: [Placed]] = [:]
  /// The cases in the order in which they first come.
  private var cases: [String] = []

  private struct Placed: Sendable {
    let row: EventRow
    let at: Instant
    let order: Int64
  }

  /// A case that makes no life: the line that is wrong, and what is wrong with it.
  package struct Flaw: Error, Hashable, Sendable {
    package let line: Int
    package let flaw: FieldFlaw
  }

  package init(_ map: EventMap) { self.map = map }

  /// Takes a row in. One that does not say its case or its time is refused.
  package mutating func add(_ row: EventRow) throws(FieldFlaw) {
    let name = try row.value(map.reference)
    guard let at = Instant(rfc3339: try row.value(map.time)), Instant.written.contains(at) else {
      throw FieldFlaw(map.time, .expected(.instant))
    }
    var order = Int64(row.line)
    if let field = map.order {
      guard let number = Int64(try row.value(field)) else {
        throw FieldFlaw(field, .expected(.number(Int64.min...Int64.max)))
      }
      order = number
    }
    if rows[name] == nil { cases.append(name) }
    rows[name, default: []].append(Placed(row: row, at: at, order: order))
  }

  /// How many cases there are.
  package var count: Int { cases.count }

  /// The life of each case, or what is wrong with it.
  package func lives() -> some Sequence<Result<(line: Int, life: ForeignLife), Flaw>> {
    cases.lazy.map { name in
      Result { () throws(Flaw) in
        let placed = (rows[name] ?? []).sorted { ($0.at, $0.order, $0.row.line) < ($1.at, $1.order, $1.row.line) }
        return (placed.first?.row.line ?? 0, try life(name, placed))
      }
    }
  }

  private func life(_ name: String, _ placed: [Placed]) throws(Flaw) -> ForeignLife {
    var journey = EventJourney()
    for (at, each) in placed.enumerated() {
      do throws(FieldFlaw) {
        // A wait whose end nobody foretold is held to last until the row that ends it.
        let next = placed.indices.contains(at + 1) ? placed[at + 1].at : each.at
        try journey.go(on: each.row, at: each.at, until: next, map)
      } catch { throw Flaw(line: each.row.line, flaw: error) }
    }
    guard let life = ForeignLife(reference: name, acts: journey.acts) else {
      throw Flaw(
        line: placed.first?.row.line ?? 0, flaw: FieldFlaw(map.reference, .expected(.name(most: Limits.reference))))
    }
    return life
  }
}

/// One case on its way from row to row, and the acts that make it so.
private struct EventJourney {
  private(set) var acts: [ForeignLife.Act] = []
  private var group: String?
  private var level = Level.n1
  private var owner: String?
  private var step: EventMap.Step?
  private var at = Instant(ms: 0)
  private var by = ""

  mutating func go(on row: EventRow, at: Instant, until: Instant, _ map: EventMap) throws(FieldFlaw) {
    self.at = at
    by = try row.value(map.by)
    let next = try map.state.meaning(row)
    if acts.isEmpty { try open(row, map) }
    wake(for: next)
    if let level = try map.level?.meaning(row) { climb(to: level) }
    if let group = map.group.flatMap({ row.fields[$0] }), !group.isEmpty, group != self.group {
      self.group = group
      add(.routed(group: group))
    }
    if !next.isOver { give(next == .queued ? nil : map.owner.flatMap { row.fields[$0] }) }
    enter(next, row, until: until, map)
  }

  private mutating func add(_ fact: Fact) { acts.append(ForeignLife.Act(at: at, by: by, fact: fact)) }

  private mutating func open(_ row: EventRow, _ map: EventMap) throws(FieldFlaw) {
    let subject = map.subject.filled(row)
    add(
      .opened(
        Opening(
          subject: clipped(subject.allSatisfy(\.isWhitespace) ? try row.value(map.reference) : subject, Limits.subject),
          channel: map.channel, requester: Party(name: clipped(map.requester.filled(row), Limits.name)),
          receivedAt: at)))
    guard let gravity = try map.gravity?.meaning(row), let impact = try map.impact?.meaning(row),
      let category = map.category?.filled(row)
    else { return }
    add(.qualified(Qualification(kind: map.kind, gravity: gravity, impact: impact, category: category)))
  }

  /// No longer than so many bytes.
  private func clipped(_ text: String, _ limit: Int) -> String {
    text.utf8.count <= limit ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit / 4)))
  }

  /// Back to work where the ticket was over and is so no more.
  private mutating func wake(for next: EventMap.Step) {
    guard let step, step.isOver, !next.isOver else { return }
    add(step == .cancelled ? .restored(reason: "") : .reopened(.agent, reason: ""))
    self.step = .open
  }

  private mutating func climb(to next: Level) {
    guard next != level else { return }
    // What was passed on with it the log does not say.
    add(
      next > level
        ? .escalated(from: level, to: next, handoff: Handoff(), target: nil)
        : .returned(from: level, to: next, reason: ""))
    level = next
    owner = nil
    step = .open
  }

  private mutating func give(_ next: String?) {
    guard next != owner else { return }
    owner = next
    add(next.map { .assigned(to: $0, mode: .assign, reason: nil) } ?? .released(reason: nil))
  }

  private mutating func enter(_ next: EventMap.Step, _ row: EventRow, until: Instant, _ map: EventMap) {
    defer { step = next }
    switch next {
    case .queued, .open: if case .waiting = step { add(.resumed(.agent)) }
    case .waiting(let on, let reason): add(.waiting(Wait(on: on, reason: reason, until: until)))
    case .resolved(let isFirstContact):
      if let step, step.isOver { return }
      add(
        .resolved(
          Resolution(
            code: .other, summary: map.state.fields.compactMap { row.fields[$0] }.joined(separator: "/"), told: .phone,
            knowledge: .notReusable(""), firstContact: isFirstContact)))
    case .closed: if step != .closed { add(.closed(.confirmed)) }
    case .cancelled: if step != .cancelled { add(.cancelled(reason: "")) }
    }
  }
}
