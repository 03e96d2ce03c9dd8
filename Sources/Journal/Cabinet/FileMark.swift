import Desk
import Glibc

/// What tells that a file is as it was when it was last read (git's index compares the same).
struct FileMark: Hashable, Sendable {
  var size: Int64
  /// Nanoseconds since 1970: of the content, and of the inode, which nobody can set back.
  var modified: Int64
  var changed: Int64
  var inode: UInt64

  /// A file written this lately may be written again within one tick of its clock (git's "racy" entries).
  static let racy: Int64 = 2_000_000_000

  init(_ status: stat) {
    size = Int64(status.st_size)
    modified = FileMark.nanoseconds(status.st_mtim)
    changed = FileMark.nanoseconds(status.st_ctim)
    inode = UInt64(status.st_ino)
  }

  /// Whether another writing of the same length could still leave this very mark.
  func isRacy(at now: Int64, for span: Int64) -> Bool { max(modified, changed) > now &- span }

  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  func pack(into out: inout Packer) {
    out.put(size)
    out.put(modified)
    out.put(changed)
    out.put(inode)
  }

  init(_ source: inout Unpacker) throws(Unpacker.Spoilt) {
    size = try source.int64()
    modified = try source.int64()
    changed = try source.int64()
    inode = try source.word()
  }
}
