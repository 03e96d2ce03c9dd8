import Desk
import Screen

extension StatusRow {
  /// `Chloé` of `Chloé Martin`: what people call each other, and what a row has room for.
  static func firstName(_ name: String) -> String { SafeText.line(String(name.prefix { $0 != " " })).text }

  /// Columns below which it is not said until when.
  private static let shortBelow = 100
  /// Columns below which pages that nobody heard of are not told from the others.
  private static let narrowBelow = 60

  /// Who is on call now, and what nobody has answered.
  static func duty(_ model: Model) -> (pages: [ThreadLine.Piece], holders: [ThreadLine.Piece]) {
    guard let board = model.duty else { return ([], []) }
    let words = model.words
    let isShort = model.size.width < shortBelow
    let told = words.openPages(board.pages, isShort: model.size.width < narrowBelow)
    let pages = board.pages.isEmpty ? [] : [ThreadLine.Piece("! " + told, .error)]
    let holders = board.lines.filter(\.isOn).map { line in
      let who = line.now?.name.map(firstName)
      let until = isShort ? nil : line.now.map { words.near($0.until, in: model.zone, now: model.now) }
      let text = words.onCall(line.level?.rawValue ?? line.rota, who ?? words.nobody, until: until)
      return ThreadLine.Piece(text, who == nil ? .warning : .status)
    }
    return (pages, holders)
  }
}
