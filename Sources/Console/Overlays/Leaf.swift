import Desk
import Screen

/// A text laid over the panes, read and put away: a ticket's clocks, a card, who is on call, what a macro will do. Where
/// its lines name tickets the hand goes from one to the next.
package struct Leaf: Sendable {
  package enum Subject: Hashable, Sendable {
    case clocks(TicketID)
    case card(CardSubject)
    /// Who is on call, and the pages nobody has answered.
    case duty
    /// What the next shift has to know.
    case handover
    /// What is about to be done, to be confirmed.
    case confirmation(Confirmation)
  }

  package let subject: Subject
  /// The card, once it has come.
  package var card: DeskCard?
  /// The hand-over note, once it has been made.
  package var note: HandoverNote?
  package private(set) var lines: [ThreadLine] = []
  package private(set) var top = 0
  /// The line of the ticket the hand is on; nil where no line names one.
  package private(set) var cursor: Int?
  /// Whether there is something to read yet.
  package private(set) var isReady = false
  private var height = 1
  private var laidOutFor: Setting?

  package init(_ subject: Subject) { self.subject = subject }

  /// What the lines were made for; they are made again when it is something else.
  struct Setting: Hashable, Sendable {
    var width: Int
    var language: Language
    /// Minutes, since deadlines are told in them.
    var minute: Int64
    /// The Lamport clock of the ticket as read.
    var lamport: Int64?
    var card: DeskCard?
    var duty: DutyBoard?
    var note: HandoverNote?
    /// Times are told in it.
    var zone: String
  }

  /// Takes the lines for a setting, made only where it is a new one, and a height.
  mutating func layOut(_ setting: Setting, height: Int, _ make: () -> [ThreadLine]?) {
    self.height = max(1, height)
    if setting != laidOutFor || !isReady, let made = make() {
      let place = link
      laidOutFor = setting
      isReady = true
      lines = made.flatMap { $0.ticket == nil ? $0.folded(to: setting.width) : [$0.cut(to: setting.width)] }
      let links = self.links
      cursor = links.isEmpty ? nil : links[min(place ?? 0, links.count - 1)]
    }
    scroll(by: 0)
  }

  private var links: [Int] { lines.indices.filter { lines[$0].ticket != nil } }

  /// The number, from 0, of the link the hand is on, among the lines that name a ticket.
  package var link: Int? { cursor.flatMap { links.firstIndex(of: $0) } }

  /// The ticket the hand is on.
  package var ticket: TicketID? { cursor.flatMap { lines.indices.contains($0) ? lines[$0].ticket : nil } }

  /// Whether there is more than is in sight, or more than one ticket to go to.
  var moves: Bool { top > 0 || below > 0 || links.count > 1 }

  package mutating func scroll(by rows: Int) {
    top = Scroll(top: top).moved(by: rows, of: lines.count, height: height).top
  }

  package mutating func page(by pages: Int) { scroll(by: pages * max(1, height - 1)) }

  package mutating func halfPage(by halves: Int) { scroll(by: halves * max(1, height / 2)) }

  /// To the next ticket, where there are some, else a line on. The text before the first one can be seen again.
  package mutating func step(_ rows: Int) {
    guard let at = link else { return scroll(by: rows) }
    let links = self.links
    let next = at + rows
    guard links.indices.contains(next) else { return scroll(by: rows) }
    self.cursor = links[next]
    top = Scroll(top: top).following(links[next], of: lines.count, height: height).top
  }

  package mutating func toTop() { scroll(by: -lines.count) }
  package mutating func toBottom() { scroll(by: lines.count) }

  /// Lines below those in sight.
  var below: Int { max(0, lines.count - top - height) }
  var window: Range<Int> { Scroll(top: top).window(of: lines.count, height: height) }
}
