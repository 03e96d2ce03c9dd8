/// A card of the demo's texts: an identifier, then fields in the order they were written.
///
///     == vpn-coupures
///     subject: VPN : coupure toutes les {min} minutes
///     mail:
///     Le VPN tombe sans arrêt. Une ligne qui suit
///     continue le paragraphe.
///
///     | 14:02 ERROR tunnel down      (a line kept as it is: a pasted log)
///     note: Ping stable.
///
/// A field may be written several times: each is one variant. Text is kept in Swift literals, which cost nothing to
/// build, and read only when the demo is asked for.
package struct Card: Sendable {
  package var id: String
  package private(set) var fields: [(key: String, text: String)] = []

  /// Every variant of a field.
  package func all(_ key: String) -> [String] { fields.filter { $0.key == key }.map(\.text) }
  /// The first text of a field, empty where it is not written.
  package func first(_ key: String) -> String { fields.first { $0.key == key }?.text ?? "" }

  /// The cards of a literal; `keys` are the field names, so that a colon in a text starts no field.
  package static func read(_ text: String, keys: Set<String>) -> [Card] {
    var cards: [Card] = []
    var key = ""
    var lines: [Substring] = []
    func close() {
      if !key.isEmpty, !cards.isEmpty { cards[cards.count - 1].fields.append((key, paragraphs(lines))) }
      key = ""
      lines = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("== ") {
        close()
        cards.append(Card(id: String(line.dropFirst(3))))
      } else if let colon = line.firstIndex(of: ":"), keys.contains(String(line[..<colon])) {
        close()
        key = String(line[..<colon])
        lines = [line[line.index(after: colon)...].drop { $0 == " " }]
      } else {
        lines.append(line)
      }
    }
    close()
    return cards
  }

  /// Joins the lines of a paragraph; an empty line parts paragraphs, a line after `| ` is kept as it is.
  private static func paragraphs(_ lines: [Substring]) -> String {
    var text = ""
    var joins = false
    for line in lines {
      if line.hasPrefix("| ") {
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
        text += line.dropFirst(2) + "\n"
        joins = false
      } else if line.isEmpty {
        while text.hasSuffix("\n") { text.removeLast() }
        if !text.isEmpty { text += "\n\n" }
        joins = false
      } else {
        text += (joins ? " " : "") + line
        joins = true
      }
    }
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  private init(id: String) { self.id = id }
}
