import Desk
import Glibc

/// An open file, closed (and its lock let go) when it goes out of scope.
struct Handle: ~Copyable {
  let fd: Int32
  let path: String
  deinit { close(fd) }
}

/// POSIX calls with their failures as values. A call that a signal broke off is made again, `Limits.interruptions`
/// times: what signals break off without end is a failure like any other, and not a program that hangs.
enum Disk {
  static let fileMode: mode_t = 0o600
  static let folderMode: mode_t = 0o700

  static func failure(_ call: String, _ path: String) -> JournalError {
    JournalError.system(call: call, path: path, errno: errno)
  }

  static func open(_ path: String, _ flags: Int32) throws(JournalError) -> Handle {
    let fd = again { Int(Glibc.open(path, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, fileMode)) }
    guard fd >= 0 else { throw failure("open", path) }
    return Handle(fd: Int32(fd), path: path)
  }

  /// Opens a file by its name in a folder, the bytes of it and a zero: of a long path only the last step is walked, and
  /// no text is made for each of many thousands.
  static func open(_ name: [UInt8], in folder: borrowing Handle, _ flags: Int32) throws(JournalError) -> Handle {
    let (at, flags) = (folder.fd, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
    let fd = name.withUnsafeBytes { name in
      let name = name.assumingMemoryBound(to: CChar.self)
      return name.baseAddress.map { name in again { Int(Glibc.openat(at, name, flags, fileMode)) } } ?? -1
    }
    guard fd >= 0 else { throw failure("openat", folder.path) }
    return Handle(fd: Int32(fd), path: folder.path)
  }

  /// Makes a call until no signal breaks it off.
  static func again(_ call: () -> Int) -> Int {
    for _ in 0..<Limits.interruptions {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
    errno = EINTR
    return -1
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

  /// From `offset` to the end. The size, where it is known already, saves asking for it.
  static func read(
    _ handle: borrowing Handle, from offset: Int = 0, size: Int? = nil
  ) throws(JournalError) -> [UInt8] {
    let known = if let size { size } else { Int(try status(handle).st_size) }
    guard known - offset <= Limits.streamFile else { throw .tooLarge(path: handle.path, bytes: known) }
    var bytes: [UInt8] = []
    var room = max(known - offset, 0) + 1
    while true {
      let before = bytes.count
      guard before <= Limits.streamFile else { throw .tooLarge(path: handle.path, bytes: before) }
      var got = 0
      let more = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        got = again { pread(handle.fd, buffer.baseAddress, room, off_t(offset + before)) }
        count = max(got, 0)
      }
      if got < 0 { throw failure("read", handle.path) }
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
        again { Glibc.write(handle.fd, buffer.baseAddress.map { $0 + done }, bytes.count - done) }
      }
      if wrote < 0 { throw failure("write", handle.path) }
      if wrote == 0 { throw .system(call: "write", path: handle.path, errno: EIO) }
      done += wrote
    }
  }

  /// Refuses a file that has not the size it should have after a write: a kernel that says it wrote may not have.
  static func check(_ handle: borrowing Handle, holds bytes: Int) throws(JournalError) {
    let found = Int(try status(handle).st_size)
    guard found == bytes else { throw .wrongSize(path: handle.path, expected: bytes, found: found) }
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
  ///
  /// From its making until its name is known to last a folder carries the sticky bit. Another process may find it in
  /// between, whose own files would be lost with it, and whoever made it may have died: so who finds the bit syncs
  /// the name himself.
  static func makeFolders(_ relative: String, under root: String) throws(JournalError) {
    if let found = try status(root + "/" + relative), found.st_mode & S_ISVTX == 0 { return }
    var path = root
    for part in relative.split(separator: "/") {
      let parent = path
      path += "/" + part
      guard mkdir(path, folderMode | S_ISVTX) == 0 || errno == EEXIST else { throw failure("mkdir", path) }
      guard let made = try status(path), made.st_mode & S_ISVTX != 0 else { continue }
      try syncFolder(parent)
      // Where the bit may not be taken away, by another than who made it, the name is synced once more each time.
      chmod(path, made.st_mode & ~(S_ISVTX | S_IFMT))
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
    var opened: OpaquePointer?
    _ = again {
      opened = opendir(path)
      return opened == nil ? -1 : 0
    }
    guard let folder = opened else {
      if errno == ENOENT { return [] }
      throw failure("opendir", path)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    // A folder that reads by half would hide streams, and numbers that were given.
    guard errno == 0 else { throw failure("readdir", path) }
    return names
  }

  /// Milliseconds of a clock that nobody sets.
  static func monotonic() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}
