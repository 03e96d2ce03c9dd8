import Desk
import Screen

/// One of a few, moved with ← and → or by an initial letter. All the options are in sight while it has the keys,
/// folded over as many rows as they need; otherwise only the chosen one where they do not fit on a row.
package struct Choice: Hashable, Sendable {
  /// What the option stands for (the journal's word) and what is shown.
  package struct Option: Hashable, Sendable {
    package var value: String
    package var label: String

    package init(_ value: String, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  package private(set) var options: [Option]
  /// nil until somebody chose, where no option goes without saying.
  package private(set) var index: Int?

  package init(_ options: [Option], chosen: String? = nil) {
    self.options = options
    index = options.firstIndex { $0.value == chosen }
  }

  package var value: String { index.map { options[$0].value } ?? "" }

  package mutating func choose(_ value: String) { index = options.firstIndex { $0.value == value } }

  /// Other options; the choice stays where it is still there.
  package mutating func offer(_ options: [Option]) {
    let value = self.value
    self.options = options
    index = options.firstIndex { $0.value == value }
  }

  /// False where the key means nothing here.
  package mutating func handle(_ key: Key) -> Bool {
    guard !options.isEmpty else { return false }
    switch key {
    case .left: index = index.map { max(0, $0 - 1) } ?? options.count - 1
    case .right, .space: index = index.map { min(options.count - 1, $0 + 1) } ?? 0
    case .home: index = 0
    case .end: index = options.count - 1
    case .char(let scalar): return jump(Folding.fold(String(scalar)))
    default: return false
    }
    return true
  }

  /// To the next option that begins with a letter; a digit may stand anywhere (`2` for P2).
  private mutating func jump(_ letter: String) -> Bool {
    let start = index.map { $0 + 1 } ?? 0
    let isDigit = letter.allSatisfy(\.isNumber)
    for step in 0..<options.count {
      let place = (start + step) % options.count
      let label = Folding.fold(options[place].label)
      if label.hasPrefix(letter) || (isDigit && label.contains { String($0) == letter }) {
        index = place
        return true
      }
    }
    return false
  }

  /// Columns between two options.
  private static let gap = 1

  /// The options row by row, as indices, folded at a width. Each takes its label and a bracket on either side.
  package func rows(width: Int) -> [[Int]] {
    var rows: [[Int]] = [[]]
    var column = 0
    for (place, option) in options.enumerated() {
      let wide = Width.of(option.label) + 2
      if column > 0, column + Choice.gap + wide > width {
        rows.append([])
        column = 0
      }
      rows[rows.count - 1].append(place)
      column += wide + (column > 0 ? Choice.gap : 0)
    }
    return rows
  }

  func height(width: Int, focused: Bool) -> Int { focused ? rows(width: width).count : 1 }

  func draw(into frame: inout Frame, in area: Area, window: Area, focused: Bool) {
    let rows = rows(width: area.width)
    if !focused, rows.count > 1 {
      guard let index else {
        frame.put("—", .placeholder, in: area)
        return
      }
      let end = frame.put("[\(Truncate.end(options[index].label, max(1, area.width - 4)))]", .inputIdle, in: area)
      frame.put(" …", x: end, .placeholder, in: area)
      return
    }
    for (y, row) in rows.enumerated() {
      let line = area.line(y, in: window)
      var x = 0
      for place in row {
        let isChosen = place == index
        let label = Truncate.end(options[place].label, max(1, area.width - 2))
        if isChosen, focused { frame.cursor = area.cursor(x: x + 1, y: y, in: window) }
        x = frame.put(isChosen ? "[\(label)]" : " \(label) ", x: x, isChosen ? .choiceCurrent : .choice, in: line)
        x += Choice.gap
      }
    }
    if focused, index == nil { frame.cursor = area.cursor(x: 1, y: 0, in: window) }
  }
}
