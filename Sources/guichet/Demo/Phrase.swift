/// A text with holes: `{site}` takes a fact of the ticket, `{ce matin|depuis {jour}}` one of its choices.
/// Facts are the same all through a ticket; choices are drawn each time.
package enum Phrase {
  /// Choices may hold facts, which hold nothing.
  package static let deepest = 3

  private static let opens = UInt8(ascii: "{")
  private static let closes = UInt8(ascii: "}")
  private static let parts = UInt8(ascii: "|")

  /// The text with every hole filled; an unknown fact stays as written, so that a test can find it.
  package static func fill(_ text: String, facts: [String: String], with source: inout SplitMix64) -> String {
    guard text.utf8.contains(opens) else { return text }
    var filled: [UInt8] = []
    filled.reserveCapacity(text.utf8.count * 2)
    fill(Array(text.utf8)[...], facts, &source, depth: 0, into: &filled)
    return String(decoding: filled, as: UTF8.self)
  }

  /// Bytes, since the signs looked for are ASCII and UTF-8 has no ASCII byte inside another character.
  private static func fill(
    _ text: ArraySlice<UInt8>, _ facts: [String: String], _ source: inout SplitMix64, depth: Int,
    into filled: inout [UInt8]
  ) {
    var at = text.startIndex
    while at < text.endIndex {
      guard text[at] == opens, depth < deepest, let end = close(of: at, in: text) else {
        filled.append(text[at])
        at += 1
        continue
      }
      let choices = split(text[(at + 1)..<end])
      if choices.count > 1 {
        fill(choices[source.below(choices.count)], facts, &source, depth: depth + 1, into: &filled)
      } else if let fact = facts[String(decoding: text[(at + 1)..<end], as: UTF8.self)] {
        filled.append(contentsOf: fact.utf8)
      } else {
        filled.append(contentsOf: text[at...end])
      }
      at = end + 1
    }
  }

  private static func close(of open: Int, in text: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    for at in open..<text.endIndex {
      if text[at] == opens { depth += 1 }
      if text[at] == closes { depth -= 1 }
      if depth == 0 { return at }
    }
    return nil
  }

  private static func split(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var choices: [ArraySlice<UInt8>] = []
    var depth = 0
    var start = text.startIndex
    for at in text.indices {
      if text[at] == opens { depth += 1 }
      if text[at] == closes { depth -= 1 }
      if text[at] == parts, depth == 0 {
        choices.append(text[start..<at])
        start = at + 1
      }
    }
    return choices + [text[start...]]
  }
}
