import Console
import Desk
import Glibc
import Journal

// `guichet mail`: the end of a mail server's pipe. The raw message is on the disk before anything is made of it; what
// cannot be stored now is left to the server (exit 75), which tries again.
extension Command {
  static let mail = Command(.mail, [], [.dryRun]) { invocation throws(Trouble) in
    let words = invocation.words
    guard let raw = Paths.read(0, limit: MailIntake.sizeLimit + 1) else {
      throw Trouble(.temporary, words.unreadableFile("-"))
    }
    if raw.isEmpty { throw Trouble(.noInput, words.emptyMail) }
    if raw.count > MailIntake.sizeLimit { throw Trouble(.data, words.textTooLong(limit: MailIntake.sizeLimit)) }
    if invocation.arguments.has(.dryRun) {
      let mail = Mail(raw, charsets: Iconv())
      return invocation.printer.json(mail.json { SHA256.hash($0).hex })
    }
    let session: Session
    do throws(Trouble) { session = try invocation.session(via: .mail) } catch {
      throw Trouble(.temporary, error.words)
    }
    do throws(RecordError) {
      let (ticket, isNew) = try MailIntake(session: session).take(in: raw)
      invocation.report(ticket, isNew ? nil : .receive, session)
    } catch {
      // The rules refuse some mails for good; the disk's refusals pass.
      let trouble = Trouble(error, on: nil, words)
      throw Trouble(trouble.exit == .refused ? .data : .temporary, trouble.words)
    }
  }
}

/// A message on its way to a ticket.
struct MailIntake {
  let session: Session

  static let sizeLimit = 64 << 20
  /// Seconds a message may have waited between the mail server and here: a server gives up after five days.
  private static let longestDelivery: Int64 = 5 * 86_400
  /// Mergings followed from one ticket to the next: two that name each other would never end.
  private static let mergeLimit = 16
  /// Message ids looked up for one mail.
  private static let idLimit = 50

  /// Keeps the raw message, then opens a ticket or adds to the one it answers. A message the rules refuse for good
  /// waits in the spool for somebody to look at it.
  func take(in raw: [UInt8]) throws(RecordError) -> (Ticket, isNew: Bool) {
    let digest = try journal { () throws(JournalError) in try session.cabinet.store(raw) }
    let mail = Mail(raw, charsets: Iconv())
    var letter = try letter(mail)
    letter.raw = digest
    do throws(RecordError) {
      return try deliver(mail, letter)
    } catch {
      if case .refused = error { _ = try journal { () throws(JournalError) in try session.cabinet.keepRaw(raw) } }
      throw error
    }
  }

  /// When the desk's own mail server had it, where that is lately past; else now.
  private func receivedAt(_ mail: Mail) -> Instant {
    guard let date = mail.receivedAt, date <= session.now, session.now - date <= MailIntake.longestDelivery else {
      return session.now
    }
    return date
  }

  private func deliver(_ mail: Mail, _ letter: Letter) throws(RecordError) -> (Ticket, isNew: Bool) {
    var follows: TicketID?
    if let known = answered(mail).map(heir) {
      do throws(RecordError) {
        if holds(known, letter.messageID) { return (known, false) }
        return (try session.record(.receive(letter), on: known.id), false)
      } catch {
        guard case .refused(let refusal) = error else { throw error }
        // Merged while the message was on its way.
        if case .merged(let into) = refusal, let next = try? session.read(into).ticket {
          return (try session.record(.receive(letter), on: heir(next).id), false)
        }
        // A ticket that is over takes no more: the message opens another, which says what it goes on from.
        follows = known.id
      }
    }
    let sender = letter.from ?? Party(name: "?")
    let person = sender.email.flatMap { session.directory.person(email: $0) }
    let opening = Opening(
      subject: mail.subject.isEmpty ? session.words.noSubject : String(mail.subject.prefix(Limits.subject / 4)),
      channel: .mail,
      requester: person.map { Party(name: $0.party.name, email: sender.email, phone: $0.party.phone) } ?? sender,
      customer: person?.customer ?? sender.email.flatMap { session.directory.customer(email: $0)?.id },
      site: person?.site, receivedAt: receivedAt(mail))
    return (try session.open(opening, message: letter, qualification: nil, note: nil, follows: follows), true)
  }

