import Desk
import Glibc

/// An open file, closed (and its lock let go) when it goes out of scope.
struct Handle: ~Copyable {
  let fd: Int32
  let path: String
  deinit { close(fd) }
}

/// POSIX calls with their failures as values. A call that a signal broke off is made again.
enum Disk {
  static let fileMode: mode_t = 0o600
  static let folderMode: mode_t = 0o700

  static func failure(_ call: String, _ path: String) -> JournalError {
    JournalError.system(call: call, path: path, errno: errno)
  }

  static func open(_ path: String, _ flags: Int32) throws(JournalError) -> Handle {
    while true {
      let fd = Glibc.open(path, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, fileMode)
      if fd >= 0 { return Handle(fd: fd, path: path) }
      if errno != EINTR { throw failure("open", path) }
    }
  }

  static func status(_ handle: borrowing Handle) throws(JournalError) -> stat {
    var status = stat()
    guard fstat(handle.fd, &status) == 0 else { throw failure("fstat", handle.path) }
    return status
  }

  /// nil where nothing is at `path`.
  static func status(_ path: String) throws(JournalError) -> stat? {
    var status = stat()
    if lstat(path, &status) == 0 { return status }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw failure("lstat", path)
  }

  /// From `offset` to the end.
  static func read(_ handle: borrowing Handle, from offset: Int = 0) throws(JournalError) -> [UInt8] {
    let known = Int(try status(handle).st_size)
    guard known - offset <= Limits.streamFile else { throw .tooLarge(path: handle.path, bytes: known) }
    var bytes: [UInt8] = []
    var room = max(known - offset, 0) + 1
    while true {
      let before = bytes.count
      guard before <= Limits.streamFile else { throw .tooLarge(path: handle.path, bytes: before) }
      var got = 0
      let more = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        got = pread(handle.fd, buffer.baseAddress, room, off_t(offset + before))
        count = max(got, 0)
      }
      if got < 0 {
        if errno == EINTR { continue }
        throw failure("read", handle.path)
      }
      if got == 0 { return bytes }
      if before == 0 { bytes = more } else { bytes.append(contentsOf: more) }
      // Less than was asked for: the end, as regular files have it.
      if got < room { return bytes }
      room = 64 * 1024
    }
  }

  static func read(_ path: String) throws(JournalError) -> [UInt8] { try read(try open(path, O_RDONLY)) }

  /// Writes all of `bytes`, going on after a short write. On an error what was written stays.
  static func write(_ bytes: [UInt8], to handle: borrowing Handle) throws(JournalError) {
    var done = 0
    while done < bytes.count {
      let wrote = bytes.withUnsafeBytes { buffer in
        Glibc.write(handle.fd, buffer.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if wrote < 0 {
        if errno == EINTR { continue }
        throw failure("write", handle.path)
      }
      if wrote == 0 { throw .system(call: "write", path: handle.path, errno: EIO) }
      done += wrote
    }
  }

  /// Waits until the disk has the data. A failure is final: the kernel forgets which pages failed.
  static func sync(_ handle: borrowing Handle) throws(JournalError) {
    guard fdatasync(handle.fd) == 0 else { throw .notConfirmed(path: handle.path, errno: errno) }
  }

  static func syncAll(_ handle: borrowing Handle) throws(JournalError) {
    guard fsync(handle.fd) == 0 else { throw .notConfirmed(path: handle.path, errno: errno) }
  }

  /// Makes the names in a folder last.
  static func syncFolder(_ path: String) throws(JournalError) {
    try syncAll(try open(path, O_RDONLY | O_DIRECTORY))
  }

  /// Makes a folder and those above it, as far down from `root` as they are missing; each new name is synced.
  static func makeFolders(_ relative: String, under root: String) throws(JournalError) {
    if try status(root + "/" + relative) != nil { return }
    var path = root
    for part in relative.split(separator: "/") {
      let parent = path
      path += "/" + part
      if mkdir(path, folderMode) == 0 {
        try syncFolder(parent)
      } else if errno != EEXIST {
        throw failure("mkdir", path)
      }
    }
  }

  /// Gives a file a second name; false where the name is taken.
  static func link(_ from: String, _ to: String) throws(JournalError) -> Bool {
    if Glibc.link(from, to) == 0 { return true }
    if errno == EEXIST { return false }
    throw failure("link", to)
  }

  /// The names in a folder, without `.` and `..`, in no order; none where it is missing.
  static func names(in path: String) throws(JournalError) -> [String] {
    guard let folder = opendir(path) else {
      if errno == ENOENT { return [] }
      throw failure("opendir", path)
    }
    defer { closedir(folder) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Milliseconds of a clock that nobody sets.
  static func monotonic() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}
