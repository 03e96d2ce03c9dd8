import Glibc

/// A file in memory as far as it has been asked for: whole blocks are read, in place, when they are first touched.
///
/// Mapping the file itself would be less work, but pages beside those that are asked for would count as this
/// program's memory, and a file cut short by another hand would end it.
final class Mapping {
  let count: Int
  /// Where the file's first byte is, or would be.
  let base: UnsafeMutableRawPointer
  /// nil where all of it is there already.
  private let handle: Handle?

  /// nil where there is no such file, or it is empty.
  convenience init?(_ path: String) {
    guard let handle = try? Disk.open(path, O_RDONLY), let status = try? Disk.status(handle), status.st_size > 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    self.init(room: Int(status.st_size), consume handle)
  }

  private init?(room count: Int, _ handle: consuming Handle) {
    let start = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard let start, start != MAP_FAILED else { return nil }
    self.count = count
    base = start
    self.handle = .some(consume handle)
  }

  /// Bytes that lie in no file, whole from the beginning.
  init?(holding bytes: [UInt8]) {
    guard !bytes.isEmpty,
      let start = mmap(nil, bytes.count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      start != MAP_FAILED
    else { return nil }
    bytes.withUnsafeBytes { start.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(start), byteCount: $0.count) }
    count = bytes.count
    base = start
    handle = nil
  }

  private static let page = 4096
  /// `MADV_POPULATE_WRITE`
  private static let populate: Int32 = 23

  deinit { munmap(base, count) }

  /// Reads bytes to their place; false where the file no longer has them.
  func load(_ range: Range<Int>) -> Bool {
    switch handle {
    case .none: true
    case .some(let handle): load(range, from: handle)
    }
  }

  private func load(_ range: Range<Int>, from handle: borrowing Handle) -> Bool {
    if range.count > Mapping.page {
      // One call instead of a fault for each page; where the kernel does not know it (before 5.14), faults it is.
      let start = range.lowerBound / Mapping.page * Mapping.page
      madvise(base + start, range.upperBound - start, Mapping.populate)
    }
    var at = range.lowerBound
    while at < range.upperBound {
      let (fd, room) = (handle.fd, base + at)
      let got = Disk.again { pread(fd, room, range.upperBound - at, off_t(at)) }
      guard got > 0 else { return false }
      at += got
    }
    return true
  }

  /// Bytes that have been loaded.
  @inline(__always) func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: UnsafeRawPointer(base) + range.lowerBound, count: range.count)
  }
}
