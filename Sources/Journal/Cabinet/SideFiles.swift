import Desk
import Glibc

// What is not part of the record: raw mail waiting to be taken in, and an agent's settings.
extension Cabinet {
  /// Keeps a message as it came, before anything is made of it, and says its path.
  package func keepRaw(_ bytes: [UInt8]) throws(JournalError) -> String {
    guard bytes.count <= Limits.blob else { throw .tooLarge(path: "spool", bytes: bytes.count) }
    return try doubting { () throws(JournalError) in
      let file = "spool/\(Token.event()).eml"
      guard try shelf.place(bytes, at: file) else { throw .alreadyThere(path: file) }
      return root + "/" + file
    }
  }

  /// Raw messages that are still waiting, by path.
  package func rawMail() throws(JournalError) -> [String] {
    try Disk.names(in: root + "/spool").filter { $0.hasSuffix(".eml") }.sorted().map { root + "/spool/" + $0 }
  }

  /// A raw message has become events: it waits no more.
  package func dropRaw(_ path: String) throws(JournalError) {
    guard path.hasPrefix(root + "/spool/"), path.hasSuffix(".eml"), !path.contains("/../") else { throw .badName(path) }
    guard unlink(path) == 0 || errno == ENOENT else { throw Disk.failure("unlink", path) }
  }

  /// Takes away what processes that died left in `tmp/` and `run/` a day ago or longer. Harmless at any time.
  package func tidy(at now: Instant) throws(JournalError) {
    for (folder, prefix) in [("tmp", ""), ("run", "feed.")] {
      for name in try Disk.names(in: root + "/" + folder) where name.hasPrefix(prefix) && name != "feed.old" {
        let path = root + "/\(folder)/\(name)"
        guard let status = try Disk.status(path), now.seconds - Int64(status.st_mtim.tv_sec) > 86_400 else { continue }
        unlink(path)
      }
    }
  }

  /// Keeps an agent's settings under a name (the views kept), in place of those before. No part of the record.
  package func keepSettings(_ login: String, _ name: String, _ bytes: [UInt8]) throws(JournalError) {
    guard Cabinet.isPlainName(login), Cabinet.isPlainName(name) else { throw .badName(login) }
    try Disk.makeFolders("agents/" + login, under: root)
    let file = try shelf.write(bytes, syncing: true)
    guard rename(file, root + "/agents/\(login)/\(name)") == 0 else {
      let error = Disk.failure("rename", root + "/agents/\(login)/\(name)")
      unlink(file)
      throw error
    }
  }

  /// An agent's settings of a name; nil where there are none.
  package func settings(_ login: String, _ name: String) throws(JournalError) -> [UInt8]? {
    guard Cabinet.isPlainName(login), Cabinet.isPlainName(name) else { throw .badName(login) }
    do throws(JournalError) {
      return try Disk.read(root + "/agents/\(login)/\(name)")
    } catch {
      if case .system(_, _, ENOENT) = error { return nil }
      throw error
    }
  }

  /// What keeps this account from recording anything, as far as rights tell without trying; nil where
  /// nothing does.
  package var obstacle: JournalError? {
    for folder in ["tickets", "tickets/" + site] {
      let path = root + "/" + folder
      // A folder that is not there yet is made when it is first written in.
      if faccessat(AT_FDCWD, path, W_OK | X_OK, AT_EACCESS) != 0, errno != ENOENT {
        return .system(call: "access", path: path, errno: errno)
      }
    }
    return nil
  }

  /// Sees whether something can be written and is confirmed, after it could not: a block is, and is taken away again.
  package func tryWriting() throws(JournalError) {
    if let obstacle { throw obstacle }
    try doubting { () throws(JournalError) in
      _ = unlink(try shelf.write([UInt8](repeating: 10, count: 4096), syncing: true))
    }
  }

  /// Letters, digits, `.`, `-`, `_`, `@`; no dot first.
  static func isPlainName(_ name: String) -> Bool {
    (1...100).contains(name.utf8.count) && !name.hasPrefix(".")
      && name.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || [45, 46, 64, 95].contains($0)
      }
  }
}
