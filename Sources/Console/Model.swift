import Desk
import Screen

/// Everything the console knows. Only `update` changes it, only `view` draws it.
///
/// What is deliberately absent: the disk, the clock, the terminal. Every key is answered from here.
package struct Model: Sendable {
  // What the shell said at the start, kept up to date by messages.
  package internal(set) var me: Agent
  package internal(set) var directory: Directory
  package internal(set) var rules: Rules
  package internal(set) var words: Words
  package internal(set) var zone: Zone
  /// The zone's name, where the agent may take it for another.
  package internal(set) var zoneName: String?
  package internal(set) var now: Instant
  package internal(set) var size: Size
  package internal(set) var home: String
  package internal(set) var themes: [String]
  package internal(set) var theme: String
  package internal(set) var version: String

  // Panes.
  package internal(set) var views: [View]
  /// The views this agent keeps.
  package internal(set) var saved: [SavedView]
  /// Those that the whole desk shares.
  package internal(set) var shared: [SavedView]
  package internal(set) var view = 0
  /// Tickets in each view, as far as they have been counted.
  package internal(set) var counts: [Int?]
  package internal(set) var queue: QueuePane
  package internal(set) var filter = FilterBar()
  package internal(set) var ticket: TicketPane?
  package internal(set) var preview: TicketPane?
  package internal(set) var knowledge: KnowledgePane?
  package internal(set) var pane = Pane.queue
  package internal(set) var showsPreview = true

  // What lies over the panes.
  package internal(set) var sheet: HostedSheet?
  package internal(set) var awaitedSheet: AwaitedSheet?
  package internal(set) var overlay: Overlay?
  package internal(set) var status: StatusMessage?
  /// Keys of a sequence not finished yet.
  package internal(set) var prefix: [Key] = []
  /// A paste that ran no command, kept while the agent may still make something of it.
  package internal(set) var pasted: String?

  // What is remembered.
  package internal(set) var drafts: [Draft] = []
  /// The drafts on the disk have been read: what was there as the console started has been told.
  var wereDraftsRead = false
  package internal(set) var recent: [Reading] = []
  package internal(set) var looked: [TicketID: Look] = [:]
  /// How contracts stood when the tickets that draw from them were read.
  package internal(set) var standings: [String: ContractStanding] = [:]
  package internal(set) var bulk: BulkAction?
  /// Who is on call, as of the last minute; nil where the desk has no rota.
  package internal(set) var duty: DutyBoard?
  package internal(set) var isQuitting = false
  let startedAt: Instant
  let notices: [Setup.Notice]
  /// Whether a key was pressed since the last tick: a resting hand on the first row lets newcomers in.
  var hasKeysSinceTick = false
  /// Where the hand was before the filter narrowed, to go back there.
  var handBeforeFilter: Summary?
  var wantedTicket: TicketID?
  /// The next rows that come are to be marked, all of them.
  var awaitsMarks = false
  /// Why nothing can be recorded just now, as long as it is so.
  package internal(set) var trouble: Failure?
  /// Drafts that could not be kept on the disk and wait for it in memory, by key.
  var unkept: Set<String> = []
  /// The agent was told that leaving would lose them.
  var isWarnedOfLoss = false
  /// Set while the index is still being made: lists show the active tickets alone.
  package internal(set) var indexing: Indexing?

  /// How far the making of the index has come.
  package struct Indexing: Hashable, Sendable {
    package var progress: Listing.Progress?
  }

  /// Readings kept in memory, the latest last.
  static let recentLimit = 32

  package init(_ setup: Setup) {
    me = setup.me
    directory = setup.directory
    rules = setup.rules
    words = Words(setup.language)
    (zone, zoneName) = (setup.zone, setup.zoneName)
    now = setup.now
    size = setup.size
    home = setup.home
    themes = setup.themes
    theme = setup.theme
    version = setup.version
    notices = setup.notices
    queue = QueuePane(home: setup.home)
    startedAt = setup.now
    trouble = setup.trouble
    saved = setup.views
    shared = setup.shared
    views = View.tabs(for: setup.me.profile, keeping: setup.views, shared: setup.shared, setup.directory)
    counts = views.map { _ in nil }
  }

  /// What the console asks for first: what the first screen shows. Tabs for which every closed ticket has to be looked
  /// at get their numbers when it is there.
  package mutating func start() -> [Effect] {
    let told = notices.map { words.notice($0) }
    if !told.isEmpty { status = StatusMessage(told.joined(separator: "  "), .warning) }
    // Before the first word is typed, not when it is to be sent.
    if let trouble { status = StatusMessage(words.failure(trouble), .error) }
    var first = request
    first.counts.removeAll { !$0.asksActiveOnly && $0 != .all }
    return [.list(first), .loadDrafts, .wake(.tabs, afterMilliseconds: Delay.tabs)]
      + (trouble == nil ? [] : [.wake(.disk, afterMilliseconds: Delay.disk)])
  }

  // MARK: - Derived

  package var currentView: View { views[view] }

  /// The places of the views that stand in the tab row: those with a digit, the last, and the one that is open.
  package var tabs: [Int] { views.indices.filter { $0 < Model.digits || $0 == view || $0 == views.count - 1 } }

  /// Views reached by a digit.
  static let digits = 9

  package var asker: Query.Asker { Query.Asker(login: me.login, now: now) }

  /// What the queue shows: the view, as the filter narrows it.
  var query: Query { filter.query == .all ? currentView.query : .and([currentView.query, filter.query]) }

  /// Asks for the rows anew: those around the hand, or the first where it has not been laid on any.
  package var request: ListRequest { request(counting: true) }

  func request(counting: Bool, limit: Int? = nil) -> ListRequest {
    let part = queue.place(in: currentView.order, at: now).map(ListRequest.Part.around) ?? .first
    return request(part, limit: limit, counting: counting)
  }

  func request(_ part: ListRequest.Part, limit: Int? = nil, counting: Bool = false) -> ListRequest {
    ListRequest(
      query, order: currentView.order, asker: asker, part: part, limit: limit ?? queue.stretch,
      counts: counting ? tabs.map { views[$0].query } : [], holding: queue.marks.isEmpty ? [] : Array(queue.marks),
      countsPressing: true)
  }

  /// Asks what became of the rows on the screen, and how many there are: nothing moves by it.
  package var refreshing: ListRequest {
    if queue.rows.isEmpty { return request }
    return ListRequest(
      query, order: currentView.order, asker: asker, part: .none, limit: 0, counts: tabs.map { views[$0].query },
      holding: queue.held, countsPressing: true)
  }

  /// Tickets of the view, whatever the filter lets through.
  var viewTotal: Int { max(counts[view] ?? 0, queue.count) }

  package var isWide: Bool { size.width >= Layout.wide }

  /// Whether something new happened to a ticket since the agent looked at it, or since the console started.
  package func hasNews(_ row: Summary) -> Bool {
    guard let look = looked[row.id] else { return row.updatedAt > startedAt }
    return row.lamport > look.lamport && row.updatedAt > look.updatedAt
  }

  /// What of a ticket the agent has seen. The clock tells which events came since, the time whether somebody made
  /// them: what the desk does by itself is no news.
  package struct Look: Hashable, Sendable {
    package var lamport: Int64
    package var updatedAt: Instant

    init(_ ticket: Ticket) {
      lamport = ticket.lamport
      updatedAt = ticket.updatedAt
    }
  }

  package func reading(of id: TicketID) -> Reading? { recent.last { $0.ticket.id == id } }

  mutating func remember(_ reading: Reading) {
    recent.removeAll { $0.ticket.id == reading.ticket.id }
    recent.append(reading)
    if recent.count > Model.recentLimit { recent.removeFirst() }
  }

  /// What a sheet may look at.
  package func context(for hosted: HostedSheet) -> SheetContext {
    SheetContext(
      me: me, directory: directory, rules: rules, words: words, zone: zone, now: now, home: home,
      reading: hosted.sheet.ticket.flatMap { reading(of: $0)?.ticket }, refusal: hosted.refusal,
      others: max(0, hosted.targets.count - 1), standings: standings, waiting: waiting(beside: hosted))
  }

  package func context(on id: TicketID?) -> SheetContext {
    SheetContext(
      me: me, directory: directory, rules: rules, words: words, zone: zone, now: now, home: home,
      reading: id.flatMap { reading(of: $0)?.ticket }, refusal: nil, standings: standings)
  }
}

/// What the status row says for a while in place of the counts.
package struct StatusMessage: Hashable, Sendable {
  package var text: String
  package var tone: Tone

  package enum Tone: Hashable, Sendable { case plain, ok, warning, error }

  package init(_ text: String, _ tone: Tone = .plain) {
    self.text = text
    self.tone = tone
  }

  /// Errors stay until a key is pressed.
  package var stays: Bool { tone == .error }
}

/// One wish on several tickets, recorded one by one.
package struct BulkAction: Sendable {
  package var verb: Verb
  package var waiting: Int
  package var done = 0
  /// Tickets that a rule of the desk changed upon it, by the rule.
  package var followed: [String: Int] = [:]
  package var refusals: [(ticket: TicketID?, refusal: Refusal)] = []
  /// Tickets that could not be written.
  package var failures: [Failure] = []
}
