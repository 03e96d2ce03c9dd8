/// What an event says: an operation's name and its data, both as the journal holds them.
/// A payload made from an `op` it does not know keeps `op` and `d` untouched.
package protocol Payload: Hashable, Sendable {
  var op: String { get }
  var d: JSON { get }
  init(op: String, d: JSON)
}

/// Something that happened, as one site recorded it.
package struct Event<P: Payload>: Hashable, Sendable {
  /// 80 random bits in base 32, given before the first try: writing the same event twice is noticed by it.
  package var id: String
  /// The site that wrote it, and its place in that site's stream, from 1.
  package var site: String
  package var n: Int
  /// Lamport clock: one more than any this ticket had seen.
  package var lamport: Int64
  /// When it was recorded; facts about the past carry their own time.
  package var at: Instant
  /// In whose name: an agent's login, a requester's address, a machine's name.
  package var by: String
  /// The Unix account that wrote it, where it is not that agent's own.
  package var account: String?
  package var via: Via?
  package var fact: P

  package init(
    id: String, site: String, n: Int, lamport: Int64, at: Instant, by: String, account: String? = nil, via: Via? = nil,
    fact: P
  ) {
    self.id = id
    self.site = site
    self.n = n
    self.lamport = lamport
    self.at = at
    self.by = by
    self.account = account
    self.via = via
    self.fact = fact
  }

  /// The order in which a ticket's streams are folded: by Lamport clock, never by wall clock.
  package static func precedes(_ a: Event, _ b: Event) -> Bool {
    a.lamport == b.lamport ? (a.site, a.n) < (b.site, b.n) : a.lamport < b.lamport
  }
}

package typealias TicketEvent = Event<Fact>

extension TicketEvent {
  /// The event that an entry of the thread shows, to be folded again.
  package init(_ entry: Entry) {
    self.init(
      id: entry.event, site: entry.site, n: entry.n, lamport: entry.lamport, at: entry.at, by: entry.by,
      account: entry.account, via: entry.via, fact: entry.fact)
  }
}
package typealias ArticleEvent = Event<ArticleFact>
package typealias LedgerEvent = Event<LedgerFact>
