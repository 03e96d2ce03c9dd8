/// A text with holes: `{site}` takes a fact of the ticket, `{ce matin|depuis {jour}}` one of its choices.
/// Facts are the same all through a ticket; choices are drawn each time.
package enum Phrase {
  /// Choices may hold facts, which hold nothing.
  package static let deepest = 3

  /// The text with every hole filled; an unknown fact stays as written, so that a test can find it.
  package static func fill(_ text: String, facts: [String: String], with source: inout SplitMix64) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    return fill(Array(text), facts, &source, depth: 0)
  }

  private static func fill(
    _ text: [Character], _ facts: [String: String], _ source: inout SplitMix64, depth: Int
  ) -> String {
    var filled = ""
    var at = 0
    while at < text.count {
      guard text[at] == "{", depth < deepest, let end = close(of: at, in: text) else {
        filled.append(text[at])
        at += 1
        continue
      }
      let choices = split(text[(at + 1)..<end])
      if choices.count > 1 {
        filled += fill(choices[source.below(choices.count)], facts, &source, depth: depth + 1)
      } else {
        filled += facts[String(text[(at + 1)..<end])] ?? String(text[at...end])
      }
      at = end + 1
    }
    return filled
  }

  private static func close(of open: Int, in text: [Character]) -> Int? {
    var depth = 0
    for at in open..<text.count {
      if text[at] == "{" { depth += 1 }
      if text[at] == "}" { depth -= 1 }
      if depth == 0 { return at }
    }
    return nil
  }

  private static func split(_ text: ArraySlice<Character>) -> [[Character]] {
    var parts: [[Character]] = [[]]
    var depth = 0
    for character in text {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if character == "|", depth == 0 {
        parts.append([])
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }
}
