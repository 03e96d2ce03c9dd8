import Desk

extension Letter {
  /// Words from an agent to the requester of a ticket.
  package init(_ text: String, to ticket: Ticket, from me: Agent) {
    self = OutgoingLetter(ticket: ticket).letter(text, from: me)
  }
}

/// A message from the desk to the requester of a ticket, threaded after the last one they sent.
struct OutgoingLetter {
  let ticket: Ticket

  /// The address it goes to; nil where none is known.
  var address: String? { ticket.requester.email }
  /// Who it is for, as a head shows it.
  var recipient: String { address ?? ticket.requester.label }

  /// `Re:` once.
  var subject: String {
    let subject = ticket.subject
    return Folding.fold(String(subject.prefix(3))) == "re:" ? subject : "Re: " + subject
  }

  func letter(_ text: String, subject: String? = nil, cc: String = "", from me: Agent) -> Letter {
    let last: Letter? = if case .messageIn(let letter) = ticket.lastIn?.fact { letter } else { nil }
    let answered = last?.messageID.map { [$0] } ?? []
    return Letter(
      from: Party(name: me.name, email: me.email), to: address.map { [$0] } ?? [], cc: OutgoingLetter.addresses(cc),
      subject: subject ?? self.subject, body: Body(text), channel: address == nil ? ticket.channel : .mail,
      inReplyTo: answered, references: (last?.references ?? []) + answered)
  }

  /// Addresses typed in a row, parted by commas, semicolons or spaces.
  static func addresses(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
  }

  /// The last thing the requester wrote: when, and their words.
  var quoted: (at: Instant, text: String)? {
    guard let entry = ticket.lastIn, case .messageIn(let letter) = entry.fact else { return nil }
    return (entry.at, letter.body.text)
  }

  /// Those words as a quotation, of so many lines at most.
  func quotation(lines limit: Int = 40) -> String {
    guard let quoted else { return "" }
    let lines = quoted.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(limit)
    return lines.map { $0.hasPrefix(">") ? ">" + $0 : "> " + $0 }.joined(separator: "\n") + "\n"
  }
}
