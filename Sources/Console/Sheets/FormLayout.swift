import Desk
import Screen

/// Where each field of a form stands: labels in one column, values in the next, on a page that may be longer than
/// the room and is then scrolled to the field that has the keys.
struct FormLayout {
  /// A field on the page.
  struct Spot: Hashable {
    var field: Int
    /// The first row, from the top of the page, and all its rows, its remark included.
    var y: Int
    var height: Int
    /// Rows of the value itself.
    var rows: Int
    /// Columns where the value is.
    var x: Int
    var width: Int
    /// The label stands on a row of its own.
    var isStacked: Bool
    /// What there is to say of it, below its value.
    var remark: [String]

    /// Where the value is, on the page.
    var value: Area { Area(x: x, y: y + (isStacked ? 1 : 0), width: width, height: rows) }
  }

  private(set) var spots: [Spot] = []
  private(set) var height = 0
  private(set) var labelWidth = 0
  /// What concerns no field in particular, above them all.
  private(set) var generalLines: [String] = []
  /// The first row of the page in sight.
  private(set) var top = 0

  /// Columns before a label: the sign of the field that has the keys, and a gap.
  static let margin = 2
  /// From this width on, a text of many lines stands beside its label.
  static let roomy = 60
  /// From this width on, what a date was understood as stands beside it, and below it otherwise.
  static let besideMoment = 38

  init(_ form: Form) {
    let width = max(1, form.size.width)
    let shown = form.fields.indices.filter {
      form.fields[$0].isShown && form.fields[$0].minimumHeight <= form.size.height
    }
    let widest = shown.map { Width.of(form.fields[$0].caption) }.max() ?? 0
    labelWidth = min(widest, max(6, width * 2 / 5))
    generalLines = form.general.map { FormLayout.lines($0, form, width) } ?? []
    var y = generalLines.count
    for place in shown {
      let spot = spot(place, form, width, y)
      spots.append(spot)
      y += spot.height
    }
    height = y
    grow(form, by: form.size.height - height)
    scroll(form)
  }

  /// Rows a remark takes at most.
  static let remarkRows = 3

  /// A remark with its sign, folded under itself.
  private static func lines(_ remark: Remark, _ form: Form, _ width: Int) -> [String] {
    let words = SafeText.line(form.voice.remark(remark)).text
    return Wrap.lines(words, width: max(1, width - 2)).prefix(remarkRows).enumerated().map { at, line in
      (at > 0 ? "  " : remark.isWarning ? "▲ " : "! ") + line
    }
  }

  private func spot(_ place: Int, _ form: Form, _ width: Int, _ y: Int) -> Spot {
    let field = form.fields[place]
    var x = field.label.isEmpty ? FormLayout.margin : FormLayout.margin + labelWidth + 2
    var isStacked = false
    if !field.label.isEmpty, width < FormLayout.roomy, field.control.isLarge || field.control.isWide(for: width - x - 1)
    {
      isStacked = true
      x = FormLayout.margin
    }
    if case .rule = field.control { x = 0 }
    let room = max(1, width - x - (x > 0 ? 1 : 0))
    let rows = min(field.rows(width: room, focused: place == form.focus), max(1, form.size.height - 1))
    let remarks = form.remarks[field.name].map { FormLayout.lines($0, form, room) } ?? []
    return Spot(
      field: place, y: y, height: rows + remarks.count + (isStacked ? 1 : 0), rows: rows, x: x, width: room,
      isStacked: isStacked, remark: remarks)
  }

  /// Rows to spare go to the texts of many lines, each its share.
  private mutating func grow(_ form: Form, by spare: Int) {
    let areas = spots.indices.filter { place in
      guard case .area = form.fields[spots[place].field].control else { return false }
      return form.fields[spots[place].field].grows
    }
    guard spare > 0, !areas.isEmpty else { return }
    for (number, place) in areas.enumerated() {
      let more = spare / areas.count + (number < spare % areas.count ? 1 : 0)
      spots[place].height += more
      spots[place].rows += more
      for after in spots.indices where after > place { spots[after].y += more }
    }
    height += spare
  }

  /// The page is shown from its top as long as the field that has the keys is in sight there whole; else that field is in
  /// the middle, with what is around it.
  private mutating func scroll(_ form: Form) {
    guard height > form.size.height, let spot = spots.first(where: { $0.field == form.focus }),
      spot.y + spot.height > form.size.height
    else { return }
    let middle = spot.y - max(0, form.size.height - spot.height) / 2
    top = min(max(0, middle), height - form.size.height)
  }
}

extension FormField {
  /// Rows of the value at a width.
  fileprivate func rows(width: Int, focused: Bool) -> Int {
    switch control {
    case .line, .rule: 1
    case .when: width < FormLayout.besideMoment ? 2 : 1
    case .area(_, let rows): max(1, rows)
    case .choice(let choice): choice.height(width: width, focused: focused)
    case .picker(let picker): picker.height(focused: focused)
    case .grid: PriorityGrid.height
    case .fixed(let lines, _): lines.count
    }
  }
}
