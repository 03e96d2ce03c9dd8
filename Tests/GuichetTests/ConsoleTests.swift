import Glibc
import Kit
import Testing

/// The real program in a terminal.
@Suite struct TerminalTests {
  private func bench() -> Bench {
    let bench = Bench()
    bench.furnish()
    for subject in ["VPN coupé", "Imprimante muette", "Écran noir"] { bench.open(subject) }
    return bench
  }

  private func console(_ bench: Bench, _ more: [String: String] = [:], arguments: [String] = []) throws -> Pty {
    let environment = bench.environment.merging(more) { _, new in new }
    let pty = try #require(Pty([Binary.path, "--lang", "fr"] + arguments, environment))
    pty.bench = bench
    return pty
  }

  /// The tab of all active tickets, where a fresh desk has something to show.
  private func opened(_ bench: Bench, _ more: [String: String] = [:]) throws -> Pty {
    let pty = try console(bench, more)
    #expect(pty.wait(for: "? aide"))
    pty.press("9")
    #expect(pty.wait(for: "Imprimante muette"))
    return pty
  }

  @Test func startPaintsTheQueueAndLeavingRestoresTheTerminal() throws {
    let pty = try opened(bench())
    #expect(pty.screen.modes.contains(2004))
    pty.press("Q")
    #expect(pty.end() == 0)
    #expect(pty.isRestored)
  }

  @Test(arguments: [(40, 10), (20, 5), (8, 3), (1, 1), (200, 50), (100, 30)])
  func anySizeIsDrawn(width: Int, height: Int) throws {
    let pty = try opened(bench())
    pty.resize(width: width, height: height)
    pty.settle()
    pty.resize(width: 100, height: 30)
    #expect(pty.wait(for: "Imprimante muette"))
    pty.press("Q")
    #expect(pty.end() == 0)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func aSignalEndsIt(signal: Int32) throws {
    let pty = try opened(bench())
    pty.signal(signal)
    #expect(pty.end() == 128 + signal)
    #expect(pty.isRestored)
  }

  @Test(arguments: [SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGQUIT])
  func aCrashGivesTheTerminalBack(signal: Int32) throws {
    let pty = try opened(bench())
    pty.signal(signal)
    #expect(pty.end() == 128 + signal)
    #expect(pty.isRestored)
  }

  @Test func aLineThatDropsEndsItAndKeepsTheDraft() throws {
    let bench = bench()
    let pty = try opened(bench)
    pty.press("c")
    pty.settle()
    pty.press("vu a l")
    pty.settle()
    #expect(pty.drop() != nil)
    #expect(bench.shell("cat cabinet/drafts/*/*").output.contains("vu a l"))
  }

