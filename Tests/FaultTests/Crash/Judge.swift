import Desk
import Glibc
import Journal
import Kit

/// Holds a folder a crash may leave against what was there before and what would be there without the crash.
struct Judge {
  private let before: [String: [[UInt8]]]
  private let after: [String: [[UInt8]]]
  private let blobs: Set<String>
  private let bench = Bench(in: Bench.memory)

  init(before: Contents, after: Contents) {
    self.before = Judge.streams(before.files)
    self.after = Judge.streams(after.files)
    blobs = Set(after.files.keys.filter { $0.hasPrefix("blobs/") })
  }

  /// The lines that are events, by file.
  private static func streams(_ files: [String: [UInt8]]) -> [String: [[UInt8]]] {
    files.filter { $0.key.hasSuffix(".jsonl") }.mapValues { bytes in
      guard let end = bytes.lastIndex(of: 10) else { return [] }
      return bytes[...end].split(separator: 10).map(Array.init).filter { (try? Line.read($0).get()) != nil }
    }
  }

  /// What is wrong with a state; nil where all is well.
  func complaint(_ state: CrashStates.State) -> String? {
    if let complaint = complaint(files: state) { return complaint }
    guard state.files["guichet.json"] != nil else { return "no charter" }
    let root = bench.folder + "/state"
    mkdir(root, 0o700)
    defer { Judge.remove(root) }
    Contents.lay(state.files, in: root)
    return complaint(read: root, state)
  }

  /// Nothing acknowledged is missing; nothing half there is to be seen as whole.
  private func complaint(files state: CrashStates.State) -> String? {
    let there = Judge.streams(state.files)
    for (file, lines) in after {
      let least = state.isAcknowledged ? lines.count : before[file]?.count ?? 0
      guard let found = there[file] else {
        if least > 0 { return "lost: \(file)" }
        continue
      }
      if found.count < least { return "lost: \(least - found.count) events of \(file)" }
      if !lines.starts(with: found) { return "other events in \(file)" }
      // A file that was begun has all it was begun with.
      if before[file] == nil, found.count < lines.count { return "half a file: \(file)" }
      for line in found {
        for blob in Judge.blobs(in: line) where state.files[blob] == nil { return "\(file) names \(blob), not there" }
      }
    }
    for file in there.keys where after[file] == nil { return "from nowhere: \(file)" }
    for (file, bytes) in state.files where file.hasPrefix("blobs/") {
      if !file.hasSuffix(SHA256.hash(bytes).hex) { return "half a blob: \(file)" }
    }
    if state.isAcknowledged, !blobs.isSubset(of: state.files.keys) { return "lost: a blob" }
    return nil
  }

  private static func blobs(in line: [UInt8]) -> [String] {
    String(decoding: line, as: UTF8.self).split(separator: "\"").filter { word in
      word.utf8.count == 64 && word.allSatisfy(\.isHexDigit)
    }.map { "blobs/\($0.prefix(2))/\($0)" }
  }

  /// The program finds nothing wrong, and the next writer goes on.
  private func complaint(read root: String, _ state: CrashStates.State) -> String? {
    do {
      let cabinet = try Cabinet(opening: root)
      let verdict = cabinet.verify()
      if !verdict.isSound { return "verify: \(verdict.findings)" }
      let actor = Actor(name: "lea", profile: .n1, via: .cli)
      let now = Instant(ms: 1_800_000_000_000)
      if let id = try cabinet.ticketIDs().first {
        let count = try cabinet.read(id).ticket.entries.count
        let ticket = try cabinet.record(on: id, as: actor, at: now) { _ in [.noteAdded(Note(Body("après")))] }
        // A last line that lacked its newline only counts from now on.
        guard (count + 1...count + 2).contains(ticket.entries.count) else { return "the next writer lost events" }
        guard try cabinet.read(id).ticket == ticket else { return "the next writer is not read back" }
      }
      _ = try cabinet.open(
        [.opened(Opening(subject: "après", channel: .phone, requester: Party(name: "Luc")))], as: actor, at: now)
      let again = cabinet.verify()
      return again.isSound ? nil : "verify after the next writer: \(again.findings)"
    } catch { return "\(error)" }
  }

  private static func remove(_ path: String) {
    guard unlink(path) != 0, let stream = opendir(path) else { return }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    closedir(stream)
    for name in names { remove(path + "/" + name) }
    rmdir(path)
  }
}
