import Console
import Desk
import Glibc
import Journal

// The derived files that make lists and searches quick. They may be deleted at any time.
extension Command {
  static let index = Command(.index, [], [.anew, .quiet]) { invocation throws(Trouble) in
    let session = try invocation.session()
    do throws(JournalError) {
      try invocation.bringUpToDate(try session.index())
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
    let progress = ProgressBar.telling(words)
    if arguments.has(.anew) {
      try index.rebuild(progress: progress)
    } else {
      try index.makeWhole(progress: progress)
      if index.owesUpkeep { _ = try index.upkeep(progress: progress) }
    }
    printer.line(words.indexed(index.count))
  }
}
