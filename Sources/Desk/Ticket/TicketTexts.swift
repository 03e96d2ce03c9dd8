/// Where in a ticket a text stands: its subject weighs more than the rest.
package enum TicketField: Sendable {
  case subject, rest
}

// The texts of a ticket that words are looked for in.
extension Ticket {
  /// Calls `body` with each text, the subject first. `whole` gives the text of a blob; without it the beginning that
  /// the line keeps has to do.
  package func eachText(whole: (Body) -> String = { $0.text }, _ body: (TicketField, String) -> Void) {
    body(.subject, subject)
    for text in [
      requester.name, requester.email, requester.phone, site, qualification?.category, asset, customer,
    ] { if let text { body(.rest, text) } }
    for tag in tags { body(.rest, tag) }
    for entry in entries { entry.fact.eachText(whole) { body(.rest, $0) } }
  }

  /// What was said and written, in order.
  package var prose: [String] {
    var texts: [String] = []
    for entry in entries { entry.fact.eachText({ $0.text }) { texts.append($0) } }
    return texts
  }
}

extension Fact {
  fileprivate func eachText(_ whole: (Body) -> String, _ body: (String) -> Void) {
    switch self {
    case .messageIn(let letter), .messageOut(let letter):
      body(whole(letter.body))
      for attachment in letter.attachments { body(attachment.name) }
    case .noteAdded(let note):
      body(whole(note.body))
      for attachment in note.attachments { body(attachment.name) }
    case .escalated(_, _, let handoff?, _), .handoffCompleted(let handoff):
      for text in [handoff.symptom, handoff.tried, handoff.hypothesis, handoff.needed, handoff.evidence] { body(text) }
    case .resolved(let resolution):
      body(resolution.summary)
      if let cause = resolution.rootCause { body(cause) }
    case .returned(_, _, let reason), .reopened(_, let reason), .cancelled(let reason), .restored(let reason),
      .priorityOverridden(_, let reason), .assigned(_, _, let reason?), .released(let reason?):
      body(reason)
    case .waiting(let wait):
      if let party = wait.party { body(party) }
    default: break
    }
  }
}
