import Console
import Desk
import Journal

// `guichet handover`: what the next shift has to know, made from events; signed by the one who leaves, accepted by the
// one who takes over.
extension Command {
  static let handover = Command(.handover, [], [.since, .sign, .accept]) { invocation throws(Trouble) in
    let session = try invocation.session()
    if invocation.arguments.has(.accept) { return try invocation.accept(session) }
    let desk = HandoverDesk(session: session)
    let typed = try invocation.since()
    do throws(JournalError) {
      let book = try session.cabinet.dutyBook()
      let now = session.now
      let (note, isCut) = try desk.note(from: typed ?? desk.start(book, at: now), to: now)
      let lines = desk.onCall(book, at: note.to)
      let zone = session.settings.zone
      let text = invocation.words.handover(
        note, onCall: lines, in: zone, named: session.settings.here.name(beside: zone, at: note.to), home: session.home)
      invocation.show(note, text, lines, session)
      if isCut { Printer.complain(invocation.words.handoverCut(HandoverDesk.limit)) }
      if invocation.arguments.has(.sign) { try invocation.sign(note, text, session) }
    } catch { throw Trouble(error, invocation.words) }
  }
}

/// Gathers what a note tells of.
struct HandoverDesk {
  let session: Session

  /// Active tickets read at most, and tickets of one shift.
  static let limit = 5000
  /// Seconds that are told of where nothing says when the shift began: twelve hours.
  static let usual: Int64 = 12 * 3600

  /// When this shift began: at the last note taken over or signed, else at the last hand-over of a rota, else some
  /// hours ago.
  func start(_ book: DutyBook, at now: Instant) -> Instant {
    if let last = book.handovers.last { return last.note.value.to }
    let turns = session.rules.duty.rotas.compactMap { $0.plan.turn(at: now)?.start }
    return max(turns.max() ?? now + -HandoverDesk.usual, now + -HandoverDesk.longest)
  }

  /// Seconds of a shift that nobody said the beginning of: a week.
  private static let longest: Int64 = 7 * 86_400

  /// The note, and whether there were more active tickets than are read.
  func note(from: Instant, to: Instant) throws(JournalError) -> (HandoverNote, isCut: Bool) {
    let active = try rows(.term(.states(State.active)))
    let recent = try rows(
      .and([.term(.states([.resolved, .closed])), .term(.updated(.less, seconds: to - from + 60))]))
    var tickets: [Ticket] = []
    for id in (active + recent).map(\.id) { tickets.append(try session.read(id).ticket) }
    let note = HandoverNote(of: tickets, under: session.rules, from: from, to: to)
    return (note, active.count >= HandoverDesk.limit || recent.count >= HandoverDesk.limit)
  }

  private func rows(_ query: Query) throws(JournalError) -> [Summary] {
    let request = ListRequest(
      query, order: .updated, asker: Query.Asker(login: session.me.login, now: session.now),
      limit: HandoverDesk.limit)
    return try session.list(request).rows
  }

  /// Who is on call, rota by rota.
  func onCall(_ book: DutyBook, at now: Instant) -> [String] {
    let words = session.words
    return session.rules.duty.lines(book, session.directory, at: now).map { line in
      func said(_ holder: DutyBoard.Holder?) -> String { holder?.name ?? words.nobody }
      let until = line.now.map { words.untilThen(words.moment($0.until, in: session.settings.zone, now: now)) }
      let then = line.next.map { words.thenAgent(said($0)) }
      return ([line.rota + " : " + said(line.now)] + [until, then].compactMap { $0 }).joined(separator: ", ")
    }
  }
}

extension Invocation {
  fileprivate func show(_ note: HandoverNote, _ text: String, _ onCall: [String], _ session: Session) {
    guard printer.isJSON else { return printer.body(text) }
    let sections = HandoverNote.Section.allCases.map { section in
      JSON.Member(section.rawValue, .array((note.lines[section] ?? []).map(json)))
    }
    printer.json(
      .object(
        of: ("from", .string(note.from.rfc3339)), ("to", .string(note.to.rfc3339)),
        ("on_call", .array(onCall.map(JSON.string))),
        ("sections", .object(sections)), ("text", .string(text))))
  }

  private func json(_ line: HandoverNote.Line) -> JSON {
    .object(
      of: ("id", .string(line.ticket.description)), ("priority", .string(line.priority.name)),
      ("subject", .string(line.subject)), ("owner", line.owner.map(JSON.string)),
      ("at", line.at.map { .string($0.rfc3339) }))
  }

  fileprivate func sign(_ note: HandoverNote, _ text: String, _ session: Session) throws(JournalError) {
    let signed = SignedHandover(from: note.from, to: note.to, text: text)
    do throws(RecordError) {
      try session.cabinet.recordDuty(as: session.actor, at: note.to) { _ throws(Refusal) in [.handoverSigned(signed)] }
    } catch { if case .journal(let error) = error { throw error } }
    if !printer.isJSON { printer.line(words.handoverSigned(session.me.login)) }
  }

  /// Takes over: the last note that nobody took over with is accepted, by another than who signed it.
  fileprivate func accept(_ session: Session) throws(Trouble) {
    var accepted: DutyBook.Handover?
    do throws(RecordError) {
      try session.cabinet.recordDuty(as: session.actor, at: session.now) { book throws(Refusal) in
        accepted = book.awaiting
        guard let note = book.awaiting?.note, note.by != session.actor.name else { return [] }
        return [.handoverAccepted(note: note.event)]
      }
    } catch { throw Trouble(error, on: nil, words) }
    guard let note = accepted?.note else { throw Trouble(.refused, words.noHandover) }
    if note.by == session.actor.name { throw Trouble(.refused, words.ownHandover(note.by)) }
    if printer.isJSON {
      return printer.json(
        .object(
          of: ("note", .string(note.event)), ("signed_by", .string(note.by)), ("at", .string(note.at.rfc3339)),
          ("accepted_by", .string(session.actor.name)), ("text", .string(note.value.text))))
    }
    printer.body(note.value.text)
    let at = words.moment(note.at, in: session.settings.zone, now: session.now)
    printer.line(words.handoverAccepted(session.actor.name, from: note.by, at: at))
  }
}
