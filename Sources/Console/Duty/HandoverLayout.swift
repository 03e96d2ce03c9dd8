import Desk
import Screen

extension Model {
  /// The hand-over note as lines: part by part, each ticket with a hand on it and below it what is said of it.
  func lines(of note: HandoverNote, width: Int) -> [ThreadLine] {
    if note.isEmpty { return [ThreadLine([.init(words.nothingToReport, .textDim)])] }
    let parts = HandoverNote.Section.allCases.compactMap { section -> [ThreadLine]? in
      guard let entries = note.lines[section], !entries.isEmpty else { return nil }
      let title = ThreadLine([.init(words.name(section), .title), .init("  \(entries.count)", .textDim)])
      return [title] + entries.flatMap { lines(of: $0, at: note.to, width: width) }
    }
    return parts.enumerated().flatMap { ($0.offset == 0 ? [] : [.blank]) + $0.element }
      + [.blank, ThreadLine([.init(words.handoverAdvice, .textDim)])]
  }

  private func lines(of line: HandoverNote.Line, at end: Instant, width: Int) -> [ThreadLine] {
    let head = " \(line.priority.name)  \(words.name(line.ticket, home: home))  "
    let subject = Truncate.end(SafeText.line(line.subject).text, max(0, width - Width.of(head)))
    var first = ThreadLine([.init(head, .priority(line.priority.rawValue)), .init(subject)])
    first.ticket = line.ticket
    let said = words.remarks(on: line) { words.moment($0, in: zone, now: end) }
    if said.isEmpty { return [first] }
    return [first, ThreadLine([.init("     "), .init(SafeText.line(said.joined(separator: " · ")).text, .textDim)])]
  }
}
