import Console
import Desk
import Journal
import Screen
import Testing
import guichet

/// The quick way of writing rows says what the long way says.
@Suite struct PageTests {
  private func text(_ write: (inout Page) -> Void) -> String {
    var page = Page(room: 1)
    write(&page)
    var text = ""
    page.withBytes { text = String(decoding: $0, as: UTF8.self) }
    return text
  }

  private func expectSame(_ raw: String) {
    if text({ $0.put(line: raw) }) != SafeText.line(raw).text {
      Issue.record("line \(raw.unicodeScalars.map(\.value))")
    }
    let json = String(decoding: JSONWriter.bytes(.string(raw)), as: UTF8.self)
    if text({ $0.put(json: raw) }) != json { Issue.record("JSON \(raw.unicodeScalars.map(\.value))") }
  }

  private static let planes: [(name: String, scalars: ClosedRange<UInt32>)] = [
    ("Latin and marks", 0...0x36F), ("Arabic and its marks", 0x600...0x61F), ("general punctuation", 0x1FFE...0x2070),
    ("Latin of Vietnamese", 0x1DF0...0x1F10), ("currency", 0x20A0...0x20D0), ("the last of two bytes", 0x7F0...0x810),
    ("specials", 0xFEF0...0xFFFF),
    ("emoji", 0x1F5F0...0x1F610), ("tags", 0xE0000...0xE0080),
  ]

  /// Every character, alone and at each place of a word of eight.
  @Test(arguments: planes.indices) func charactersAreWrittenAsBefore(row: Int) {
    for value in PageTests.planes[row].scalars {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for before in [0, 1, 7] { expectSame(String(repeating: "a", count: before) + String(scalar) + "bcdefghi") }
    }
  }

  @Test(arguments: [
    "", "a", "abcdefg", "abcdefgh", "abcdefghi", "L’imprimante du 2ᵉ étage — « hors service »…", "a\"b\\c/d", "\t\r\n",
    "e\u{301}", "👩‍👩‍👧 🇫🇷", "\u{1B}[31m\u{9B}x", "\u{202E}txt.exe", "100 €",
    "\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}",
  ])
  func textsAreWrittenAsBefore(raw: String) { expectSame(raw) }

  @Test(arguments: [0, 9, 10, 99, 100, 12_345_678_901, .max, -1, .min] as [Int64])
  func numbers(number: Int64) { #expect(text { $0.put(number) } == String(number)) }

  @Test(arguments: [0, 951_782_400_000, 1_764_000_000_123, 253_402_300_799_999, 253_402_300_800_000, -1] as [Int64])
  func instants(ms: Int64) {
    #expect(text { $0.put(json: Instant(ms: ms)) } == "\"" + Instant(ms: ms).rfc3339 + "\"")
  }

  /// Rows with each member there and not there.
  private static let rows: [Summary] = {
    let bare = Summary(Ticket.fold(TicketID(site: "LYO", number: 34_217), [], under: Rules()))
    var full = bare
    full.subject = "« Écran » noir\u{202E} \"3\"\n"
    full.requester = Party(name: "Inès", email: "ines@acme.example", phone: "04\u{0}")
    (full.category, full.group, full.owner, full.steward) = ("Poste/Écran", "n2", "léa", "bob")
    (full.customer, full.site, full.asset, full.tags) = ("acme", "Lyon", "PC-\\1", ["vip", "à\tvoir"])
    (full.nextDate, full.awaitsReply, full.owesHandoff) = (Instant(ms: 1_764_000_000_123), true, true)
    full.hasBounced = true
    (full.isDamaged, full.isQualified, full.lamport) = (false, true, 42)
    full.due = Summary.Due(clock: .firstReply, standing: .running(due: Instant(ms: 5_000), warning: Instant(ms: -5)))
    let clocks = ServiceClock.allCases.map { clock in
      var row = full
      row.id = TicketID(site: "a\"b", number: 1)
      row.isDamaged = true
      row.subject = "\u{301}combined"
      row.due = Summary.Due(clock: clock, standing: .paused(left: -3600))
      row.tags = ["one"]
      row.requester.email = nil
      return row
    }
    return [bare, full] + clocks
  }()

  @Test(arguments: rows.indices) func rowsInJSON(row: Int) {
    let row = PageTests.rows[row]
    #expect(text { $0.put(json: row) } == String(decoding: JSONWriter.bytes(row.json), as: UTF8.self) + "\n")
  }

  @Test(arguments: rows.indices) func rowsInAPipe(row: Int) {
    let (row, words, now) = (PageTests.rows[row], Words(.french), Instant(ms: 90_000))
    for home in ["LYO", "PAR"] {
      let cells = [
        words.name(row.id, home: home), row.priority.name, words.due(row, now), words.short(row.state),
        row.level.rawValue, row.owner ?? "—", row.requester.label, (row.isDamaged ? "¿ " : "") + row.subject,
      ]
      let expected = cells.map { SafeText.line($0).text }.joined(separator: "\t") + "\n"
      #expect(text { $0.put(ListedRow(row), words, home: home, now: now) } == expected)
    }
  }
}
