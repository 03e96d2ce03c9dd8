import Desk
import Screen

/// A form drawn: labels dim, the field that has the keys marked by `▌` and a strong label, so that it is seen
/// without any colour.
extension Form {
  func draw(into frame: inout Frame, in area: Area, _ context: SheetContext) {
    var form = self
    form.resize(area.size)
    let layout = FormLayout(form)
    for (row, line) in layout.generalLines.enumerated() {
      frame.put(line, y: row - layout.top, form.general?.isWarning == true ? .warning : .error, in: area)
    }
    for spot in layout.spots { form.draw(spot, layout, into: &frame, in: area, context) }
    form.drawScroll(layout, into: &frame, in: area)
  }

  private func draw(
    _ spot: FormLayout.Spot, _ layout: FormLayout, into frame: inout Frame, in area: Area, _ context: SheetContext
  ) {
    let field = fields[spot.field]
    let isFocused = spot.field == focus && field.control.takesKeys
    let y = spot.y - layout.top
    if isFocused {
      // The body of a letter has no label and fills its sheet: a bar down all of it would be noise.
      for row in 0..<(field.label.isEmpty ? 1 : spot.height) { frame.put("▌", y: y + row, .cursor, in: area) }
    }
    if !field.label.isEmpty {
      let role: Role = remarks[field.name]?.isWarning == false ? .error : isFocused ? .textStrong : .label
      let width = spot.isStacked ? area.width - FormLayout.margin : layout.labelWidth
      frame.put(Truncate.end(field.caption, max(0, width)), x: FormLayout.margin, y: y, role, in: area)
    }
    let value = Area(
      x: area.x + spot.value.x, y: area.y + spot.value.y - layout.top, width: spot.value.width, height: spot.rows)
    let window = value.clipped(to: area)
    field.draw(into: &frame, in: value, window: window, focused: isFocused, context)
    let isWarning = remarks[field.name]?.isWarning == true
    for (row, line) in spot.remark.enumerated() {
      let below = spot.y + spot.height - spot.remark.count + row - layout.top
      frame.put(line, x: spot.x, y: below, isWarning ? .warning : .error, in: area)
    }
  }

  /// Arrows at the right edge where the page goes on.
  private func drawScroll(_ layout: FormLayout, into frame: inout Frame, in area: Area) {
    guard layout.height > area.height, area.width > 2 else { return }
    if layout.top > 0 { frame.put("↑", x: area.width - 1, y: 0, .textDim, in: area) }
    if layout.top + area.height < layout.height {
      frame.put("↓", x: area.width - 1, y: area.height - 1, .textDim, in: area)
    }
  }
}

extension FormField {
  /// Draws the value at `area`, of which only `window` is in sight.
  fileprivate func draw(
    into frame: inout Frame, in area: Area, window: Area, focused: Bool, _ context: SheetContext
  ) {
    guard !window.isEmpty else { return }
    switch control {
    case .line(let field): draw(field, into: &frame, in: area, focused: focused)
    case .when(let field, let direction):
      let isBeside = area.width >= FormLayout.besideMoment
      let width = isBeside ? max(18, area.width / 3) : area.width
      draw(field, into: &frame, in: area.line(0, in: window).cut(to: width), focused: focused)
      let spot = isBeside ? area.line(0, in: window).splitLeft(width + 1).rest : area.line(1, in: window)
      drawMoment(field, direction, into: &frame, in: spot, context)
    case .area(let text, _): draw(text, into: &frame, in: area, window: window, focused: focused)
    case .choice(let choice): choice.draw(into: &frame, in: area, window: window, focused: focused)
    case .picker(let picker):
      picker.draw(into: &frame, in: area, window: window, focused: focused, placeholder: placeholder)
      if !aside.isEmpty {
        let x = min(Width.of(picker.text) + 2, max(0, area.width - Width.of(aside)))
        frame.put(aside, x: x, y: 0, .textStrong, in: area.line(0, in: window))
      }
    case .grid(let grid): grid.draw(into: &frame, in: area, window: window, focused: focused)
    case .fixed(let lines, let role):
      for (row, line) in lines.enumerated() where area.y + row >= window.y && area.y + row < window.bottom {
        frame.put(Truncate.end(SafeText.line(line).text, area.width), y: row, role, in: area)
      }
    case .rule(let scalar, let title):
      frame.fill(area.row(0), scalar, .rule)
      if !title.isEmpty { frame.put(" \(Truncate.end(title, max(0, area.width - 6))) ", x: 2, .textDim, in: area) }
    }
  }

  private func draw(_ field: TextField, into frame: inout Frame, in area: Area, focused: Bool) {
    if field.isEmpty {
      let words = placeholder.isEmpty ? (focused ? "" : "—") : placeholder
      frame.put(Truncate.end(words, area.width), .placeholder, in: area)
    }
    guard focused else {
      // Read, not typed in: from its beginning.
      frame.put(Truncate.end(SafeText.line(field.text).text, area.width), .inputIdle, in: area)
      return
    }
    let layout = field.layout(width: area.width)
    frame.put(layout.text, .input, in: area)
    frame.cursor = area.cursor(x: layout.cursor, y: 0, in: frame.area)
  }

  private func draw(_ text: TextArea, into frame: inout Frame, in area: Area, window: Area, focused: Bool) {
    let layout = text.layout(width: area.width, height: area.height)
    if text.isEmpty {
      frame.put(Truncate.end(placeholder.isEmpty && !focused ? "—" : placeholder, area.width), .placeholder, in: area)
    }
    for (row, line) in layout.lines.enumerated() where area.y + row >= window.y && area.y + row < window.bottom {
      frame.put(line, y: row, focused ? .input : .inputIdle, in: area)
    }
    if focused {
      frame.cursor = area.cursor(x: layout.cursor.x, y: layout.cursor.y, in: window)
    }
    if layout.hasMoreAbove { frame.put("↑", x: area.width, y: 0, .scrollbar, in: area.widened) }
    if layout.hasMoreBelow { frame.put("↓", x: area.width, y: area.height - 1, .scrollbar, in: area.widened) }
  }

  /// What a typed date was understood as, or what was expected.
  private func drawMoment(
    _ field: TextField, _ direction: When.Direction, into frame: inout Frame, in area: Area, _ context: SheetContext
  ) {
    do {
      let instant = try When.read(field.text, now: context.now, in: context.zone, looking: direction)
      let words = "= " + context.words.date(instant, in: context.zone, now: context.now)
      frame.put(Truncate.end(words, area.width), .textDim, in: area)
    } catch {
      let words = error == .blank ? context.words.momentExamples(direction) : context.words.flaw(error)
      frame.put(Truncate.end(words, area.width), error == .blank ? .placeholder : .inputInvalid, in: area)
    }
  }
}

extension Area {
  /// Row `y` of this area, of no height where it is out of the window.
  func line(_ y: Int, in window: Area) -> Area {
    let row = self.y + y
    return Area(x: x, y: row, width: width, height: row >= window.y && row < window.bottom ? 1 : 0)
  }

  /// A point of this area as one of the frame; nil where it is out of the window.
  func cursor(x column: Int, y row: Int, in window: Area) -> Point? {
    let point = Point(x: x + column, y: y + row)
    return window.contains(x: point.x, y: point.y) ? point : nil
  }

  /// Its first columns.
  fileprivate func cut(to columns: Int) -> Area { splitLeft(columns).left }

  /// With the margin at its right.
  fileprivate var widened: Area { Area(x: x, y: y, width: width + 1, height: height) }
}
