import Desk
import Screen

/// A list narrowed by typing: the palette (`:`), the help (`?`), the drafts, the cards and the macros share it.
package struct Chooser: Sendable {
  package enum Kind: Hashable, Sendable { case palette, help, drafts, cards, macros }

  package let kind: Kind
  package var field = TextField()
  /// All that may be chosen, in order; last, what the typed text itself names.
  package private(set) var items: [ChooserItem]
  /// Items that are there whatever is typed.
  package let standing: Int
  /// Places of the items the typed text lets through, the best first.
  package private(set) var shown: [Int]
  package private(set) var cursor = 0
  package var scroll = Scroll()
  /// The theme to go back to when the agent leaves without choosing.
  package let theme: String

  package init(_ kind: Kind, _ items: [ChooserItem], theme: String) {
    self.kind = kind
    self.items = items
    standing = items.count
    self.theme = theme
    shown = Array(items.indices)
  }

  package var selected: ChooserItem? { shown.indices.contains(cursor) ? items[shown[cursor]] : nil }

  package mutating func move(by rows: Int) {
    guard !shown.isEmpty else { return }
    cursor = min(max(0, cursor + rows), shown.count - 1)
  }

  /// Narrows to what was typed: the items whose names begin so first, then those that hold it, then those whose
  /// letters come in that order. Before them all `named`, where the text itself names something.
  package mutating func narrow(named: ChooserItem? = nil) {
    items.removeLast(items.count - standing)
    defer {
      if let named {
        items.append(named)
        shown.insert(items.count - 1, at: 0)
      }
    }
    let typed = Folding.fold(field.text.trimmed)
    cursor = 0
    scroll = Scroll()
    if typed.isEmpty {
      shown = Array(items.indices)
      return
    }
    shown = items.indices.compactMap { at in items[at].rank(typed).map { (rank: $0, at: at) } }
      .sorted { ($0.rank, $0.at) < ($1.rank, $1.at) }.map(\.at)
  }
}

/// One thing that can be chosen.
package struct ChooserItem: Sendable {
  package enum Target: Hashable, Sendable {
    case action(ActionID)
    case view(Int)
    case theme(String)
    case language(Language)
    case draft(Draft)
    case card(CardSubject)
    case macro(MacroOffer, on: TicketID)
    case ticket(TicketID)
  }

  package let target: Target
  package let text: String
  /// At the right: a key, a date.
  package let right: String
  /// One line of explanation, for the help.
  package let help: String
  /// Why it cannot be chosen now.
  package let whyNot: String?
  /// What it is found by, folded: both languages.
  let names: [String]
  /// As it stands in the list, folded.
  private let shown: String

  package init(
    _ target: Target, _ text: String, right: String = "", help: String = "", whyNot: String? = nil, names: [String]
  ) {
    self.target = target
    self.text = text
    self.right = right
    self.help = help
    self.whyNot = whyNot
    self.names = names.map(Folding.fold)
    shown = Folding.fold(text)
  }

  /// How well a folded text fits, the smaller the better; nil where it does not. What stands in the list comes before
  /// what the other language calls so.
  func rank(_ typed: String) -> Int? {
    shown.hasPrefix(typed) ? -1 : names.compactMap { ChooserItem.rank(typed, in: $0) }.min()
  }

  private static func rank(_ typed: String, in name: String) -> Int? {
    if name.hasPrefix(typed) { return 0 }
    if name.split(separator: " ").contains(where: { $0.hasPrefix(typed) }) { return 1 }
    if name.contains(typed) { return 2 }
    var rest = name[...]
    for letter in typed where letter != " " {
      guard let at = rest.firstIndex(of: letter) else { return nil }
      rest = rest[rest.index(after: at)...]
    }
    return 3
  }
}
