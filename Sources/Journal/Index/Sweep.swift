import Desk
import Glibc

/// A look at every file of some leaves: one `stat` each, and a reading of those that changed.
struct Sweep: Sendable {
  let archive: Archive
  let rules: Rules
  let leaves: [String]
  /// By leaf: what was known of the tickets there.
  let known: [String: [Row]]

  /// Two halves of the work.
  static func split(_ leaves: [String], known: [Row], archive: Archive, rules: Rules) -> [@Sendable () -> [Row]] {
    var byLeaf: [String: [Row]] = [:]
    for row in known { byLeaf[Subject.ticket(row.summary.id).folder, default: []].append(row) }
    let all = Array(Set(leaves).union(byLeaf.keys)).sorted()
    let middle = all.count / 2
    return [all[..<middle], all[middle...]].map { half in
      let sweep = Sweep(archive: archive, rules: rules, leaves: Array(half), known: byLeaf)
      return { sweep.run() }
    }
  }

  /// The rows that are not what they were.
  func run() -> [Row] { leaves.flatMap { run($0) } }

  private func run(_ leaf: String) -> [Row] {
    var writers: [TicketID: [String]] = [:]
    for name in (try? Disk.names(in: archive.root + "/" + leaf)) ?? [] {
      guard let (id, writer) = Tree.parse(name), Subject.ticket(id).folder == leaf else { continue }
      writers[id, default: []].append(writer)
    }
    var rows: [Row] = []
    var met: Set<TicketID> = []
    for old in known[leaf] ?? [] {
      let id = old.summary.id
      met.insert(id)
      let now = writers[id] ?? []
      if isSame(old, now) { continue }
      if let row = archive.row(id, writers: now.sorted(), under: rules, old: old) { rows.append(row) }
    }
    for (id, now) in writers where !met.contains(id) {
      if let row = archive.row(id, writers: now.sorted(), under: rules, old: nil) { rows.append(row) }
    }
    return rows
  }

  private func isSame(_ row: Row, _ writers: [String]) -> Bool {
    guard row.marks.count == writers.count else { return false }
    let subject = Subject.ticket(row.summary.id)
    return row.marks.allSatisfy { mark in
      var status = stat()
      return lstat(archive.root + "/" + subject.file(by: mark.site), &status) == 0 && mark.isSame(as: status)
    }
  }
}
