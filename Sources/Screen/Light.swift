/// A colour as light, for what the eye does with it: contrast, likeness, and what a colour-blind eye sees.
///
/// Written without `pow`: this room has no C library, and two roots by Newton's method are enough.
struct Light: Hashable, Sendable {
  /// Linear light, 0 to 1.
  var red, green, blue: Double

  /// From sRGB (IEC 61966-2-1).
  init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = Light.linear[Int(red)]
    self.green = Light.linear[Int(green)]
    self.blue = Light.linear[Int(blue)]
  }

  private init(_ red: Double, _ green: Double, _ blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  private static let linear: [Double] = (0...255).map { byte in
    let value = Double(byte) / 255
    if value <= 0.04045 { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    // base^2.4 = base² × fifth root of base².
    return base * base * root(base * base, 5)
  }

  /// The n-th root of a number of about [0, 1].
  private static func root(_ value: Double, _ n: Int) -> Double {
    guard value > 0 else { return 0 }
    var guess = 1.0
    for _ in 0..<60 {
      var power = 1.0
      for _ in 1..<n { power *= guess }
      let next = (Double(n - 1) * guess + value / power) / Double(n)
      if abs(next - guess) < 1e-12 { return next }
      guess = next
    }
    return guess
  }

  /// Relative luminance (WCAG 2.2).
  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// Contrast ratio (WCAG 2.2), from 1 to 21.
  func contrast(with other: Light) -> Double {
    let (a, b) = (luminance + 0.05, other.luminance + 0.05)
    return max(a, b) / min(a, b)
  }

  /// How unlike two colours look: the distance in Oklab, about 1 between black and white.
  func distance(to other: Light) -> Double { Light.root(oklab.squaredDistance(to: other.oklab), 2) }

  /// The colour in a space where equal distances look equal (Oklab, Björn Ottosson).
  var oklab: Oklab {
    let l = Light.root(max(0, 0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue), 3)
    let m = Light.root(max(0, 0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue), 3)
    let s = Light.root(max(0, 0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue), 3)
    return Oklab(
      lightness: 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      green: 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      blue: 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s)
  }

  /// What an eye without one kind of cone sees (Viénot, Brettel, Mollon 1999).
  func seen(by blindness: Blindness) -> Light {
    let mixed: Double
    let shift: Double
    switch blindness {
    case .protanopia: (mixed, shift) = (0.11238 * red + 0.88762 * green, 0.00401 * (red - green))
    case .deuteranopia: (mixed, shift) = (0.29275 * red + 0.70725 * green, 0.02234 * (green - red))
    }
    return Light(mixed, mixed, min(1, max(0, blue + shift)))
  }
}

/// A colour's lightness and its two opponent axes.
struct Oklab: Hashable, Sendable {
  var lightness, green, blue: Double

  func squaredDistance(to other: Oklab) -> Double {
    let (l, g, b) = (lightness - other.lightness, green - other.green, blue - other.blue)
    return l * l + g * g + b * b
  }
}

/// The two common kinds of red-green blindness, about one man in twelve together.
package enum Blindness: String, CaseIterable, Hashable, Sendable {
  case protanopia, deuteranopia
}
