import Console
import Desk
import Kit
import Screen

/// A console and a shell of paper: effects are answered at once, from tickets in memory.
struct Rehearsal {
  var model: Model
  var tickets: [TicketID: Ticket] = [:] {
    didSet {
      for (id, ticket) in tickets where oldValue[id] != ticket { rows[id] = Summary(ticket, under: Rehearsal.rules) }
    }
  }
  /// A row for each ticket, as the index keeps them.
  private var rows: [TicketID: Summary] = [:]
  var articles: [Article] = []
  var macros: [Macro] = []
  var templates: [ReadyText] = []
  /// The desk's rules, followed upon each act.
  var routing: Routing?
  var now = Rehearsal.noon
  let agent: Actor
  /// Every effect performed, in order.
  private(set) var performed: [Effect] = []
  /// Reads wait until `deliver` where this is set.
  var holdsReads = false
  /// Set while the index is still being made.
  var indexing: Listing.Progress?
  /// Set while the disk takes nothing.
  var failure: Failure?
  /// What the shell would answer for cards and contracts.
  var cards: [CardSubject: DeskCard] = [:]
  var standings: [ContractStanding] = []
  var checklists: [ChecklistTemplate] = []
  /// What lies on the disk, another console's drafts among it; nil: nothing is answered.
  var drafts: [Draft]?
  private var heldReads: [TicketID] = []

  static let noon = Instant(rfc3339: "2026-03-12T14:03:00Z")!
  static let rules = TestDesk.rules

  init(
    as login: String = "amel", _ language: Language = .french, width: Int = 80, height: Int = 24,
    tickets: [Ticket] = Morning.tickets, rows: [TicketID: Summary]? = nil, articles: [Article] = Morning.articles
  ) {
    let me = TestDesk.directory.agents[login]!
    model = Model(
      Setup(
        me: me, directory: TestDesk.directory, rules: Rehearsal.rules, language: language, zone: .utc,
        now: Rehearsal.noon, size: Size(width: width, height: height), home: "LYO",
        themes: ["sobre", "nuit", "mono"], theme: "sobre", version: "0.1"))
    agent = Actor(name: login, profile: me.profile, via: .tui)
    self.tickets = Dictionary(uniqueKeysWithValues: tickets.map { ($0.id, $0) })
    self.rows = rows ?? (tickets == Morning.tickets ? Morning.rows : Morning.rows(of: tickets))
    self.articles = articles
    perform(model.start())
    send(.woke(.tabs))
  }

  // MARK: - The hand

  /// Types keys written as `j j <Enter> C-z`; a word in quotes is typed letter by letter.
  @discardableResult
  mutating func type(_ keys: String) -> Rehearsal {
    for word in keys.split(separator: " ") {
      if word.first == "'" {
        for scalar in word.dropFirst().unicodeScalars { send(.key(.char(scalar == "_" ? " " : scalar))) }
      } else if let key = Key(name: word.count > 2 ? word.filter { $0 != "<" && $0 != ">" } : String(word)) {
        send(.key(key))
      }
    }
    return self
  }

  mutating func send(_ message: Message) { perform(update(&model, message)) }

  /// Lets the timers asked for run out.
  mutating func rest() { for timer in [Timer.preview, .settle, .draft] { send(.woke(timer)) } }

  // MARK: - The shell

  private mutating func perform(_ effects: [Effect]) {
    performed += effects
    for effect in effects { perform(effect) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .list(let request): send(.listed(listing(request), for: request))
    case .read(let id):
      if holdsReads { heldReads.append(id) } else { deliver(id) }
    case .record(let intent, let id, let seen): record(intent, id, seen)
    case .next: send(.next(takeNext()))
    case .keepViews(let views): if let failure { send(.failed(failure)) } else { send(.views(views)) }
    case .searchArticles(let text): send(.articles(articles, for: text))
    case .card(let subject): if let card = cards[subject] { send(.card(card, subject)) }
    case .standing(let id):
      if let standing = standings.first(where: { $0.contract.id == id }) { send(.standing(standing)) }
    case .lookalikes(let id):
      if let row = rows[id] { send(.lookalikes(Lookalike.of(row, among: rows.values, limit: 8), of: id)) }
    case .checklists: send(.checklists(checklists))
    case .family(let id):
      let children = tickets[id]?.children ?? []
      send(.family(id, children.compactMap { rows[$0] }.filter(\.state.isActive)))
    case .replyAll(let text, let ids):
      for id in ids {
        if let ticket = tickets[id], let me = TestDesk.directory.agents[agent.name] {
          record(.reply(Letter(text, to: ticket, from: me)), id, nil)
        }
      }
    case .loadDrafts: if let drafts { send(.drafts(drafts)) }
    case .macros(let id): send(.macros(macros.map { offer($0, on: id) }, on: id))
    case .macro(let name, let id, _): apply(name, id)
    case .templates(let id): send(.templates(templates, on: id))
    case .saveDraft(let draft): if let failure { send(.draftUnkept(draft.key, failure)) }
    case .tryWriting: if failure == nil { send(.writable) }
    case .rateArticle(let id, _, _):
      if let article = articles.first(where: { $0.id == id }) { send(.article(article)) }
    default: break
    }
  }

