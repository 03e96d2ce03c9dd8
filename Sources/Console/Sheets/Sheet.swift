import Desk
import Screen

/// A form or a composer laid over the panes: it has the keys until it is left or done.
/// A value: the console holds one, hands it keys, draws it, and carries out what it asks for.
package protocol Sheet: Sendable {
  /// The ticket it is about; nil for a new one.
  var ticket: TicketID? { get }
  /// How it is drawn: an overlay of a size of its own, or the whole ticket pane.
  var extent: SheetExtent { get }
  mutating func handle(_ key: Key, _ context: SheetContext) -> SheetStep
  mutating func paste(_ text: String, _ context: SheetContext) -> SheetStep
  /// Answers that belong to it: similar tickets, articles, an edited text. Others are ignored.
  mutating func receive(_ message: Message, _ context: SheetContext) -> SheetStep
  /// Draws itself; the hardware cursor goes where typing happens. It may note the area's size in itself
  /// only through `resized`.
  func draw(into frame: inout Frame, in area: Area, _ context: SheetContext)
  mutating func resized(to area: Area)
  /// The keys that work now, for the hint bar: key name and words, most useful first.
  func hints(_ context: SheetContext) -> [Hint]
  /// What would be lost if the line dropped now; nil where nothing was typed.
  func draft(at now: Instant) -> Draft?
}

/// Where a sheet is drawn.
package enum SheetExtent: Hashable, Sendable {
  /// A box over the panes, as large as this where the screen has room.
  case box(width: Int, height: Int)
  /// All of the screen but the status and hint rows.
  case full
}

/// What comes of a key.
package enum SheetStep: Sendable {
  /// The sheet stays, and these effects are performed.
  case stay([Effect] = [])
  /// The agent left: the draft is kept where there is one.
  case leave([Effect] = [])
  /// The agent threw the words away: the sheet goes, and its draft with it.
  case discard
  /// Done: perform these; the sheet goes when they are followed (`recorded`, `created`), and stays with the
  /// words of the refusal where they are refused.
  case submit([Effect])
  /// What was kept earlier is gone on with instead; the words of this sheet are kept.
  case takeUp(Draft)
  /// Another sheet takes its place (a reply turned into a note).
  case become(any Sheet)
}

/// What a sheet may look at.
package struct SheetContext: Sendable {
  package var me: Agent
  package var directory: Directory
  package var rules: Rules
  package var words: Words
  package var zone: Zone
  package var now: Instant
  package var home: String
  /// The ticket as last read; nil for a new one.
  package var reading: Ticket?
  /// Why the last submission was refused.
  package var refusal: Refusal?
  /// Tickets it acts on besides its own, where several are marked.
  package var others: Int
  /// How contracts stood when last asked, by their ids.
  package var standings: [String: ContractStanding]
  /// Words kept of earlier sheets of this kind, which this one does not go on from; the latest first.
  package var waiting: [Draft]

  package init(
    me: Agent, directory: Directory, rules: Rules, words: Words, zone: Zone, now: Instant, home: String,
    reading: Ticket?, refusal: Refusal?, others: Int = 0, standings: [String: ContractStanding] = [:],
    waiting: [Draft] = []
  ) {
    self.me = me
    self.directory = directory
    self.rules = rules
    self.words = words
    self.zone = zone
    self.now = now
    self.home = home
    self.reading = reading
    self.refusal = refusal
    self.others = others
    self.standings = standings
    self.waiting = waiting
  }
}

/// One hint of the last row: a key and what it does now.
package struct Hint: Hashable, Sendable {
  package var key: String
  package var text: String
  /// The same in fewer columns, for a row that is too narrow for both keys that matter.
  package var short: String?

  package init(_ key: String, _ text: String, short: String? = nil) {
    self.key = key
    self.text = text
    self.short = short
  }
}
