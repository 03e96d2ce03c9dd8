/// The calls made for a ticket since it last wanted somebody: from then until an agent has it in hand.
///
/// It wants somebody once it is opened, handed on or back, reopened, or made more urgent by another than its owner. An
/// agent has it in hand who takes it, answers the page or the requester, or works on it as its owner or as one who was
/// called. That somebody else assigned it is no answer: they may be asleep.
package struct PageTrail: Hashable, Sendable {
  /// Since when it wants somebody; nil while somebody has it in hand.
  package private(set) var since: Instant?
  package private(set) var calls: [Call] = []
  /// Rotas that were called to their end.
  package private(set) var unanswered: Set<String> = []

  /// A call, and whether it was carried.
  package struct Call: Hashable, Sendable {
    /// The event that sent it.
    package let event: String
    package let call: DutyCall
    package let at: Instant
    package fileprivate(set) var tries = 1
    package fileprivate(set) var lastTry: Instant
    package fileprivate(set) var isDelivered: Bool
    /// Why the last try failed, where that is known.
    package fileprivate(set) var failure: String?
  }

  /// Tries of one call; after that it is told as failed.
  package static let tries = 3
  /// Seconds between two tries: longer than what carries a call may take.
  package static let pause: Int64 = 30

  package init(of ticket: Ticket, under rules: Rules) {
    var reader = TrailReader(rules: rules)
    for entry in ticket.entries { reader.take(entry, &self) }
  }

  fileprivate mutating func want(at instant: Instant) {
    if since == nil { (calls, unanswered) = ([], []) }
    // Made more urgent before anybody was called: what may lie for a while lies from now on.
    if since == nil || calls.isEmpty { since = instant }
  }

  fileprivate mutating func end() { (since, calls, unanswered) = (nil, [], []) }

  fileprivate mutating func take(_ fact: DutyFact, _ entry: Entry) {
    switch fact {
    case .pageSent(let call):
      // Somebody was called: it is open until it is answered, whatever was thought before.
      if since == nil { want(at: entry.at) }
      calls.append(
        Call(event: entry.event, call: call, at: entry.at, lastTry: entry.at, isDelivered: call.isDelivered))
    case .pageRetried(let page):
      change(page) {
        $0.tries += 1
        $0.lastTry = entry.at
      }
    case .pageDelivered(let page):
      change(page) {
        $0.isDelivered = true
        $0.failure = nil
      }
    case .pageFailed(let page, let reason): change(page) { $0.failure = reason }
    case .pageUnanswered(let rota): if since != nil { unanswered.insert(rota) }
    case .pageAcknowledged: end()
    case .majorDeclared, .majorEnded: break
    }
  }

  private mutating func change(_ event: String, _ body: (inout Call) -> Void) {
    if let at = calls.firstIndex(where: { $0.event == event }) { body(&calls[at]) }
  }
}

/// Follows a thread as far as it tells whether somebody has the ticket in hand.
private struct TrailReader {
  let rules: Rules
  private var owner: String?
  private var computed = Priority.p3
  private var override: Priority?
  /// How it stood when it was merged into another.
  private var merged: PageTrail?

  init(rules: Rules) { self.rules = rules }

  private var priority: Priority { override ?? computed }

  mutating func take(_ entry: Entry, _ trail: inout PageTrail) {
    let before = priority
    switch entry.fact {
    case .opened, .reopened, .restored, .unmarkedSpam: trail.want(at: entry.at)
    case .mergedInto:
      merged = trail
      trail.end()
    // It stands as it stood: who had it in hand has it again, and who was called is not called anew.
    case .mergeUndone: if let before = merged { trail = before } else { trail.want(at: entry.at) }
    case .escalated(_, _, _, let target): handOn(to: target, entry, &trail)
    case .returned, .released: handOn(to: nil, entry, &trail)
    case .assigned(let to, _, _):
      owner = to
      if to == entry.by { trail.end() }
    case .qualified(let qualification):
      computed = rules.at(entry.at).matrix[qualification.impact, qualification.gravity]
    case .priorityOverridden(let priority, _): override = priority
    case .resolved, .closed, .cancelled, .markedSpam: trail.end()
    case .messageOut(let letter): if !letter.isAuto, entry.via != .timer, entry.via != .mail { trail.end() }
    case .noteAdded, .waiting, .planned, .work: if isAtIt(entry.by, trail) { trail.end() }
    case .duty(let fact): trail.take(fact, entry)
    default: break
    }
    if priority < before, owner == nil || owner != entry.by { trail.want(at: entry.at) }
  }

  private mutating func handOn(to target: String?, _ entry: Entry, _ trail: inout PageTrail) {
    owner = target
    trail.end()
    trail.want(at: entry.at)
  }

  /// The owner, or somebody who was called.
  private func isAtIt(_ login: String, _ trail: PageTrail) -> Bool {
    login == owner || trail.calls.contains { $0.call.to == login }
  }
}

extension Decision {
  /// Answers the page that is open.
  func acknowledge() throws(Refusal) -> [Fact] {
    try need(.work, .acknowledge)
    guard let last = PageTrail(of: ticket, under: rules).calls.last else { throw .noOpenPage }
    return [.duty(.pageAcknowledged(page: last.event))]
  }
}
