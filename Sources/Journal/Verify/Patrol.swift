import Desk
import Glibc

extension Cabinet {
  /// Reads every stream of the cabinet, on all cores, and checks each line's seal and its place in the chain, the
  /// file's name and place, that no event is held by two files, and that what is remembered of the end of each file
  /// (by the index, by the last whole walk, and by `checkpoint`) is still there. Tickets given: those only.
  ///
  /// A whole walk remembers the heads it found, but for files with something against them: what was known of those
  /// stays known. `progress` is called now and then with files done and files in all.
  package func verify(
    only: Set<TicketID>? = nil, against checkpoint: HeadList? = nil, progress: (Int, Int) -> Void = { _, _ in }
  ) -> Verdict {
    let remembered = rememberedHeads()
    var patrol = Patrol(archive: archive, memories: memories() + (checkpoint.map { [$0] } ?? []))
    if let only {
      patrol.walk(tickets: only)
      return patrol.verdict
    }
    patrol.walk(progress)
    var heads = HeadList(store: charter.store)
    for (file, head) in patrol.heads { heads[file] = head }
    let unsettled = Set(patrol.verdict.findings.filter { !$0.isSettled && !$0.isAccounted }.map(\.file))
    for file in unsettled { if let old = remembered?.head(of: file) { heads[file] = old } }
    if heads != remembered { _ = remember(heads) }
    patrol.verdict.heads = heads
    return patrol.verdict
  }

  /// What this cabinet remembers of the ends of its files.
  func memories() -> [any HeadMemory] {
    let remembered: [any HeadMemory] = rememberedHeads().map { [$0] } ?? []
    return [IndexHeads(archive)] + remembered
  }
}

/// One walk over the files.
private struct Patrol {
  let archive: Archive
  let memories: [any HeadMemory]
  var verdict = Verdict()
  private(set) var heads: [(file: String, head: Head)] = []

  init(archive: Archive, memories: [any HeadMemory]) {
    self.archive = archive
    self.memories = memories
  }

  private var inspection: Inspection { Inspection(archive: archive, memories: memories) }

  mutating func walk(tickets: Set<TicketID>) {
    let files = tickets.sorted().flatMap { id in
      ((try? archive.writers(.ticket(id))) ?? []).map { Subject.ticket(id).file(by: $0) }
    }
    var found = Inspected()
    for (number, file) in files.enumerated() { inspection.inspect(file, number: number, into: &found) }
    take([found], files)
    noteRemoved(besides: files) { file in tickets.contains { Subject.ticket($0).owns(file) } }
    verdict.sort()
  }

  mutating func walk(_ progress: (Int, Int) -> Void) {
    let plan = FloorPlan(archive)
    let files = plan.streams
    var inspection = inspection
    inspection.isRemembering = true
    let checking = inspection
    let workers = max(1, min(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), Patrol.workers, files.count))
    let crew = Crew.run(leading: { done in progress(done, files.count) }, count: workers) { worker, tell in
      var found = Inspected()
      for number in stride(from: worker, to: files.count, by: workers) {
        checking.inspect(files[number], number: number, into: &found)
        tell(min(number + 1, files.count))
      }
      found.ids.sort()
      return found
    }
    take(crew, files)
    verdict.findings += plan.strays
    let strangers = Set(verdict.findings.compactMap { if case .foreign = $0.kind { $0.file } else { nil } })
    verdict.findings += EventIDs.doubled(crew.map(\.ids), files: files, in: archive).filter { finding in
      // Told already, and more exactly.
      !strangers.contains(finding.file)
    }
    noteRemoved(besides: files) { _ in true }
    verdict.sort()
  }

  /// More threads than this have the disk wait for one another.
  private static let workers = 64

  private mutating func take(_ parts: [Inspected], _ files: [String]) {
    verdict.files = files.count
    for part in parts {
      verdict.events += part.events
      verdict.findings += part.findings
      heads += part.heads
      verdict.paired.formUnion(part.paired)
    }
  }

  /// Files remembered that are no longer there.
  private mutating func noteRemoved(besides files: [String], where isMeant: (String) -> Bool) {
    let present = Set(files)
    var noted: Set<String> = []
    for memory in memories {
      for file in memory.files where !present.contains(file) && isMeant(file) && noted.insert(file).inserted {
        verdict.findings.append(Anomaly(file, 0, .removed))
      }
    }
  }
}

extension Crew {
  /// The same job for so many workers, a thread each. The first works on the thread of the caller, and tells it how
  /// far it is.
  fileprivate static func run<T: Sendable>(
    leading tell: (Int) -> Void, count: Int, _ job: @escaping @Sendable (Int, (Int) -> Void) -> T
  ) -> [T] {
    withoutActuallyEscaping(tell) { tell in
      let lead = Lead(tell: tell)
      return Crew.run(
        (0..<count).map { worker -> @Sendable () -> T in
          { job(worker) { done in if worker == 0 { lead.tell(done) } } }
        })
    }
  }
}

/// What the first worker calls, on the caller's own thread only.
private struct Lead: @unchecked Sendable {
  let tell: (Int) -> Void
}
