import Console
import Desk
import Glibc
import Journal

/// The desk as one process uses it for one agent. The console and the commands act through the same functions, so
/// that a rule cannot hold in one and not in the other.
final class Session {
  let settings: Settings
  let paths: Paths
  let words: Words
  let actor: Actor
  let me: Agent
  private let premises: Premises
  private var loadedIndex: Index?
  /// The article that the last resolution left to be read over.
  private var drafted: Article?
  private let upkeep: Upkeep
  private let ticking: Upkeep
  private var dueLook = DueLook()
  /// Whether it stays for hours: others tell it what they write, and it need not look everywhere each time.
  private let isResident: Bool

  init(_ settings: Settings, _ start: Start, agent: String?, via: Via) throws(Trouble) {
    words = Words(settings.language)
    isResident = via == .tui
    self.settings = settings
    paths = start.paths
    upkeep = Upkeep(.index, cabinet: settings.cabinet)
    ticking = Upkeep(.tick, cabinet: settings.cabinet, pause: 0)
    premises = try Premises(settings.cabinet, words)
    settings.here.shelf = premises.shelf
    if via == .mail {
      actor = .mail
      me = Agent(login: Actor.mail.name, name: Actor.mail.name, profile: .machine)
    } else {
      let who = try Who.find(
        account: start.account, uid: start.uid, asked: agent, directory: premises.directory,
        cabinet: premises.cabinet.root, roles: { [shelf = premises.shelf] in shelf.roles }, words)
      actor = who.actor(via: via)
      me = who.agent
    }
  }

  var shelf: RuleShelf { premises.shelf }
  var cabinet: Cabinet { premises.cabinet }
  var directory: Directory { premises.directory }
  var rules: Rules { cabinet.rules }
  var home: String { cabinet.site }

  /// The time, in whole milliseconds.
  var now: Instant { Clock.now }

  // MARK: - Tickets

  func read(_ id: TicketID) throws(JournalError) -> Transcript { try cabinet.read(id) }

  /// The ticket with its long texts whole, for those who read it.
  func readWhole(_ id: TicketID) throws(JournalError) -> Transcript {
    var transcript = try read(id)
    transcript.ticket = whole(transcript.ticket)
    if !transcript.ticket.bound.isEmpty {
      transcript.others = cabinet.bound(to: transcript.ticket).mapValues(whole)
    }
    return transcript
  }

  /// A ticket with its long texts, as far as a screen shows them.
  private func whole(_ ticket: Ticket) -> Ticket {
    ticket.unabridged { body in
      guard let text = try? cabinet.text(of: body) else { return nil }
      return text.utf8.count <= Session.shownText
        ? Body(text) : Body(String(text.prefix(Session.shownText)), blob: body.blob)
    }
  }

  /// Characters: a longer text is shown as far as this, and its end says so.
  private static let shownText = 1 << 20

  /// Records what an intent makes of a ticket, decided under its lock.
  func record(_ intent: Intent, on id: TicketID, seen: Int64? = nil) throws(RecordError) -> Ticket {
    if case .resolve(let resolution, _) = intent, case .linked(let article) = resolution.knowledge,
      !article.allSatisfy(\.isWhitespace), (try? cabinet.article(article)) == nil
    {
      throw .refused(.invalid(.article, text: article))
    }
    if let pair = try recordPair(intent, on: id) { return pair }
    let (actor, rules, now) = (actor, rules, now)
    let ticket = try cabinet.record(on: id, as: actor, at: now) { ticket throws(Refusal) in
      try Decision(on: ticket, as: actor, under: rules, at: now).decide(intent, seen: seen)
    }
    if case .resolve(let resolution, _) = intent, resolution.knowledge == .draft {
      drafted = try createArticle(ArticleContent(draftedFrom: ticket, resolution))
    }
    return ticket
  }

  /// The article that a resolution left to be read over; told once.
  func takeDrafted() -> Article? {
    defer { drafted = nil }
    return drafted
  }

