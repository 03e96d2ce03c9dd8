// A message that belongs to another matter: a new ticket shows it, with its author, its time and its files, and says
// where it was recorded. Nothing is copied.

extension Decision {
  /// The facts that open the new ticket; the old one then says `split.out` of each message. The first message that
  /// came from outside gives the new ticket its requester, its channel and the time its clocks begin at.
  package func split(_ events: [String], subject: String?) throws(Refusal) -> [Fact] {
    try need(.merge, .split)
    try from(.split)
    if events.isEmpty { throw .missing([.event]) }
    if events.count > Limits.splitEvents { throw .tooMany(.event, limit: Limits.splitEvents) }
    var entries: [Entry] = []
    for event in events { entries.append(try splittable(event)) }
    entries.sort { ($0.lamport, $0.site, $0.n) < ($1.lamport, $1.site, $1.n) }
    let opening = opening(of: entries, subject: subject)
    if blank(opening.subject) { throw .missing([.subject]) }
    try Decision.check(.subject, opening.subject, limit: Limits.subject)
    return [.opened(opening)] + entries.map { .splitIn(from: ticket.id, event: $0.event) }
  }

  private func splittable(_ event: String) throws(Refusal) -> Entry {
    guard let entry = ticket.entries.first(where: { $0.event == event }),
      !ticket.bonds.movedOut.contains(where: { $0.event == event })
    else { throw .notSplittable(event) }
    switch entry.fact {
    case .messageIn, .messageOut, .noteAdded: return entry
    default: throw .notSplittable(event)
    }
  }

  private func opening(of entries: [Entry], subject: String?) -> Opening {
    var letter: Letter?
    var heardAt: Instant?
    for entry in entries {
      guard case .messageIn(let heard) = entry.fact else { continue }
      (letter, heardAt) = (heard, entry.at)
      break
    }
    let isSame = letter?.from?.email == nil || letter?.from?.email == ticket.requester.email
    let requester = isSame ? ticket.requester : letter?.from ?? ticket.requester
    let customer =
      isSame ? ticket.customer : requester.email.flatMap { rules.directory.customer(email: $0)?.id } ?? ticket.customer
    return Opening(
      subject: subject ?? letter?.subject.flatMap { blank($0) ? nil : $0 } ?? ticket.subject,
      channel: letter?.channel ?? ticket.channel, requester: requester, customer: customer,
      site: isSame ? ticket.site : nil, receivedAt: heardAt ?? entries.first?.at)
  }
}
