import Console
import Desk
import Screen

// Themes: what there is, and what is wrong with one being written.
extension Command {
  private enum Action: String, CaseIterable { case list, check }

  static let theme = Command(
    .theme, [.one(.action("list|check")), .maybe(.file)]
  ) { invocation throws(Trouble) in
    let shelf = ThemeShelf(invocation.start.paths)
    let words = invocation.words
    let action: Action = try invocation.choice(invocation.arguments.operands[0], "theme")
    switch action {
    case .list:
      if invocation.printer.isJSON { return invocation.list(shelf) }
      let rows = shelf.names.map { name in
        [name, shelf.theme(name)?.theme.name ?? "", shelf.paths[name] ?? words.shipped]
      }
      invocation.printer.table(
        [.flexible(0, least: 6, most: 16), .flexible(1, least: 6, most: 24), .flexible(2, least: 6)], rows)
    case .check:
      guard invocation.arguments.operands.count > 1 else {
        throw Trouble(
          .usage, words.missingOperand(words.operand(.file), usage: "guichet theme check " + words.operand(.file)))
      }
      try invocation.check(invocation.arguments.operands[1], shelf)
    }
  }
}

extension Invocation {
  /// One object a theme; where it lies, for those that are somebody's own.
  fileprivate func list(_ shelf: ThemeShelf) {
    for name in shelf.names {
      printer.json(
        .object(
          of: ("theme", .string(name)), ("title", (shelf.theme(name)?.theme.name).map(JSON.string)),
          ("path", shelf.paths[name].map(JSON.string)), ("shipped", .bool(shelf.paths[name] == nil))))
    }
  }

  fileprivate func check(_ path: String, _ shelf: ThemeShelf) throws(Trouble) {
    let read: (theme: Theme, faults: [ThemeFile.Fault])
    if let bytes = Paths.read(path, limit: ThemeFile.byteLimit + 1) {
      read = shelf.read(String(decoding: bytes, as: UTF8.self))
    } else if let known = shelf.theme(path) {
      read = known
    } else {
      throw Trouble(.noInput, words.unreadableFile(path))
    }
    for fault in read.faults { printer.line(words.themeFault(fault, path)) }
    let findings = ThemeCheck.findings(read.theme)
    for finding in findings { printer.line(words.themeFinding(finding)) }
    if printer.width != nil { printer.body(ThemeCheck.sample().text) }
    guard read.faults.isEmpty, findings.isEmpty else {
      throw Trouble(.data, words.themeWrong(read.faults.count + findings.count))
    }
    printer.line(words.themeRight(read.theme.name))
  }
}
