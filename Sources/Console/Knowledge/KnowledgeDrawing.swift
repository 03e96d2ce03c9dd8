import Desk
import Screen

/// The knowledge base on the screen: the search, what it found, the article under the cursor.
struct KnowledgeDrawing {
  private let model: Model
  private let pane: KnowledgePane
  private var words: Words { model.words }

  /// Rows of the pane that are neither list nor article: title, rule, and where there is room a rule below the title and
  /// the question whether the article helped.
  static func furniture(in height: Int) -> Int { isRoomy(height) ? 4 : 2 }

  private static func isRoomy(_ height: Int) -> Bool { height >= 14 }

  init(_ model: Model, _ pane: KnowledgePane) {
    self.model = model
    self.pane = pane
  }

  func draw(into frame: inout Frame, in area: Area) {
    let isRoomy = KnowledgeDrawing.isRoomy(area.height)
    drawSearch(into: &frame, in: area.row(0))
    if isRoomy { frame.rule(y: 1, in: area) }
    let (_, below) = area.splitTop(isRoomy ? 2 : 1)
    guard let articles = pane.articles else {
      frame.put(words.searching, x: 2, y: 0, .textDim, in: below)
      return
    }
    if articles.isEmpty {
      frame.put(Truncate.end(words.noArticle, max(0, below.width - 2)), x: 2, y: 0, .textDim, in: below)
      return
    }
    let (list, rest) = below.splitTop(pane.listHeight(in: area.height))
    for place in pane.scroll.window(of: articles.count, height: list.height) {
      draw(articles[place], isCursor: place == pane.cursor, into: &frame, in: list.row(place - pane.scroll.top))
    }
    if let article = pane.article { draw(article, asks: isRoomy, into: &frame, in: rest) }
  }

  private func drawSearch(into frame: inout Frame, in row: Area) {
    let title = "◂ " + words.knowledgeTitle + "  "
    let x = frame.put(Truncate.end(title, row.width), .title, in: row)
    let count = pane.articles.map { words.articles($0.count) } ?? ""
    let room = row.width - x - Width.of(count) - 4
    guard room > 4 else { return }
    let box = Area(x: row.x + x + 2, y: row.y, width: room - 1, height: 1)
    let layout = pane.field.layout(width: box.width)
    frame.put("/ ", x: x, y: 0, .key, in: row)
    let idle = Truncate.end(SafeText.line(pane.field.text).text, box.width)
    frame.put(pane.isTyping ? layout.text : idle, pane.isTyping ? .input : .inputIdle, in: box)
    frame.put(count, x: row.width - Width.of(count) - 1, y: 0, .textDim, in: row)
    if pane.isTyping { frame.cursor = Point(x: box.x + layout.cursor, y: box.y) }
  }

  private func draw(_ article: Article, isCursor: Bool, into frame: inout Frame, in row: Area) {
    let right =
      article.content.level.rawValue + "  " + words.useful(article.helpful) + "  "
      + Truncate.fit(words.age(seconds: model.now - article.updatedAt), Words.ageWidth, .right)
    let room = max(0, row.width - Width.of(right) - 4)
    frame.put(isCursor ? "▌" : " ", .cursor, in: row)
    let title = SafeText.line(article.id + " " + article.content.title).text
    frame.put(Truncate.end(title, room), x: 2, y: 0, .text, in: row)
    if room > 0 { frame.put(right, x: row.width - Width.of(right) - 1, y: 0, .textDim, in: row) }
    if isCursor { frame.tint(row, .cursorRow) }
  }

  private func draw(_ article: Article, asks: Bool, into frame: inout Frame, in area: Area) {
    frame.rule(y: 0, in: area, title: SafeText.line(article.id).text)
    let (text, question) = area.splitTop(1).rest.splitBottom(pane.ticket == nil || !asks ? 0 : 1)
    let lines = ThreadLine.lines(of: article, width: text.width, words: words)
    for (y, line) in lines.dropFirst(pane.top).prefix(text.height).enumerated() {
      line.draw(into: &frame, y: y, in: text)
    }
    if let ticket = pane.ticket, asks {
      frame.put(
        Truncate.end(" " + words.usefulQuestion(words.name(ticket, home: model.home)), question.width), .hint,
        in: question)
    }
  }
}
