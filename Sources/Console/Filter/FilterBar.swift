import Desk
import Screen

/// The filter bar: what is typed, what of it reads, and what was typed before.
package struct FilterBar: Sendable {
  package var field = TextField("", limit: FilterBar.limit)
  /// Whether the bar has the keys.
  package var isTyping = false
  /// The last text that read, as a query: it stays while the text has a flaw.
  package private(set) var query: Query = .all
  package private(set) var flaw: Query.Flaw?
  private var history: [String] = []
  private var recalled: Int?

  static let limit = 500
  static let historyLimit = 100

  package init() {}

  package var isActive: Bool { query != .all || !field.isEmpty }

  /// Reads the text again after it changed. Its last word is the beginning of one, so that the list narrows letter
  /// by letter; it stays so once the filter is kept, for the list not to change under the agent's hand.
  package mutating func read() {
    do {
      query = try Query(field.text, typing: true)
      flaw = nil
    } catch {
      flaw = error
    }
  }

  package mutating func drop() {
    remember()
    self.field = TextField("", limit: FilterBar.limit)
    query = .all
    flaw = nil
    isTyping = false
    recalled = nil
  }

  /// Keeps the filter and gives the keys back. A text with a flaw goes: what is narrowed is what is said.
  package mutating func keep() {
    if flaw != nil { return }
    remember()
    isTyping = false
    recalled = nil
  }

  private mutating func remember() {
    let text = field.text.trimmed
    guard !text.isEmpty, flaw == nil else { return }
    history.removeAll { $0 == text }
    history.append(text)
    if history.count > FilterBar.historyLimit { history.removeFirst() }
  }

  /// ↑ and ↓: what was typed before.
  package mutating func recall(_ step: Int) {
    guard !history.isEmpty else { return }
    let next = (recalled ?? history.count) + step
    guard history.indices.contains(next) else { return }
    recalled = next
    field.text = history[next]
    read()
  }

  /// Tab: completes the name of a field before the cursor.
  package mutating func complete(french: Bool) {
    let before = field.text.prefix(field.cursor)
    let start =
      before.lastIndex { $0 == " " || $0 == "-" || $0 == "(" }.map { before.index(after: $0) } ?? before.startIndex
    let typed = Folding.fold(String(before[start...]))
    guard !typed.isEmpty, let name = FilterBar.names(french: french).first(where: { $0.hasPrefix(typed) }) else {
      return
    }
    field.insert(String(name.dropFirst(typed.count)) + ":")
    read()
  }

  /// The names worth completing, those of the agent's language first.
  private static func names(french: Bool) -> [String] {
    let french = french ? ["etat", "sla", "age", "site", "cat", "client", "equip", "de", "maj", "est", "objet"] : []
    return french + QueryWord.fieldNames
  }
}