  private mutating func deliver(_ id: TicketID) {
    if let ticket = tickets[id] { send(.read(Reading(ticket: ticket))) } else { send(.failed(.noSuchTicket(id))) }
  }

  /// Hands over the readings that were held.
  mutating func deliver() {
    let ids = heldReads
    heldReads = []
    for id in ids { deliver(id) }
  }

  func listing(_ request: ListRequest) -> Listing {
    var listing = request.answer(from: rows.values)
    if let indexing {
      listing.isWhole = false
      listing.progress = indexing
    }
    return listing
  }

  private mutating func record(_ intent: Intent, _ id: TicketID, _ seen: Int64?) {
    if let failure { return send(.failed(failure)) }
    do {
      try change(id, intent, as: agent, seen: seen)
      if let ticket = tickets[id] { send(.recorded(ticket, intent.verb)) }
    } catch {
      send(.refused(error, intent.verb, on: id))
    }
  }

  private func scene() -> Scene { Scene(as: agent, under: Rehearsal.rules, at: now, templates: TemplateBook()) }

  private func offer(_ macro: Macro, on id: TicketID) -> MacroOffer {
    guard let ticket = tickets[id] else { return MacroOffer(macro) }
    do throws(Macro.Stop) {
      return MacroOffer(macro, facts: try macro.facts(on: ticket, in: scene()))
    } catch { return MacroOffer(macro, stop: error) }
  }

  private mutating func apply(_ name: String, _ id: TicketID) {
    guard let macro = macros.first(where: { $0.name == name }), let ticket = tickets[id],
      let facts = try? macro.facts(on: ticket, in: scene())
    else { return }
    let done = Morning.fold(ticket, facts, by: agent.name, at: now)
    tickets[id] = done
    send(.macroDone(done, name))
  }

  /// As the shell does: the first that this agent has not left to others.
  private mutating func takeNext() -> Ticket? {
    let view = View.toTake(by: agent.profile)
    let request = ListRequest(view.query, order: view.order, asker: Query.Asker(login: agent.name, now: now))
    for row in listing(request).rows where tickets[row.id]?.isSkipped(by: agent.name) == false {
      if (try? change(row.id, .take, as: agent)) != nil { return tickets[row.id] }
    }
    return nil
  }

  /// What somebody does to a ticket, here or elsewhere.
  mutating func change(_ id: TicketID, _ intent: Intent, as actor: Actor, seen: Int64? = nil) throws(Refusal) {
    guard let ticket = tickets[id] else { return }
    let facts = try Decision(on: ticket, as: actor, under: Rehearsal.rules, at: now).decide(intent, seen: seen)
    tickets[id] = Morning.fold(ticket, facts, by: actor.name, at: now)
    follow(facts, of: actor, on: ticket)
  }

  /// What the desk's rules make of an act, in the same write.
  private mutating func follow(_ facts: [Fact], of actor: Actor, on before: Ticket) {
    guard let routing else { return }
    let act = facts.enumerated().map { PendingFact(id: "act-\($0.offset)", $0.element, by: actor) }
    var made = 0
    let followed = routing.follow(
      act, on: before, under: Rehearsal.rules, at: now, roster: .empty,
      naming: {
        made += 1
        return "rule-\(made)"
      })
    for event in followed {
      guard let ticket = tickets[before.id] else { continue }
      tickets[before.id] = Morning.fold(ticket, [event.fact], by: event.actor.name, at: now, via: .rule)
    }
  }

  /// A colleague acts and the console is told that something stirred.
  mutating func colleague(_ name: String, _ intent: Intent, on number: Int) throws(Refusal) {
    try change(Morning.id(number), intent, as: TestDesk.actor(name))
    send(.stirred)
  }

  // MARK: - What is seen

  var frame: Frame { view(model) }
  var screen: String { frame.text }
  /// The status row; a long message whole, with the rows it takes above.
  var status: String {
    let (width, height) = (frame.size.width, frame.size.height)
    let row = frame.line(height - 2)
    guard let told = model.status?.text, Width.of(told) + 9 > width else { return row }
    let rows = Width.of(told) / max(1, width - 9) + 2
    return (0..<min(rows, height - 2)).reversed().map { frame.line(height - 2 - $0).trimmed }.joined(separator: " ")
  }
  /// The drafts that were dropped, and those that were saved, by their names.
  var dropped: [String] { performed.compactMap { if case .dropDraft(let draft) = $0 { draft.key } else { nil } } }
  var saved: [Draft] { performed.compactMap { if case .saveDraft(let draft) = $0 { draft } else { nil } } }
  var hints: String { frame.line(frame.size.height - 1) }
  /// The number of the selected ticket.
  var hand: Int? { model.queue.selected?.number }
}
