import Console
import Desk
import Journal
import Screen

// `guichet page`: the calls that nobody has answered; answering them; a call to try whether a telephone rings.
extension Command {
  private enum Action: String, CaseIterable { case list, ack, test }

  static let page = Command(
    .page, [.maybe(.action("list|ack|test")), .any(.ticket)], [.anyway]
  ) { invocation throws(Trouble) in
    let operands = invocation.arguments.operands
    let action: Action =
      try operands.first.map { (word: String) throws(Trouble) in
        try invocation.choice(word, "page")
      } ?? .list
    let session = try invocation.session()
    switch action {
    case .list: try invocation.showPages(session)
    case .ack:
      guard operands.count > 1 else {
        throw Trouble(.usage, invocation.words.missingOperand("ID", usage: "guichet page ack ID…"))
      }
      for word in operands.dropFirst() {
        let id = try invocation.ticket(word, session)
        if !invocation.arguments.has(.anyway) { try invocation.needCalled(for: id, session) }
        do throws(RecordError) {
          invocation.report(try session.record(.acknowledge, on: id), .acknowledge, session)
        } catch {
          throw Trouble(error, on: id, invocation.words)
        }
      }
    case .test: try invocation.tryPage(operands.dropFirst().first, session)
    }
  }
}

extension Invocation {
  /// Refuses where the calls for a ticket are somebody else's to answer: afterwards nobody is called any more.
  fileprivate func needCalled(for id: TicketID, _ session: Session) throws(Trouble) {
    let answerers: PageAnswerers
    do throws(JournalError) {
      let look = DutyPlan.Look(try session.cabinet.dutyBook(), session.rules, at: session.now)
      answerers = PageAnswerers(of: try session.read(id).ticket, session.rules.duty, look)
    } catch { throw Trouble(error, on: id, words) }
    if answerers.logins.isEmpty || answerers.has(session.me) { return }
    throw Trouble(.refused, words.notCalled(words.name(id, home: session.home), answerers))
  }

  fileprivate func showPages(_ session: Session) throws(Trouble) {
    let pages: [DutyBoard.OpenPage]
    do throws(JournalError) { pages = try session.openPages() } catch { throw Trouble(error, words) }
    if pages.isEmpty, !printer.isJSON { return printer.line(words.noOpenPages) }
    show(
      pages.map { page in
        (
          .object(
            of: ("id", .string(page.ticket.description)), ("priority", .string(page.priority.name)),
            ("subject", .string(page.subject)), ("rota", .string(page.call.rota)), ("to", .string(page.call.to)),
            ("step", .int(Int64(page.call.step))), ("at", .string(page.at.rfc3339)),
            ("delivered", .bool(page.call.isDelivered)), ("tries", .int(Int64(page.tries))),
            ("failure", page.failure.map(JSON.string)), ("unanswered", .bool(page.isUnanswered)),
            ("heard", .bool(page.isHeard))),
          [
            words.name(page.ticket, home: session.home), page.priority.name, page.call.rota, page.call.to,
            words.moment(page.at, in: settings.zone, now: Clock.now), words.standing(of: page), page.subject,
          ]
        )
      })
    if !printer.isJSON, session.home != DemoCabinet.site, !pages.allSatisfy(\.isHeard) {
      Printer.complain(words.callByHand)
    }
  }

  /// Calls whoever is on call, for nothing.
  fileprivate func tryPage(_ name: String?, _ session: Session) throws(Trouble) {
    let sheet = try DutySheet(self, session)
    guard let first = sheet.plan.rotas.first else { throw Trouble(.noInput, words.noRotas) }
    let rota = try name.map { (name: String) throws(Trouble) in try sheet.rota(name) } ?? first
    guard let hook = settings.hook(for: session.home) else {
      let isShown = session.home == DemoCabinet.site
      throw Trouble(.noInput, isShown ? words.demonstrationCallsNobody : words.noPageHook)
    }
    let shift = rota.onCall(at: Clock.now, sheet.book.swaps(of: rota.name))
    guard let login = shift?.agent, let agent = session.directory.agents[login] else {
      throw Trouble(.noInput, rota.name + words.colon + words.nobody)
    }
    let call = PageHook.Call(
      ticket: session.home + "-0", priority: "P0", subject: words.pageTest, rota: rota.name, step: 1, agent: agent,
      text: words.pageTest + "\n" + rota.name, isTest: true)
    if case .failed(let reason)? = hook.carry([call]).first {
      throw Trouble(.unavailable, words.pageFailed(login, reason))
    }
    printer.line(words.pageCarried(login))
  }
}

extension Settings {
  /// The program that carries calls; none behind a forced command, where no other program is started.
  /// A demonstration calls nobody: its people are made up, their telephones may be somebody's.
  func hook(for site: String) -> PageHook? {
    isRestricted || site == DemoCabinet.site ? nil : pageHook.map { PageHook(path: $0) }
  }
}
