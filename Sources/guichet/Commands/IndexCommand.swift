import Console
import Desk
import Glibc
import Journal

// The derived files that make lists and searches quick. They may be deleted at any time. Whoever may write in the
// cabinet may keep them, agent of the desk or not.
extension Command {
  static let index = Command(.index, [], [.anew, .quiet]) { invocation throws(Trouble) in
    let premises = try Premises(invocation.settings.cabinet, invocation.words)
    let index = premises.index()
    do throws(JournalError) {
      _ = try index.refresh()
      try invocation.bringUpToDate(index)
      // What tickets draw from contracts that have a credit: a screen that shows a balance does not wait for it.
      if !premises.directory.credits.all.isEmpty { _ = try index.debits() }
    } catch { throw Trouble(error, invocation.words) }
  }
}

extension Invocation {
  fileprivate func bringUpToDate(_ index: Index) throws(JournalError) {
    // Begun by another guichet for its own sake: whoever works at this machine comes first.
    guard !arguments.has(.quiet) else {
      _ = nice(19)
      _ = try index.upkeep()
      return
    }
    let progress = telling()
    if arguments.has(.anew) {
      try index.rebuild(progress: progress)
    } else {
      try index.makeWhole(progress: progress)
      // What could only be read into memory is of no use to the next: the reason is what there is to tell.
      if !index.canBeKept { try index.rebuild(progress: progress) }
      if index.owesUpkeep { _ = try index.upkeep(progress: progress) }
    }
    printer.line(words.indexed(index.count))
  }
}
