import Desk
import Screen

/// One line of a ticket's thread, ready to be drawn: pieces of safe text, each in its role.
package struct ThreadLine: Hashable, Sendable {
  package var pieces: [Piece]
  /// A short piece at the right edge, where there is room.
  package var right: String?
  /// A rule across the pane, its title the first piece.
  package var isRule = false
  /// The first line of something the agent has not seen.
  package var startsNews = false
  /// The ticket the line is about: the hand may go there.
  package var ticket: TicketID?

  package init(_ pieces: [Piece], right: String? = nil) {
    self.pieces = pieces
    self.right = right
  }

  package var width: Int { pieces.reduce(0) { $0 + Width.of($1.text) } }

  /// The line, its last piece folded under itself where it is too wide.
  package func folded(to width: Int) -> [ThreadLine] {
    guard self.width > width, !isRule, let last = pieces.last else { return [self] }
    let lead = pieces.dropLast()
    let indent = lead.reduce(0) { $0 + Width.of($1.text) }
    // Under a label that leaves no room the text begins a line of its own.
    guard width - indent >= ThreadLine.leastFold || lead.isEmpty else {
      return [ThreadLine(Array(lead))] + ThreadLine([last]).folded(to: width)
    }
    return Wrap.lines(last.text, width: max(1, width - indent)).enumerated().map { place, text in
      ThreadLine((place == 0 ? Array(lead) : [Piece(String(repeating: " ", count: indent))]) + [Piece(text, last.role)])
    }
  }

  /// The line with its last piece cut where it is too wide: one line stays one line.
  package func cut(to width: Int) -> ThreadLine {
    guard self.width > width, !isRule, let last = pieces.last else { return self }
    var line = self
    let lead = self.width - Width.of(last.text)
    line.pieces[pieces.count - 1].text = Truncate.end(last.text, max(0, width - lead))
    return line
  }

  /// Columns a folded piece needs beside what stands before it.
  private static let leastFold = 16

  package static let blank = ThreadLine([])

  package static func rule(_ title: String) -> ThreadLine {
    var line = ThreadLine([Piece(title, .title)])
    line.isRule = true
    return line
  }

  /// Text in a role.
  package struct Piece: Hashable, Sendable {
    package var text: String
    package var role: Role

    package init(_ text: String, _ role: Role = .text) {
      self.text = text
      self.role = role
    }
  }

  package func draw(into frame: inout Frame, y: Int, in area: Area) {
    if isRule {
      frame.rule(y: y, in: area, title: pieces.first?.text ?? "")
      return
    }
    var x = 0
    for piece in pieces { x = frame.put(piece.text, x: x, y: y, piece.role, in: area) }
    if let right, x + 1 + Width.of(right) <= area.width {
      frame.put(right, x: area.width - Width.of(right), y: y, .textDim, in: area)
    }
  }
}
