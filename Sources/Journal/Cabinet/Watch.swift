import Desk
import Glibc

/// Tells when somebody writes in the cabinet: one inotify watch on `run/`, whose descriptor is given to `poll`.
///
/// Where the kernel has none to give (128 instances a user by default), or the cabinet lies on another machine, whose
/// writers this kernel does not see, the feed's status is looked at every half second instead. A watch only says when
/// to look: what was written, the feed tells, also where the kernel's queue ran over.
package struct Watch: ~Copyable {
  private let handle: Handle?
  private let feed: String
  private var seen: Mark?
  /// When the feed's status was last looked at, in milliseconds of the caller's clock.
  private var lookedAt: Int64?

  /// Milliseconds between two looks where there is no watch.
  package static let pollEvery = 500

  /// `isPolling`: does without the kernel's watch, as on a folder of another machine.
  package init(_ cabinet: Cabinet, isPolling: Bool = false) {
    feed = cabinet.feed.path
    let folder = cabinet.root + "/run"
    handle = isPolling || FileSystem.isRemote(folder) ? nil : Watch.begin(on: folder)
    seen = Watch.mark(feed)
  }

  private static func begin(on folder: String) -> Handle? {
    let fd = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard fd >= 0 else { return nil }
    let handle = Handle(fd: fd, path: "inotify")
    guard inotify_add_watch(fd, folder, UInt32(IN_MODIFY | IN_CREATE | IN_MOVED_TO)) >= 0 else { return nil }
    return handle
  }

  /// Becomes readable when there is something to `drain`; nil where it has to be asked.
  package var descriptor: Int32? {
    switch handle {
    case .some(let handle): handle.fd
    case .none: nil
    }
  }

  /// Takes in all that is waiting, and says whether somebody wrote: many writes are one stir. `now` is any clock of
  /// milliseconds.
  package mutating func drain(at now: Int64) -> Bool {
    switch handle {
    case .some(let handle): return Watch.drain(handle)
    case .none: break
    }
    if let lookedAt, now - lookedAt < Int64(Watch.pollEvery) { return false }
    lookedAt = now
    let mark = Watch.mark(feed)
    defer { seen = mark }
    return mark != seen
  }

  private static func drain(_ handle: borrowing Handle) -> Bool {
    var isWritten = false
    withUnsafeTemporaryAllocation(byteCount: 16 * 1024, alignment: 8) { buffer in
      while true {
        let fd = handle.fd
        let got = Disk.again { Glibc.read(fd, buffer.baseAddress, buffer.count) }
        guard got > 0 else { return }
        if Watch.isWritten(UnsafeRawBufferPointer(rebasing: buffer[..<got])) { isWritten = true }
      }
    }
    return isWritten
  }

  /// Events are `wd, mask, cookie, length` and a name padded with zeros. Where the kernel dropped some, the feed may
  /// have been among them.
  private static func isWritten(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var at = 0
    while at + 16 <= bytes.count {
      let mask = bytes.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self)
      let length = Int(bytes.loadUnaligned(fromByteOffset: at + 12, as: UInt32.self))
      if mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
      let name = bytes[(at + 16)..<min(at + 16 + length, bytes.count)].prefix { $0 != 0 }
      if name.elementsEqual("feed".utf8) { return true }
      at += 16 + length
    }
    return false
  }

  /// What tells one state of the feed from another without reading it.
  private struct Mark: Hashable {
    var size: Int
    var modified: Int64
    var inode: UInt64
  }

  private static func mark(_ path: String) -> Mark? {
    guard let status = try? Disk.status(path) else { return nil }
    return Mark(
      size: Int(status.st_size), modified: Journal.Mark.nanoseconds(status), inode: UInt64(status.st_ino))
  }
}
