import Desk
import Screen

/// Into which ticket this one goes on. Those it may be the duplicate of are shown, each with what speaks for it; its
/// number is typed: that is the confirmation.
struct MergeSheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.merge
  let rows = 8
  /// Tickets shown under the one that is to be merged.
  private static let shown = 4

  init(ticket: Ticket) { self.ticket = ticket }

  func title(_ context: SheetContext) -> String { context.words.mergeTitle }

  func form(_ context: SheetContext) -> Form {
    var similar = FormField(.similar, context.words.field(.similar), .fixed([], .textDim))
    similar.isShown = false
    return Form([.line(.ticketNumber, context.words.field(.ticketNumber), limit: 20, mandatory: true), similar])
  }

  mutating func receive(_ message: Message, _ form: inout Form, _ context: SheetContext) {
    guard case .lookalikes(let found, let id) = message, id == ticket.id else { return }
    let words = context.words
    let own = words.thisTicket + line(Summary(ticket, under: context.rules), ticket.requester.label, context)
    let others = found.prefix(MergeSheet.shown).map { one in
      // The words they share stand in the subjects, one under the other.
      let reasons = one.reasons.filter { if case .words = $0 { false } else { true } }
      return line(one.row, words.because(reasons), context)
    }
    form.change(.similar) { field in
      field.isShown = true
      field.control = .fixed(found.isEmpty ? [words.noLookalike] : [own] + others, .textDim)
    }
  }

  private func line(_ row: Summary, _ who: String, _ context: SheetContext) -> String {
    let words = context.words
    let age = words.age(seconds: context.now - row.receivedAt)
    return [words.name(row.id, home: context.home), words.short(row.state), age, who, row.subject]
      .joined(separator: " · ")
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    let typed = form.words(.ticketNumber) ?? ""
    guard let target = TicketID(typed, home: context.home) else { return .refused(.invalid(.link, text: typed)) }
    return .intent(.merge(into: target))
  }
}
