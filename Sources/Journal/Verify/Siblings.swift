import Desk
import Glibc

/// The other files of a folder: whose bytes a bent line has, if they are one of theirs. Read when first asked.
final class Siblings {
  private let archive: Archive
  private let file: String
  private lazy var others: [(name: String, bytes: [UInt8])] = load()

  /// Bytes of all of them together.
  private static let limit = 64 << 20

  init(of file: String, in archive: Archive) {
    self.file = file
    self.archive = archive
  }

  /// The file that holds one of the marks that stand in `bytes` and nowhere else by chance: what a line leans on, its
  /// event's id, its seal.
  func holder(of bytes: UnsafeRawBufferPointer) -> String? {
    for mark in Siblings.marks(in: bytes) {
      if let found = others.first(where: { $0.bytes.withUnsafeBytes { Siblings.place(of: mark, in: $0) != nil } }) {
        return found.name
      }
    }
    return nil
  }

  private func load() -> [(name: String, bytes: [UInt8])] {
    let folder = Shelf.folder(of: file)
    var room = Siblings.limit
    var others: [(name: String, bytes: [UInt8])] = []
    for name in ((try? Disk.names(in: archive.root + "/" + folder)) ?? []).sorted() {
      let path = folder + "/" + name
      guard path != file, let status = try? Disk.status(archive.root + "/" + path), Int(status.st_size) <= room,
        let bytes = try? Disk.read(archive.root + "/" + path)
      else { continue }
      room -= bytes.count
      others.append((path, bytes))
    }
    return others
  }

  /// `"p":"…32…"`, `"u":"…16…"`, `"h":"…32…"` wherever they stand whole.
  private static func marks(in bytes: UnsafeRawBufferPointer) -> [UnsafeRawBufferPointer] {
    var marks: [UnsafeRawBufferPointer] = []
    for (key, length) in [("\"u\":\"", 16), ("\"p\":\"", 32), ("\"h\":\"", 32)] {
      var from = 0
      let name = Array(key.utf8)
      while let at = name.withUnsafeBytes({ place(of: $0, in: UnsafeRawBufferPointer(rebasing: bytes[from...])) }) {
        let start = from + at
        from = start + name.count
        let end = from + length
        guard end <= bytes.count, bytes[from..<end].allSatisfy({ (48...57).contains($0) || (97...122).contains($0) })
        else { continue }
        marks.append(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      }
    }
    return marks
  }

  private static func place(of mark: UnsafeRawBufferPointer, in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let base = bytes.baseAddress, let start = mark.baseAddress, !mark.isEmpty else { return nil }
    var at = 0
    while at &+ mark.count <= bytes.count {
      guard let found = memchr(base + at, Int32(mark[0]), bytes.count &- mark.count &- at &+ 1) else { return nil }
      if memcmp(found, start, mark.count) == 0 { return base.distance(to: UnsafeRawPointer(found)) }
      at = base.distance(to: UnsafeRawPointer(found)) &+ 1
    }
    return nil
  }
}
