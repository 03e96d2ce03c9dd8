import Console
import Desk
import Kit
import Screen
import Testing

/// In a terminal made by others, hostile texts move no border.
@Suite struct HostileBorderTests {
  private static let isReady = HostileTexts.folder != nil && Tmux.isPresent
  private static let absence = Comment(rawValue: "tmux, or the shared test material, is absent: set GUICHET_SHARED")
  private func console(width: Int, height: Int) throws -> (HostileDesk, Tmux) {
    let desk = try HostileDesk.shared.get()
    let tmux = try #require(Tmux("guichet --lang fr", on: desk.bench, width: width, height: height))
    #expect(tmux.wait(for: "? aide"))
    tmux.press("0")
    #expect(tmux.wait(for: "[0 Tout"))
    return (desk, tmux)
  }

  @Test(.enabled(if: isReady, absence)) func theRuleStaysInItsColumn() throws {
    let (desk, tmux) = try console(width: 200, height: 60)
    let layout = Console.Layout(Size(width: 200, height: 60), showsPreview: true)
    // What stands before each rule of a row, over all the screens.
    var starts: [(row: String, prefixes: [String])] = []
    func take() {
      let rows = tmux.settled()
      #expect(rows.count == 60)
      for row in rows[layout.side.y..<layout.side.y + layout.side.height] {
        starts.append((row, prefixes(of: row, before: "│")))
      }
    }
    for _ in 0..<17 {
      take()
      tmux.press("PageDown")
    }
    tmux.press("g", "g", "Enter")
    for _ in 0..<45 {
      take()
      tmux.press("J")
    }
    let widths = try #require(Tmux.widths(of: starts.flatMap(\.prefixes), on: desk.bench))
    var next = 0
    var moved: [String] = []
    for start in starts {
      let columns = widths[next..<next + start.prefixes.count]
      next += start.prefixes.count
      if !columns.contains(layout.side.x) { moved.append("\(columns) \(start.row)") }
    }
    #expect(moved == [])
  }

  @Test(.enabled(if: isReady, absence)) func noRowWrapsAndTheLastRowsStay() throws {
    let (desk, tmux) = try console(width: 80, height: 24)
    var rows: [String] = []
    func take(_ isTicket: Bool) {
      let screen = tmux.settled()
      #expect(screen.count == 24)
      #expect(screen[23].hasSuffix("? aide"), "\(screen.joined(separator: "\n"))")
      #expect(isTicket || screen[0].contains("[0 Tout"), "\(screen.joined(separator: "\n"))")
      rows += screen
    }
    for _ in 0..<17 {
      take(false)
      tmux.press("PageDown")
    }
    tmux.press("g", "g", "Enter")
    for _ in 0..<45 {
      take(true)
      tmux.press("J")
    }
    let widths = try #require(Tmux.widths(of: rows, on: desk.bench))
    #expect(zip(rows, widths).filter { $0.1 > 80 }.map(\.0) == [])
  }

  /// The ruler of the tests above: what terminals disagree on would show in it.
  @Test(.enabled(if: Tmux.isPresent, "tmux is absent")) func widthsAreTmuxsOwn() throws {
    let widths = try #require(Tmux.widths(of: ["", "abc", "a b  ", "漢字", "e\u{301}", "é│x"], on: Bench()))
    #expect(widths == [0, 3, 5, 4, 1, 3])
  }

  /// What stands before each place of a character.
  private func prefixes(of row: String, before mark: Unicode.Scalar) -> [String] {
    let scalars = row.unicodeScalars
    return scalars.indices.filter { scalars[$0] == mark }.map { String(scalars[..<$0]) }
  }
}
