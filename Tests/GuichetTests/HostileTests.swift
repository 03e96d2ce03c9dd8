import Console
import Desk
import Journal
import Kit
import Screen
import Testing

/// No byte of a hostile text reaches the terminal raw, and no border moves.
@Suite struct HostileTests {
  /// A size, and which of the threads are opened at it: so many pages down, so many of them.
  struct Walk: Sendable, CustomTestStringConvertible {
    var width: Int
    var height: Int
    var pages: Int
    var threads: Int
    var testDescription: String { "\(width)×\(height)" }
  }

  private static let walks = [
    Walk(width: 80, height: 24, pages: 0, threads: 42), Walk(width: 120, height: 40, pages: 1, threads: 40),
    Walk(width: 200, height: 60, pages: 1, threads: 60),
  ]

  @Test(.enabled(if: HostileTexts.isPresent, HostileTexts.absence), arguments: walks)
  func nothingRawReachesTheTerminal(walk: Walk) throws {
    let desk = try HostileDesk.shared.get()
    let pty = try #require(
      Pty([Binary.path, "--lang", "fr"], desk.bench.environment, width: walk.width, height: walk.height))
    #expect(pty.wait(for: "? aide"))
    step(pty, "0")
    // The list from end to end, a page at a time.
    for _ in 0..<desk.subjects.count / (walk.height - 8) + 1 { step(pty, "\u{06}") }
    step(pty, "g")
    step(pty, "g")
    for _ in 0..<walk.pages { step(pty, "\u{06}") }
    // Threads one after the other, the beginning of each and a page more of some.
    step(pty, "\r")
    for place in 0..<walk.threads {
      if place % 3 == 0 { step(pty, " ") }
      step(pty, "J")
    }
    for key in ["z", "b", "\r", "j", "\r", "\u{1B}", "\u{1B}", "r"] { step(pty, key) }
    #expect(TerminalStream(pty.sent).flaws == [])
    // What was hostile was there, made visible.
    let shown = String(decoding: pty.sent, as: UTF8.self).unicodeScalars
    let signs: Set<Unicode.Scalar> = ["␛", "⇄", "\u{FFFD}"]
    #expect(shown.count { signs.contains($0) } > 100)
    pty.type("\u{1B}")
    pty.settle()
    pty.press("Q")
    #expect(pty.end() == 0)
    #expect(TerminalStream(pty.sent).flaws == [])
  }

  /// One key, and what it draws.
  private func step(_ pty: Pty, _ key: String) {
    let before = pty.sent.count
    pty.type(key)
    pty.wait(0.5) { _ in pty.sent.count > before }
    pty.settle(0.02)
  }

  // MARK: - Pipes

  @Test(.enabled(if: HostileTexts.isPresent, HostileTexts.absence)) func pipesGetLinesFitToBeSeen() throws {
    let desk = try HostileDesk.shared.get()
    let list = desk.bench.guichet("list")
    #expect(list.status == 0 && list.output.isSeenWhole)
    #expect(list.output.count { $0 == "\n" } == desk.subjects.count)
    for id in desk.threads.enumerated().filter({ $0.offset % 3 == 0 }).map(\.element.description) {
      let shown = desk.bench.guichet("show", id)
      #expect(shown.status == 0 && shown.output.isSeenWhole, "\(id)")
    }
    let articles = desk.bench.guichet("kb", "list")
    #expect(articles.status == 0 && articles.output.isSeenWhole && articles.output.contains("KB-0040"))
    for article in ["KB-0001", "KB-0013", "KB-0033", "KB-0040"] {
      #expect(desk.bench.guichet("kb", "show", article).output.isSeenWhole, "\(article)")
    }
  }

  @Test(.enabled(if: HostileTexts.isPresent, HostileTexts.absence)) func jsonIsSafeAndLosesNothing() throws {
    let desk = try HostileDesk.shared.get()
    let list = desk.bench.guichet("list", "--json").output
    #expect(list.isSeenWhole)
    let rows = try lines(list)
    let subjects = rows.compactMap { $0["subject"]?.string }
    #expect(subjects.sorted(by: byUnit).elementsEqual(desk.subjects.sorted(by: byUnit), by: sameUnits))
    let names = rows.compactMap { $0["requester"]?["name"]?.string }
    #expect(names.sorted(by: byUnit).elementsEqual(desk.subjects.sorted(by: byUnit), by: sameUnits))
    var bodies: Set<[UInt8]> = []
    for id in desk.threads {
      let shown = desk.bench.guichet("show", id.description, "--json").output
      #expect(shown.isSeenWhole, "\(id)")
      for entry in try lines(shown).first?["thread"]?.array ?? [] where entry["op"]?.string == "message.in" {
        if let text = entry["d"]?["body"]?.string { bodies.insert(Array(text.utf8)) }
      }
    }
    let lost = (HostileTexts.lines + HostileTexts.texts).filter { text in
      // A text too long for its line is there with its beginning.
      !bodies.contains(Array(text.utf8)) && !bodies.contains { $0.count > 1000 && Array(text.utf8).starts(with: $0) }
    }
    #expect(lost == [])
    let articles = desk.bench.guichet("kb", "list", "--json").output
    #expect(articles.isSeenWhole)
    let steps = Set(
      try lines(articles).flatMap { $0["steps"]?.array ?? [] }.compactMap { $0.string.map { Array($0.utf8) } })
    #expect(HostileTexts.lines.allSatisfy { steps.contains(Array($0.utf8)) })
  }

  private func lines(_ output: String) throws -> [JSON] {
    try output.utf8.split(separator: 10).map { try JSONReader.read(Array($0)) }
  }

  /// By bytes: two texts that Unicode holds equal are not the same here.
  private func byUnit(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
  private func sameUnits(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }
}

