import Kit
import Testing
import guichet

/// A terminal's `sgr` and `sgr0` before and after the choice of a character set was taken out.
struct Terminfo: CustomStringConvertible, Sendable {
  var description: String
  var change: String
  var reset: String
  /// nil where both stay as they were.
  var after: (change: String, reset: String, plain: String)?

  init(_ name: String, _ change: String, _ reset: String, _ after: (String, String, String)? = nil) {
    (description, self.change, self.reset) = (name, change, reset)
    self.after = after.map { (change: $0.0, reset: $0.1, plain: $0.2) }
  }
}

private let terminals = [
  Terminfo(
    "xterm", "%?%p9%t\u{1B}(0%e\u{1B}(B%;\u{1B}[0%?%p6%t;1%;m", "\u{1B}(B\u{1B}[m",
    ("\u{1B}[0%?%p6%t;1%;m", "\u{1B}[m", "\u{1B}(B")),
  Terminfo(
    "tmux", "\u{1B}[0%?%p6%t;1%;m%?%p9%t\u{0E}%e\u{0F}%;", "\u{1B}[m\u{0F}",
    ("\u{1B}[0%?%p6%t;1%;m", "\u{1B}[m", "\u{0F}")),
  Terminfo(
    "vt220, which waits", "\u{1B}[0%?%p6%t;1%;m%?%p9%t\u{1B}(0%e\u{1B}(B%;$<2>", "\u{1B}[m\u{1B}(B",
    ("\u{1B}[0%?%p6%t;1%;m$<2>", "\u{1B}[m", "\u{1B}(B")),
  Terminfo("one set only", "\u{1B}[0%?%p6%t;1%;m", "\u{1B}[m"),
  Terminfo("another reset", "\u{1B}[0m%?%p9%t\u{0E}%e\u{0F}%;", "\u{1B}[m"),
  Terminfo("a reset that is nothing else", "\u{1B}[0m%?%p9%t\u{0E}%e\u{0F}%;", "\u{0F}"),
  Terminfo("a choice in the choice", "%?%p9%t%?%p6%ta%eb%;%e\u{0F}%;m", "\u{1B}[m\u{0F}"),
  Terminfo("no end", "%?%p9%t\u{0E}%e\u{0F}", "\u{1B}[m\u{0F}"), Terminfo("nothing", "", ""),
]

@Test(arguments: terminals)
func aTerminalIsToldItsCharacterSetOnce(terminal: Terminfo) {
  let shorter = Capabilities(change: terminal.change, reset: terminal.reset).withoutCharacterSet
  #expect(shorter?.change == terminal.after?.change)
  #expect(shorter?.reset == terminal.after?.reset)
  #expect(shorter?.plain == terminal.after?.plain)
}
