import Desk
import Screen

/// An act that asks for nothing but a reason: taking over, releasing, leaving to others, cancelling, restoring, reopening.
struct ReasonSheet: Purpose {
  let kind: SheetKind
  let ticket: Ticket
  let rows = 3

  init(_ kind: SheetKind, ticket: Ticket) {
    self.kind = kind
    self.ticket = ticket
  }

  func title(_ context: SheetContext) -> String { context.words.reasonTitle(kind, owner: owner(context)) }

  private func owner(_ context: SheetContext) -> String {
    ticket.owner.map { context.directory.agents[$0]?.name ?? $0 } ?? ""
  }

  func form(_ context: SheetContext) -> Form {
    Form([.line(.reason, context.words.field(.reason), limit: 500, mandatory: kind != .release)])
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    let reason = form.words(.reason) ?? ""
    switch kind {
    case .steal: return .intent(.steal(reason: reason))
    case .release: return .intent(.release(reason: form.words(.reason)))
    case .skip: return .intent(.skip(reason: reason))
    case .restore: return .intent(.restore(reason: reason))
    case .reopen: return .intent(.reopen(.agent, reason: reason))
    case .endMajor: return .intent(.endMajor(reason: reason))
    default: return .intent(.cancel(reason: reason))
    }
  }
}