extension String {
  /// Nothing in it acts on a terminal or hides from an eye.
  fileprivate var isSeenWhole: Bool { unicodeScalars.allSatisfy(TerminalStream.isVisible) }
}

/// The judge of the tests above.
@Suite struct TerminalStreamTests {
  @Test(arguments: [
    "\u{1B}]0;title\u{07}", "\u{1B}P1$r\u{1B}\\", "\u{1B}_x\u{1B}\\", "\u{9B}2J", "a\u{202E}b", "\u{200B}", "\u{07}",
    "\u{7F}", "\u{1B}[?47h", "\u{1B}[?3h", "\u{1B}[6n", "\u{1B}[c", "\u{1B}[8m", "\u{1B}[5m", "\u{1B}c", "\u{1B}#8",
    "\u{1B}[20h", "\u{1B}[21t", "\u{0E}", "\u{E0041}", "\u{1B}[=1h",
  ])
  func whatDoesNotBelongIsFound(text: String) { #expect(TerminalStream(Array(text.utf8)).flaws.count >= 1) }

  @Test(arguments: [
    "plain, é, 漢, 😀\r\n", "\u{1B}[?1049h\u{1B}[22;0;0t\u{1B}[1;24r\u{1B}(B\u{1B}[m\u{1B}[4l", "\u{1B}[38;5;12m",
    "\u{1B}[48;2;1;2;3;1m", "\u{1B}[12;3H\u{1B}[K\u{1B}[J\u{1B}[3X\u{1B}[2b", "\u{1B}[?12l\u{1B}[?25h\u{1B}[?1h\u{1B}=",
  ])
  func whatNcursesSendsBelongs(text: String) { #expect(TerminalStream(Array(text.utf8)).flaws == []) }

  @Test func brokenUTF8IsFound() { #expect(TerminalStream([0x61, 0xC3, 0x28]).flaws == ["bytes that are no UTF-8"]) }

  /// A test that fails must say so: whatever a program sends, the screen it is read from stands.
  @Test(.enabled(if: HostileTexts.isPresent, HostileTexts.absence), arguments: [(80, 24), (3, 2), (1, 1)])
  func noStreamBreaksTheScreenOfTheTests(width: Int, height: Int) {
    for stream in HostileTexts.streams + [HostileTexts.kuhn, Array("a\u{202E}b\u{200D}漢\u{1B}[9;1r\n".utf8)] {
      var screen = VTScreen(width: width, height: height)
      screen.take(stream.prefix(20_000))
      #expect(screen.lines.count == height)
    }
  }

  @Test(.enabled(if: HostileTexts.isPresent, HostileTexts.absence))
  func mostRecordedStreamsAreFound() {
    #expect(HostileTexts.streams.count == 45 && HostileTexts.naughty.count == 515)
    #expect(HostileTexts.streams.count { !TerminalStream($0).flaws.isEmpty } >= 25)
    #expect(!TerminalStream(HostileTexts.kuhn).flaws.isEmpty)
  }
}
