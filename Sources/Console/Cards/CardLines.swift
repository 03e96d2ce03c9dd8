import Desk
import Screen

/// Puts the lines of a card together: a title, facts under labels, lists. Every text is made safe here.
struct CardLines {
  let words: Words
  private(set) var lines: [ThreadLine] = []

  /// Columns of the labels.
  private static let labelWidth = 15

  init(_ words: Words) { self.words = words }

  /// What the card is about, and what is to be known at once.
  mutating func title(_ key: String, _ name: String, _ marks: [String?]) {
    let marks = marks.compactMap(\.self).filter { !$0.isEmpty }
    var pieces: [ThreadLine.Piece] = [.init(safe(key), .textStrong)]
    if !name.isEmpty, name != key { pieces.append(.init("  " + safe(name), .title)) }
    if !marks.isEmpty { pieces.append(.init("   " + marks.map(safe).joined(separator: " · "), .textDim)) }
    lines.append(ThreadLine(pieces))
  }

  /// One line of facts; none where none is known.
  mutating func facts(_ facts: [String?]) {
    let known = facts.compactMap(\.self).filter { !$0.isEmpty }
    if !known.isEmpty { lines.append(ThreadLine([.init(known.map(safe).joined(separator: " · "))])) }
  }

  /// A fact under its label; none where it is not known.
  mutating func fact(_ label: String, _ text: String, _ role: Role = .text) {
    if text.isEmpty { return }
    lines.append(ThreadLine([.init(Truncate.fit(label, CardLines.labelWidth), .label), .init(safe(text), role)]))
  }

  /// Several under one label.
  mutating func list(_ label: String, _ texts: [(text: String, role: Role)]) {
    for (place, line) in texts.enumerated() { fact(place == 0 ? label : " ", line.text, line.role) }
  }

  mutating func list(_ label: String, _ texts: [String]) { list(label, texts.map { ($0, .text) }) }

  /// A heading and tickets under it, one a line.
  mutating func tickets(_ heading: String, _ rows: [Summary], home: String, now: Instant) {
    if rows.isEmpty { return }
    lines.append(ThreadLine([.init(heading, .label)]))
    for row in rows {
      var line =
        ThreadLine([
          .init("  " + Truncate.fit(words.name(row.id, home: home), 8) + " "),
          .init(Truncate.fit(words.short(row.state), 5)),
          .init(Truncate.fit(words.age(seconds: now - row.receivedAt), 4, .right) + "  ", .textDim),
          .init(safe(row.subject)),
        ])
      line.ticket = row.id
      lines.append(line)
    }
  }

  private func safe(_ text: String) -> String { SafeText.line(text).text }
}