  @Test func stoppedItIsCleanAndContinuedItIsWhole() throws {
    let bench = bench()
    let line = "\(Binary.path) --lang fr; echo STOPPED; fg >/dev/null; echo ENDED"
    let pty = try #require(Pty(["/bin/bash", "-mc", line], bench.environment))
    #expect(pty.wait(for: "? aide"))
    pty.press("9")
    #expect(pty.wait(for: "Imprimante muette"))
    pty.type("\u{1A}")
    #expect(
      pty.wait {
        $0.text.contains("Imprimante muette") && String(decoding: pty.sent, as: UTF8.self).contains("STOPPED")
      })
    #expect(pty.wait(for: "Imprimante muette"))
    pty.press("Q")
    #expect(pty.wait { _ in String(decoding: pty.sent, as: UTF8.self).contains("ENDED") })
    _ = pty.end()
    #expect(pty.isRestored)
  }

  /// A console whose agent began a comment and gave it to the bench's `editor`.
  private func edited(_ bench: Bench, after text: String = "") throws -> Pty {
    let pty = try opened(bench, ["EDITOR": bench.folder + "/editor"])
    pty.press("c")
    pty.settle()
    pty.type(text + "\u{18}")
    pty.settle(0.1)
    pty.type("e")
    return pty
  }

  @Test func theEditorsTextComesBack() throws {
    let bench = bench()
    bench.write("#!/bin/sh\necho 'écrit ailleurs' > \"$1\"\n", to: "editor")
    let pty = try edited(bench)
    #expect(pty.wait(for: "écrit ailleurs"))
  }

  /// An editor of another locale loses no letter, and the agent is told to look.
  @Test func theEditorsTextComesBackFromLatin1() throws {
    let bench = bench()
    bench.write("#!/bin/sh\nprintf '\\351crit \\340 Li\\350ge' > \"$1\"\n", to: "editor")
    let pty = try edited(bench)
    #expect(pty.wait(for: "écrit à Liège"))
    #expect(pty.wait(for: "windows-1252"))
  }

  /// What is no text stays in its file, which is named.
  @Test func whatTheEditorLeftIsKept() throws {
    let bench = bench()
    bench.write("#!/bin/sh\nprintf 'a\\000b' > \"$1\"\n", to: "editor")
    let pty = try edited(bench, after: "avant")
    #expect(pty.wait { $0.text.contains("reste dans") && $0.text.contains("avant") })
    let kept = bench.shell("cat $(find . /tmp -maxdepth 4 -name 'guichet-*-note-*.txt' -newer editor) | tr '\\0' '-'")
    #expect(kept.output.contains("a-b"), "\(kept.output)")
    _ = bench.shell("find /tmp -maxdepth 1 -name 'guichet-*-note-*.txt' -newer editor -delete")
  }

  /// Another zone put in force is the console's from then on.
  @Test func anotherZoneComesWithItsConfiguration() throws {
    let bench = bench()
    bench.environment["TZ"] = nil
    let pty = try opened(bench)
    let before = bench.shell("TZ=Europe/Paris date +%H:").output.dropLast()
    #expect(pty.wait { $0.lines.contains { $0.contains(" " + before) } })
    _ = bench.shell("mkdir -p cabinet/config && echo '{ zone: \"Asia/Tokyo\" }' > cabinet/config/desk.json")
    #expect(bench.guichet("config", "apply").status == 0)
    #expect(
      pty.wait { screen in
        let now = bench.shell("TZ=Asia/Tokyo date +%H:").output.dropLast()
        return screen.lines.contains { $0.contains(" " + now) }
      })
    pty.press("Q")
    #expect(pty.end() == 0)
  }

  @Test(arguments: ["\u{1B}[200~QQtttqqnouveau\u{1B}[201~", "QQazertyuiopt"])
  func aPasteRunsNoCommand(text: String) throws {
    let pty = try opened(bench())
    pty.type(text)
    pty.settle()
    #expect(pty.end(0.2) == nil)
    #expect(pty.screen.text.contains("Imprimante muette"))
    pty.press("Q")
    #expect(pty.end() == 0)
  }

  @Test func anothersChangeComesAndTheHandStays() throws {
    let bench = bench()
    let pty = try opened(bench)
    pty.press("j")
    pty.settle()
    let before = pty.screen.lines.first { $0.hasPrefix("▌") }
    bench.guichet("take", "1", "--as", "bob")
    #expect(pty.wait { $0.lines.contains { $0.contains("VPN coupé") && $0.contains("bob") } })
    let after = pty.screen.lines.first { $0.hasPrefix("▌") }
    #expect(before.map { $0.prefix(30) } == after.map { $0.prefix(30) })
  }

  @Test(arguments: ["dumb", ""])
  func withoutATerminalToDrawInTheQueueIsPrinted(type: String) throws {
    let bench = bench()
    let pty = try console(bench, ["TERM": type])
    #expect(pty.end() == 0)
    #expect(pty.screen.text.contains("VPN coupé"))
    #expect(!pty.sent.contains(0x1B))
    #expect(bench.run([]).output.contains("VPN coupé"))
  }

  @Test func anUnknownTerminalIsGuessed() throws {
    let pty = try console(bench(), ["TERM": "xterm-kitty-of-tomorrow"])
    #expect(pty.wait(for: "xterm-kitty-of-tomorrow"))
    pty.press("Q")
    #expect(pty.end() == 0)
  }

  /// A type is looked for where terminfo(5) says, before the system's folders.
  @Test(arguments: [[:], ["TERMINFO": "types"], ["TERMINFO_DIRS": "/nowhere:types"]] as [[String: String]])
  func aTypeOfTheAccountsOwnIsKnown(variables: [String: String]) throws {
    let bench = bench()
    let variables = variables.mapValues {
      $0.split(separator: ":").map { $0 == "types" ? bench.folder + "/types" : $0 }
    }
    .mapValues { $0.joined(separator: ":") }
    let place = variables.isEmpty ? ".terminfo" : "types"
    let made = bench.shell("infocmp -x xterm-256color | sed 's/^xterm-256color|/of-mine|/' >i && tic -x -o \(place) i")
    #expect(made.status == 0, "\(made.output)")
    let pty = try opened(bench, variables.merging(["TERM": "of-mine"]) { $1 })
    #expect(!pty.screen.text.contains("of-mine"))
    pty.press("Q")
    #expect(pty.end() == 0)
  }

  @Test(arguments: ["vt100", "linux", "screen", "xterm"])
  func poorTerminalsShowTheSameQueue(type: String) throws {
    let pty = try opened(bench(), ["TERM": type])
    pty.press("Q")
    #expect(pty.end() == 0)
  }

  @Test func withoutUTF8TheTextIsASCII() throws {
    let pty = try console(bench(), ["LC_ALL": "C"])
    #expect(pty.wait(for: "? aide"))
    pty.press("9")
    #expect(pty.wait(for: "VPN coupe"))
    #expect(pty.sent.allSatisfy { $0 < 0x80 || $0 == 0xC3 || $0 == 0xA9 })
    pty.press("Q")
    #expect(pty.end() == 0)
  }
}
