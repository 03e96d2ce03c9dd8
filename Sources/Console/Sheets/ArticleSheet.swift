import Desk
import Screen

/// A new page of the knowledge base, begun from a ticket where there is one.
struct ArticleSheet: Purpose {
  let ticket: Ticket?

  let kind = SheetKind.article
  let rows = 18
  /// Lines of steps an article takes.
  static let steps = 200

  func title(_ context: SheetContext) -> String { context.words.articleTitle }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    let level = context.me.profile.level ?? .n1
    let resolution = ticket?.resolution
    return Form([
      .line(.title, words.field(.title), ticket?.subject ?? "", limit: Limits.subject, mandatory: true),
      .choice(
        .articleKind, words.field(.articleKind), words.options(ArticleKind.allCases) { words.name($0) },
        chosen: ArticleKind.solution.rawValue, mandatory: true),
      .choice(
        .level, words.field(.audience), Level.allCases.filter { !$0.isVendor }.map { .init($0.rawValue, $0.rawValue) },
        chosen: level.rawValue, mandatory: true),
      .picker(.category, words.field(.category), context.categories(chosen: ticket?.qualification?.category)),
      .line(.product, words.field(.product), ticket?.asset ?? ""),
      .area(
        .symptom, words.field(.symptom), ticket?.handoff?.symptom ?? "", rows: 2, limit: Limits.shortText,
        mandatory: true),
      .area(.steps, words.field(.steps), resolution?.summary ?? "", rows: 4, limit: 10_000, mandatory: true),
      .area(.message, words.field(.readyReply), rows: 3, limit: 5000), .line(.keywords, words.field(.keywords)),
    ])
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    guard let kind: ArticleKind = form.choice(.articleKind), let level: Level = form.choice(.level) else {
      return .refused(.missing([.subject]))
    }
    let steps = form.text(.steps).split(separator: "\n").map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    let category = form.text(.category)
    return .effect(
      .createArticle(
        ArticleContent(
          title: form.words(.title) ?? "", kind: kind, level: level, product: form.words(.product),
          category: category.isEmpty ? nil : category, symptom: form.words(.symptom) ?? "",
          steps: Array(steps.prefix(ArticleSheet.steps)), reply: form.words(.message),
          keywords: form.text(.keywords).split { $0 == "," || $0 == " " || $0 == ";" }.map(String.init))))
  }
}
