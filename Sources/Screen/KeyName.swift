/// The written names of keys: `j`, `F1`, `C-x`, `A-Enter`, `S-Up`, `Space`. A key file and the help use the same.
extension Key {
  /// The highest function key a terminal description names.
  package static let functionKeys = 1...24

  private static let named: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("BackTab", .backtab), ("Backspace", .backspace),
    ("Delete", .delete), ("Insert", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
    ("Home", .home), ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown), ("Space", .space),
  ]

  /// Other spellings a key file may use: what is engraved on a French or an American keyboard.
  private static let aliases: [(name: String, key: Key)] = [
    ("Return", .enter), ("Entrée", .enter), ("Entree", .enter), ("Escape", .escape), ("Échap", .escape),
    ("Echap", .escape), ("Espace", .space), ("S-Tab", .backtab), ("Retour", .backspace), ("Suppr", .delete),
    ("Del", .delete), ("Inser", .insert), ("Ins", .insert), ("Haut", .up), ("Bas", .down), ("Gauche", .left),
    ("Droite", .right), ("Début", .home), ("Debut", .home), ("Fin", .end), ("PgUp", .pageUp), ("PgPréc", .pageUp),
    ("PgPrec", .pageUp), ("PgDn", .pageDown), ("PgSuiv", .pageDown),
  ]

  private static let modifiers: [(prefixes: [String], wrap: @Sendable (Key) -> Key)] = [
    (["c-", "ctrl-", "^"], { .ctrl($0) }), (["a-", "alt-", "m-"], { .alt($0) }),
    (["s-", "shift-", "maj-"], { .shift($0) }),
  ]

  /// The canonical name, the same in every language.
  package var name: String {
    switch self {
    case .ctrl(let key): "C-" + key.name
    case .alt(let key): "A-" + key.name
    case .shift(let key): "S-" + key.name
    case .f(let number): "F\(number)"
    case .char(let scalar) where scalar != " ": String(scalar)
    default: Key.named.first { $0.key == self }?.name ?? ""
    }
  }

  /// The key a name stands for; nil when there is no such key. Case only matters for a single character.
  package init?(name: String) {
    if let scalar = name.unicodeScalars.first, name.unicodeScalars.count == 1 {
      guard scalar.value > 0x20, Width.of(scalar) > 0 else { return nil }
      self = .char(scalar)
      return
    }
    let lowered = name.lowercased()
    if let known = (Key.named + Key.aliases).first(where: { $0.name.lowercased() == lowered }) {
      self = known.key
      return
    }
    if lowered.first == "f", let number = Int(lowered.dropFirst()), Key.functionKeys.contains(number) {
      self = .f(number)
      return
    }
    for (prefixes, wrap) in Key.modifiers {
      for prefix in prefixes where lowered.hasPrefix(prefix) && name.count > prefix.count {
        guard let key = Key(name: String(name.dropFirst(prefix.count))) else { return nil }
        self = wrap(key)
        return
      }
    }
    return nil
  }
}
