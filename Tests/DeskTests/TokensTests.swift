import Desk
import Testing

@Suite struct TokensTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let words: [String]
    init(_ text: String, _ words: String) {
      self.text = text
      self.words = words.split(separator: " ").map(String.init)
    }
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case("", ""), Case(" ,;— ", ""), Case("Écran NOIR", "ecran noir"), Case("PC-01689", "pc 01689"),
    Case("l’imprimante d'Inès", "imprimante ines"), Case("jusqu’à demain, lorsqu'il", "a demain il"),
    Case("aujourd'hui", "aujourd hui"), Case("le 'c' entre guillemets", "le c entre guillemets"),
    Case("C'EST", "est"), Case("d’ ", "d"), Case("rock'n'roll", "rock roll"), Case("don't", "don t"),
    Case("max_user_connections=10", "max_user_connections 10"), Case("œuvre Straße ĳ", "oeuvre strasse ij"),
    Case("e\u{301}te\u{301}", "ete"), Case("\u{301}a", "a"), Case("10\u{202F}000 €", "10 000"),
    Case("日本語のPC", "日 本 語 の pc"), Case("ПРИВЕТ Ёж", "привет ёж"), Case("Ελλάδα", "ελλάδα"),
    Case("İstanbul", "istanbul"), Case("½ x²", "½ x²"), Case("2×3÷4", "2 3 4"), Case("µs", "µs"),
    Case("amel@desk.example", "amel desk example"), Case("हिन्दी", "हिन्दी"), Case("👍🏽ok", "ok"),
  ]) func cuts(_ text: Case) { #expect(Tokens.words(text.text) == text.words) }

  @Test func longWordsKeepTheirBeginning() {
    let long = Tokens.words(String(repeating: "a", count: 100) + " b")
    #expect(long == [String(repeating: "a", count: 64), "b"])
    // No character is cut in two, and nothing after the one that did not fit is kept.
    let wide = Tokens.words(String(repeating: "a", count: 63) + "я" + "b")
    #expect(wide == [String(repeating: "a", count: 63)])
    #expect(Tokens.words(String(repeating: "a", count: 63) + "œuf") == [String(repeating: "a", count: 63)])
  }

  /// The quick way and the plain way: what `Folding` folds, cut where no letter is.
  @Test func agreesWithFolding() {
    var random = SystemRandomNumberGenerator()
    var texts = ["Où l’été s’achève… à Nîmes", "ÀÉÎÕÜ àéîõü ÿŸ ŒœÆæ ßŠšĲ", "naïve façade, 12,5 %"]
    for _ in 0..<300 {
      var text = String.UnicodeScalarView()
      for _ in 0..<40 {
        let top: UInt32 = [0x80, 0x180, 0x250, 0x600, 0x3000, 0x11_0000].randomElement(using: &random) ?? 0x80
        if let scalar = Unicode.Scalar(UInt32.random(in: 1..<top, using: &random)) { text.append(scalar) }
      }
      texts.append(String(text))
    }
    for text in texts {
      // By scalars: a mark that combines with an apostrophe makes another character of it.
      var plain = ""
      for scalar in text.unicodeScalars {
        plain.unicodeScalars.append("'’‘ʼ".unicodeScalars.contains(scalar) ? " " : scalar)
      }
      #expect(Tokens.words(plain) == slowly(plain), "\(plain.unicodeScalars.map(\.value))")
    }
  }

  /// A text without apostrophes, by way of `Folding`.
  private func slowly(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func end() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars where !(0x300...0x36F).contains(scalar.value) {
      let folded = Folding.fold(String(Character(scalar))).unicodeScalars
      let isWord = isLetter(scalar) || scalar == "_"
      if !isWord {
        end()
      } else if isIdeograph(scalar) {
        end()
        word.append(contentsOf: folded)
        end()
      } else {
        word.append(contentsOf: folded)
      }
    }
    end()
    return words.map { $0.utf8.count > Tokens.longest ? String(decoding: $0.utf8.prefix(64), as: UTF8.self) : $0 }
  }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }

  private func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    let ranges: [ClosedRange<UInt32>] = [
      0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035, 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x1AFF0...0x1B16F, 0x20000...0x323AF,
    ]
    return ranges.contains { $0.contains(scalar.value) } && scalar.properties.generalCategory != .nonspacingMark
  }

  /// Whatever the bytes, words are folded text of at most 64 bytes, in order and within the text.
  @Test func anyBytesAreCut() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let bytes = (0..<60).map { _ in UInt8.random(in: 0...255, using: &random) }
      bytes.withUnsafeBufferPointer { text in
        var end = 0
        Tokens.scan(text) { word, range in
          let isOrderly = range.lowerBound >= end && range.upperBound <= text.count && !range.isEmpty
          #expect(isOrderly && (1...Tokens.longest).contains(word.count), "\(bytes)")
          end = range.upperBound
        }
      }
    }
  }
}
