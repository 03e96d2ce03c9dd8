import Desk
import Screen

extension ThreadLine {
  /// An article as lines: symptom, numbered steps, the ready reply.
  static func lines(of article: Article, width: Int, words: Words) -> [ThreadLine] {
    let content = article.content
    let about = "\(words.name(content.kind)) · \(words.name(article.state)) · \(content.level.rawValue)"
    let title = ThreadLine([.init(" "), .init(SafeText.line(content.title).text, .textStrong)]).folded(to: width)
    let fits = (title.last?.width ?? 0) + Width.of(about) + 3 <= width
    var lines =
      (fits
        ? title.dropLast() + [ThreadLine((title.last?.pieces ?? []) + [.init("   " + about, .textDim)])]
        : title + [ThreadLine([.init(" " + about, .textDim)])]) + [.blank]
    func section(_ title: String, _ text: String, lead: String = " ") {
      let shown = SafeText.body(text)
      if shown.text.allSatisfy(\.isWhitespace) { return }
      lines.append(ThreadLine([.init(" " + title, .label)]))
      for line in Wrap.lines(shown.text, width: max(1, width - 4)) {
        lines.append(ThreadLine([.init("  " + lead, .replyPublic), .init(line)]))
      }
      lines.append(.blank)
    }
    section(words.field(.symptom), content.symptom)
    let steps = content.steps.prefix(shownSteps)
    if !steps.isEmpty {
      lines.append(ThreadLine([.init(" " + words.toDo, .label)]))
      for (number, step) in steps.enumerated() {
        let label = Truncate.fit("\(number + 1)", 4, .right) + "  "
        for (place, line) in Wrap.lines(SafeText.body(step).text, width: max(1, width - 7)).enumerated() {
          lines.append(ThreadLine([.init(place == 0 ? label : "      ", .key), .init(line)]))
        }
      }
      lines.append(.blank)
    }
    section(words.articleText, content.text.text)
    section(words.readyReply, content.reply ?? "", lead: "│ ")
    section(words.keywords, content.keywords.joined(separator: ", "))
    return lines
  }

  private static let shownSteps = 200
}
