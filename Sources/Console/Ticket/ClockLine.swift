import Desk
import Screen

/// All clocks of a ticket in one line, the most pressing first: `rés !-1h42  màj ▲0h18  fourn. ‖2h10  acq ✓`.
/// The sign tells the standing without any colour.
package struct ClockLine: Hashable, Sendable {
  package let pieces: [ThreadLine.Piece]

  package init(_ clocks: TicketClocks, at now: Instant, words: Words) {
    self.init(clocks.deadlines(at: now), at: now, words: words)
  }

  package init(_ deadlines: [Deadline], at now: Instant, words: Words) {
    pieces = deadlines.map { Mark($0, at: now, words) }.enumerated()
      .sorted { ($0.element.rank, $0.element.left, $0.offset) < ($1.element.rank, $1.element.left, $1.offset) }
      .map(\.element.piece)
  }

  /// As many as fit in so many columns, the most pressing first, and what is left of the room.
  func fitting(_ width: Int) -> (pieces: [ThreadLine.Piece], rest: Int) {
    var kept: [ThreadLine.Piece] = []
    var room = width
    for piece in pieces {
      let taken = Width.of(piece.text) + (kept.isEmpty ? 0 : ClockLine.gap)
      if taken > room { break }
      room -= taken
      kept.append(piece)
    }
    return (kept, room)
  }

  /// Columns between two clocks.
  static let gap = 2

  /// One clock: how pressing it is, and what is written of it.
  private struct Mark {
    let rank: Int
    /// Working seconds.
    let left: Int64
    let piece: ThreadLine.Piece

    init(_ deadline: Deadline, at now: Instant, _ words: Words) {
      let name = words.short(deadline.clock)
      switch deadline.standing {
      case _ where deadline.isWaived:
        (rank, left) = (5, 0)
        piece = .init(name + " –", .textDim)
      case .running(let due):
        left = due - now
        let isLate = left <= 0
        let isSoon = !isLate && (deadline.usedRatio >= 0.75 || left <= 3600)
        rank = isLate ? 0 : isSoon ? 1 : 2
        let sign = isLate ? "!" : isSoon ? "▲" : ""
        piece = .init(
          "\(name) \(sign)\(words.remaining(seconds: left))", isLate ? .slaLate : isSoon ? .slaSoon : .slaOk)
      case .paused:
        (rank, left) = (3, deadline.remaining)
        piece = .init("\(name) ‖\(words.remaining(seconds: left))", .slaPaused)
      case .stopped:
        (rank, left) = (deadline.isBreached ? 4 : 6, 0)
        piece = .init(name + (deadline.isBreached ? " !" : " ✓"), deadline.isBreached ? .slaLate : .slaDone)
      }
    }
  }
}
