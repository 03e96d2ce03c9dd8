import Desk
import Screen

/// What the requester said of how it ended.
struct OpinionSheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.opinion
  let rows = 6

  func title(_ context: SheetContext) -> String { context.words.opinionTitle }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    return Form([
      .choice(
        .score, words.field(.score), Satisfaction.scores.map { Choice.Option(String($0), String($0)) }, mandatory: true),
      .line(.comment, words.field(.comment), limit: 500),
    ])
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    guard let score = Int(form.text(.score)) else { return .refused(.missing([.score])) }
    return .intent(.answerSatisfaction(score: score, comment: form.words(.comment)))
  }
}
