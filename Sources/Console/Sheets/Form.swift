import Desk
import Screen

/// Fields in order, one of which has the keys. A value: sheets read it, change it and draw it.
///
/// Tab, Shift-Tab and the vertical arrows move; Enter goes on, and on the last field says that all is filled;
/// Alt-Enter says so anywhere. What is blank or wrong is told at its field before anything is asked of the desk.
package struct Form: Hashable, Sendable {
  package private(set) var fields: [FormField]
  package private(set) var focus = 0
  /// The room for the fields, in cells.
  package private(set) var size = Size(width: 74, height: 20)
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

  // MARK: - Keys

  package mutating func handle(_ key: Key) -> Turn {
    guard fields.indices.contains(focus) else { return .ignored }
    let name = fields[focus].name
    switch key {
    case .tab:
      fields[focus].control.leave()
      move(1, orElse: nil)
      return .changed(name)
    case .backtab, .shift(.tab):
      move(-1, orElse: nil)
      return .changed(name)
    case .alt(.enter):
      fields[focus].control.leave()
      settle()
      return .submit
    default: break
    }
    let answer = tellingFull(key, name)
    settle()
    switch answer {
    case .taken:
      if remarks[name]?.isWarning == false { remarks[name] = nil }
      general = nil
      return .changed(name)
    case .before: move(-1, orElse: nil, wraps: false)
    case .after:
      remarks[name] = nil
      move(1, orElse: nil, wraps: false)
    case .entered:
      guard isLast(focus) else {
        move(1, orElse: nil)
        return .changed(name)
      }
      if submitsOnEnter { return .submit }
      move(1, orElse: nil)
    case .ignored: return .ignored
    }
    return .changed(name)
  }

  /// Hands a key to the field that has the keys; a text that is full says so.
  private mutating func tellingFull(_ key: Key, _ name: FieldName) -> Control.Answer {
    guard case .char(let scalar) = key, scalar.value < 0x300, let place = fields[focus].control.areaCursor else {
      return fields[focus].control.handle(key)
    }
    let answer = fields[focus].control.handle(key)
    if fields[focus].control.areaCursor == place { remarks[name] = .full(limit: fields[focus].control.limit) }
    return answer
  }

  /// Pastes into the field that has the keys, and says what did not fit. False where the field takes no text.
  package mutating func paste(_ text: String) -> Bool {
    guard fields.indices.contains(focus), fields[focus].control.isText else { return false }
    let name = fields[focus].name
    let before = Form.length(fields[focus].control.typed)
    fields[focus].control.insert(text)
    remarks[name] = nil
    settle()
    tellLoss(name, wanted: Form.length(text), from: before)
    return true
  }

  /// Says how many characters were left out of a text that was to be put in a field.
  private mutating func tellLoss(_ name: FieldName, wanted: Int, from before: Int) {
    guard let field = self[name] else { return }
    let kept = Form.length(field.control.typed) - before
    if kept < wanted { remarks[name] = .cut(lost: wanted - kept, limit: field.control.limit) }
  }

  /// Characters of a text as the fields count them: controls are not typed, a line end is one.
  static func length(_ text: String) -> Int {
    text.count { character in
      guard let ascii = character.asciiValue else { return true }
      return (ascii >= 0x20 && ascii != 0x7F) || ascii == 0x0A || ascii == 0x09 || ascii == 0x0D
    }
  }

  // MARK: - Moving

  private func takesKeys(_ place: Int) -> Bool {
    fields[place].isShown && fields[place].control.takesKeys && fields[place].minimumHeight <= size.height
  }

  private func isLast(_ place: Int) -> Bool { !fields.indices.contains { $0 > place && takesKeys($0) } }

  private mutating func move(_ step: Int, orElse other: Int?, wraps: Bool = true) {
    var place = focus
    for _ in fields.indices {
      place += step
      if !fields.indices.contains(place) {
        guard wraps, other == nil else { break }
        place = step > 0 ? 0 : fields.count - 1
      }
      if takesKeys(place) {
        focus = place
        settle()
        return
      }
    }
    if let other { move(other, orElse: nil) }
  }

  /// Gives the texts the room they have, so that their rows are those on the screen.
  private mutating func settle() {
    for spot in FormLayout(self).spots {
      guard case .area(var area, let rows) = fields[spot.field].control,
        area.size != Size(width: spot.value.width, height: spot.rows)
      else { continue }
      area.resize(width: spot.value.width, height: spot.rows)
      fields[spot.field].control = .area(area, rows: rows)
    }
  }

  // MARK: - What is wrong

  /// What cannot be sent so, field by field: the blank ones, the dates that are none, what is not on its list.
  package func flaws(_ context: SheetContext) -> [FieldName: Remark] {
    var flaws: [FieldName: Remark] = [:]
    for field in fields where field.isShown {
      if case .picker(let picker) = field.control, !picker.isFree, picker.chosen == nil, !picker.field.isEmpty {
        flaws[field.name] = .unlisted
      } else if field.isBlank {
        if field.isMandatory { flaws[field.name] = .blank }
      } else if case .when(let text, let direction) = field.control {
        do {
          _ = try When.read(text.text, now: context.now, in: context.zone, looking: direction)
        } catch {
          flaws[field.name] = .when(error)
        }
      }
    }
    return flaws
  }

  /// Shows what is wrong and puts the keys on the first field concerned.
  package mutating func complain(_ flaws: [FieldName: Remark]) {
    remarks = flaws
    if let first = fields.first(where: { flaws[$0.name] != nil }) { focus(on: first.name) }
    settle()
  }

  /// Shows why the desk says no, at the field concerned where there is one.
  package mutating func complain(_ refusal: Refusal) {
    remarks = refused(refusal)
    general = remarks.isEmpty ? .refused(refusal) : nil
    if let first = fields.first(where: { remarks[$0.name] != nil }) { focus(on: first.name) }
    settle()
  }

  /// The fields a refusal concerns, with its words.
  package func refused(_ refusal: Refusal) -> [FieldName: Remark] {
    var told: [FieldName: Remark] = [:]
    for names in refusal.blames {
      guard let name = names.first(where: { self[$0]?.isShown == true }) else { continue }
      if case .missing = refusal { told[name] = .blank } else { told[name] = .refused(refusal) }
    }
    return told
  }

  // MARK: - Drafts

  /// Every value, shown or not, as a draft keeps it. A picker's choice is kept beside its text.
  package var values: [String: String] {
    var values: [String: String] = [:]
    for field in fields where field.control.takesKeys {
      values[field.name.rawValue] = field.control.typed
      if case .picker(let picker) = field.control, let chosen = picker.chosen {
        values[field.name.rawValue + ".id"] = chosen
      }
    }
    return values
  }

  /// Puts back what a draft kept; names it does not know are ignored.
  package mutating func restore(_ values: [String: String]) {
    for place in fields.indices {
      let name = fields[place].name.rawValue
      guard let value = values[name] else { continue }
      fields[place].control.restore(value, chosen: values[name + ".id"])
    }
    settle()
  }
}

