/// How content the requester is with how it ended: asked once for each ending, answered once.
package struct Satisfaction: Hashable, Sendable {
  package var asked: Asked?
  package var answer: Answer?

  /// At which address, and when.
  package struct Asked: Hashable, Sendable {
    package var of: String
    package var at: Instant
  }

  package struct Answer: Hashable, Sendable {
    /// From 1 to 5.
    package var score: Int
    package var comment: String?
    package var by: String
    package var at: Instant
  }

  /// What may be answered.
  package static let scores = 1...5
}

extension Ticket {
  /// Whom and what the ticket concerns, and what they thought of it.
  mutating func apply(_ fact: ConcernFact, _ event: TicketEvent) {
    switch fact {
    case .requesterChanged(let to, let customer, let site):
      requester = to
      self.customer = customer
      self.site = site
    case .assetLinked(let asset): self.asset = asset
    case .contractLinked(let contract): self.contract = contract
    case .satisfactionAsked(let of):
      satisfaction = Satisfaction(asked: Satisfaction.Asked(of: of, at: event.at), answer: satisfaction?.answer)
    case .satisfactionAnswered(let score, let comment):
      satisfaction = Satisfaction(
        asked: satisfaction?.asked,
        answer: Satisfaction.Answer(score: score, comment: comment, by: event.by, at: event.at))
    }
  }
}
