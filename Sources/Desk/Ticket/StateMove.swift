/// What an operation does to the state of an active ticket, told by its name alone: for a reader that looks for the
/// active tickets among many and has not the time to fold each.
package enum StateMove: Hashable, Sendable {
  /// The state stays what it is.
  case none
  /// The ticket is active no more.
  case ends
  /// Anything else, or an operation not known here: only the fold tells.
  case unknown

  package init(op: String) {
    switch op {
    case "ticket.resolved", "ticket.closed", "ticket.cancelled", "ticket.spam", "merged.into": self = .ends
    case "message.in", "message.out", "note.added", "delivery.failed", "merged.from", "split.out", "split.in",
      "link.added", "link.removed", "watcher.added", "watcher.removed", "tag.added", "tag.removed", "steward.changed",
      "journal.repaired", "priority.overridden", "ticket.qualified", "ticket.routed", "ticket.released",
      "handoff.completed", "time.logged", "time.corrected", "task.added", "task.done", "remote.session",
      "checklist.applied", "checklist.ticked", "sla.warned", "sla.breached", "sla.waived", "major.declared",
      "major.ended", "page.sent", "page.acknowledged", "page.retried",
      "page.delivered", "page.failed", "page.unanswered", "requester.changed", "asset.linked", "contract.linked",
      "csat.asked", "csat.answered", "rule.fired", "ticket.recurred", "next.skipped":
      self = .none
    default: self = .unknown
    }
  }
}
