import Desk
import Glibc

/// What a walk over every chain found.
package struct Verdict: Hashable, Sendable {
  package var files = 0
  package var events = 0
  package var damage: [Damage] = []

  /// No event was lost, changed or added by another hand.
  package var isSound: Bool { damage.allSatisfy(\.kind.isHarmless) }
}

extension Cabinet {
  /// Reads every stream of the cabinet and checks each line's seal, its place in the chain, the file's name and
  /// place, and, where the index remembers a file's last line, that it is still there. Tickets given: those only.
  ///
  /// A chain alone cannot tell a file cut at the end of a line, or an old copy put back: that takes a memory
  /// outside of the file, which is the index here, and another site's copy once there is one.
  package func verify(only: Set<TicketID>? = nil) -> Verdict {
    let archive = archive
    let memory = Memory(root: root, store: charter.store)
    guard only == nil else {
      let files = (only ?? []).sorted().flatMap { id in
        let subject = Subject.ticket(id)
        return ((try? archive.writers(subject)) ?? []).map { subject.file(by: $0) }
      }
      return Inspection(archive: archive, files: files, memory: memory).run().adding(
        memory.lost(besides: files).filter { damage in (only ?? []).contains { damage.file.contains("/\($0).") } })
    }
    let (files, strays) = archive.allFiles()
    let middle = files.count / 2
    let jobs = [files[..<middle], files[middle...]].map { half -> @Sendable () -> Verdict in
      let inspection = Inspection(archive: archive, files: Array(half), memory: memory)
      return { inspection.run() }
    }
    var verdict = Verdict(damage: strays)
    for part in Crew.run(jobs) {
      verdict.files += part.files
      verdict.events += part.events
      verdict.damage += part.damage
    }
    return verdict.adding(memory.lost(besides: files))
  }
}

extension Verdict {
  fileprivate func adding(_ more: [Damage]) -> Verdict {
    var verdict = self
    verdict.damage += more
    verdict.damage.sort { ($0.file, $0.line) < ($1.file, $1.line) }
    return verdict
  }
}

/// What the index remembers of the ends of files.
private struct Memory: Sendable {
  private var marks: [String: Mark] = [:]
  private var alarms: [String: Damage] = [:]

  init(root: String, store: String) {
    let seal = Seal(high: Index.storeSeal(store), low: 0)
    Stack(root: root, seal: seal, anyRules: true)?.eachRow { row in
      let subject = Subject.ticket(row.summary.id)
      for mark in row.marks { marks[subject.file(by: mark.site)] = mark }
      if let alarm = row.alarm { alarms[alarm.file] = alarm }
    }
  }

  /// How a file departs from what is remembered of it.
  func change(of file: String, to scroll: Scroll) -> Damage? {
    if let alarm = alarms[file] { return alarm }
    return marks[file]?.change(to: scroll).map { Damage(file: file, line: 0, kind: $0) }
  }

  /// Files remembered that are no longer there.
  func lost(besides files: [String]) -> [Damage] {
    let present = Set(files)
    return marks.filter { !present.contains($0.key) }.map { file, mark in
      Damage(file: file, line: 0, kind: .shortened(from: mark.size, to: 0))
    }
  }
}

/// The checking of some files, one after the other.
private struct Inspection: Sendable {
  let archive: Archive
  let files: [String]
  let memory: Memory

  func run() -> Verdict {
    var verdict = Verdict()
    for file in files {
      verdict.files += 1
      inspect(file, &verdict)
    }
    return verdict
  }

  private func inspect(_ file: String, _ verdict: inout Verdict) {
    let stream = Stream(root: archive.root, file: file, site: archive.site, store: archive.store)
    do throws(JournalError) {
      guard let scroll = try stream.read() else { return }
      verdict.events += scroll.lines.count
      verdict.damage += scroll.flaws.map { Damage(file: file, line: $0.line, kind: $0.kind) }
      if scroll.lines.isEmpty { verdict.damage.append(Damage(file: file, line: 0, kind: .empty)) }
      if let change = memory.change(of: file, to: scroll) { verdict.damage.append(change) }
    } catch {
      verdict.damage.append(Damage(file: file, line: 0, kind: .unreadable(errno: error.number)))
    }
  }
}

extension JournalError {
  fileprivate var number: Int32 {
    switch self {
    case .system(_, _, let number): number
    case .tooLarge: EFBIG
    default: EIO
    }
  }
}

extension Archive {
  /// Every stream of the cabinet, and the files that lie where no stream of their name belongs.
  fileprivate func allFiles() -> (streams: [String], strays: [Damage]) {
    var streams: [String] = []
    var strays: [Damage] = []
    walk("tickets", depth: 3) { folder, name in
      if let (id, _) = Tree.parse(name), Subject.ticket(id).folder == folder { return true }
      return false
    } found: { file, isStream in
      if isStream { streams.append(file) } else { strays.append(Damage(file: file, line: 0, kind: .misnamed)) }
    }
    walk("kb", depth: 1) { folder, name in
      let site = folder.split(separator: "/").last.map(String.init) ?? ""
      let number = name.split(separator: ".").first.flatMap { Int($0.dropFirst(3)) } ?? 0
      return Subject.article(number, of: site).writer(of: name) != nil
    } found: { file, isStream in
      if isStream { streams.append(file) } else { strays.append(Damage(file: file, line: 0, kind: .misnamed)) }
    }
    walk("ledger", depth: 0) { _, name in
      Subject.ledger.writer(of: name) != nil
    } found: { file, isStream in
      if isStream { streams.append(file) } else { strays.append(Damage(file: file, line: 0, kind: .misnamed)) }
    }
    return (streams, strays)
  }

  /// Every name below a folder: at `depth` a file, above it a folder; anything else is a stray.
  private func walk(
    _ folder: String, depth: Int, isStream: (String, String) -> Bool, found: (String, Bool) -> Void
  ) {
    for name in ((try? Disk.names(in: root + "/" + folder)) ?? []).sorted() {
      let path = folder + "/" + name
      let status = try? Disk.status(root + "/" + path)
      let isFolder = status.map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
      if depth > 0, isFolder {
        walk(path, depth: depth - 1, isStream: isStream, found: found)
      } else {
        found(path, depth == 0 && !isFolder && isStream(folder, name))
      }
    }
  }
}
