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
      let lines = session.rules.duty.lines(book, session.directory, at: note.to)
      let zone = session.settings.zone
      let text = invocation.words.handover(
        note, onCall: lines.map { desk.said($0, at: note.to) }, in: zone,
        named: session.settings.here.name(beside: zone, at: note.to), home: session.home)
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

  /// Who is on call in a rota, and who comes after: `n2 : Bob Leroy, jusqu’à 18:00, puis Chloé Martin`. When the next one
  /// begins is said where it is not at once.
  func said(_ line: DutyBoard.Line, at now: Instant) -> String {
    let words = session.words
    func moment(_ instant: Instant) -> String { words.moment(instant, in: session.settings.zone, now: now) }
    let until = line.now.map { words.untilThen(moment($0.until)) }
    let then = line.next.map { next in
      words.thenAgent(next.name ?? words.nobody)
        + (line.now?.until == next.from ? "" : " " + words.fromThen(moment(next.from)))
    }
    return ([line.rota + words.colon + (line.now?.name ?? words.nobody)] + [until, then].compactMap { $0 })
      .joined(separator: ", ")
  }
}

extension Invocation {
  fileprivate func show(_ note: HandoverNote, _ text: String, _ onCall: [DutyBoard.Line], _ session: Session) {
    guard printer.isJSON else { return printer.body(text) }
    let sections = HandoverNote.Section.allCases.map { section in
      JSON.Member(section.rawValue, .array((note.lines[section] ?? []).map(json)))
    }
    printer.json(
      .object(
        of: ("from", .string(note.from.rfc3339)), ("to", .string(note.to.rfc3339)),
        ("on_call", .array(onCall.map(json))),
        ("sections", .object(sections)), ("text", .string(text))))
  }

  private func json(_ line: DutyBoard.Line) -> JSON {
    .object(
      of: ("rota", .string(line.rota)), ("level", line.level.map { .string($0.rawValue) }),
      ("now", line.now.map { json($0, isPresent: true) }), ("next", line.next.map { json($0) }))
  }

  /// As `guichet oncall` has it: what runs already is told without its beginning.
  private func json(_ holder: DutyBoard.Holder, isPresent: Bool = false) -> JSON {
    .object(
      of: ("agent", holder.login.map(JSON.string)), ("name", holder.name.map(JSON.string)),
      ("phone", holder.phone.map(JSON.string)),
      ("from", isPresent ? nil : .string(holder.from.rfc3339)),
      ("until", .string(holder.until.rfc3339)), ("in_place_of", holder.inPlaceOf.map(JSON.string)))
  }

  private func json(_ line: HandoverNote.Line) -> JSON {
    .object(
      of: ("id", .string(line.ticket.description)), ("priority", .string(line.priority.name)),
      ("subject", .string(line.subject)), ("owner", line.owner.map(JSON.string)),
      ("at", line.at.map { .string($0.rfc3339) }))
  }

  fileprivate func sign(_ note: HandoverNote, _ text: String, _ session: Session) throws(JournalError) {
    let signed = SignedHandover(from: note.from, to: note.to, text: text)
    var before: DutyBook.Handover?
    do throws(RecordError) {
      try session.cabinet.recordDuty(as: session.actor, at: note.to) { book throws(Refusal) in
        before = book.signed(again: signed, by: session.actor.name)
        return before == nil ? [.handoverSigned(signed)] : []
      }
    } catch { if case .journal(let error) = error { throw error } }
    if printer.isJSON { return }
    guard let before else { return printer.line(words.handoverSigned(session.me.login)) }
    printer.line(words.handoverSignedAlready(words.moment(before.note.at, in: session.settings.zone, now: note.to)))
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
