/// Opening hours within a day, in seconds of its wall clock: `08:30-12:30`, `22:00-30:00` (until 06:00 of the day
/// after), `00:00-24:00`.
package struct OpenInterval: Hashable, Comparable, Sendable {
  /// 0 ..< 86,400
  package let opens: Int
  /// After `opens`, up to 48:00.
  package let closes: Int

  /// nil where the bounds are out of order or out of reach.
  package init?(opens: Int, closes: Int) {
    guard (0..<86_400).contains(opens), closes > opens, closes <= 172_800 else { return nil }
    self.opens = opens
    self.closes = closes
  }

  /// Reads `HH:MM-HH:MM`.
  package init?(_ text: String) {
    let bounds = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard bounds.count == 2, let opens = OpenInterval.second(bounds[0]), let closes = OpenInterval.second(bounds[1])
    else { return nil }
    self.init(opens: opens, closes: closes)
  }

  package var length: Int { closes - opens }

  package static func < (a: OpenInterval, b: OpenInterval) -> Bool { (a.opens, a.closes) < (b.opens, b.closes) }

  /// `HH:MM` in seconds; the hour may pass 24.
  private static func second(_ text: Substring) -> Int? {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } }),
      let hour = Int(Substring(parts[0])), let minute = Int(Substring(parts[1])), hour <= 48, minute < 60
    else { return nil }
    return hour * 3600 + minute * 60
  }
}
