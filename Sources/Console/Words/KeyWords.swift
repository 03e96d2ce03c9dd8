import Screen

// What is engraved on the keys.
extension Words {
  /// The name of a key as a hint shows it: `Entrée`, `Ctrl-Z`, `j`.
  package func key(_ key: Key) -> String {
    switch key {
    case .enter: say(fr: "Entrée", en: "Enter")
    case .escape: say(fr: "Échap", en: "Esc")
    case .space: say(fr: "Espace", en: "Space")
    case .tab: "Tab"
    case .backtab: say(fr: "Maj-Tab", en: "Shift-Tab")
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .ctrl(let inner): "Ctrl-" + self.key(inner).uppercased()
    case .alt(let inner): "Alt-" + self.key(inner)
    case .shift(let inner): say(fr: "Maj-", en: "Shift-") + self.key(inner)
    default: key.name
    }
  }
}