extension Refusal {
  /// The fields of sheets it may concern: for each thing it names, the likeliest first.
  fileprivate var blames: [[FieldName]] {
    switch self {
    case .missing(let fields): fields.map(FieldName.blamed)
    case .tooLong(let field, _), .notInFuture(let field), .tooFar(let field, _), .inFuture(let field),
      .invalid(let field, _), .tooMany(let field, _):
      [FieldName.blamed(by: field)]
    case .levelNotHeld, .noSuchAgent, .agentInactive: [[.agent]]
    case .levelNotAbove, .levelNotBelow: [[.level]]
    case .noEmergency: [[.glass]]
    case .wrongReason: [[.waitReason]]
    case .unknownCategory: [[.category]]
    case .linkToSelf: [[.target]]
    case .alreadyThere: [[.tag, .target]]
    default: []
    }
  }
}

extension Form {
  /// What was typed, field by field: what would be lost.
  var typedText: [String: String] {
    var texts: [String: String] = [:]
    for field in fields where field.control.isText { texts[field.name.rawValue] = field.control.typed }
    return texts
  }

  /// The text fields in which there is something: cheap, however long the texts.
  var filledTexts: Set<FieldName> {
    Set(fields.filter { $0.control.isText && !$0.control.isEmptyText }.map(\.name))
  }

  /// The text of many lines that has the keys, else the first one shown.
  var longText: FieldName? {
    let areas = fields.filter { if case .area = $0.control { $0.isShown } else { false } }.map(\.name)
    return areas.first { $0 == focused } ?? areas.first
  }

  /// The keys of the field that has them.
  func hints(_ words: Words) -> [Hint] {
    guard fields.indices.contains(focus) else { return [] }
    switch fields[focus].control {
    case .choice: return [Hint("←/→", words.choose), Hint("Tab", words.nextField)]
    case .grid: return [Hint("←↑↓→", words.choose), Hint("Tab", words.nextField)]
    case .picker(let picker) where picker.isOpen:
      return [Hint("↑/↓", words.choose), Hint(words.key(.enter), words.pick)]
        + (picker.isFree ? [Hint("Tab", words.asTyped)] : [])
    default: return [Hint("Tab", words.nextField)]
    }
  }
}
