import Desk
import Screen

/// A link to another ticket, by its number.
struct LinkSheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.link
  let rows = 6

  func title(_ context: SheetContext) -> String { context.words.linkTitle }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    return Form(
      [
        .choice(
          .relation, words.field(.relation), words.options(Relation.allCases) { words.name($0) },
          chosen: Relation.relates.rawValue, mandatory: true),
        .line(.target, words.field(.ticketNumber), limit: 20, mandatory: true),
      ], focus: .target)
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    let typed = form.words(.target) ?? ""
    guard let relation: Relation = form.choice(.relation), let target = TicketID(typed, home: context.home) else {
      return .refused(.invalid(.link, text: typed))
    }
    return .intent(.link(Link(relation, target)))
  }
}
