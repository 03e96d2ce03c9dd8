import Desk
import Screen
import Testing
import guichet

@Suite struct KeyboardTests {
  private func read(_ codes: [Int32], isUTF8: Bool = true) -> [Keyboard.Input] {
    var keyboard = Keyboard()
    keyboard.isUTF8 = isUTF8
    keyboard.codes = [258: .down]
    var rest = codes[...]
    return keyboard.read { rest.popFirst() }
  }

  private static let table: [(name: String, codes: [Int32], keys: [Key])] = [
    ("a letter", [0x61], ["a"]),
    ("é in two bytes", [0xC3, 0xA9], ["é"]),
    ("an emoji in four", [0xF0, 0x9F, 0x94, 0xA5], ["🔥"]),
    ("a lone escape", [27], [.escape]),
    ("two escapes", [27, 27], [.escape, .escape]),
    ("Alt and a letter", [27, 0x78], [.alt("x")]),
    ("Alt and Enter", [27, 13], [.alt(.enter)]),
    ("Alt and é", [27, 0xC3, 0xA9], [.alt("é")]),
    ("Control", [0x18, 0x1A, 0x00], [.ctrl("x"), .ctrl("z"), .ctrl(" ")]),
    ("an arrow", [258], [.down]),
    ("a code nobody knows", [999], []),
    ("a character cut by another", [0xC3, 0x28], ["("]),
    ("a stray byte", [0xA9, 0xFF, 0x61], ["a"]),
    ("an overlong slash", [0xC0, 0xAF, 0x61], ["a"]),
    ("a surrogate", [0xED, 0xA0, 0x80, 0x61], ["a"]),
    ("both deletes", [0x7F, 0x08], [.backspace, .backspace]),
    ("a held key is no paste", [Int32](repeating: 0x6A, count: 200), [Key](repeating: "j", count: 200)),
  ]

  @Test(arguments: table.indices)
  func bytesBecomeKeys(row: Int) {
    let (name, codes, keys) = KeyboardTests.table[row]
    #expect(read(codes) == keys.map { .key($0) }, Comment(rawValue: name))
  }

  @Test func aPasteIsOneText() {
    let codes = [2001] + "é\r\nb\rc\u{1B}x".utf8.map { Int32($0) } + [2002, 0x71]
    #expect(read(codes) == [.paste("é\nb\nc\u{1B}x"), .key("q")])
  }

  @Test func aBurstIsAPaste() {
    #expect(read("nouveau ticket".utf8.map { Int32($0) }) == [.paste("nouveau ticket")])
    #expect(read("jjkk".utf8.map { Int32($0) }).count == 4)
  }

  @Test func aPasteWithoutEndIsEnded() {
    var keyboard = Keyboard()
    var rest = ([2001] + [0x61, 0x62] as [Int32])[...]
    #expect(keyboard.read { rest.popFirst() }.isEmpty)
    #expect(keyboard.isPasting)
    #expect(keyboard.endPaste() == [.paste("ab")])
    #expect(!keyboard.isPasting)
  }

  @Test func latin1IsReadAsItIs() {
    #expect(read([0xE9], isUTF8: false) == [.key("é")])
  }

  /// Whatever comes, no key is a control character.
  @Test func anyBytesAreSafe() {
    var state: UInt64 = 7
    for _ in 0..<300 {
      let codes = (0..<40).map { _ -> Int32 in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return Int32(state >> 40 & 0xFF)
      }
      for case .key(.char(let scalar)) in read(codes) { #expect(scalar.value >= 0x20) }
    }
  }
}
