import Desk
import Screen

extension StatusRow {
  /// `Chloé` of `Chloé Martin`: what people call each other, and what a row has room for.
  static func firstName(_ name: String) -> String { SafeText.line(String(name.prefix { $0 != " " })).text }

  /// Columns below which it is not said until when.
  private static let shortBelow = 100

  /// Who is on call now, and what nobody has answered.
  static func duty(_ model: Model) -> (pages: [ThreadLine.Piece], holders: [ThreadLine.Piece]) {
    guard let board = model.duty else { return ([], []) }
    let words = model.words
    let isShort = model.size.width < shortBelow
    let pages = board.pages.isEmpty ? [] : [ThreadLine.Piece("! " + words.openPages(board.pages.count), .error)]
    let holders = board.lines.filter(\.isOn).map { line in
      let who = line.now?.name.map(firstName)
      let until = isShort ? nil : line.now.map { words.near($0.until, in: model.zone, now: model.now) }
      let text = words.onCall(line.level?.rawValue ?? line.rota, who ?? words.nobody, until: until)
      return ThreadLine.Piece(text, who == nil ? .warning : .status)
    }
    return (pages, holders)
  }
}
