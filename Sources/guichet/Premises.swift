import Console
import Desk
import Journal

/// The desk as its files lie, and the rules it works under: where whoever works in it or keeps it begins, agent of the
/// desk or not.
final class Premises {
  let cabinet: Cabinet
  private(set) var directory: Directory
  /// What is wrong in the desk's own files.
  let faults: [ConfFile.Fault]
  /// Tells these rules from others.
  private let source: [UInt8]

  init(_ path: String, _ words: Words) throws(Trouble) {
    do throws(JournalError) {
      cabinet = try Cabinet(opening: path)
      directory = try cabinet.directory()
    } catch { throw Trouble(error, words) }
    let conf = DeskConf(cabinet.root)
    faults = conf.file.faults
    source = conf.source
    cabinet.makeRules = { [directory] in conf.rules(directory) }
  }

  /// Every ticket's row, as last told. Rows hold deadlines and priorities computed under the rules: one made under
  /// others is not trusted.
  func index() -> Index {
    var stamp = SHA256()
    stamp.update(source)
    return Index(cabinet, stamp: stamp.digest().hex)
  }

  /// Reads the ledger again, for somebody may have joined; false where it says what it said.
  func reloadDirectory() throws(JournalError) -> Bool {
    let read = try cabinet.directory()
    if read == directory { return false }
    directory = read
    cabinet.rules.directory = read
    return true
  }
}
