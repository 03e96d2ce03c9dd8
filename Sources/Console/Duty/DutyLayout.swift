import Desk
import Screen

extension Model {
  /// The board as lines: each page nobody has answered, with the hand on its ticket, then who is on call.
  func lines(of board: DutyBoard, width: Int) -> [ThreadLine] {
    let rotas = DutyLayout(board, width: width, words: words, zone: zone, now: now).rotas
    guard !board.pages.isEmpty else { return rotas + [.blank, ThreadLine([.init(words.noOpenPages, .textDim)])] }
    let advice =
      board.pages.allSatisfy(\.isHeard) ? [] : ThreadLine([.init(words.callByHandHere, .warning)]).folded(to: width)
    return [ThreadLine([.init(words.openPages(board.pages), .error)])]
      + board.pages.flatMap { lines(of: $0, width: width) } + advice + [.blank] + rotas
  }

  /// What it is about on one line, and below it whom it calls and what became of that.
  private func lines(of page: DutyBoard.OpenPage, width: Int) -> [ThreadLine] {
    let head = " \(page.priority.name)  \(words.name(page.ticket, home: home))  "
    let subject = Truncate.end(SafeText.line(page.subject).text, max(0, width - Width.of(head)))
    var line = ThreadLine([.init(head, .priority(page.priority.rawValue)), .init(subject)])
    line.ticket = page.ticket
    let whom = page.call.to == me.login ? words.you : calledName(page)
    let call = "\(SafeText.line(page.call.rota).text) → \(whom) \(words.moment(page.at, in: zone, now: now))"
    let standing = ThreadLine.Piece(
      SafeText.line(words.standing(of: page)).text, page.isUnanswered || page.isLost ? .error : .textDim)
    let indent = ThreadLine.Piece("     ")
    let isShort = Width.of(call) + Width.of(standing.text) + 7 <= width
    let told = ThreadLine([indent, .init(call, .textDim)] + (isShort ? [.init("  "), standing] : []))
    return [line, told] + (isShort ? [] : ThreadLine([indent, standing]).folded(to: width))
  }
}

/// The rotas side by side in columns, or one below the other where they have no room.
struct DutyLayout {
  let rotas: [ThreadLine]

  /// One rota, cell by cell: its name, who, their phone, until when, who then, in whose place.
  private typealias Cells = [ThreadLine.Piece]

  /// Columns between two cells.
  private static let gap = 2
  /// Columns of a rota's name, and of an agent's, at most.
  private static let mostLabel = 11
  private static let mostName = 20

  init(_ board: DutyBoard, width: Int, words: Words, zone: Zone, now: Instant) {
    let table = board.lines.map { DutyLayout.cells($0, words: words, zone: zone, now: now) }
    let columns = (0..<DutyLayout.aligned).map { at in
      table.map { at < $0.count && $0.count > 2 ? Width.of($0[at].text) : 0 }.max() ?? 0
    }
    let label = table.map { Width.of($0[0].text) }.max() ?? 0
    rotas = table.flatMap { cells in
      DutyLayout.fold(cells, label: label, columns: cells.count > 2 ? columns : [], width: width)
    }
  }

  /// The cells that stand under each other: name, who, phone, until when.
  private static let aligned = 4

  private static func cells(_ line: DutyBoard.Line, words: Words, zone: Zone, now: Instant) -> Cells {
    func safe(_ text: String, _ most: Int) -> String { Truncate.end(SafeText.line(text).text, most) }
    func moment(_ instant: Instant) -> String { words.near(instant, in: zone, now: now) }
    let name = ThreadLine.Piece(safe(label(of: line), mostLabel), line.now == nil ? .textDim : .textStrong)
    let then = line.next.map { next in
      words.thenAgent(next.name.map(StatusRow.firstName) ?? words.nobody)
        + (line.now?.until == next.from ? "" : " " + words.fromThen(moment(next.from)))
    }
    let after = then.map { [ThreadLine.Piece($0, .textDim)] } ?? []
    guard let holder = line.now else {
      return [name, .init(([words.outsideHours] + after.map(\.text)).joined(separator: ", "), .textDim)]
    }
    let standsIn = holder.inPlaceOf.map { [ThreadLine.Piece(safe(words.inPlaceOf($0, ""), 40), .textDim)] } ?? []
    return [
      name, .init(safe(holder.name ?? words.nobody, mostName), holder.login == nil ? .warning : .text),
      .init(safe(holder.phone ?? "—", mostName), holder.phone == nil ? .textDim : .text),
      .init(words.untilThen(moment(holder.until))),
    ] + after + standsIn
  }

  /// What a rota is called in a list: its level where it is named for it.
  private static func label(of line: DutyBoard.Line) -> String {
    line.level.map { $0.rawValue == line.rota.uppercased() ? $0.rawValue : line.rota } ?? line.rota
  }

  /// Cells side by side, each whole; what has no room goes on below, under the second one.
  private static func fold(_ cells: Cells, label: Int, columns: [Int], width: Int) -> [ThreadLine] {
    var lines = [ThreadLine([])]
    var x = 0
    var isFirst = true
    for (at, cell) in cells.enumerated() {
      let before = isFirst ? 0 : x + gap
      if at > 1, before + Width.of(cell.text) > width {
        lines.append(ThreadLine([.init(String(repeating: " ", count: label + gap))]))
        x = label + gap
      } else if !isFirst {
        lines[lines.count - 1].pieces.append(
          .init(String(repeating: " ", count: before - lines[lines.count - 1].width)))
        x = before
      }
      isFirst = false
      lines[lines.count - 1].pieces.append(cell)
      x += max(Width.of(cell.text), at == 0 ? label : columns.indices.contains(at) ? columns[at] : 0)
    }
    return lines
  }
}