  /// The ticket that a merged one went into, through as many mergings as there were.
  private func heir(_ ticket: Ticket) -> Ticket {
    var ticket = ticket
    for _ in 0..<MailIntake.mergeLimit {
      guard let next = ticket.mergedInto, let read = try? session.read(next).ticket else { break }
      ticket = read
    }
    return ticket
  }

  /// The same message delivered twice is one message.
  private func holds(_ ticket: Ticket, _ messageID: String?) -> Bool {
    guard let messageID else { return false }
    return ticket.entries.contains {
      if case .messageIn(let letter) = $0.fact { letter.messageID == messageID } else { false }
    }
  }

  /// The ticket a message answers: named in its subject, or holding a message it refers to. Its sender must be the
  /// ticket's requester, or somebody of the same customer: a number is easy to guess.
  private func answered(_ mail: Mail) -> Ticket? {
    for id in named(mail.subject) {
      if let ticket = try? session.read(id).ticket, belongs(mail, to: ticket) { return ticket }
    }
    let ids = Set(
      (mail.inReplyTo + mail.references.reversed() + [mail.messageID].compactMap { $0 }).prefix(MailIntake.idLimit))
    guard !ids.isEmpty, let email = mail.from?.email else { return nil }
    for ticket in candidates(email) {
      let entry = ticket.entries.last { entry in
        switch entry.fact {
        case .messageIn(let letter), .messageOut(let letter): letter.messageID.map { ids.contains($0) } ?? false
        default: false
        }
      }
      if let entry { return home(of: entry.event, on: ticket) }
    }
    return nil
  }

  /// The ticket that goes on with a message: where it was split off to, else the one that holds it.
  private func home(of event: String, on ticket: Ticket) -> Ticket {
    guard let moved = ticket.bonds.movedOut.last(where: { $0.event == event }) else { return ticket }
    return (try? session.read(moved.ticket).ticket) ?? ticket
  }

  /// `[#LYO-42]` or `[#42]` in a subject.
  private func named(_ subject: String) -> [TicketID] {
    subject.split(separator: "[").compactMap { piece in
      guard piece.first == "#", let end = piece.firstIndex(of: "]") else { return nil }
      return TicketID(String(piece[..<end]), home: session.home)
    }
  }

  private func belongs(_ mail: Mail, to ticket: Ticket) -> Bool {
    guard let email = mail.from?.email.lowercased() else { return false }
    if ticket.requester.email?.lowercased() == email { return true }
    guard let customer = session.directory.customer(email: email)?.id else { return false }
    return customer == ticket.customer
  }

  /// The sender's tickets, the latest first.
  private func candidates(_ email: String) -> [Ticket] {
    let query = Query.term(.field(.from, Folding.fold(email)))
    let request = ListRequest(query, order: .updated, asker: Query.Asker(login: "", now: session.now), limit: 200)
    let rows = (try? session.list(request).rows) ?? []
    return rows.filter { $0.requester.email?.lowercased() == email.lowercased() }
      .compactMap { try? session.read($0.id).ticket }
  }

  private func letter(_ mail: Mail) throws(RecordError) -> Letter {
    var attachments: [Attachment] = []
    let names = mail.attachments.numbered
    for (file, name) in zip(mail.attachments, names).prefix(Limits.attachments) {
      let digest = try journal { () throws(JournalError) in try session.cabinet.store(file.bytes) }
      attachments.append(Attachment(name: name, type: file.type, bytes: file.bytes.count, sha256: digest))
    }
    return Letter(
      from: mail.from.map { Party(name: $0.name, email: $0.email) },
      to: mail.to.prefix(Limits.recipients / 2).map(\.email), cc: mail.cc.prefix(Limits.recipients / 2).map(\.email),
      subject: String(mail.subject.prefix(Limits.subject / 4)), body: Body(mail.body), channel: .mail,
      attachments: attachments, messageID: mail.messageID, inReplyTo: mail.inReplyTo, references: mail.references,
      isAuto: mail.isAuto)
  }
}
