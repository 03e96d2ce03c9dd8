/// How many colours a terminal has.
package enum Depth: Int, CaseIterable, Comparable, Hashable, Sendable {
  /// None, or none wanted (`NO_COLOR`): attributes only.
  case mono
  case eight
  case sixteen
  case indexed
  /// A `-direct` terminal description.
  case direct

  package static func < (a: Depth, b: Depth) -> Bool { a.rawValue < b.rawValue }

  /// The depth of a terminal that announces so many colours.
  package init(colors: Int) {
    switch colors {
    case ..<8: self = .mono
    case ..<16: self = .eight
    case ..<256: self = .sixteen
    case ..<0x100_0000: self = .indexed
    default: self = .direct
    }
  }
}

extension Color {
  /// Names of the first sixteen in a theme file, in order.
  package static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red",
    "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
  ]

  /// Whether a terminal of that depth has this very colour. One of 256 has no other reds than its own.
  func isExact(at depth: Depth) -> Bool {
    switch self {
    case .standard: true
    case .indexed(let number): depth >= (number < 8 ? .eight : number < 16 ? .sixteen : .indexed)
    case .rgb: depth >= .indexed
    }
  }

  /// The nearest colour of a terminal of that depth; the terminal's own when it has none.
  package func nearest(at depth: Depth) -> Color {
    if depth == .mono { return .standard }
    switch self {
    case .standard: return self
    case .indexed(let number):
      if depth >= .indexed || isExact(at: depth) { return self }
      return number < 16 ? .indexed(number % 8) : nearest(of: 0..<(depth == .eight ? 8 : 16))
    case .rgb:
      if depth == .direct { return self }
      // The first sixteen are the user's own and may be anything: not used where there are others.
      return nearest(of: depth == .indexed ? 16..<256 : 0..<(depth == .eight ? 8 : 16))
    }
  }

  private func nearest(of numbers: Range<Int>) -> Color {
    guard let wanted = light?.oklab else { return self }
    func distance(_ number: Int) -> Double { Color.oklabs[number].squaredDistance(to: wanted) }
    let best = numbers.min { distance($0) < distance($1) }
    return .indexed(UInt8(clamping: best ?? 7))
  }

  private static let oklabs = (0..<256).map { light(of: $0).oklab }

  /// The colour as light; nil for the terminal's own. The first sixteen are taken as xterm's.
  var light: Light? {
    switch self {
    case .standard: nil
    case .indexed(let number): Color.light(of: Int(number))
    case .rgb(let red, let green, let blue): Light(red: red, green: green, blue: blue)
    }
  }

  /// xterm's sixteen colours.
  private static let sixteen: [(UInt8, UInt8, UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]

  private static func light(of number: Int) -> Light {
    if number < 16 {
      let (red, green, blue) = sixteen[max(0, number)]
      return Light(red: red, green: green, blue: blue)
    }
    if number >= 232 {
      let grey = UInt8(clamping: 8 + 10 * (number - 232))
      return Light(red: grey, green: grey, blue: grey)
    }
    func level(_ step: Int) -> UInt8 { UInt8(clamping: step == 0 ? 0 : 55 + 40 * step) }
    let cube = number - 16
    return Light(red: level(cube / 36), green: level(cube / 6 % 6), blue: level(cube % 6))
  }
}
