import Console
import Desk

// `guichet waive`: a promise that is not held against the desk, and why.
extension Command {
  static let waive = Command(.waive, [.one(.ticket)], [.clock, .reason]) { invocation throws(Trouble) in
    guard let clock = try invocation.clock() else { throw invocation.missing(.clock) }
    try invocation.one { _ throws(Trouble) in .waive(clock, reason: try invocation.need(.reason)) }
  }
}

extension Invocation {
  /// The clock that `--clock` names.
  func clock() throws(Trouble) -> ServiceClock? {
    guard let name = arguments.one(.clock) else { return nil }
    let names = ServiceClock.allCases.map(\.name)
    let folded = Folding.fold(name)
    guard let clock = ServiceClock(name: folded) else {
      throw Trouble(
        .usage, words.badChoice("--clock", name, allowed: names, near: Nearest.name(to: folded, among: names)))
    }
    return clock
  }
}
