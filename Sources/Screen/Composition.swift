/// Letters and their marks made one scalar where Unicode has one (the effect of NFC on letters): ncurses loses the
/// vowel of a decomposed Hangul syllable, and a search by eye expects `é` to be one thing.
enum Composition {
  /// Composed letters: Latin, Greek, Cyrillic, kana. A set compares characters by canonical equivalence, so it finds
  /// `é` when asked for `e` and an acute accent, and hands back its own member.
  private static let letters: Set<Character> = {
    var letters: Set<Character> = []
    for range in [0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF, 0x3040...0x30FF] as [ClosedRange<UInt32>] {
      for value in range {
        if let scalar = Unicode.Scalar(value) { letters.insert(Character(scalar)) }
      }
    }
    return letters
  }()

  static func compose(_ scalars: String.UnicodeScalarView) -> String.UnicodeScalarView {
    var composed = String.UnicodeScalarView()
    var held: Unicode.Scalar?
    var aside: [Unicode.Scalar] = []
    for scalar in scalars {
      if let base = held, let one = syllable(base, scalar) ?? (aside.isEmpty ? letter(base, scalar) : nil) {
        held = one
      } else if held != nil, Width.exact(scalar) == 0, scalar.value >= 0x300 {
        aside.append(scalar)
      } else {
        if let held { composed.append(held) }
        composed.append(contentsOf: aside)
        aside = []
        held = scalar
      }
    }
    if let held { composed.append(held) }
    composed.append(contentsOf: aside)
    return composed
  }

  /// The one scalar for a letter and a mark, when there is one.
  private static func letter(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard mark.value >= 0x300, mark.properties.canonicalCombiningClass != .notReordered else { return nil }
    var pair = String.UnicodeScalarView()
    pair.append(base)
    pair.append(mark)
    let text = String(pair)
    guard text.count == 1, let character = text.first,
      let place = letters.firstIndex(of: character)
    else { return nil }
    return letters[place].unicodeScalars.first
  }

  /// Hangul syllables by arithmetic (Unicode 3.12).
  private static func syllable(_ base: Unicode.Scalar, _ next: Unicode.Scalar) -> Unicode.Scalar? {
    switch (base.value, next.value) {
    case (0x1100...0x1112, 0x1161...0x1175):
      return Unicode.Scalar(0xAC00 + ((base.value - 0x1100) * 21 + next.value - 0x1161) * 28)
    case (0xAC00...0xD7A3, 0x11A8...0x11C2) where (base.value - 0xAC00) % 28 == 0:
      return Unicode.Scalar(base.value + next.value - 0x11A7)
    default: return nil
    }
  }
}
