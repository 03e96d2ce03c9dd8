import Desk
import Screen

/// What a field of a form is made of.
package enum Control: Hashable, Sendable {
  case line(TextField)
  /// Many lines: at least so many rows, more where the sheet has room.
  case area(TextArea, rows: Int)
  case choice(Choice)
  case picker(Picker)
  case grid(PriorityGrid)
  /// A moment, with what was understood beside it.
  case when(TextField, When.Direction)
  /// Words that cannot be changed here.
  case fixed([String], Role)
  /// A rule across the sheet: heavy above a letter, dotted above a note.
  case rule(Unicode.Scalar, title: String)

  /// Where a key leaves the form.
  package enum Answer: Hashable, Sendable {
    case taken
    /// Nothing here: to the field before or after.
    case before, after
    /// Enter on what is not a text of many lines.
    case entered
    case ignored
  }

  package var takesKeys: Bool {
    switch self {
    case .fixed, .rule: false
    default: true
    }
  }

  /// It takes several rows, and all the width of a narrow sheet.
  var isLarge: Bool {
    switch self {
    case .area, .grid: true
    default: false
    }
  }

  /// Whether one of a few would be cut in so many columns.
  func isWide(for width: Int) -> Bool {
    guard case .choice(let choice) = self else { return false }
    return choice.options.contains { Width.of($0.label) + 2 > width }
  }

  /// Words typed here, or pasted.
  package var isText: Bool {
    switch self {
    case .line, .area, .picker, .when: true
    default: false
    }
  }

  /// The value as drafts keep it and sheets read it.
  package var value: String {
    switch self {
    case .line(let field), .when(let field, _): field.text
    case .area(let area, _): area.text
    case .choice(let choice): choice.value
    case .picker(let picker): picker.value
    case .grid(let grid): grid.value
    case .fixed, .rule: ""
    }
  }

  package mutating func handle(_ key: Key) -> Answer {
    switch self {
    case .line(var field):
      let known = field.handle(key)
      self = .line(field)
      return known ? .taken : Control.leaving(key)
    case .when(var field, let direction):
      let known = field.handle(key)
      self = .when(field, direction)
      return known ? .taken : Control.leaving(key)
    case .area(var area, let rows):
      // Held once, so that a key does not copy the whole text.
      self = .rule(" ", title: "")
      let place = area.cursor
      let known = area.handle(key)
      let isStill = area.cursor == place
      self = .area(area, rows: rows)
      if key == .up, isStill { return .before }
      if key == .down, isStill { return .after }
      return known ? .taken : .ignored
    case .choice(var choice):
      let known = choice.handle(key)
      self = .choice(choice)
      return known ? .taken : Control.leaving(key)
    case .picker(var picker):
      if key == .enter {
        let took = picker.takeHighlighted()
        self = .picker(picker)
        return took ? .after : .entered
      }
      let known = picker.handle(key)
      self = .picker(picker)
      return known ? .taken : Control.leaving(key)
    case .grid(var grid):
      let known = grid.handle(key)
      self = .grid(grid)
      return known ? .taken : Control.leaving(key)
    case .fixed, .rule: return .ignored
    }
  }

  /// A strict picker takes its highlighted candidate as one goes on; a free one keeps what was typed, and knows it
  /// where it is a candidate's whole name.
  package mutating func leave() {
    guard case .picker(var picker) = self else { return }
    if picker.isFree ? picker.takeNamed() : picker.takeHighlighted() { self = .picker(picker) }
  }

  private static func leaving(_ key: Key) -> Answer {
    switch key {
    case .up, .ctrl("p"): .before
    case .down, .ctrl("n"): .after
    case .enter: .entered
    default: .ignored
    }
  }
}

// MARK: - Text

extension Control {
  /// The text as typed, where it is not the value: what a picker shows.
  var typed: String {
    if case .picker(let picker) = self { picker.text } else { value }
  }

  /// Characters it takes.
  var limit: Int {
    switch self {
    case .line(let field), .when(let field, _): field.limit
    case .area(let area, _): area.limit
    case .picker(let picker): picker.field.limit
    case .choice, .grid, .fixed, .rule: 0
    }
  }

  /// Nothing is typed in it.
  var isEmptyText: Bool {
    switch self {
    case .line(let field), .when(let field, _): field.isEmpty
    case .area(let area, _): area.isEmpty
    case .picker(let picker): picker.field.isEmpty
    case .choice, .grid, .fixed, .rule: true
    }
  }

  /// Where the cursor is in a text of many lines.
  var areaCursor: Int? {
    if case .area(let area, _) = self { area.cursor } else { nil }
  }

  /// Inserts at the cursor; what does not fit is left out.
  mutating func insert(_ text: String) {
    switch self {
    case .line(var field):
      field.insert(text)
      self = .line(field)
    case .when(var field, let direction):
      field.insert(text)
      self = .when(field, direction)
    case .area(var area, let rows):
      area.insert(text)
      self = .area(area, rows: rows)
    case .picker(var picker):
      picker.insert(text)
      self = .picker(picker)
    case .choice, .grid, .fixed, .rule: break
    }
  }

  /// Puts back what a draft kept.
  mutating func restore(_ value: String, chosen: String?) {
    switch self {
    case .line(let field): self = .line(TextField(value, limit: field.limit))
    case .when(let field, let direction): self = .when(TextField(value, limit: field.limit), direction)
    case .area(var area, let rows):
      area.text = value
      self = .area(area, rows: rows)
    case .choice(var choice):
      choice.choose(value)
      self = .choice(choice)
    case .picker(var picker):
      picker.restore(text: value, chosen: chosen)
      self = .picker(picker)
    case .grid(var grid):
      grid.restore(value)
      self = .grid(grid)
    case .fixed, .rule: break
    }
  }
}
