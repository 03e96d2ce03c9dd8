import Desk
import Glibc
import Journal
import Testing

/// What follows from an act, and the dates of recurring tickets, as they come to the disk.
@Suite struct FollowTests {
  let scratch = Scratch()

  /// A tag for each note, and nothing else.
  private static func follow(_ ticket: Ticket, _ act: [PendingFact], _ now: Instant) -> [PendingFact] {
    let notes = act.filter { $0.fact.op == "note.added" }
    guard let cause = notes.last else { return [] }
    return [
      PendingFact(id: Token.event(), .automat(.ruleFired(rule: "r", cause: cause.id)), by: .rule),
      PendingFact(id: Token.event(), .tagAdded("n\(ticket.noteCount + notes.count)"), by: .rule),
    ]
  }

  private func cabinet() throws -> Cabinet {
    let cabinet = try Cabinet.scratch(scratch)
    cabinet.follow = Self.follow
    return cabinet
  }

  @Test func whatFollowsIsWrittenWithTheAct() throws {
    let cabinet = try cabinet()
    let id = try cabinet.open(opened() + [note("a")], as: amel, at: noon).0
    let ticket = try cabinet.record(on: id, as: amel, at: noon) { _ in [note("b"), note("c")] }
    #expect(ticket.tags == ["n1", "n3"])
    #expect(try cabinet.read(id).ticket == ticket)
    let fired = ticket.entries.compactMap { entry -> String? in
      if case .automat(.ruleFired(_, let cause, _)) = entry.fact { cause } else { nil }
    }
    let notes = ticket.entries.filter { $0.fact.op == "note.added" }.map(\.event)
    #expect(fired == [notes[0], notes[2]])
    #expect(ticket.entries.filter { $0.via == .rule }.map(\.by) == ["rules", "rules", "rules", "rules"])
  }

  @Test func anActThatIsRepeatedIsNotFollowedTwice() throws {
    let cabinet = try cabinet()
    let id = try cabinet.open(opened(), as: amel, at: noon).0
    let event = Token.event()
    for _ in 0..<3 { _ = try cabinet.record(on: id, as: amel, at: noon, event: event) { _ in [note("a")] } }
    #expect(try cabinet.read(id).ticket.tags == ["n1"])
  }

  @Test func whatIsRefusedIsNotFollowed() throws {
    let cabinet = try cabinet()
    let id = try cabinet.open(opened(), as: amel, at: noon).0
    #expect(throws: RecordError.refused(.notOwned)) {
      try cabinet.record(on: id, as: amel, at: noon) { _ throws(Refusal) in throw .notOwned }
    }
    #expect(try cabinet.read(id).ticket.entries.count == 1)
  }

  // MARK: - Recurring

  private static func due(_ last: Int?) -> (occurrence: Int, compose: (TicketID) throws(Refusal) -> [PendingFact])? {
    guard last ?? 0 < 20_261_123 else { return nil }
    return (
      20_261_123,
      { id throws(Refusal) in
        (opened("n° \(id.number)") + [.automat(.recurred(rule: "r", occurrence: 20_261_123))]).map {
          PendingFact(id: Token.event(), $0, by: .timer)
        }
      }
    )
  }

  @Test func tenThatLookAtOnceOpenOne() throws {
    let root = try Cabinet.scratch(scratch).root
    let opened = inThreads(10) { _ -> Int in
      guard let cabinet = try? Cabinet(opening: root) else { return -1 }
      cabinet.patience = 30_000
      do { return try cabinet.recur("r", at: noon, due: Self.due)?.ticket.id.number ?? 0 } catch { return -1 }
    }
    #expect(opened.sorted() == Array(repeating: 0, count: 9) + [1])
    let cabinet = try Cabinet(opening: root)
    #expect(try cabinet.ticketIDs().count == 1)
    #expect(cabinet.lastRecurrence(of: "r")?.occurrence == 20_261_123)
    #expect(try cabinet.read(TicketID(site: "LYO", number: 1)).ticket.subject == "n° 1")
    #expect(cabinet.verify().findings.isEmpty)
  }

  @Test func aWriterThatDiedBeforeItsLineIsFoundByItsTicket() throws {
    let cabinet = try Cabinet.scratch(scratch)
    _ = try cabinet.recur("r", at: noon, due: Self.due)
    let folder = cabinet.root + "/recurring/LYO"
    // The line is not there, nor half of it.
    for left in ["", "2026"] {
      let name = try #require(FileNames.of(folder).first)
      writeBytes(Array(left.utf8), to: folder + "/" + name)
      #expect(try cabinet.recur("r", at: noon, due: Self.due) == nil)
      #expect(try cabinet.ticketIDs().count == 1)
      #expect(cabinet.lastRecurrence(of: "r")?.occurrence == 20_261_123)
    }
  }

  @Test func whatIsRefusedOpensNothingAndIsTriedAgain() throws {
    let cabinet = try Cabinet.scratch(scratch)
    #expect(throws: RecordError.refused(.notOwned)) {
      _ = try cabinet.recur("r", at: noon) { _ in (20_261_123, { _ throws(Refusal) in throw .notOwned }) }
    }
    #expect(try cabinet.recur("r", at: noon, due: Self.due)?.ticket.id.number == 1)
  }

  @Test func rulesOfAnyNameKeepApart() throws {
    let cabinet = try Cabinet.scratch(scratch)
    for name in ["../../x", "a/b", "é\n2 LYO-9 x", ""] {
      #expect(try cabinet.recur(name, at: noon) { last in last == nil ? Self.due(nil) : nil } != nil)
      #expect(try cabinet.recur(name, at: noon) { last in last == nil ? Self.due(nil) : nil } == nil)
    }
  }
}

/// The names in a folder.
private enum FileNames {
  static func of(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