  func open(
    _ opening: Opening, message: Letter?, qualification: Qualification?, note: Note?, follows: TicketID? = nil
  ) throws(RecordError) -> Ticket {
    var facts: [Fact]
    do throws(Refusal) {
      facts = try Decision.open(
        opening, message: message, qualification: qualification, follows: follows, as: actor, under: rules, at: now)
    } catch { throw .refused(error) }
    if let note { facts.append(.noteAdded(note)) }
    let ticket: Ticket
    do throws(JournalError) { ticket = try cabinet.open(facts, as: actor, at: now).1 } catch { throw .journal(error) }
    if let follows { tellFollowed(follows, by: ticket.id) }
    return ticket
  }

  // MARK: - Lists

  /// Every ticket's row, as of now.
  func index() throws(JournalError) -> Index {
    _ = try refresh(sweeping: false)
    return loaded()
  }

  /// The rows of every ticket, read now where they have not been.
  private func wholeIndex(waiting progress: @escaping @Sendable (Int, Int) -> Void) throws(JournalError) -> Index {
    // Where there is no index, the active tickets are not read first by themselves.
    if loaded().isNothing { try loaded().makeWhole(progress: progress) }
    let index = try index()
    if !index.isWhole { try index.makeWhole(progress: progress) }
    return index
  }

  private func loaded() -> Index {
    if let loadedIndex { return loadedIndex }
    let index = premises.index()
    if isResident {
      index.foldersEvery = Limits.foldersEveryResident
      index.rowsEvery = Limits.rowsEveryResident
    }
    loadedIndex = index
    return index
  }

  /// Brings the rows up to date and says which tickets changed.
  func refresh(sweeping: Bool) throws(JournalError) -> Set<TicketID> {
    try loaded().refresh(sweeping: sweeping)
  }

  /// The rows a question asks for. Where the index is still being made and the question is not about the active
  /// tickets alone, the answer says that it is not whole.
  func list(_ request: ListRequest) throws(JournalError) -> Listing {
    let index = try index()
    // What nobody will ever make in the background has to be made now.
    if !index.isWhole, !index.canBeKept, !request.query.asksActiveOnly { try index.makeWhole() }
    var listing = index.list(request)
    if !listing.isWhole { listing.progress = index.progress }
    if index.owesUpkeep { upkeep.begin() }
    return listing
  }

  /// Hands over the rows a question asks for, some at a time. Waits until all has been read where the question is not
  /// about the active tickets alone; `progress` tells how far that is.
  func list(
    _ request: ListRequest, waiting progress: @escaping @Sendable (Int, Int) -> Void, _ body: ([Summary]) -> Void
  ) throws(JournalError) {
    try list(request.query, waiting: progress) { $0.hand(request, body) }
  }

  /// The same, of each row no more than a plain list prints.
  func listPlainly(
    _ request: ListRequest, waiting progress: @escaping @Sendable (Int, Int) -> Void, _ body: ([ListedRow]) -> Void
  ) throws(JournalError) {
    try list(request.query, waiting: progress) { $0.handListed(request, body) }
  }

  private func list(
    _ query: Query, waiting progress: @escaping @Sendable (Int, Int) -> Void, _ hand: (Index) -> Void
  ) throws(JournalError) {
    let index = try query.asksActiveOnly ? index() : wholeIndex(waiting: progress)
    hand(index)
    if index.owesUpkeep { upkeep.begin() }
  }

