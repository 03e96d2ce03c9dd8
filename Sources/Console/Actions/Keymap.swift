import Screen

/// Which keys start what in each pane, read off the table of actions.
package enum Keymap {
  /// What a sequence of keys means.
  package enum Meaning: Hashable, Sendable {
    case action(ActionID)
    /// More keys are awaited.
    case prefix
    case nothing
  }

  package static func meaning(of keys: [Key], in pane: Pane) -> Meaning {
    if let id = maps[pane]?[keys] { return .action(id) }
    return prefixes[pane]?.contains(keys) == true ? .prefix : .nothing
  }

  /// The actions behind a prefix, in the order of the table.
  package static func actions(after prefix: [Key], in pane: Pane) -> [(key: [Key], action: Action)] {
    Action.table.filter { $0.panes.contains(pane) }.flatMap { action in
      action.keys.filter { $0.count > prefix.count && Array($0.prefix(prefix.count)) == prefix }
        .map { (Array($0.dropFirst(prefix.count)), action) }
    }
  }

  /// The first keys that start an action there, as they are written; nil where it has none.
  package static func written(_ id: ActionID, words: Words) -> String? {
    Action.of(id).keys.first.map { keys in keys.map { words.key($0) }.joined(separator: " ") }
  }

  private static let maps: [Pane: [[Key]: ActionID]] = {
    var maps: [Pane: [[Key]: ActionID]] = [:]
    for action in Action.table {
      for pane in action.panes {
        for keys in action.keys(in: pane) where !keys.isEmpty { maps[pane, default: [:]][keys] = action.id }
      }
    }
    return maps
  }()

  private static let prefixes: [Pane: Set<[Key]>] = maps.mapValues { map in
    Set(map.keys.flatMap { keys in (1..<max(1, keys.count)).map { Array(keys.prefix($0)) } })
  }
}
