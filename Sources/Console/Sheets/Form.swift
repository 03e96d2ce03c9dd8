import Desk
import Screen

/// Fields in order, one of which has the keys. A value: sheets read it, change it and draw it.
///
/// Tab, Shift-Tab and the vertical arrows move; Enter goes on, and on the last field says that all is filled;
/// Alt-Enter says so anywhere. What is blank or wrong is told at its field before anything is asked of the desk.
package struct Form: Hashable, Sendable {
  package internal(set) var fields: [FormField]
  package internal(set) var focus = 0
  /// The room for the fields, in cells.
  package internal(set) var size = Size(width: 74, height: 20)
  package var remarks: [FieldName: Remark] = [:]
  /// What concerns no field in particular, above them all.
  package var general: Remark?
  /// The language its remarks are made in.
  package var voice = Words(.french)
  /// Whether Enter on the last field submits; never where words leave the house.
  package var submitsOnEnter = true

  package init(_ fields: [FormField], focus: FieldName? = nil) {
    self.fields = fields
    self.focus = fields.firstIndex { $0.name == focus } ?? fields.firstIndex { $0.control.takesKeys } ?? 0
  }

  /// What a key came to.
  package enum Turn: Hashable, Sendable {
    case stay, submit, ignored
    /// A field may have another value.
    case changed(FieldName)
  }

  // MARK: - Reading

  package subscript(_ name: FieldName) -> FormField? { fields.first { $0.name == name } }
  package var focused: FieldName? { fields.indices.contains(focus) ? fields[focus].name : nil }

  /// The value of a field as text; nothing where it is not shown.
  package func text(_ name: FieldName) -> String {
    guard let field = self[name], field.isShown else { return "" }
    return field.control.value
  }

  /// The same without the blanks at its ends; nil where nothing is left.
  package func words(_ name: FieldName) -> String? {
    let text = self.text(name)
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    return String(text[first...last])
  }

  /// The value of a choice as one of a closed list.
  package func choice<Value: RawRepresentable>(_ name: FieldName) -> Value? where Value.RawValue == String {
    Value(rawValue: text(name))
  }

  /// The moment typed in a field; nil where it is blank or none.
  package func instant(_ name: FieldName, _ context: SheetContext) -> Instant? {
    guard let field = self[name], field.isShown, case .when(let text, let direction) = field.control else { return nil }
    return try? When.read(text.text, now: context.now, in: context.zone, looking: direction)
  }

  package func grid(_ name: FieldName) -> PriorityGrid? {
    if case .grid(let grid) = self[name]?.control { grid } else { nil }
  }

  package func picker(_ name: FieldName) -> Picker? {
    if case .picker(let picker) = self[name]?.control { picker } else { nil }
  }

  // MARK: - Changing

  /// Changes a field in place; does nothing where there is none.
  package mutating func change(_ name: FieldName, _ body: (inout FormField) -> Void) {
    guard let place = fields.firstIndex(where: { $0.name == name }) else { return }
    body(&fields[place])
    if !fields[focus].isShown { move(1, orElse: -1) }
    settle()
  }

  package mutating func show(_ names: [FieldName], _ isShown: Bool) {
    for name in names { change(name) { $0.isShown = isShown } }
  }

  package mutating func changePicker(_ name: FieldName, _ body: (inout Picker) -> Void) {
    change(name) { field in
      guard case .picker(var picker) = field.control else { return }
      body(&picker)
      field.control = .picker(picker)
    }
  }

  /// Gives a text field other words, told where they do not fit.
  package mutating func setText(_ name: FieldName, _ text: String) {
    remarks[name] = nil
    change(name) { field in
      switch field.control {
      case .line(var line):
        line.text = text
        field.control = .line(line)
      case .when(var line, let direction):
        line.text = text
        field.control = .when(line, direction)
      case .area(var area, let rows):
        area.text = text
        field.control = .area(area, rows: rows)
      default: break
      }
    }
    tellLoss(name, wanted: Form.length(text), from: 0)
  }

  /// Puts the keys on a field; does nothing where it is not shown.
  package mutating func focus(on name: FieldName) {
    guard let place = fields.firstIndex(where: { $0.name == name && $0.isShown && $0.control.takesKeys }) else {
      return
    }
    fields[focus].control.leave()
    focus = place
    settle()
  }

  /// The room has changed.
  package mutating func resize(_ size: Size) {
    if size == self.size { return }
    self.size = size
    settle()
  }
}
