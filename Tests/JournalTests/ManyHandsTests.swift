import Desk
import Glibc
import Journal
import Testing

/// Several cabinets open at once on the same folder, each in a thread of its own.
@Suite struct ManyHandsTests {
  let scratch = Scratch()

  @Test func writersOfOneTicketLoseNothing() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (root, id) = (cabinet.root, try cabinet.open(opened(), as: amel, at: noon).0)
    inThreads(6) { who in
      guard let cabinet = try? Cabinet(opening: root) else { return }
      cabinet.patience = 30_000
      for step in 0..<15 {
        do {
          _ = try cabinet.record(on: id, as: amel, at: noon) { _ in
            [note("\(who).\(step)"), note(String(repeating: "x", count: step * 900))]
          }
        } catch { Issue.record("\(error)") }
      }
    }
    let read = try cabinet.read(id)
    #expect(read.damage.isEmpty)
    #expect(read.ticket.entries.map(\.n) == Array(1...181))
    #expect(read.ticket.entries.map(\.lamport) == Array(1...181).map { Int64($0) })
    #expect(Set(read.ticket.entries.map(\.event)).count == 181)
  }

  @Test func oneOnlyTakesATicket() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (root, id) = (cabinet.root, try cabinet.open(opened(), as: amel, at: noon).0)
    let winners = inThreads(6) { who -> Int in
      guard let cabinet = try? Cabinet(opening: root) else { return -1 }
      cabinet.patience = 30_000
      do throws(RecordError) {
        _ = try cabinet.record(on: id, as: Actor(name: "a\(who)", profile: .n1, via: .tui), at: noon) {
          ticket throws(Refusal) in
          if let owner = ticket.owner { throw .owned(by: owner) }
          return [.assigned(to: "a\(who)", mode: .take, reason: nil)]
        }
        return who
      } catch {
        if case .refused(.owned) = error { return -1 }
        Issue.record("\(error)")
        return -1
      }
    }.filter { $0 >= 0 }
    #expect(winners.count == 1)
    #expect(try cabinet.read(id).ticket.owner == winners.first.map { "a\($0)" })
  }

  @Test func numbersAreGivenOnceThoughTheHintIsLost() throws {
    let root = try Cabinet.scratch(scratch).root
    let ids = inThreads(6) { who -> [TicketID] in
      guard let cabinet = try? Cabinet(opening: root) else { return [] }
      return (0..<12).compactMap { step in
        if step % 3 == who % 3 { unlink(root + "/run/hint.LYO") }
        if step == 5, who == 1 { writeBytes(Array("999999999999\n".utf8), to: root + "/run/hint.LYO") }
        return try? cabinet.open(opened(), as: amel, at: noon).0
      }
    }.flatMap { $0 }
    #expect(ids.map(\.number).sorted() == Array(1...72))
    #expect(try Cabinet(opening: root).verify().findings.isEmpty)
  }

  @Test func aLockThatIsNotLetGoIsWaitedForSoLong() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
    let path = cabinet.root + "/tickets/LYO/0/0/LYO-1.LYO.jsonl"
    let fd = open(path, O_RDONLY)
    #expect(flock(fd, LOCK_EX) == 0)
    cabinet.patience = 30
    #expect(throws: RecordError.journal(.locked(path: path, milliseconds: 30))) {
      _ = try cabinet.record(on: id, as: amel, at: noon) { _ in [note("x")] }
    }
    // Readers take no lock.
    #expect(try cabinet.read(id).damage.isEmpty)
    close(fd)
    _ = try cabinet.record(on: id, as: amel, at: noon) { _ in [note("x")] }
  }

  @Test func aReaderMeetsWholeEventsOnly() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (root, id) = (cabinet.root, try cabinet.open(opened(), as: amel, at: noon).0)
    inThreads(2) { who in
      guard let cabinet = try? Cabinet(opening: root) else { return }
      if who == 0 {
        for _ in 0..<60 {
          _ = try? cabinet.record(on: id, as: amel, at: noon) { _ in [note(String(repeating: "y", count: 9000))] }
        }
      } else {
        var last = 0
        for _ in 0..<60 {
          guard let read = try? cabinet.read(id) else { continue }
          if read.ticket.entries.map(\.n) != Array(1...read.ticket.entries.count) { Issue.record("a gap") }
          if read.ticket.entries.count < last { Issue.record("went back") }
          last = read.ticket.entries.count
          if read.damage.contains(where: { !$0.kind.isHarmless }) { Issue.record("\(read.damage)") }
        }
      }
    }
    #expect(try cabinet.read(id).ticket.entries.count == 61)
  }

  /// Another site's ticket: this site writes a stream of its own beside it.
  @Test func twoSitesOnOneTicket() throws {
    let lyon = try Cabinet.scratch(scratch)
    let (id, _) = try lyon.open(opened(), as: amel, at: noon)
    let charter = readBytes(lyon.root + "/guichet.json")
    let moved = String(decoding: charter, as: UTF8.self).replacing("\"site\":\"LYO\"", with: "\"site\":\"PAR\"")
    writeBytes(Array(moved.utf8), to: lyon.root + "/guichet.json")
    let paris = try Cabinet(opening: lyon.root)
    writeBytes(charter, to: lyon.root + "/guichet.json")
    let after = try paris.record(on: id, as: amel, at: noon + 1) { _ in [.tagAdded("paris")] }
    #expect(after.entries.map(\.site) == ["LYO", "PAR"])
    let both = try lyon.record(on: id, as: amel, at: noon + 2) { _ in [.tagAdded("lyon")] }
    #expect(both.entries.map(\.lamport) == [1, 2, 3])
    #expect(try paris.read(id).ticket == both)
    let index = Index(lyon)
    #expect(try index.refresh() == [id])
    #expect(index.summary(id)?.tags == ["paris", "lyon"])
    #expect(lyon.verify().files == 2)
  }
}

/// Runs `work` in so many threads at once and gathers what they say.
@discardableResult
func inThreads<T: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> T) -> [T] {
  let seats = (0..<count).map { who in Seat { work(who) } }
  for seat in seats { seat.start() }
  return seats.compactMap { $0.finish() }
}

/// A thread of the system's own, which the kernel interrupts where it likes: tasks would run one after the other
/// on a small machine, and prove nothing.
private final class Seat<T: Sendable>: @unchecked Sendable {
  private let work: () -> T
  private var result: T?
  private var thread = pthread_t()

  init(_ work: @escaping () -> T) { self.work = work }

  func start() {
    let errand = Unmanaged.passRetained(Errand { self.result = self.work() })
    pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Errand>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, errand.toOpaque())
  }

  func finish() -> T? {
    pthread_join(thread, nil)
    return result
  }
}

/// A closure as C can carry it.
private final class Errand {
  let run: () -> Void
  init(_ run: @escaping () -> Void) { self.run = run }
}
