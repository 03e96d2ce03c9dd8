import Kit
import Screen
import Testing

/// Raw text, what may be shown of it, and how many characters were hidden.
struct Cleaning: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let raw: String
  let shown: String
  let hidden: Int

  init(_ name: String, _ raw: String, _ shown: String, hidden: Int = 0) {
    (testDescription, self.raw, self.shown, self.hidden) = (name, raw, shown, hidden)
  }
}

@Test(arguments: [
  Cleaning("plain French", "L’été, « ça » coûte 3 €…", "L’été, « ça » coûte 3 €…"),
  Cleaning("escape sequence", "a\u{1b}[2Jb", "a␛[2Jb"), Cleaning("null and delete", "\u{0}\u{7f}", "␀␡"),
  Cleaning("C1", "a\u{9b}31m\u{85}", "a·31m·"), Cleaning("tab", "a\tb", "a b"),
  Cleaning("line end", "a\r\nb\nc", "a␤b␤c"), Cleaning("lone return", "safe\rrm", "saferm", hidden: 1),
  Cleaning("last return", "a\r", "a", hidden: 1), Cleaning("line separator", "a\u{2028}b", "a␤b"),
  Cleaning("override", "a\u{202e}gpj.exe", "a⇄gpj.exe", hidden: 1),
  Cleaning("isolate", "\u{2066}a\u{2069}", "⇄a⇄", hidden: 2),
  Cleaning("zero width", "pay\u{200b}pal\u{feff}\u{2060}\u{ad}", "paypal", hidden: 4),
  Cleaning("joiner between letters", "a\u{200d}b", "ab", hidden: 1),
  Cleaning("joiner that is spelling", "\u{646}\u{200c}\u{6cc}", "\u{646}\u{6cc}"),
  Cleaning("tags", "a\u{E0041}\u{E0042}", "a", hidden: 2),
  Cleaning("flag of tags", "🏴\u{E0067}\u{E0062}\u{E007F}x", "🏴x"),
  Cleaning("variation selectors", "❤\u{fe0f} ⌚\u{fe0e} a\u{fe01}", "❤ ⌚ a", hidden: 1),
  Cleaning("skin tone", "👍🏽!", "👍!"), Cleaning("keycap", "1\u{fe0f}\u{20e3}", "1"),
  Cleaning("family", "👨\u{200d}👩\u{200d}👧 x", "👨 x"), Cleaning("technician", "👩🏽\u{200d}💻", "👩"),
  Cleaning("rainbow", "🏳\u{fe0f}\u{200d}🌈", "🏳"), Cleaning("flag", "🇫🇷", "FR"),
  Cleaning("not assigned", "a\u{1FAE8}\u{378}", "a□□"), Cleaning("noncharacter", "\u{FFFF}", "□"),
  Cleaning("decomposed", "e\u{301}te\u{301}", "été"), Cleaning("two marks", "e\u{302}\u{301}", "ế"),
  Cleaning("decomposed Greek", "α\u{301}", "ά"), Cleaning("decomposed Cyrillic", "и\u{306}", "й"),
  Cleaning("Hangul by letters", "\u{1112}\u{1161}\u{11ab}", "한"),
  Cleaning("too many marks", "a\u{316}\u{317}\u{318}\u{319}\u{31a}\u{31b}", "a\u{316}\u{317}\u{318}\u{319}", hidden: 2),
  Cleaning("mark on nothing", "\u{301}a", "◌\u{301}a"),
  Cleaning("Hangul filler", "a\u{3164}b", "ab", hidden: 1),
])
func aLineIsMadeSafe(_ cleaning: Cleaning) {
  let safe = SafeText.line(cleaning.raw)
  #expect(Array(safe.text.unicodeScalars) == Array(cleaning.shown.unicodeScalars))
  #expect(safe.hidden == cleaning.hidden)
}

@Test(arguments: [
  Cleaning("lines", "a\r\nb\n\nc", "a\nb\n\nc"), Cleaning("separators", "a\u{2028}b\u{2029}c", "a\nb\nc"),
  Cleaning("tab stops", "a\tb\n\tc\n日\td", "a       b\n        c\n日      d"),
])
func aBodyIsMadeSafe(_ cleaning: Cleaning) {
  #expect(SafeText.body(cleaning.raw).text == cleaning.shown)
}

/// `==` on strings is canonical equivalence, so this says nothing is lost; the scalars say it is composed.
@Test func composingKeepsTheMeaning() {
  let marks: [Unicode.Scalar] = [
    "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{308}", "\u{30C}", "\u{323}", "\u{328}",
  ]
  var wrong: [String] = []
  for letter in "aceinosuyzAEOUαιωυиеキ한" {
    for first in marks {
      for second in marks {
        let raw = String(letter) + String(first) + String(second)
        let safe = SafeText.line(raw)
        if safe.text != raw || safe.hidden != 0 { wrong.append(raw) }
      }
    }
  }
  #expect(wrong.isEmpty)
}

@Test func badBytesBecomeReplacements() {
  #expect(SafeText.line(bytes: [0x61, 0xFF, 0xE2, 0x82, 0x62]).text == "a\u{FFFD}\u{FFFD}b")
}

