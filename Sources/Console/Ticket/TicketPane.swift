import Desk
import Screen

/// A ticket being read: the reading, how far down, and its lines folded for a width.
package struct TicketPane: Sendable {
  package let id: TicketID
  package private(set) var reading: Reading?
  package var top = 0
  package var unfoldsQuotes = false
  /// The Lamport clock at which the agent last looked, before this opening: later entries are new.
  package private(set) var seen: Int64?
  package private(set) var lines: [ThreadLine] = []
  package private(set) var clocks: TicketClocks?
  /// The contract it is held to.
  package private(set) var scope: Scope?
  /// Whether all of the thread is folded.
  package private(set) var isWhole = false
  private var laidOutFor: Layout?
  /// Where there is something new it is to be brought in sight.
  private var seeksNews: Bool

  package init(_ id: TicketID, reading: Reading? = nil, seen: Int64? = nil) {
    self.id = id
    self.seen = seen
    self.reading = reading
    seeksNews = seen != nil
  }

  /// What the lines were folded for; they are folded again when it is something else.
  private struct Layout: Hashable, Sendable {
    var width: Int
    var language: Language
    var unfoldsQuotes: Bool
    /// The day, since lines of today carry no date.
    var day: Day
    var zone: String
  }

  /// Takes a reading; the agent stays where they were.
  package mutating func take(_ reading: Reading, rules: Rules, zone: Zone) {
    guard reading.ticket.id == id else { return }
    if reading == self.reading, laidOutFor != nil { return }
    self.reading = reading
    clocks = reading.ticket.clocks(under: rules)
    scope = reading.ticket.scope(under: rules, zone: zone)
    laidOutFor = nil
  }

  /// Folds the thread for a width as far as `limit` lines, once; a thread of a thousand messages is only folded as
  /// far as it is read.
  package mutating func layOut(
    width: Int, words: Words, zone: Zone, now: Instant, home: String, limit: Int = .max
  ) {
    guard let reading else { return }
    let layout = Layout(
      width: width, language: words.language, unfoldsQuotes: unfoldsQuotes, day: zone.local(now).day,
      zone: zone.name)
    if layout == laidOutFor, isWhole || lines.count >= limit { return }
    let hasNews = seeksNews && seen.map { reading.ticket.lamport > $0 } ?? false
    seeksNews = false
    laidOutFor = layout
    (lines, isWhole) = ThreadLayout(
      width: width, words: words, zone: zone, now: now, home: home, unfoldsQuotes: unfoldsQuotes
    ).fold(reading, seen: seen, limit: hasNews ? .max : limit)
    // A ticket looked at before opens at what is new.
    if hasNews, let news = lines.firstIndex(where: \.startsNews) { top = max(0, news - 1) }
  }

  /// What was recorded after a Lamport clock is brought in sight as soon as it is read.
  package mutating func seekNews(since lamport: Int64) {
    seen = lamport
    seeksNews = true
  }

  package mutating func scroll(by rows: Int, height: Int) {
    top = Scroll(top: top).moved(by: rows, of: lines.count, height: height).top
  }
}
