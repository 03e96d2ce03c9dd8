/// The end of a file as it was once seen.
package struct Head: Hashable, Sendable {
  /// The number of its last line, where that is known.
  package var lines: Int?
  /// The seal of its last line.
  package var seal: Seal
  /// In bytes.
  package var size: Int
  package var inode: UInt64
  /// Nanoseconds since 1970.
  package var modified: Int64
}

/// What is remembered of the ends of files, elsewhere than in the files. A chain alone cannot tell a file cut at the
/// end of a line, an old copy put back or a chain written anew: what is remembered can, for it must be found among
/// the lines of the file for ever after.
package protocol HeadMemory: Sendable {
  /// What is remembered of a file, by its path within the cabinet.
  func head(of file: String) -> Head?
  /// Every file remembered.
  var files: [String] { get }
  /// A change noticed earlier, and since then the file may have grown over it.
  func alarm(of file: String) -> Damage?
}

extension HeadMemory {
  package func alarm(of file: String) -> Damage? { nil }
}

/// What the index remembers.
struct IndexHeads: HeadMemory {
  private var heads: [String: Head] = [:]
  private var alarms: [String: Damage] = [:]

  init(_ archive: Archive) {
    let seal = Seal(high: Index.storeSeal(archive.store), low: 0)
    Stack(root: archive.root, seal: seal, anyRules: true)?.eachRow { take($0) }
  }

  private mutating func take(_ row: Row) {
    let subject = Subject.ticket(row.summary.id)
    for mark in row.marks {
      heads[subject.file(by: mark.site)] = Head(
        lines: nil, seal: mark.head, size: mark.size, inode: mark.inode, modified: mark.modified)
    }
    if let alarm = row.alarm { alarms[alarm.file] = alarm }
  }

  func head(of file: String) -> Head? { heads[file] }
  var files: [String] { Array(heads.keys) }
  func alarm(of file: String) -> Damage? { alarms[file] }
}