@Test(arguments: [
  ("Échéance dépassée d’1 h", "Echeance depassee d'1 h"), ("▌ A. Ben Salah — œuvre…", "> A. Ben Salah - oeuvre..."),
  ("Łódź, Ö. Şahin, Núñez, ế", "Lodz, O. Sahin, Nunez, e"), ("─│╭╮┊▲‖✓", "-|++:^=v"), ("日本 🔥", "?? ?"),
  ("3 €", "3 EUR"),
])
func textHasAnAsciiForm(_ text: String, _ ascii: String) { #expect(SafeText.ascii(text) == ascii) }

// MARK: - Laws over hostile material

/// Scalars nothing shown may hold: controls, what turns the text, what nobody sees.
func isForbidden(_ scalar: Unicode.Scalar, isBody: Bool) -> Bool {
  switch scalar.value {
  case 0x0A: !isBody
  case 0..<0x20, 0x7F...0x9F, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F,
    0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
    true
  default: false
  }
}

/// The text breaks the law: what is wrong, nil when nothing is.
func fault(in raw: String) -> String? {
  for isBody in [false, true] {
    let safe = isBody ? SafeText.body(raw) : SafeText.line(raw)
    if let bad = safe.text.unicodeScalars.first(where: { isForbidden($0, isBody: isBody) }) {
      return "U+\(String(bad.value, radix: 16)) is shown"
    }
    let again = isBody ? SafeText.body(safe.text) : SafeText.line(safe.text)
    if again.text != safe.text { return "cleaning twice differs" }
    if SafeText.ascii(safe.text).utf8.contains(where: { $0 > 0x7E }) { return "not ASCII" }
    for line in safe.text.split(separator: "\n").prefix(500) {
      if let fault = slippedBorder(String(line)) { return fault }
    }
  }
  return slippedBorder(String(raw.prefix(200)))
}

/// Draws text between two borders: they must stay in their columns, and the row keep its width.
private func slippedBorder(_ text: String) -> String? {
  let width = 37
  var frame = Frame(width: width, height: 1)
  frame.put("│", x: 0)
  frame.put(text, x: 0, in: Area(x: 1, width: width - 2, height: 1))
  frame.put("│", x: width - 1)
  let line = frame.line(0)
  if Width.of(line) != width { return "a row of \(Width.of(line)) columns" }
  if frame[0, 0].scalar != "│" || frame[width - 1, 0].scalar != "│" { return "a border moved" }
  if line.unicodeScalars.contains(where: { isForbidden($0, isBody: false) }) { return "a cell holds a control" }
  for wrapped in Wrap.lines(String(text.prefix(400)), width: 20) where Width.of(wrapped) > 20 {
    return "a folded line of \(Width.of(wrapped)) columns"
  }
  return nil
}

private let hasMaterial = Files.shared("data/unicode") != nil

@Test(.enabled(if: hasMaterial, "the shared material is not here"))
func naughtyStringsAreSafe() throws {
  // The file is JSON; its raw form keeps the escapes, so the plain list is read too.
  for name in ["blns.txt", "blns.json"] {
    let text = try #require(Files.shared("data/unicode/blns/" + name).flatMap(Files.text))
    for line in text.split(separator: "\n") { #expect(fault(in: String(line)) == nil) }
  }
}

@Test(
  .enabled(if: hasMaterial, "the shared material is not here"),
  arguments: ["escapes", "kuhn", "trojan-source", "utf8tests"])
func recordedStreamsAreSafe(_ folder: String) throws {
  let files = Files.below(try #require(Files.shared("data/unicode/" + folder)))
  #expect(!files.isEmpty)
  for file in files {
    // The heart of a long recording is like its head.
    let bytes = try #require(Files.bytes(file)).prefix(60_000)
    #expect(fault(in: String(decoding: bytes, as: UTF8.self)) == nil, "\(file)")
  }
}

@Test(.enabled(if: hasMaterial, "the shared material is not here"))
func replacementsAreThoseOfTheReference() throws {
  let folder = try #require(Files.shared("data/unicode/utf8tests"))
  let bytes = try #require(Files.bytes(folder + "/utf8tests.bin"))
  let wanted = try #require(Files.bytes(folder + "/utf8.replace.ref.txt"))
  #expect(Array(String(decoding: bytes, as: UTF8.self).utf8) == wanted)
}

@Test(.enabled(if: hasMaterial, "the shared material is not here"))
func everyEmojiSequenceIsOnePicture() throws {
  let text = try #require(Files.shared("data/unicode/ucd/emoji-test.txt").flatMap(Files.text))
  var wrong: [String] = []
  for line in text.split(separator: "\n") where !line.hasPrefix("#") {
    let codes = line.prefix { $0 != ";" }.split(separator: " ").compactMap {
      UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: codes)
    let safe = SafeText.line(String(view))
    if safe.hidden != 0 || safe.text.isEmpty || Width.of(safe.text) > 2 { wrong.append(String(view)) }
  }
  #expect(wrong.isEmpty)
}
