import Desk
import Glibc

/// What the index knows of one file: enough to see, without reading it, that it has changed; and enough to see,
/// having read it, that it is not what it was.
struct Mark: Hashable, Sendable {
  /// The site that writes it.
  var site: String
  var size: Int
  /// Nanoseconds since 1970; 0 where it was written so lately that a second write might look the same.
  var modified: Int64
  var inode: UInt64
  /// The seal of its last valid line.
  var head: Seal

  func isSame(as status: stat) -> Bool {
    modified != 0 && size == Int(status.st_size) && inode == UInt64(status.st_ino)
      && modified == Mark.nanoseconds(status)
  }

  static func nanoseconds(_ status: stat) -> Int64 {
    Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
  }
}

/// One ticket in the index.
struct Row: Hashable, Sendable {
  var summary: Summary
  var marks: [Mark]
  /// A file was shortened or replaced since it was first known: stays until the index is made anew.
  var alarm: Damage?
}

extension Archive {
  /// A ticket and its row read anew; nil where it has no file and none is known. What `old` remembers is held against
  /// what is found.
  func reading(_ id: TicketID, writers: [String], under rules: Rules, old: Row?) -> Survey.Reading? {
    let subject = Subject.ticket(id)
    var gathering = Gathering<Fact>()
    var marks: [Mark] = []
    var alarm = old?.alarm
    for site in writers {
      let stream = stream(subject, by: site)
      do throws(JournalError) {
        let status = try Disk.status(stream.path)
        guard let status, let scroll = try stream.read() else { continue }
        gathering.add(scroll, of: stream)
        marks.append(
          Mark(
            site: site, size: scroll.size,
            modified: Int(status.st_size) == scroll.size ? Mark.nanoseconds(status) : 0, inode: UInt64(status.st_ino),
            head: scroll.head))
        if let known = old?.marks.first(where: { $0.site == site }), let change = known.change(to: scroll) {
          alarm = alarm ?? Damage(file: stream.file, line: 0, kind: change)
        }
      } catch {
        guard case .system(_, _, let code) = error else { continue }
        gathering.add(Damage(file: stream.file, line: 0, kind: .unreadable(errno: code)))
      }
    }
    for known in old?.marks ?? [] where !marks.contains(where: { $0.site == known.site }) {
      marks.append(known)
      alarm =
        alarm
        ?? Damage(file: subject.file(by: known.site), line: 0, kind: .shortened(from: known.size, to: 0))
    }
    guard gathering.isFound else {
      guard var row = old else { return nil }
      row.alarm = alarm
      row.summary.isDamaged = true
      return Survey.Reading(row: row, ticket: Ticket(id: id))
    }
    let ticket = Ticket.fold(id, gathering.events, under: rules)
    let isDamaged = alarm != nil || gathering.damage.contains { !$0.kind.isHarmless }
    return Survey.Reading(
      row: Row(summary: Summary(ticket, under: rules, isDamaged: isDamaged), marks: marks, alarm: alarm),
      ticket: ticket)
  }

  /// Whether a ticket's files are those that its row was made of, as far as their status tells.
  func isSame(_ row: Row, writers: [String]) -> Bool { row.marks.count == writers.count && isSame(row) }

  func isSame(_ row: Row) -> Bool { isSame(row.summary.id, row.marks) }

  func isSame(_ id: TicketID, _ marks: [Mark]) -> Bool {
    var path: [UInt8] = []
    path.reserveCapacity(root.utf8.count + 64)
    return marks.allSatisfy { mark in
      path.removeAll(keepingCapacity: true)
      path.append(contentsOf: root.utf8)
      Subject.put(id, by: mark.site, to: &path)
      path.append(0)
      var status = stat()
      let isThere = path.withUnsafeBytes { bytes in
        bytes.withMemoryRebound(to: CChar.self) { name in name.baseAddress.map { lstat($0, &status) == 0 } ?? false }
      }
      return isThere && mark.isSame(as: status)
    }
  }

  /// All of a text, or its beginning where its blob cannot be had.
  func wholeText(_ body: Body) -> String { (try? text(of: body)) ?? body.text }
}

extension Mark {
  /// How a file departs from what was known of it; nil where it has only grown.
  func change(to scroll: Scroll) -> Damage.Kind? {
    if scroll.size < size { return .shortened(from: size, to: scroll.size) }
    return scroll.lines.contains { $0.seal == head } ? nil : .replaced
  }
}
