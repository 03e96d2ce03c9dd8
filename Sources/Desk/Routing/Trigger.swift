/// What a rule waits for: an operation of the journal, a family of them, or a threshold of a clock.
package enum Trigger: Hashable, Sendable {
  /// `ticket.opened`
  case op(String)
  /// `ticket.*`: up to the dot.
  case family(String)
  /// A person's message, as against a program's.
  case messageReceived
  case messageAutomatic
  /// nil: any.
  case crossed(ServiceClock?, percent: Int?)

  /// Every operation a rule may wait for. `rule.fired` is none: a rule follows what happened, not that one followed.
  package static let ops = [
    "ticket.opened", "ticket.qualified", "priority.overridden", "ticket.routed", "ticket.assigned", "ticket.released",
    "ticket.escalated", "handoff.completed", "ticket.returned", "ticket.planned", "ticket.waiting", "ticket.resumed",
    "ticket.resolved", "ticket.reopened", "ticket.closed", "ticket.cancelled", "ticket.restored", "ticket.spam",
    "ticket.unspam", "steward.changed", "message.out", "note.added", "delivery.failed", "link.added", "link.removed",
    "merged.into", "merged.from", "merge.undone", "split.out", "split.in", "watcher.added", "watcher.removed",
    "tag.added", "tag.removed", "time.logged", "time.corrected", "task.added", "task.done", "remote.session",
    "checklist.applied", "checklist.ticked", "sla.warned", "sla.breached", "sla.waived", "major.declared",
    "major.ended", "page.sent", "page.delivered", "page.failed", "page.retried", "page.acknowledged",
    "page.unanswered", "requester.changed", "asset.linked", "contract.linked",
    "csat.asked", "csat.answered", "ticket.recurred", "next.skipped",
  ]

  /// The words a rule may use, for "did you mean".
  package static let words =
    ["message.received", "message.automatic", "message.sent", "message.in", "clock.crossed"] + ops

  /// Reads `ticket.opened`, `ticket.*`, `clock.crossed 75`, `clock.crossed resolve 100`; nil where it is none.
  package init?(_ text: String) {
    let parts = text.split(separator: " ").map(String.init)
    guard let first = parts.first else { return nil }
    if first == "clock.crossed" {
      guard let crossed = Trigger.crossed(parts.dropFirst()) else { return nil }
      self = crossed
      return
    }
    guard parts.count == 1 else { return nil }
    switch first {
    case "message.received", "message.in": self = .messageReceived
    case "message.automatic": self = .messageAutomatic
    case "message.sent": self = .op("message.out")
    default:
      if first.hasSuffix(".*") {
        let family = String(first.dropLast())
        guard family == "message." || Trigger.ops.contains(where: { $0.hasPrefix(family) }) else { return nil }
        self = .family(family)
      } else {
        guard Trigger.ops.contains(first) else { return nil }
        self = .op(first)
      }
    }
  }

  private static func crossed(_ words: ArraySlice<String>) -> Trigger? {
    var clock: ServiceClock?
    var percent: Int?
    for word in words {
      let digits = word.hasSuffix("%") ? String(word.dropLast()) : word
      if clock == nil, percent == nil, let named = ServiceClock(name: word) {
        clock = named
      } else if percent == nil, let number = Int(digits), (1...1000).contains(number) {
        percent = number
      } else {
        return nil
      }
    }
    return .crossed(clock, percent: percent)
  }

  package func matches(_ fact: Fact) -> Bool {
    switch self {
    case .op(let op): fact.op == op
    case .family(let family): fact.op.hasPrefix(family) && fact.op != Trigger.fired
    case .messageReceived: if case .messageIn(let letter) = fact { !letter.isAuto } else { false }
    case .messageAutomatic: if case .messageIn(let letter) = fact { letter.isAuto } else { false }
    case .crossed(let clock, let percent):
      if case .service(.crossed(let threshold)) = fact {
        (clock ?? threshold.clock) == threshold.clock && (percent ?? threshold.percent) == threshold.percent
      } else {
        false
      }
    }
  }

  private static let fired = "rule.fired"

  /// Whether a fact of this operation may match, whatever it says.
  func mayMatch(_ op: String) -> Bool {
    switch self {
    case .op(let own): own == op
    case .family(let family): op.hasPrefix(family)
    case .messageReceived, .messageAutomatic: op == "message.in"
    case .crossed: op == "sla.warned" || op == "sla.breached"
    }
  }

  /// Whether everything that matches `other` matches this.
  func covers(_ other: Trigger) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.family(let family), .op(let op)): return op.hasPrefix(family)
    case (.family(let family), .messageReceived), (.family(let family), .messageAutomatic): return family == "message."
    case (.crossed(let clock, let percent), .crossed(let other, let rest)):
      return (clock == nil || clock == other) && (percent == nil || percent == rest)
    default: return false
    }
  }
}
