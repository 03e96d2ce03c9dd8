import Glibc

/// A file in memory, read only. The file is never written again: its name may be taken away, its bytes stay.
final class Mapping {
  let bytes: UnsafeRawBufferPointer

  /// nil where there is no such file, or it is empty.
  init?(_ path: String) {
    guard let handle = try? Disk.open(path, O_RDONLY), let status = try? Disk.status(handle), status.st_size > 0,
      status.st_mode & S_IFMT == S_IFREG,
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, handle.fd, 0), start != MAP_FAILED
    else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
