import Desk
import Journal
import Testing

@Suite struct LineTests {
  /// The format, byte for byte. Whoever changes this breaks every cabinet there is.
  static let golden =
    #"{"v":1,"n":1,"p":"dce77c5886eb6e1c6f64df7285091910","u":"0123456789abcdef","l":1,"#
    + #""at":"2026-03-02T12:00:00.000Z","by":"amel","via":"tui","op":"note.added","d":{"body":"L’été\n\u202e‘fin’ \"ok\" \\ \u001b[31m","#
    + #""visibility":"team"},"h":"45fd261ac9a0dc1331b8dba4b3d05c38"}"#

  static let genesis = Seal.genesis(store: "store0", file: "LYO-1.LYO.jsonl")
  static let text = "L’été\n\u{202E}‘fin’ \"ok\" \\ \u{1B}[31m"

  @Test func aLineIsWrittenByteForByte() {
    let entrant = Entrant(note(LineTests.text), as: amel, at: noon, id: "0123456789abcdef")
    var bytes: [UInt8] = []
    let seal = entrant.append(n: 1, previous: LineTests.genesis, lamport: 1, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == LineTests.golden + "\n")
    #expect(seal.description == "45fd261ac9a0dc1331b8dba4b3d05c38")
  }

  @Test func aLineIsReadBack() throws {
    let line = try Line.read(Array(LineTests.golden.utf8)).get()
    #expect(line.previous == LineTests.genesis)
    let event: TicketEvent = line.event(site: "LYO")
    #expect(
      event
        == TicketEvent(
          id: "0123456789abcdef", site: "LYO", n: 1, lamport: 1, at: noon, by: "amel", via: .tui,
          fact: note(LineTests.text)))
  }

  @Test func theAccountStandsBetweenByAndVia() throws {
    let root = Actor(name: "amel", profile: .n1, account: "root", via: .cli)
    var bytes: [UInt8] = []
    _ = Entrant(note("x"), as: root, at: noon).append(n: 1, previous: LineTests.genesis, lamport: 1, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self).contains(#","by":"amel","account":"root","via":"cli","op":"#))
    #expect(try Line.read(bytes.dropLast()).get().account == "root")
  }

  /// No byte can be another and no end can be missing: a seal tells.
  @Test func everyBitAndEveryLengthCounts() {
    let bytes = Array(LineTests.golden.utf8)
    for at in bytes.indices {
      for bit in 0..<8 {
        var bent = bytes
        bent[at] ^= 1 << UInt8(bit)
        if case .success = Line.read(bent) { Issue.record("bit \(bit) of byte \(at)") }
      }
      if case .success = Line.read(Array(bytes[..<at])) { Issue.record("cut at \(at)") }
    }
  }

  static let noLines: [(name: String, text: String, fault: Line.Fault)] = {
    let golden = LineTests.golden
    var table: [(name: String, text: String, fault: Line.Fault)] = []
    table.append(("nothing", "", .fragment))
    table.append(("zeros", String(repeating: "\u{0}", count: 512), .fragment))
    table.append(("a seal alone", #","h":"00000000000000000000000000000000"}"#, .junk))
    table.append(("brackets", "{}", .stray))
    table.append(("words", "hello", .stray))
    table.append(("words with an end of line of Windows", "hello\r", .stray))
    table.append(("other words in the braces", #"{"w":1"#, .stray))
    table.append(("another number", #"{"v":1,"m":1"#, .stray))
    table.append(("no number", #"{"v":1,"n":x"#, .stray))
    table.append(("no seal", #"{"v":1,"n":12,"p":"hello"#, .stray))
    table.append(("a format to come", #"{"v":2,"#, .fragment))
    table.append(("a few zeros first", "\u{0}\u{0}\u{0}hello", .fragment))
    table.append(("half a line", String(golden.dropLast(60)), .fragment))
    table.append(("all but the seal", String(golden.dropLast(40)), .fragment))
    table.append(("all but the last letter", String(golden.dropLast()), .fragment))
    table.append(("a bent end", String(golden.dropLast()) + "]", .junk))
    table.append(("a bent mark", golden.replacing(#","h":"#, with: #","g":"#), .junk))
    table.append(("a bent digit", String(golden.dropLast(3)) + "X\"}", .junk))
    table.append(("too long", String(golden.prefix(80)) + String(repeating: "x", count: Limits.line), .tooLong))
    return table
  }()

  @Test(arguments: noLines)
  func whatIsNoLine(name: String, text: String, fault: Line.Fault) {
    #expect(Line.read(Array(text.utf8)) == .failure(fault))
  }

  @Test(arguments: [
    (
      "n of nought",
      #"{"v":1,"n":0,"p":"00000000000000000000000000000000","u":"a","l":1,"at":"2026-03-02T12:00:00.000Z","by":"a","op":"x","d":{}"#
    ),
    (
      "clock too large",
      #"{"v":1,"n":1,"p":"00000000000000000000000000000000","u":"a","l":9007199254740992,"at":"2026-03-02T12:00:00.000Z","by":"a","op":"x","d":{}"#
    ),
    (
      "no op",
      #"{"v":1,"n":1,"p":"00000000000000000000000000000000","u":"a","l":1,"at":"2026-03-02T12:00:00.000Z","by":"a","d":{}"#
    ),
    (
      "no JSON",
      #"{"v":1,"n":1,"p":"00000000000000000000000000000000","u":"a","l":1,"at":"2026-03-02T12:00:00.000Z","by":"a","op":"x","d":{"#
    ),
    (
      "bad hex",
      #"{"v":1,"n":1,"p":"0000000000000000000000000000000G","u":"a","l":1,"at":"2026-03-02T12:00:00.000Z","by":"a","op":"x","d":{}"#
    ),
  ])
  func sealedButMeaningless(name: String, body: String) {
    #expect(Line.read(sealed(body)) == .failure(.badContent))
  }

  @Test func aMemberUnknownHereIsPassedOver() throws {
    let line = try Line.read(
      sealed(
        #"{"v":1,"n":3,"p":"00000000000000000000000000000000","u":"a","l":9,"at":"2026-03-02T12:00:00.000Z","by":"b","seen":{"PAR":12},"op":"tag.added","d":{"tag":"t"}"#
      )
    ).get()
    #expect(line.n == 3 && line.op == "tag.added" && line.version == 1)
  }

  @Test func aNewerFormatIsKeptAndFollowedByNobody() throws {
    let line = try Line.read(
      sealed(
        #"{"v":2,"n":3,"p":"00000000000000000000000000000000","u":"a","l":9,"at":"2026-03-02T12:00:00.000Z","by":"b","op":"tag.added","d":{"tag":"t"}"#
      )
    ).get()
    let event: TicketEvent = line.event(site: "LYO")
    #expect(line.version == 2)
    #expect(event.fact == .unknown(op: "v2:tag.added", d: .object(of: ("tag", "t"))))
  }

  private func sealed(_ body: String) -> [UInt8] {
    Array("\(body),\"h\":\"\(SHA256.hash(Array(body.utf8)).seal)\"}".utf8)
  }
}

@Suite struct TokenTests {
  @Test func anEventsIdIsSixteenLettersAndNeverTheSame() {
    let ids = (0..<2000).map { _ in Token.event() }
    #expect(Set(ids).count == 2000)
    #expect(ids.allSatisfy { $0.utf8.count == 16 && $0.allSatisfy("0123456789abcdefghjkmnpqrstvwxyz".contains) })
    // Every letter is met at every place: no bits are lost between draws.
    for place in 0..<16 { #expect(Set(ids.map { Array($0)[place] }).count == 32) }
  }
}
