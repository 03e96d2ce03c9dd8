import Console
import Desk
import Journal

/// The desk as its files lie, and the rules it works under: where whoever works in it or keeps it begins, agent of the
/// desk or not. Which version of the configuration is in force is read with the directory; what it says, when a rule
/// is asked for.
final class Premises {
  let cabinet: Cabinet
  private(set) var directory: Directory
  /// What is in force; another where the ledger was read again and says so.
  private(set) var shelf: RuleShelf
  private let reflex: Reflex

  init(_ path: String, _ words: Words) throws(Trouble) {
    do throws(JournalError) {
      cabinet = try Cabinet(opening: path)
      directory = try cabinet.directory()
    } catch { throw Trouble(error, words) }
    shelf = RuleShelf(directory, cabinet.configShelf)
    reflex = Reflex(cabinet, shelf)
    cabinet.makeRules = { [shelf] in shelf.present }
    cabinet.follow = { [reflex] ticket, act, now in reflex.follow(ticket, act, now) }
  }

  /// Every ticket's row, as last told. Rows hold deadlines and priorities computed under the rules: one made under
  /// others is not trusted.
  func index() -> Index { Index(cabinet, stamp: RuleShelf.stamp(directory)) }

  /// What a reading of the ledger found.
  enum News {
    case none, directory
    /// Another configuration is in force, or other contracts: rows made before are not trusted.
    case rules
  }

  /// Reads the ledger again, for somebody may have joined or changed the rules.
  func reloadDirectory() throws(JournalError) -> News {
    let read = try cabinet.directory()
    if read == directory { return .none }
    let isRuled = read.reigns != directory.reigns || read.contractEdition != directory.contractEdition
    directory = read
    shelf = RuleShelf(directory, cabinet.configShelf)
    reflex.shelf = shelf
    if isRuled { cabinet.rules = shelf.present } else { cabinet.rules.directory = read }
    return isRuled ? .rules : .directory
  }
}
