import Desk
import Screen

extension FilterBar {
  /// Rows of help above the bar, where the list can spare them.
  static let helpRows = 4
  static let helpFrom = 18

  /// Draws the bar on one row: `/ text▏   4 sur 118`, the flaw underlined where it is.
  func draw(into frame: inout Frame, in area: Area, shown: Int, of total: Int, words: Words) {
    frame.fill(area)
    let count = words.countOf(shown, total)
    let told = flaw.map { words.flaw($0) } ?? count
    let room = max(0, area.width - 4)
    let right = Truncate.end(told, max(0, room / 2))
    frame.put(right, x: area.width - Width.of(right) - 1, y: 0, flaw == nil ? .textDim : .error, in: area)
    frame.put(" / ", .key, in: area)
    let box = Area(x: area.x + 3, y: area.y, width: room - Width.of(right) - 1, height: 1)
    let layout = field.layout(width: box.width)
    frame.put(layout.text, .input, in: box)
    if let flaw {
      // Underlined at its place while the text has not slid.
      let columns = Array(field.text)
      let before = String(columns.prefix(flaw.range.lowerBound))
      let wrong = String(columns.dropFirst(flaw.range.lowerBound).prefix(flaw.range.count))
      if Width.of(field.text) < box.width {
        let place = Area(x: box.x + Width.of(before), y: box.y, width: max(1, Width.of(wrong)), height: 1)
        frame.paint(place.clipped(to: box), .inputInvalid)
      }
    }
    frame.cursor = Point(x: box.x + layout.cursor, y: box.y)
  }

  /// The words of the filter language, above the bar.
  func drawHelp(into frame: inout Frame, in area: Area, words: Words) {
    frame.fill(area)
    frame.rule(y: 0, in: area, title: words.filterTitle)
    for (y, line) in words.filterHelp.enumerated() {
      frame.put(Truncate.end(line, area.width), y: y + 1, .textDim, in: area)
    }
  }
}
