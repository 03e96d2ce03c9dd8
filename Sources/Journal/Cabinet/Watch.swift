import Desk
import Glibc

/// Tells when somebody writes in the cabinet: one inotify watch on `run/`, whose descriptor is given to `poll`.
/// Where the kernel has none to give (128 instances a user by default), look again every half second instead.
package struct Watch: ~Copyable {
  private let handle: Handle

  /// What has happened since the last look.
  package enum Stir: Hashable, Sendable {
    case nothing
    case written
    /// The kernel dropped events: only a sweep tells.
    case overflowed
  }

  /// Milliseconds between two looks where there is no watch.
  package static let pollEvery = 500

  package init(_ cabinet: Cabinet) throws(JournalError) {
    handle = try Watch.begin(on: cabinet.root + "/run")
  }

  private static func begin(on folder: String) throws(JournalError) -> Handle {
    let fd = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard fd >= 0 else { throw .noWatch(errno: errno) }
    let handle = Handle(fd: fd, path: "inotify")
    guard inotify_add_watch(fd, folder, UInt32(IN_MODIFY | IN_CREATE | IN_MOVED_TO)) >= 0 else {
      throw .noWatch(errno: errno)
    }
    return handle
  }

  /// Becomes readable when there is something to `drain`.
  package var descriptor: Int32 { handle.fd }

  /// Takes in all that is waiting; many writes are one stir.
  package func drain() -> Stir {
    var stir = Stir.nothing
    withUnsafeTemporaryAllocation(byteCount: 16 * 1024, alignment: 8) { buffer in
      while true {
        let got = Glibc.read(handle.fd, buffer.baseAddress, buffer.count)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        let found = Watch.read(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
        if found == .overflowed || stir == .nothing { stir = found }
      }
    }
    return stir
  }

  /// Events are `wd, mask, cookie, length` and a name padded with zeros.
  private static func read(_ bytes: UnsafeRawBufferPointer) -> Stir {
    var stir = Stir.nothing
    var at = 0
    while at + 16 <= bytes.count {
      let mask = bytes.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self)
      let length = Int(bytes.loadUnaligned(fromByteOffset: at + 12, as: UInt32.self))
      if mask & UInt32(IN_Q_OVERFLOW) != 0 { return .overflowed }
      let name = bytes[(at + 16)..<min(at + 16 + length, bytes.count)].prefix { $0 != 0 }
      if name.elementsEqual("feed".utf8) { stir = .written }
      at += 16 + length
    }
    return stir
  }
}
