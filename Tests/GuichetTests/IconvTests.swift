import Testing

import guichet

@Suite struct IconvTests {
  @Test(
    arguments: [
      ("Russian", "koi8-r", [0xCD, 0xC9, 0xD2], "мир"),
      ("Chinese", "gb18030", [0xD6, 0xD0], "中"),
      ("Japanese", "iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日"),
      ("Korean", "cp949", [0xC7, 0xD1], "한"),
      ("UTF-7", "utf-7", Array("+AOk-".utf8), "é"),
      ("a hole", "cp932", [0x93, 0xFA, 0xFF, 0x61], "日\u{FFFD}a"),
      ("holes in one line", "cp932", [0xFF, 0x93, 0xFA, 0xFF, 0x61, 0xFF, 0x62], "\u{FFFD}日\u{FFFD}a\u{FFFD}b"),
      (
        "holes in several lines", "gb18030", [0x61, 0xFF, 0x0A, 0xD6, 0xD0, 0x0A, 0xFF, 0xD6, 0xD0, 0xFF, 0x0A, 0x62],
        "a\u{FFFD}\n中\n\u{FFFD}中\u{FFFD}\nb"
      ),
      (
        "a hole in a state", "iso-2022-jp",
        [0x61, 0x0A, 0x1B, 0x24, 0x42, 0x46, 0x7C, 0x80, 0x46, 0x7C, 0x1B, 0x28, 0x42, 0x0A, 0x62], "a\n日\u{FFFD}日\nb"
      ),
      ("a line's end in a pair", "cp949", [0xC7, 0x0A, 0xC7, 0xD1], "\u{FFFD}\n한"),
      ("cut short", "gb18030", [0xD6, 0xD0, 0xD6], "中\u{FFFD}"),
      ("empty", "cp932", [], ""),
    ] as [(String, String, [UInt8], String)])
  func text(_ name: String, _ charset: String, _ bytes: [UInt8], _ expected: String) {
    #expect(Iconv().decode(bytes, charset: charset) == expected, "\(name)")
  }

  /// More than a pipe holds, in both directions at once.
  @Test func aLongText() {
    let bytes = [[UInt8]](repeating: [0xC7, 0xD1, 0x0A], count: 400_000).flatMap { $0 }
    #expect(Iconv().decode(bytes, charset: "cp949") == String(repeating: "한\n", count: 400_000))
  }

  /// Another charset than the label says: given up soon, instead of marked byte by byte.
  @Test func noTextOfThatCharset() {
    #expect(Iconv().decode([UInt8](repeating: 0xFF, count: 5000), charset: "cp932") == nil)
  }

  /// A name may not carry an option of iconv (`//TRANSLIT`) nor a path to a module.
  @Test(arguments: ["nope", "", "ascii//translit", "../../x", "utf\u{1B}"])
  func unknown(_ charset: String) {
    #expect(Iconv().decode([0x61], charset: charset) == nil)
  }
}
