import Desk
import Glibc
import Journal
import Kit
import Testing

/// The real console in a terminal while others write, the disk fills up, or it is stopped for a while.
@Suite struct LiveConsoleTests {
  private let bench: Bench

  init() {
    bench = Bench(in: Bench.memory)
    bench.furnish()
    for subject in ["VPN coupé", "Imprimante muette", "Écran noir"] { bench.open(subject) }
  }

  private func opened(_ wrapped: [String] = []) throws -> Pty {
    let pty = try #require(Pty(wrapped + [Binary.path, "--lang", "fr"], bench.environment))
    pty.bench = bench
    #expect(pty.wait(for: "? aide"))
    pty.press("9")
    #expect(pty.wait(for: "Imprimante muette"))
    pty.settle()
    return pty
  }

  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Frames while input does not stop, a second; bytes that another's change may cost.
  private static let frames = 30.0
  private static let change = 300.0

  @Test func aStormOfEventsCostsOneRepaintAFrame() throws {
    let cabinet = try Cabinet(opening: bench.cabinet)
    let bob = Actor(name: "bob", profile: .n2, via: .cli)
    let opening = Fact.opened(Opening(subject: "Orage", channel: .phone, requester: Party(name: "Luc")))
    // Many tickets with few events each: to record on one, all of it is folded.
    for _ in 3..<50 { _ = try cabinet.open([opening], as: bob, at: Instant(ms: 1_900_000_000_000)) }
    let pty = try opened()
    let before = pty.sent.count
    let start = LiveConsoleTests.seconds
    for number in 0..<1000 {
      let id = TicketID(site: "LYO", number: number % 50 + 1)
      _ = try cabinet.record(on: id, as: bob, at: Instant(ms: 1_700_000_000_000)) { _ in [.noteAdded(Note(Body("vu")))]
      }
    }
    let frames = (LiveConsoleTests.seconds - start) * LiveConsoleTests.frames + 3
    pty.settle()
    #expect(Double(pty.sent.count - before) <= frames * LiveConsoleTests.change)
    bench.open("Après l’orage")
    #expect(pty.wait(for: "+ 1 nouveau"))
    pty.press("Q")
    #expect(pty.end() == 0)
  }

  /// Two consoles of one agent on one ticket, the second killed: no word of either is lost.
  @Test func twoConsolesOnOneTicketKeepTwoDrafts() throws {
    let (one, two) = (try opened(), try opened())
    for pty in [one, two] {
      pty.press("c")
      pty.settle()
    }
    for (pty, words) in [(one, "du premier"), (two, "du second")] {
      pty.press(words)
      #expect(pty.wait(for: pty === one ? "brouillon gard" : "autre console"))
    }
    two.signal(SIGKILL)
    _ = two.end()
    one.press(" encore")
    one.settle()
    one.type("\u{1B}")
    #expect(one.wait(for: "Brouillon gardé"))
    let kept = bench.shell("cat cabinet/drafts/*/*").output
    #expect(kept.contains("du premier encore") && kept.contains("du second"))
    let three = try opened()
    three.press("c")
    #expect(three.wait(for: "2 brouillons ici"))
    three.press("Q")
    one.press("Q")
    #expect(one.end() == 0)
  }

  @Test func stoppedFromOutsideItCatchesUp() throws {
    let pty = try opened()
    pty.signal(SIGSTOP)
    bench.guichet("take", "1", "--as", "bob")
    bench.open("Pendant l’arrêt")
    pty.type("j")
    pty.signal(SIGCONT)
    #expect(
      pty.wait { $0.text.contains("+ 1 nouveau") && $0.lines.contains { $0.contains("VPN") && $0.contains("bob") } })
    #expect(pty.wait { $0.lines.contains { $0.hasPrefix("▌") && $0.contains("#2 ") } }, "\(pty.screen.text)")
    pty.press("Q")
    #expect(pty.end() == 0)
  }

  /// No watch to be had: too many are in use.
  @Test(.enabled(if: Tools.canTrace, Comment(rawValue: Tools.needsTrace)))
  func withoutAWatchChangesComeAllTheSame() throws {
    let pty = try opened([
      "/usr/bin/strace", "-f", "-o", "/dev/null", "-e", "trace=inotify_init1", "-e",
      "inject=inotify_init1:error=EMFILE",
    ])
    bench.guichet("take", "1", "--as", "bob")
    #expect(pty.wait { $0.lines.contains { $0.contains("VPN coupé") && $0.contains("bob") } })
    bench.open("Sans guetteur")
    #expect(pty.wait(for: "+ 1 nouveau"))
    pty.press("Q")
    #expect(pty.end() == 0)
  }

  @Test(.enabled(if: Tools.canMount, Comment(rawValue: Tools.needsMount)))
  func aFullDiskIsSaidUntilThereIsRoom() throws {
    #expect(bench.shell("mkdir disk && mount -t tmpfs -o size=2m none disk && mv cabinet disk/").status == 0)
    defer { _ = bench.shell("umount -l disk") }
    bench.environment["GUICHET_CABINET"] = bench.folder + "/disk/cabinet"
    let pty = try opened()
    _ = bench.shell("cat /dev/zero >disk/filler")
    pty.press("c")
    pty.settle()
    pty.press("un mot")
    #expect(pty.wait(for: "brouillon en mémoire"))
    #expect(pty.wait(for: "! disque plein"))
    pty.type("\u{1B}")
    pty.settle()
    pty.press("j")
    #expect(pty.wait { $0.lines.contains { $0.hasPrefix("▌") && $0.contains("#2 ") } }, "\(pty.screen.text)")
    #expect(pty.screen.text.contains("! disque plein"))
    _ = bench.shell("rm disk/filler")
    #expect(pty.wait(for: "Le disque écrit de nouveau"))
    #expect(bench.shell("cat disk/cabinet/drafts/*/*").output.contains("un mot"))
    pty.press("Q")
    #expect(pty.end() == 0)
  }
}
