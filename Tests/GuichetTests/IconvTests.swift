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
      ("cut short", "gb18030", [0xD6, 0xD0, 0xD6], "中\u{FFFD}"),
      ("empty", "cp932", [], ""),
    ] as [(String, String, [UInt8], String)])
  func text(_ name: String, _ charset: String, _ bytes: [UInt8], _ expected: String) {
    #expect(Iconv().decode(bytes, charset: charset) == expected, "\(name)")
  }

  /// A name may not carry an option of iconv (`//TRANSLIT`) nor a path to a module.
  @Test(arguments: ["nope", "", "ascii//translit", "../../x", "utf\u{1B}"])
  func unknown(_ charset: String) {
    #expect(Iconv().decode([0x61], charset: charset) == nil)
  }
}