  /// Takes the first of the tickets to be taken, under its lock; nil where there is none. One that somebody else was
  /// quicker to take is passed over, and so is one that this agent left to others.
  ///
  /// `skipping`: why the first is left to others, which is told to `left`; then the one after it is taken. `isTrial`:
  /// only looks.
  func next(
    within query: Query, skipping reason: String?, isTrial: Bool, left: (Ticket) -> Void = { _ in }
  ) throws(RecordError) -> Ticket? {
    let (view, role) = (View.toTake(by: me.profile), rules.role(of: actor))
    // A role that takes nothing at all is told so, rather than that there is nothing to take.
    if !Level.allCases.contains(where: { rules.roles.may(.toTake($0), role) }) {
      throw .refused(rules.roles.refusal(.take, .toTake(me.profile.level ?? .n1), to: role))
    }
    var request = ListRequest(
      .and([view.query, query]), order: .next, asker: Query.Asker(login: me.login, now: now), limit: Session.nextRows)
    var reason = reason
    while true {
      let rows = try journal { () throws(JournalError) in try list(request).rows }
      for row in rows {
        let ticket = try journal { () throws(JournalError) in try read(row.id).ticket }
        if ticket.isSkipped(by: me.login) { continue }
        if let why = reason {
          let skipped = try isTrial ? ticket : record(.skip(reason: why), on: row.id)
          left(skipped)
          reason = nil
          continue
        }
        if isTrial { return ticket }
        do throws(RecordError) { return try record(.take, on: row.id) } catch .refused { continue }
      }
      guard let last = rows.last, rows.count == Session.nextRows else { return nil }
      request.part = .after(Order.next.place(of: last, at: now))
    }
  }

  /// Rows looked at in one go: the first that is free is nearly always among them.
  private static let nextRows = 32

  /// The tickets that answer a question best, the best first.
  func search(
    _ question: Question, within query: Query, limit: Int, waiting progress: @escaping @Sendable (Int, Int) -> Void
  ) throws(JournalError) -> [TicketFind] {
    let index = try wholeIndex(waiting: progress)
    defer { if index.owesUpkeep { upkeep.begin() } }
    return index.search(question, within: query, asker: Query.Asker(login: me.login, now: now), limit: limit)
  }

  /// Active tickets that share words with a subject being typed, the most alike first.
  func similar(to subject: String) throws(JournalError) -> [Summary] {
    let wanted = Likeness.words(subject)
    if wanted.isEmpty { return [] }
    let request = ListRequest(
      .term(.states(State.active)), order: .updated, asker: Query.Asker(login: me.login, now: now))
    return Likeness.best(try list(request).rows, limit: Session.similarLimit) {
      Likeness.score(wanted, in: [$0.subject, $0.category ?? "", $0.asset ?? ""])
    }
  }

  private static let similarLimit = 8

  /// Begins in the background what keeps the index quick.
  func keepIndex() { upkeep.begin() }

  /// Lets ended helpers go: a program that runs all day leaves none behind.
  func reap() {
    upkeep.reap()
    ticking.reap()
  }

  /// Does what is due by itself, in the background, where the rows tell of something: most minutes nothing is. A cabinet
  /// that nobody may write in, or whose rows are still being read, is left to another.
  func tickIfDue() {
    // As the list of this minute left it: looking for changes again would cost more than the rest.
    let index = loaded()
    guard index.isWhole else { return }
    // Where nobody could be called from here, to look for calls is left to whoever can.
    let isDue =
      dueLook.findsSomething(in: index, under: rules, at: now)
      || settings.hook(for: home) != nil && DueLook.findsAlarms(in: index, of: rules.duty, at: now)
    if isDue, !ticking.begin() { dueLook.forget() }
  }

  /// The right to do something that is no verb of a ticket.
  func need(_ right: Right, _ verb: Verb) throws(RecordError) {
    let role = rules.role(of: actor)
    if !rules.roles.may(right, role) { throw .refused(rules.roles.refusal(verb, right, to: role)) }
  }

  // MARK: - The ledger

  /// Reads the ledger again, for somebody may have joined or changed the rules.
  func reloadDirectory() throws(JournalError) -> Premises.News {
    let news = try premises.reloadDirectory()
    if case .rules = news {
      loadedIndex = nil
      settings.here.follow(premises.shelf)
    }
    return news
  }
}

/// The wall clock.
enum Clock {
  static var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(ms: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// Milliseconds of a clock that never jumps, for timers.
  static var monotonic: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
