import Glibc

/// How a file that never changes again comes into the cabinet: written under another name, synced, then given its
/// own by `link`, which never replaces one. A reader meets the whole file or none.
struct Shelf: Sendable {
  let root: String

  /// Puts a new file at `file` (relative); false where there is one already. Folders are made on the way. `named` is
  /// called once the file has its name, before the disk has confirmed that.
  func place(_ bytes: [UInt8], at file: String, named: () -> Void = {}) throws(JournalError) -> Bool {
    let draft = try write(bytes, syncing: true)
    defer { unlink(draft) }
    guard try name(draft, file) else { return false }
    named()
    try Disk.syncFolder(root + "/" + Shelf.folder(of: file))
    return true
  }

  /// Writes a temporary file and says its path.
  func write(_ bytes: [UInt8], syncing: Bool) throws(JournalError) -> String {
    let path = root + "/tmp/\(getpid())." + Token.event()
    let handle = try begin(path)
    do {
      try Disk.write(bytes, to: handle)
      try Disk.check(handle, holds: bytes.count)
      if syncing { try Disk.syncAll(handle) }
    } catch {
      unlink(path)
      throw error
    }
    return path
  }

  /// `tmp/` may have been deleted: what lies in it is never the record.
  private func begin(_ path: String) throws(JournalError) -> Handle {
    do {
      return try Disk.open(path, O_WRONLY | O_CREAT | O_EXCL)
    } catch .system(_, _, ENOENT) {
      try Disk.makeFolders("tmp", under: root)
      return try Disk.open(path, O_WRONLY | O_CREAT | O_EXCL)
    }
  }

  /// Gives a temporary file its name, not yet synced; false where the name is taken.
  func name(_ draft: String, _ file: String) throws(JournalError) -> Bool {
    try Disk.makeFolders(Shelf.folder(of: file), under: root)
    return try Disk.link(draft, root + "/" + file)
  }

  static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return String(file[..<slash])
  }
}
