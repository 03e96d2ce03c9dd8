/// The one function of mathematics that ranking needs; the pure rooms link no C library.
enum Logarithm {
  private static let two: Float = 0.693_147_18

  /// The natural logarithm of a positive finite number: exponent and significand apart, and for the significand the
  /// series of 2·artanh((m − 1) / (m + 1)), exact to a Float's last places for m in 1…2.
  static func natural(_ value: Float) -> Float {
    guard value > 0, value.isFinite else { return 0 }
    let part = (value.significand - 1) / (value.significand + 1)
    let square = part * part
    var series: Float = 0
    for odd in stride(from: Float(13), through: 1, by: -2) { series = series * square + 1 / odd }
    return Float(value.exponent) * two + 2 * part * series
  }
}
