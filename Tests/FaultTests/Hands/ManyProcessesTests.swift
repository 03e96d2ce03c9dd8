import Desk
import Glibc
import Journal
import Kit
import Testing

/// Many processes in one cabinet, one of which may stop, or have another time.
@Suite(.serialized) struct ManyProcessesTests {
  private static let writers = 64

  private func cabinet(_ bench: Bench) throws -> Cabinet { try Cabinet.create(at: bench.cabinet, site: "LYO") }

  /// So many scribes at once, whose words must all be there.
  private func together(_ bench: Bench, _ cabinet: Cabinet, _ words: (Int) -> [String]) throws -> Acknowledged {
    let files = (0..<Self.writers).map { "\(bench.folder)/said.\($0)" }
    let children = try files.enumerated().map { who, file in
      try #require(Child([Child.scribe] + words(who), saying: file))
    }
    for (child, file) in zip(children, files) {
      let status = child.end()
      #expect(status == 0, "\(Files.text(file + ".err") ?? "")")
    }
    let said = Acknowledged(files)
    #expect(try Audit(cabinet, said).complaints == [])
    return said
  }

  @Test func writersOfOneTicket() throws {
    let bench = Bench(in: Bench.memory)
    let cabinet = try cabinet(bench)
    #expect(Child([Child.scribe, "open", cabinet.root, "1"], saying: bench.folder + "/first")?.end() == 0)
    let said = try together(bench, cabinet) { _ in ["notes", cabinet.root, "LYO-1", "3"] }
    #expect(said.lines.count == 3 * Self.writers)
    let numbers = try cabinet.read(TicketID(site: "LYO", number: 1)).ticket.entries.map(\.n)
    #expect(numbers == Array(1...(3 * Self.writers + 2)))
    #expect(cabinet.verify().findings.isEmpty)
  }

  @Test func writersOfManyTickets() throws {
    let bench = Bench(in: Bench.memory)
    let cabinet = try cabinet(bench)
    let said = try together(bench, cabinet) { _ in ["open", cabinet.root, "3"] }
    let numbers = said.lines.compactMap { TicketID(String($0[1]))?.number }.sorted()
    // Each number once, and none left out.
    #expect(numbers == Array(1...(3 * Self.writers)))
    #expect(cabinet.verify().findings.isEmpty)
  }

  @Test func articlesAskedForAtOnce() throws {
    let bench = Bench(in: Bench.memory)
    bench.furnish()
    let commands = (1...8).map { "guichet kb new 'Titre \($0)' >> said &" }.joined(separator: " ")
    #expect(bench.shell(commands + " wait").status == 0)
    let names = Set((bench.read("said") ?? "").split(separator: " ").filter { $0.hasPrefix("KB-") })
    #expect(names.count == 8)
  }

  /// Whoever holds a ticket's lock and does not go on holds up that ticket only, and not for ever.
  @Test func aHolderThatIsStopped() throws {
    let bench = Bench(in: Bench.memory)
    bench.furnish()
    bench.open("Tenu")
    bench.open("Libre")
    let said = bench.folder + "/said"
    let holder = try #require(Child([Child.scribe, "hold", bench.cabinet, "LYO-1"], saying: said))
    var status: Int32 = 0
    #expect(waitpid(holder.process, &status, WUNTRACED) == holder.process)
    #expect(status & 0xFF == 0x7F)
    #expect(bench.guichet("note", "2", "--body", "ailleurs").status == 0)
    #expect(bench.guichet("new", "Autre", "--from", "Luc").status == 0)
    let refused = bench.guichet("note", "1", "--body", "attend")
    // Come back later, as a mail server would.
    #expect(refused.status == 75)
    #expect(refused.output.contains("LYO-1") && refused.output.contains("another program"))
    // Reading takes no lock.
    #expect(bench.guichet("show", "1").output.contains("Tenu"))
    holder.kill(SIGCONT)
    #expect(holder.end() == 0)
    #expect(bench.guichet("note", "1", "--body", "enfin").status == 0)
    let shown = bench.guichet("show", "1").output
    #expect(shown.contains("tenu") && shown.contains("enfin") && !shown.contains("attend"))
  }

  /// As above, before the agent's eyes.
  @Test func aHolderThatIsStoppedIsSaidInTheConsole() throws {
    let bench = Bench(in: Bench.memory)
    bench.furnish()
    bench.open("Tenu")
    let pty = try #require(Pty([Binary.path, "--lang", "fr"], bench.environment))
    pty.bench = bench
    #expect(pty.wait(for: "? aide"))
    pty.press("9")
    #expect(pty.wait(for: "Tenu"))
    let holder = try #require(
      Child([Child.scribe, "hold", bench.cabinet, "LYO-1"], saying: bench.folder + "/said"))
    var status: Int32 = 0
    #expect(waitpid(holder.process, &status, WUNTRACED) == holder.process)
    pty.press("t")
    #expect(pty.wait(for: "un autre programme écrit"), "\(pty.screen.text)")
    holder.kill(SIGCONT)
    #expect(holder.end() == 0)
    pty.settle()
    pty.press("t")
    #expect(pty.wait { $0.lines.contains { $0.contains("Tenu") && $0.contains("lea") } }, "\(pty.screen.text)")
    pty.press("Q")
    #expect(pty.end() == 0)
  }

  /// The clock was an hour ahead, and was set back: what comes after is written after, and shown after.
  @Test func aClockThatWasSetBack() throws {
    let bench = Bench(in: Bench.memory)
    bench.furnish()
    bench.open("Hier encore")
    let said = bench.folder + "/said"
    #expect(Child([Child.scribe, "later", bench.cabinet, "LYO-1", "3600000"], saying: said)?.end() == 0)
    #expect(bench.guichet("note", "1", "--body", "maintenant").status == 0)
    let cabinet = try Cabinet(opening: bench.cabinet)
    let entries = try cabinet.read(TicketID(site: "LYO", number: 1)).ticket.entries
    #expect(entries.count == 3)
    #expect(entries.map(\.lamport) == [1, 2, 3])
    #expect(entries[2].at < entries[1].at)
    #expect(cabinet.verify().findings.isEmpty)
    #expect(bench.guichet("list").output.contains("Hier encore"))
    #expect(bench.guichet("show", "1").output.contains("maintenant"))
  }
}
