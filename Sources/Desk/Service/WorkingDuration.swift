/// Working time as it is written in the settings: `4h`, `30m`, `1h30`, `2j` or `2d`, `1j 4h`, `8.5h`, `90s`.
///
/// A day is the calendar's nominal day: `2j` of an office of 8 h 30 is 17 h. There is no other meaning of a day.
package enum WorkingDuration {
  /// Seconds, or nil where the text is no duration, nothing at all, or beyond `WorkingCalendar.addLimit`.
  package static func seconds(of text: String, nominalDay: Int64) -> Int64? {
    guard (1...WorkingCalendar.addLimit).contains(nominalDay) else { return nil }
    var reader = WorkingDurationReader(text)
    var total: Int64 = 0
    var previous = DurationUnit.none
    while let part = reader.part(after: previous) {
      // Units go down, each once: `30m 1h` is a slip of the hand.
      guard part.unit > previous else { return nil }
      previous = part.unit
      total += part.hundredths * part.unit.seconds(nominalDay: nominalDay) / 100
      guard total <= WorkingCalendar.addLimit else { return nil }
    }
    return reader.isAtEnd && total > 0 ? total : nil
  }
}

/// From the longest to the shortest.
private enum DurationUnit: Int, Comparable {
  case none, day, hour, minute, second

  static func < (a: DurationUnit, b: DurationUnit) -> Bool { a.rawValue < b.rawValue }

  func seconds(nominalDay: Int64) -> Int64 {
    switch self {
    case .none: 0
    case .day: nominalDay
    case .hour: 3600
    case .minute: 60
    case .second: 1
    }
  }
}

private struct WorkingDurationReader {
  private let bytes: [UInt8]
  private var at = 0

  /// The most digits of a count.
  private static let digitLimit = 6

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { at >= bytes.count }

  /// A count in hundredths and its unit; a bare count after hours is minutes (`1h30`).
  mutating func part(after previous: DurationUnit) -> (hundredths: Int64, unit: DurationUnit)? {
    let start = at
    skipSpaces()
    guard let whole = digits() else { return rewind(to: start) }
    var hundredths = whole.value * 100
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ",") {
      at += 1
      guard let fraction = digits(), fraction.count <= 2 else { return rewind(to: start) }
      hundredths += fraction.count == 1 ? fraction.value * 10 : fraction.value
    }
    skipSpaces()
    guard let unit = unit(after: previous) else { return rewind(to: start) }
    skipSpaces()
    return (hundredths, unit)
  }

  private mutating func rewind(to start: Int) -> (hundredths: Int64, unit: DurationUnit)? {
    at = start
    return nil
  }

  private mutating func digits() -> [UInt8]? {
    let start = at
    while at < bytes.count, (48...57).contains(bytes[at]) { at += 1 }
    return (1...WorkingDurationReader.digitLimit).contains(at - start) ? Array(bytes[start..<at]) : nil
  }

  private mutating func unit(after previous: DurationUnit) -> DurationUnit? {
    let start = at
    while at < bytes.count, (97...122).contains(bytes[at] | 32) { at += 1 }
    switch String(decoding: bytes[start..<at].map { $0 | 32 }, as: UTF8.self) {
    case "d", "j": return .day
    case "h": return .hour
    case "m", "min", "mn": return .minute
    case "s": return .second
    case "" where previous == .hour && isAtEnd: return .minute
    default: return nil
    }
  }

  private mutating func skipSpaces() { while at < bytes.count, bytes[at] == 32 { at += 1 } }
}

extension [UInt8] {
  /// The number these decimal digits write; the caller has limited their count.
  fileprivate var value: Int64 { reduce(0) { $0 * 10 + Int64($1 - 48) } }
}
