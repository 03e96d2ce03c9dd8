import Console
import Desk
import Journal

/// Calls whoever is on call. A call is recorded under its ticket's lock before it is carried: of ten that look at once
/// one records it, and that one carries it. One that was not carried is tried again by a later look, some times over.
struct Pager {
  let cabinet: Cabinet
  let index: Index
  /// nil where this account names none: calls are recorded and shown, and nobody's telephone rings.
  let hook: PageHook?
  let words: Words

  /// Tickets looked at at once.
  static let limit = 2000
  /// Seconds since the last event of a ticket that has an owner, after which nobody is called for it any more: one
  /// that lies unowned is looked at however long it lies.
  static let fresh: Int64 = 86_400

  /// A call to be carried: the ticket and the event that sent it.
  private struct Errand {
    let ticket: Ticket
    let page: String
    let call: DutyCall
  }

  /// Looks once, at an instant. What was recorded, ticket by ticket; first the calls, then how they ended.
  func page(at now: Instant) throws(JournalError) -> Ticker.Strokes {
    let plan = cabinet.rules.duty
    var strokes = Ticker.Strokes()
    guard plan.rotas.contains(where: { $0.pages != nil }) else { return strokes }
    let look = DutyPlan.Look(try cabinet.dutyBook(), cabinet.rules, at: now)
    var errands: [Errand] = []
    for row in index.list(Pager.request(plan, at: now)).rows where Pager.mayWant(row, at: now) {
      do throws(RecordError) {
        let (ticket, facts) = try claim(row.id, plan, look)
        if hook == nil || facts.isEmpty { strokes.waiting += waiting(on: ticket) }
        guard !facts.isEmpty else { continue }
        let isUnheard = ticket.entries.suffix(facts.count).contains(where: ticket.isUnheard)
        strokes.done.append(
          Ticker.Stroke(id: row.id, subject: row.subject, facts: facts.map(Fact.duty), isUnheard: isUnheard))
        errands += Pager.errands(of: ticket, facts)
      } catch { strokes.failures.append((row.id, error)) }
    }
    if let hook { carry(errands, hook, now, &strokes) }
    return strokes
  }

  /// The calls for a ticket that nobody carries: no program is named, or it has said no as often as it is asked.
  private func waiting(on ticket: Ticket) -> [DutyBoard.OpenPage] {
    ticket.openPages(under: cabinet.rules).filter { !$0.call.isDelivered && (hook == nil || $0.isLost) }
  }

  /// The tickets that may page somebody.
  static func request(_ plan: DutyPlan, at now: Instant) -> ListRequest {
    ListRequest(
      .and([.term(.states([.new, .open])), plan.pages]), order: .received,
      asker: Query.Asker(login: Actor.timer.name, now: now), limit: limit)
  }

  static func mayWant(_ row: Summary, at now: Instant) -> Bool { row.owner == nil || now - row.updatedAt < fresh }

  /// Records what is due, if anything is.
  private func claim(
    _ id: TicketID, _ plan: DutyPlan, _ look: DutyPlan.Look
  ) throws(RecordError) -> (Ticket, [DutyFact]) {
    func due(_ ticket: Ticket) -> [DutyFact] {
      let again = hook == nil ? [] : plan.retries(on: ticket, look).map { DutyFact.pageRetried(page: $0.event) }
      return plan.due(on: ticket, look) + again
    }
    // Most want nobody: told without the lock.
    let seen: Ticket
    do throws(JournalError) { seen = try cabinet.read(id).ticket } catch { throw .journal(error) }
    if due(seen).isEmpty { return (seen, []) }
    var facts: [DutyFact] = []
    let ticket = try cabinet.record(on: id, as: .timer, at: look.now) { ticket throws(Refusal) in
      facts = due(ticket)
      return facts.map(Fact.duty)
    }
    return (ticket, facts)
  }

  /// What was just recorded on a ticket, as calls to be carried.
  private static func errands(of ticket: Ticket, _ facts: [DutyFact]) -> [Errand] {
    ticket.entries.suffix(facts.count).compactMap { entry in
      switch entry.fact {
      case .duty(.pageSent(let call)): return Errand(ticket: ticket, page: entry.event, call: call)
      case .duty(.pageRetried(let page)):
        guard case .duty(.pageSent(let call)) = ticket.entries.first(where: { $0.event == page })?.fact else {
          return nil
        }
        return Errand(ticket: ticket, page: page, call: call)
      default: return nil
      }
    }
  }

  private func carry(_ errands: [Errand], _ hook: PageHook, _ now: Instant, _ strokes: inout Ticker.Strokes) {
    let outcomes = hook.carry(errands.map(told))
    for (errand, outcome) in zip(errands, outcomes) {
      let fact: DutyFact =
        switch outcome {
        case .carried: .pageDelivered(page: errand.page)
        case .failed(let reason): .pageFailed(page: errand.page, reason: reason)
        }
      do throws(RecordError) {
        _ = try cabinet.record(on: errand.ticket.id, as: .timer, at: Clock.now) { _ throws(Refusal) in [.duty(fact)] }
        strokes.done.append(
          Ticker.Stroke(id: errand.ticket.id, subject: errand.ticket.subject, facts: [.duty(fact)]))
      } catch { strokes.failures.append((errand.ticket.id, error)) }
    }
  }

  private func told(_ errand: Errand) -> PageHook.Call {
    let login = errand.call.to
    let agent = cabinet.rules.directory.agents[login] ?? Agent(login: login, name: login, profile: .n1)
    let ticket = errand.ticket
    return PageHook.Call(
      ticket: ticket.id.description, priority: ticket.priority.name, subject: ticket.subject,
      customer: ticket.customer, rota: errand.call.rota, step: errand.call.step, agent: agent,
      text: words.pageText(ticket, errand.call, agent))
  }
}

extension Session {
  /// Who is on call, and the pages nobody has answered; nil where the desk has no rota.
  func dutyBoard() throws(JournalError) -> DutyBoard? {
    let plan = rules.duty
    if plan.isEmpty { return nil }
    return DutyBoard(lines: plan.lines(try cabinet.dutyBook(), directory, at: now), pages: try openPages())
  }

  /// What the next shift has to know, as of now.
  func handover() throws(JournalError) -> HandoverNote {
    let desk = HandoverDesk(session: self)
    let now = now
    return try desk.note(from: desk.start(try cabinet.dutyBook(), at: now), to: now).0
  }

  /// Pages that nobody has answered, the oldest first.
  func openPages() throws(JournalError) -> [DutyBoard.OpenPage] {
    let plan = rules.duty
    guard plan.rotas.contains(where: { $0.pages != nil }) else { return [] }
    var pages: [DutyBoard.OpenPage] = []
    for row in try list(Pager.request(plan, at: now)).rows where Pager.mayWant(row, at: now) {
      pages += try read(row.id).ticket.openPages(under: rules)
    }
    return pages.sorted { ($0.at, $0.ticket) < ($1.at, $1.ticket) }
  }
}
