import Desk
import Glibc
import Journal

/// What a scribe can be told to do, with the words after the cabinet's path.
enum Work: String {
  /// `SEED`: writes of every kind, drawn by lot, without end.
  case storm
  /// `TICKET COUNT`: notes on one ticket.
  case notes
  /// `COUNT`: tickets.
  case open
  /// `COUNT`: tickets taken in at once.
  case take
  /// `TICKET`: stops itself while it holds the ticket's lock.
  case hold
  /// `TICKET MILLISECONDS`: a note told to be of so much later than now.
  case later
}

/// Writes, and says what was acknowledged.
struct Scribe {
  let cabinet: Cabinet
  private let actor = Actor(name: "lea", profile: .n1, via: .cli)

  init(_ cabinet: Cabinet) {
    self.cabinet = cabinet
    // Who fights for one lock with sixty others waits its turn.
    cabinet.patience = 60_000
  }

  func perform(_ work: Work, _ words: [String]) throws {
    func number(_ place: Int) -> Int { words.indices.contains(place) ? Int(words[place]) ?? 0 : 0 }
    let ticket = TicketID(words.first ?? "", home: cabinet.site) ?? TicketID(site: cabinet.site, number: 1)
    switch work {
    case .storm: try storm(seed: UInt64(number(0)))
    case .notes: for _ in 0..<number(1) { try note(on: ticket) }
    case .open: for _ in 0..<number(0) { _ = try open() }
    case .take: try take(number(0))
    case .hold: try hold(ticket)
    case .later: try note(on: ticket, at: now + Int64(number(1)) / 1000)
    }
  }

  // MARK: - One writing

  func open() throws -> TicketID {
    let word = Token.event()
    let (id, ticket) = try cabinet.open(
      [opening("Sujet \(word)"), .noteAdded(Note(Body("note \(word)")))], as: actor, at: now)
    Scribe.say("opened \(id) \(ticket.entries.first?.event ?? "")")
    return id
  }

  func note(on id: TicketID, at time: Instant? = nil) throws {
    let event = Token.event()
    try record(.noteAdded(Note(Body("note \(event)"))), event, on: id, at: time ?? now)
    Scribe.say("note \(id) \(event)")
  }

  /// A text of `letters`, which goes to a blob; its end tells whether it is whole.
  func long(on id: TicketID, letters: Int) throws {
    let event = Token.event()
    let text = String(repeating: event + " ", count: letters / (event.utf8.count + 1)) + "fin"
    try record(.noteAdded(Note(Body(text))), event, on: id, at: now)
    Scribe.say("long \(id) \(event)")
  }

  func article() throws -> String {
    let word = Token.event()
    let article = try cabinet.createArticle(
      [.created(ArticleContent(title: word, steps: ["un"]))], as: actor, at: now)
    Scribe.say("article \(article.id) \(word)")
    return article.id
  }

  func step(on article: String) throws {
    let word = Token.event()
    _ = try cabinet.recordArticle(article, as: actor, at: now) { article in
      var content = article.content
      content.steps = [word]
      return [.revised(content)]
    }
    Scribe.say("step \(article) \(word)")
  }

  func person() throws {
    let mail = Token.event() + "@acme.example"
    try cabinet.recordLedger(
      [.person(Person(party: Party(name: "Inès", email: mail), customer: nil, site: nil, vip: false))], as: actor,
      at: now)
    Scribe.say("person \(mail)")
  }

  // MARK: - Many

  /// Mostly notes on the latest tickets, whose files stay short; of all else some.
  private func storm(seed: UInt64) throws {
    var lots = Lots(seed: seed)
    var latest = try open()
    var article = try article()
    while true {
      switch lots.below(1000) {
      case 0..<120: latest = try open()
      case 120..<140:
        try long(on: latest, letters: 24 * 1024 + lots.below(46 * 1024))
      case 140..<145: article = try self.article()
      case 145..<165: try step(on: article)
      case 165..<167: try person()
      default: try note(on: one(upTo: latest, &lots))
      }
    }
  }

  /// One of the latest tickets, the others' among them.
  private func one(upTo latest: TicketID, _ lots: inout Lots) -> TicketID {
    TicketID(site: latest.site, number: max(1, latest.number - lots.below(12)))
  }

  private func take(_ count: Int) throws {
    let histories = (0..<count).map { place in
      History([
        (opening("Repris \(place)"), actor, now), (.noteAdded(Note(Body("avant \(place)"))), actor, now),
      ])
    }
    try cabinet.take(in: histories) { ids in for id in ids { Scribe.say("opened \(id) -") } }
  }

  private func hold(_ id: TicketID) throws {
    _ = try cabinet.record(on: id, as: actor, at: now) { _ in
      Scribe.say("held \(id)")
      raise(SIGSTOP)
      return [.noteAdded(Note(Body("tenu")))]
    }
    Scribe.say("released \(id)")
  }

  // MARK: - Words

  private func record(_ fact: Fact, _ event: String, on id: TicketID, at time: Instant) throws {
    _ = try cabinet.record(on: id, as: actor, at: time, event: event) { _ in [fact] }
  }

  private func opening(_ subject: String) -> Fact {
    .opened(Opening(subject: subject, channel: .phone, requester: Party(name: "Luc")))
  }

  private var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(ms: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// A line in one write: a reader never meets the half of it, but at the end.
  static func say(_ line: String, on descriptor: Int32 = 1) {
    let bytes = Array((line + "\n").utf8)
    _ = write(descriptor, bytes, bytes.count)
  }
}

/// Lots drawn the same way at each run (splitmix64).
struct Lots {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    let a = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    let b = (a ^ (a >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((b ^ (b >> 31)) % UInt64(max(1, limit)))
  }
}
