import Desk
import Screen

/// The keys of a form: to the field that has them, and from field to field.
extension Form {
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
      if general?.isLasting != true { general = nil }
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

  /// The same for a text that stands on lines of its own: a template, a quotation.
  package mutating func pasteApart(_ text: String) -> Bool {
    guard fields.indices.contains(focus), case .area(let area, _) = fields[focus].control, !text.isEmpty else {
      return paste(text)
    }
    return paste((area.isAtParagraphStart ? "" : "\n") + text + (area.isAtParagraphEnd ? "" : "\n"))
  }

  /// Says how many characters were left out of a text that was to be put in a field.
  mutating func tellLoss(_ name: FieldName, wanted: Int, from before: Int) {
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

  mutating func move(_ step: Int, orElse other: Int?, wraps: Bool = true) {
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
  mutating func settle() {
    for spot in FormLayout(self).spots {
      guard case .area(var area, let rows) = fields[spot.field].control,
        area.size != Size(width: spot.value.width, height: spot.rows)
      else { continue }
      area.resize(width: spot.value.width, height: spot.rows)
      fields[spot.field].control = .area(area, rows: rows)
    }
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
    case .grid(let grid):
      let take = grid.isLit ? [] : [Hint(words.key(.space), words.pick)]
      return [Hint("←↑↓→", words.choose)] + take + [Hint("Tab", words.nextField)]
    case .picker(let picker) where picker.isOpen:
      return [Hint("↑/↓", words.choose), Hint(words.key(.enter), words.pick)]
        + (picker.isFree ? [Hint("Tab", words.asTyped)] : [])
    default: return [Hint("Tab", words.nextField)]
    }
  }
}
