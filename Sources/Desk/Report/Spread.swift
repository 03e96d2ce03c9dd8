/// How measured values spread: beside the mean, which a few long ones pull, the median and the 90th percentile
/// (nearest rank: the smallest value that so many per cent do not exceed).
package struct Spread: Hashable, Sendable {
  package let count: Int
  /// Rounded down.
  package let mean: Int64
  package let median: Int64
  package let p90: Int64

  /// nil of nothing.
  package init?(_ values: [Int64]) {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    count = sorted.count
    // Summed by quotient and rest: the sum itself may be more than an integer holds.
    let divisor = Int64(count)
    let rest = sorted.reduce(Int64(0)) { $0 + $1 % divisor }
    mean = sorted.reduce(Int64(0)) { $0 + $1 / divisor } + rest / divisor
    median = sorted[Spread.rank(50, of: count)]
    p90 = sorted[Spread.rank(90, of: count)]
  }

  private static func rank(_ percent: Int, of count: Int) -> Int { max(0, (count * percent + 99) / 100 - 1) }
}
