import Desk
import Screen

// Keys of the palette, the help, the drafts and the macros.
extension Model {
  mutating func press(_ key: Key, in chooser: Chooser) -> [Effect] {
    var chooser = chooser
    switch key {
    case .escape, .ctrl("g"):
      overlay = nil
      return chooser.theme == theme ? [] : use(theme: chooser.theme)
    case .enter: return choose(chooser)
    case .down, .ctrl("n"), .tab: chooser.move(by: 1)
    case .up, .ctrl("p"), .backtab: chooser.move(by: -1)
    case .pageDown: chooser.move(by: Chooser.rows(in: layout.full.height))
    case .pageUp: chooser.move(by: -Chooser.rows(in: layout.full.height))
    default:
      guard chooser.field.handle(key) else { return [] }
      narrow(&chooser)
    }
    overlay = .chooser(chooser)
    // A theme is shown while the hand is on it.
    guard chooser.kind == .palette else { return [] }
    if case .theme(let name) = chooser.selected?.target { return name == theme ? [] : use(theme: name) }
    return theme == chooser.theme ? [] : use(theme: chooser.theme)
  }

  /// A number typed in the palette is a ticket to be opened, whatever else its digits may be a part of.
  func narrow(_ chooser: inout Chooser) {
    let id = chooser.kind == .palette ? TicketID(chooser.field.text.trimmed, home: home) : nil
    chooser.narrow(
      named: id.map { id in
        let known = summary(of: id).map { SafeText.line($0.subject).text } ?? ""
        return ChooserItem(.ticket(id), words.openTicket(words.name(id, home: home)), help: known, names: [])
      })
  }

  private mutating func use(theme name: String) -> [Effect] {
    theme = name
    return [.useTheme(name)]
  }

  private mutating func choose(_ chooser: Chooser) -> [Effect] {
    guard let item = chooser.selected else { return say(words.noCommand, .warning) }
    overlay = nil
    switch item.target {
    case .action(let id):
      // Its name may be found from any pane; where it does not belong it says so.
      return run(id)
    case .view(let number): return show(view: number)
    case .theme(let name): return use(theme: name) + say(words.themeUsed(name), .ok)
    case .language(let language):
      words = Words(language)
      return say(words.name(language), .ok)
    case .draft(let draft): return resume(draft)
    case .ticket(let id): return open(id)
    case .card(let subject): return openCard(subject)
    case .macro(let offer, let id): return apply(offer, to: id, unless: item.whyNot)
    }
  }
}
