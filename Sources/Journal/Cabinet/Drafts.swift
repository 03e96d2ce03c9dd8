import Desk
import Glibc

// Words not sent yet, one file a draft. No part of the record, and not synced: saved every few seconds.
//
// One agent may have several consoles open. Whether what lies under a key may be replaced is for the writer to say, at
// its turn: a lock on the agent's folder, which the kernel frees when a process dies. What may not be replaced stays,
// and the words go beside it:
//
//     drafts/amel/reply.LYO-34217        as the first console left it
//     drafts/amel/reply.LYO-34217.2      as the second did
extension Cabinet {
  /// Keeps somebody's unsent words under a key at a place, for those there if they may be replaced, else at a free place
  /// beside them. Returns the place: 1 is the key itself, 2 is `key.2`.
  @discardableResult
  package func saveDraft(
    _ login: String, _ key: String, at place: Int = 1, _ bytes: [UInt8],
    over mayReplace: ([UInt8]) -> Bool = { _ in true }
  ) throws(JournalError) -> Int {
    let folder = try draftFolder(login, key)
    try Disk.makeFolders("drafts/" + login, under: root)
    let draft = try shelf.write(bytes, syncing: false)
    do throws(JournalError) {
      return try atDraftTurn(folder) { () throws(JournalError) in
        let path = folder + "/" + key
        let place = try placeOfDraft(path, place, mayReplace)
        let file = Cabinet.draft(path, at: place)
        guard rename(draft, file) == 0 else { throw Disk.failure("rename", file) }
        return place
      }
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// Somebody's unsent words, by key.
  package func drafts(_ login: String) throws(JournalError) -> [String: [UInt8]] {
    guard Cabinet.isPlainName(login) else { throw .badName(login) }
    let folder = root + "/drafts/" + login
    var drafts: [String: [UInt8]] = [:]
    // Another console may have sent some meanwhile.
    for key in try Disk.names(in: folder) { drafts[key] = try Cabinet.readDraft(folder + "/" + key) }
    return drafts
  }

  /// Unsent words were sent, or thrown away: those there go, unless they are not the ones meant. There may be none.
  package func dropDraft(
    _ login: String, _ key: String, at place: Int = 1, where isMeant: ([UInt8]) -> Bool = { _ in true }
  ) throws(JournalError) {
    let folder = try draftFolder(login, key)
    guard try Disk.status(folder) != nil else { return }
    try atDraftTurn(folder) { () throws(JournalError) in
      let path = Cabinet.draft(folder + "/" + key, at: place)
      guard let bytes = try Cabinet.readDraft(path), isMeant(bytes) else { return }
      guard unlink(path) == 0 || errno == ENOENT else { throw Disk.failure("unlink", path) }
    }
  }

  /// Where words may go: their own place, else the first beside it that is free.
  private func placeOfDraft(
    _ path: String, _ place: Int, _ mayReplace: ([UInt8]) -> Bool
  ) throws(JournalError) -> Int {
    guard let there = try Cabinet.readDraft(Cabinet.draft(path, at: place)), !mayReplace(there) else { return place }
    for place in 2...Limits.draftsBeside where try Disk.status(Cabinet.draft(path, at: place)) == nil { return place }
    throw .exhausted(path: path)
  }

  private static func draft(_ path: String, at place: Int) -> String { place == 1 ? path : "\(path).\(place)" }

  /// What lies in a draft's file; nil where there is none.
  private static func readDraft(_ path: String) throws(JournalError) -> [UInt8]? {
    do throws(JournalError) {
      return try Disk.read(path)
    } catch {
      if case .system(_, _, ENOENT) = error { return nil }
      throw error
    }
  }

  private func atDraftTurn<Result>(
    _ folder: String, _ work: () throws(JournalError) -> Result
  ) throws(JournalError) -> Result {
    let handle = try Disk.open(folder, O_RDONLY | O_DIRECTORY)
    guard try Stream.take(handle, until: Disk.monotonic() + Limits.patience) else {
      throw .locked(path: folder, milliseconds: Limits.patience)
    }
    let result = try work()
    flock(handle.fd, LOCK_UN)
    return result
  }

  private func draftFolder(_ login: String, _ key: String) throws(JournalError) -> String {
    guard Cabinet.isPlainName(login) else { throw .badName(login) }
    guard Cabinet.isPlainName(key) else { throw .badName(key) }
    return root + "/drafts/" + login
  }
}
