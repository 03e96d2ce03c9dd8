import Desk
import Glibc
import Journal
import Testing

@Suite struct JSONTests {
  /// RFC 8259: every text of JSONTestSuite that must be read is read, none that must not.
  @Test(.enabled(if: Shared.has("data/json/test_parsing"), "JSONTestSuite is not beside the project"))
  func theSuiteOfSeriot() {
    var read = 0
    for name in Shared.names("data/json/test_parsing") {
      let isRead = (try? JSONReader.read(readBytes(Shared.path("data/json/test_parsing/" + name)))) != nil
      if name.hasPrefix("y_"), !isRead { Issue.record("must be read: \(name)") }
      if name.hasPrefix("n_"), isRead { Issue.record("must not be read: \(name)") }
      read += 1
    }
    #expect(read > 300)
  }

  @Test(arguments: [
    ("nul", "\u{0}", #""\u0000""#), ("escape", "\u{1B}[31m", #""\u001b[31m""#),
    ("short", "\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
    ("quote", "a\"b\\c/", #""a\"b\\c/""#), ("delete", "\u{7F}", #""\u007f""#),
    ("c1", "\u{80}\u{9B}\u{9F}", #""\u0080\u009b\u009f""#),
    ("after c1", "\u{A0}é", "\"\u{A0}é\""), ("soft hyphen", "\u{AD}", #""\u00ad""#),
    ("bidi", "\u{61C}\u{200E}\u{202E}\u{2066}\u{2069}", #""\u061c\u200e\u202e\u2066\u2069""#),
    ("separators", "\u{2028}\u{2029}", #""\u2028\u2029""#),
    ("zero width", "\u{200B}\u{200D}\u{FEFF}", #""\u200b\u200d\ufeff""#),
    ("joiner", "\u{2060}", #""\u2060""#), ("vowel separator", "\u{180E}", #""\u180e""#),
    ("annotation", "\u{FFF9}", #""\ufff9""#),
    ("tag", "\u{E0041}", #""\udb40\udc41""#), ("typographic", "L’été — « ok »…", "\"L’été — « ok »…\""),
    ("emoji", "🖨", "\"🖨\""),
  ])
  func stringsAtRest(name: String, text: String, written: String) throws {
    let bytes = JSONWriter.bytes(.string(text))
    #expect(String(decoding: bytes, as: UTF8.self) == written)
    #expect(try JSONReader.read(bytes).string.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
  }

  @Test(arguments: [
    ("members by their bytes", #"{"é":1,"k2":2,"K":3,"k10":4}"#, #"{"K":3,"k10":4,"k2":2,"é":1}"#),
    ("inside too", #"[{"b":{"d":1,"c":2},"a":null}]"#, #"[{"a":null,"b":{"c":2,"d":1}}]"#),
    (
      "numbers keep their text", "[1.50,1E+2,-0,12345678901234567890,9007199254740993]",
      "[1.50,1E+2,-0,12345678901234567890,9007199254740993]"
    ),
    ("spaces go", " { \"a\" : [ 1 , true ] } ", #"{"a":[1,true]}"#), ("empty", "{}", "{}"),
  ])
  func valuesAtRest(name: String, text: String, written: String) throws {
    #expect(String(decoding: JSONWriter.bytes(try JSONReader.read(Array(text.utf8))), as: UTF8.self) == written)
  }

  @Test func whatIsNoNumberIsNotWrittenBare() {
    #expect(JSONWriter.bytes(.number("1,\"x\":2")) == Array(#""1,\"x\":2""#.utf8))
  }

  @Test func depthHasALimit() throws {
    let inside = String(repeating: "[", count: Limits.jsonDepth) + String(repeating: "]", count: Limits.jsonDepth)
    _ = try JSONReader.read(Array(inside.utf8))
    #expect(throws: JSONError(reason: .tooDeep, offset: Limits.jsonDepth)) {
      try JSONReader.read(Array(("[" + inside + "]").utf8))
    }
  }

  /// Any value comes back as it was written, and writing it again gives the same bytes.
  @Test func writingAndReadingAreInverse() throws {
    var random = Seeded(seed: 7)
    for _ in 0..<2000 {
      let value = random.json(depth: 4)
      let bytes = JSONWriter.bytes(value)
      if JSONWriter.bytes(try JSONReader.read(bytes)) != bytes { Issue.record("\(value)") }
      if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { Issue.record("raw control in \(value)") }
    }
  }

  /// Bytes bent at random are read or refused, and never bring the reader down.
  @Test func bentBytesNeverTrap() {
    var random = Seeded(seed: 8)
    for _ in 0..<3000 {
      var bytes = JSONWriter.bytes(random.json(depth: 4))
      for _ in 0...random.below(3) where !bytes.isEmpty {
        bytes[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next())
      }
      _ = try? JSONReader.read(Array(bytes.prefix(random.below(bytes.count + 1))))
    }
  }
}
