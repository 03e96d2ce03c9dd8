import Desk
import Foundation
import Testing

/// A value as text, so that what two readers make of one file can be compared.
private enum Plain: Decodable, CustomStringConvertible {
  case null, bool(Bool), number(Double), string(String), array([Plain]), object([String: Plain])

  init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    if box.decodeNil() {
      self = .null
    } else if let value = try? box.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? box.decode(Int64.self) {
      self = .number(Double(value))
    } else if let value = try? box.decode(Double.self) {
      self = .number(value)
    } else if let value = try? box.decode(String.self) {
      self = .string(value)
    } else if let value = try? box.decode([Plain].self) {
      self = .array(value)
    } else {
      self = .object(try box.decode([String: Plain].self))
    }
  }

  init(_ node: ConfigNode) {
    switch node.value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .number(Double(value))
    case .number(let value): self = .number(value.isNaN ? .nan : value)
    case .string(let value): self = .string(value)
    case .array(let nodes): self = .array(nodes.map(Plain.init))
    case .object(let members):
      self = .object(Dictionary(members.map { ($0.key, Plain($0.value)) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    // A whole number has no minus zero here.
    case .number(let value): value.isNaN ? "nan" : "\(value == 0 ? 0 : value)"
    case .string(let value): value.debugDescription
    case .array(let values): "\(values)"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { "\($0.key.debugDescription): \($0.value)" }
        .joined(separator: ", ") + "}"
    }
  }
}

private let nested = [512, 513].map { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }

/// Texts that a reader of hand-written JSON may be given, right and wrong.
private let texts: [String] =
  [
    // commas
    "{a:1,}", "[1,]", "[,]", "{,}", "[1,,2]", "[1 2]", "{a:1 b:2}", "{a 1}", "{}", "[]", "[[],{}]",
    // comments and space
    "// c\n1", "/* a */1/* b */", "/* a", "1 // end", "/", "// only", "/* /* */ */ 1", "/**/1", "/***/1", "//\r1",
    "//\u{2028}1", "#c\n1", "[1/*a*/,/*b*/2]", "{/*a*/a/*b*/:/*c*/1/*d*/}", "\u{FEFF}1", " \u{A0}1", "\u{B}1",
    "\u{C}1", "\u{2028}1", "\t\r\n 1", "", " ", "1 2", "[1}", "{a:1]",
    // strings
    "'a'", "'a\"b'", "\"a'b\"", "'a\\'b'", "\"\\'\"", "\"a\\\nb\"", "\"a\\\r\nb\"", "\"a\\\rb\"", "\"a\\\u{2028}b\"",
    "\"a\nb\"", "\"a\tb\"", "\"\\x41\"", "\"\\xe9\"", "\"\\x4\"", "\"\\v\"", "\"\\0\"", "\"\\a\"", "\"\\/\"", "\"\\1\"",
    "\"\\u00e9\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\ude00\"", "\"\\ud83dx\"", "\"\\u00\"", "\"\\u{1}\"",
    "\"\u{2028}\"", "\"\u{0}\"", "'\u{1}'", "\"abc", "'abc", "'abc\"", "\"\\", "\"été 🎉\"",
    // numbers; not `1e+`, on which Foundation's decoder traps
    "+1", "+ 1", "-1", "-0", "+0", "0x1F", "0X1f", "-0x10", "+0x10", "0x", "0xG", ".5", "5.", "-.5", "+.5", ".", "1.e3",
    "1e", "01", "00", "-01", "1.5", "1E5", "1e+5", "1e-5", "-", "+", "--1", "+-1", "9223372036854775808", "1.0",
    "Infinity", "-Infinity", "+Infinity", "NaN", "-NaN", "infinity", "nan", "Inf", "1e400", "0x1.8", "0x1e5", "1_000",
    "0b1", "0o7", "0x7fffffffffffffff",
    // bare keys
    "{a-b:1}", "{a_b:1}", "{$a:1}", "{1a:1}", "{a1:1}", "{é:1}", "{\\u0061:1}", "{a\\u0062:1}", "{a\\u00:1}", "{:1}",
    "{a b:1}", "{null:1}", "{true:1}", "{a.b:1}", "{'a':1}", "{\"a\":1,\"a\":2}", "{\"\":1}", "{'':1}", "{\u{200D}a:1}",
    "{a\u{200D}:1}", "{ª:1}", "{@:1}", "{a#:1}", "{для:1}", "{日:1}",
    // words
    "true", "false", "null", "True", "nul", "nullx", "truefalse", "[true false]", "undefined",
    // torn
    "[1", "{a:1", "{a:", "{a", "{", "[", "{a:1}}",
  ] + nested

@Suite struct ConfigReaderTests {
  /// On Linux `JSONSerialization` knows no JSON5; `JSONDecoder` does, with the same scanner.
  @Test(arguments: texts) func readsWhatFoundationReads(_ text: String) {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    // Foundation looks one byte beyond a number at the end of a text, and traps on what lies there by chance.
    let theirs = (try? decoder.decode(Plain.self, from: Data((text + " ").utf8)))?.description
    let ours = (try? ConfigReader.read(Array(text.utf8), file: "a.json")).map { Plain($0).description }
    #expect(ours == theirs)
  }

  static let faults: [(text: String, line: Int, column: Int, syntax: ConfigReader.Syntax)] = [
    ("{\n  a: 1\n  b: 2\n}", 3, 3, .missingComma),
    ("{\n  a 1}", 2, 5, .missingColon),
    ("{ a: \"é\", b: tru }", 1, 14, .unexpected),
    ("[1,\r\n 2,\r\n 03]", 3, 2, .badNumber),
    ("[1,\r 'a\\q']", 2, 4, .badEscape),
    ("{\n  // fin\n  a: 'sans fin\n}", 3, 15, .controlCharacter),
    ("[ /* jamais ]", 1, 3, .neverClosed),
    ("['abc", 1, 2, .neverClosed),
    ("{ a: [1, 2", 1, 11, .end),
    ("1e+", 1, 1, .badNumber),
    ("\u{FEFF}{} x", 1, 4, .trailing),
  ]

  @Test(arguments: faults.indices) func namesLineAndColumn(_ at: Int) {
    let fault = ConfigReaderTests.faults[at]
    let place = ConfigPlace(line: fault.line, column: fault.column)
    let expected = ConfigFault(file: "f.json", at: place, .syntax(fault.syntax))
    #expect(throws: expected) { try ConfigReader.read(Array(fault.text.utf8), file: "f.json") }
  }

  @Test func everyValueKnowsItsPlace() throws {
    let node = try ConfigReader.read(Array("// été\n{\n  a: [1,\n   'é', 2],\n  é: {b: null}\n}".utf8), file: "f.json")
    let places = (node["a"]?.array ?? []).map(\.place) + (node.members ?? []).map(\.place)
    let expected = [(3, 7), (4, 4), (4, 9), (3, 3), (5, 3)].map { ConfigPlace(line: $0.0, column: $0.1) }
    #expect(places == expected)
    #expect(node["é"]?["b"]?.isNull == true)
  }

  @Test func badUTF8IsNamedWhereverItStands() {
    let expected = ConfigFault(file: "f.json", at: ConfigPlace(line: 2, column: 4), .syntax(.notUTF8))
    #expect(throws: expected) {
      try ConfigReader.read(Array("{\n// ".utf8) + [0xE9, 10] + Array("}".utf8), file: "f.json")
    }
  }

  /// Whatever the bytes, an answer; half of a good text and a text with one byte changed among them.
  @Test func anyBytesGetAnAnswer() {
    let good = Array(texts.prefix(140).joined(separator: "\n").utf8)
    for cut in stride(from: 0, to: good.count, by: 7) {
      var spoilt = Array(good[cut...].prefix(60))
      _ = try? ConfigReader.read(spoilt, file: "f.json")
      if !spoilt.isEmpty { spoilt[cut % spoilt.count] = UInt8(truncatingIfNeeded: cut) }
      _ = try? ConfigReader.read(spoilt, file: "f.json")
    }
  }
}
