/// Figures drawn with block characters, eight steps to a cell. In ASCII they become `#`.
package enum Chart {
  private static let across: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
  private static let upward: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A bar of `value` out of `whole` in `width` columns, from the left; what is not nothing shows at least its edge.
  package static func bar(_ value: Double, of whole: Double, width: Int) -> String {
    let eighths = steps(value, of: whole, in: max(0, width) * 8)
    var bar = String(repeating: "█", count: eighths / 8)
    if eighths % 8 > 0 { bar.append(across[eighths % 8 - 1]) }
    return bar
  }

  /// Columns side by side, one cell wide, the highest filling `height` rows; the rows from the top down. Nothing is
  /// a blank, and what is not nothing shows at least its edge.
  package static func columns(_ values: [Double], of whole: Double? = nil, height: Int, gap: Int = 0) -> [String] {
    let highest = whole ?? values.max() ?? 0
    let levels = values.map { steps($0, of: highest, in: max(0, height) * 8) }
    return (0..<max(0, height)).map { row in
      let below = (height - 1 - row) * 8
      return levels.map { level in
        level <= below ? " " : String(upward[min(8, level - below) - 1])
      }.joined(separator: String(repeating: " ", count: max(0, gap)))
    }
  }

  /// One row of columns: how something went over time.
  package static func spark(_ values: [Double]) -> String { columns(values, height: 1).first ?? "" }

  private static func steps(_ value: Double, of whole: Double, in most: Int) -> Int {
    guard value > 0, whole > 0, value.isFinite, whole.isFinite, most > 0 else { return 0 }
    // Rounded by hand: `rounded()` needs the C library, which this room does not have.
    return max(1, Int(min(1, value / whole) * Double(most) + 0.5))
  }
}
