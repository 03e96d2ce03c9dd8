import Console
import Desk
import Journal

// The verbs of a ticket, as commands. Each makes an intent; the desk decides.
extension Command {
  static let take = Command(.take, [.many(.ticket)]) { invocation throws(Trouble) in
    try invocation.each { _ throws(Trouble) in .take }
  }

  static let assign = Command(.assign, [.one(.ticket), .one(.agent)]) { invocation throws(Trouble) in
    try invocation.one { arguments throws(Trouble) in .assign(to: arguments.operands[1]) }
  }

  static let steal = Command(.steal, [.one(.ticket)], [.reason]) { invocation throws(Trouble) in
    try invocation.one { _ throws(Trouble) in .steal(reason: try invocation.need(.reason)) }
  }

  static let next = Command(.next, [.any(.filter)], [.skip, .dryRun]) { invocation throws(Trouble) in
    let session = try invocation.session()
    let query = try invocation.filter()
    let isTrial = invocation.arguments.has(.dryRun)
    do throws(RecordError) {
      try session.need(.work, .take)
      let taken = try session.next(
        within: query, skipping: invocation.arguments.one(.skip), isTrial: isTrial,
        left: { if !isTrial, !invocation.printer.isJSON { invocation.report($0, .skip, session) } })
      guard let ticket = taken else {
        return invocation.printer.isJSON ? () : invocation.printer.line(invocation.words.nothingToTake)
      }
      if !isTrial, !invocation.printer.isJSON { invocation.report(ticket, .take, session) }
      invocation.show([Summary(ticket, under: session.rules)], session)
    } catch { throw Trouble(error, on: nil, invocation.words) }
  }

  static let skip = Command(.skip, [.many(.ticket)], [.reason]) { invocation throws(Trouble) in
    let reason = try invocation.need(.reason)
    try invocation.each { _ throws(Trouble) in .skip(reason: reason) }
  }

  static let release = Command(.release, [.many(.ticket)], [.reason]) { invocation throws(Trouble) in
    try invocation.each { arguments throws(Trouble) in .release(reason: arguments.one(.reason)) }
  }

  static let qualify = Command(
    .qualify, [.one(.ticket)], [.kind, .gravity, .impact, .category]
  ) { invocation throws(Trouble) in
    guard invocation.qualifies else { throw invocation.missing(.kind) }
    let session = try invocation.session()
    let id = try invocation.ticket(invocation.arguments.operands[0], session)
    let old = try invocation.read(id, session).qualification
    guard let qualification = try invocation.qualification(session, else: old) else {
      throw invocation.missing(.kind)
    }
    do throws(RecordError) {
      let ticket = try session.record(.qualify(qualification), on: id)
      invocation.report(ticket, .qualify, session)
      if invocation.printer.isJSON { return }
      invocation.tellScope(of: ticket, session)
      invocation.tellRepeats(of: ticket, session)
    } catch { throw Trouble(error, on: id, invocation.words) }
  }

  static let priority = Command(
    .priority, [.one(.ticket), .one(.priority)], [.reason]
  ) { invocation throws(Trouble) in
    let word = invocation.arguments.operands[1]
    let priority = Priority.allCases.first { Folding.fold($0.name) == Folding.fold(word) }
    if priority == nil, Folding.fold(word) != "auto" {
      let names = Priority.allCases.map(\.name) + ["auto"]
      throw Trouble(
        .usage,
        invocation.words.badChoice(
          invocation.words.operand(.priority), word, allowed: names, near: Nearest.name(to: word, among: names)))
    }
    try invocation.one { _ throws(Trouble) in .prioritise(priority, reason: try invocation.need(.reason)) }
  }

  static let plan = Command(.plan, [.one(.ticket)], [.start, .chosenBy]) { invocation throws(Trouble) in
    guard let start = try invocation.moment(.start) else { throw invocation.missing(.start) }
    let chosenBy = try invocation.choice(.chosenBy, as: ChosenBy.self) ?? .us
    try invocation.one { _ throws(Trouble) in .plan(start: start, chosenBy: chosenBy) }
  }

  static let ask = Command(.ask, [.one(.ticket)], [.reason, .until, .body]) { invocation throws(Trouble) in
    let reason = try invocation.waitReason(for: .user) ?? .information
    guard let until = try invocation.moment(.until) else { throw invocation.missing(.until) }
    try invocation.speak { letter in .ask(letter, reason: reason, until: until) }
  }

  static let hold = Command(.hold, [.one(.ticket)], [.party, .reason, .until]) { invocation throws(Trouble) in
    guard let reason = try invocation.waitReason(for: .third) else { throw invocation.missing(.reason) }
    guard let until = try invocation.moment(.until) else { throw invocation.missing(.until) }
    let party = try invocation.need(.party)
    try invocation.one { _ throws(Trouble) in .hold(party: party, reason: reason, until: until) }
  }

  static let resume = Command(.resume, [.many(.ticket)]) { invocation throws(Trouble) in
    try invocation.each { _ throws(Trouble) in .resume(.agent) }
  }

  static let reply = Command(.reply, [.one(.ticket)], [.body, .template, .children]) { invocation throws(Trouble) in
    try invocation.speak { .reply($0) }
  }

  static let note = Command(.note, [.one(.ticket)], [.body, .private]) { invocation throws(Trouble) in
    let session = try invocation.session()
    let id = try invocation.ticket(invocation.arguments.operands[0], session)
    let note = Note(
      Body(try invocation.text(name: "note.txt")), visibility: invocation.arguments.has(.private) ? .restricted : .team)
    try invocation.act(.note(note), on: id, session)
  }

  private static let handoffOptions: [CommandOption] = [.symptom, .tried, .hypothesis, .needed, .evidence]

  static let escalate = Command(
    .escalate, [.one(.ticket), .maybe(.level)], handoffOptions + [.to, .breakGlass]
  ) { invocation throws(Trouble) in
    let session = try invocation.session()
    let id = try invocation.ticket(invocation.arguments.operands[0], session)
    let level: Level
    if invocation.arguments.operands.count > 1 {
      level = try invocation.choice(invocation.arguments.operands[1], invocation.words.operand(.level))
    } else {
      do throws(JournalError) {
        level = try session.read(id).ticket.level.next
      } catch { throw Trouble(error, on: id, invocation.words) }
    }
    let handoff = invocation.arguments.has(.breakGlass) ? nil : invocation.handoff()
    try invocation.act(.escalate(to: level, handoff: handoff, target: invocation.arguments.one(.to)), on: id, session)
  }

  static let handoff = Command(.handoff, [.one(.ticket)], handoffOptions) { invocation throws(Trouble) in
    try invocation.one { _ throws(Trouble) in .completeHandoff(invocation.handoff()) }
  }

  static let giveBack = Command(
    .return, [.one(.ticket), .one(.level)], [.reason]
  ) { invocation throws(Trouble) in
    let level: Level = try invocation.choice(invocation.arguments.operands[1], invocation.words.operand(.level))
    try invocation.one { _ throws(Trouble) in .return(to: level, reason: try invocation.need(.reason)) }
  }

  static let resolve = Command(
    .resolve, [.one(.ticket)],
    [
      .code, .summary, .cause, .message, .byPhone, .kb, .children, .kind, .gravity, .impact, .category, .anyway,
    ]
  ) { invocation throws(Trouble) in
    let session = try invocation.session()
    let id = try invocation.ticket(invocation.arguments.operands[0], session)
    guard let code = try invocation.choice(.code, as: ResolutionCode.self) else { throw invocation.missing(.code) }
    let message = try invocation.optionalText(.message)
    let resolution = Resolution(
      code: code, summary: invocation.arguments.one(.summary) ?? "", rootCause: invocation.arguments.one(.cause),
      told: invocation.arguments.has(.byPhone) ? .phone : .message, knowledge: try invocation.knowledge())
    let ticket = try invocation.read(id, session)
    let qualification = try invocation.qualification(toResolve: ticket, session)
    let open = ticket.work.openTasks.count
    try invocation.actOnFamily(id, session) { id throws(Trouble) in
      let letter = try message.map { (text: String) throws(Trouble) in try invocation.letter(text, to: id, session) }
      let intent = Intent.resolve(resolution, message: letter)
      if let qualification {
        try invocation.qualify(id, qualification, before: intent, session, isAsked: id == ticket.id)
      }
      return intent
    }
    if invocation.printer.isJSON { return }
    if open > 0 { invocation.printer.line(invocation.words.openTasks(open)) }
    if let article = session.takeDrafted() { invocation.printer.line(invocation.words.articleToReread(article.id)) }
  }

  static let close = Command(.close, [.many(.ticket)], [.cause]) { invocation throws(Trouble) in
    let cause = try invocation.choice(.cause, as: CloseCause.self) ?? .confirmed
    try invocation.each { _ throws(Trouble) in .close(cause) }
  }

  static let reopen = Command(.reopen, [.one(.ticket)], [.reason]) { invocation throws(Trouble) in
    try invocation.one { _ throws(Trouble) in .reopen(.agent, reason: try invocation.need(.reason)) }
  }

  static let cancel = Command(.cancel, [.one(.ticket)], [.reason]) { invocation throws(Trouble) in
    try invocation.one { _ throws(Trouble) in .cancel(reason: try invocation.need(.reason)) }
  }

  static let restore = Command(.restore, [.one(.ticket)], [.reason]) { invocation throws(Trouble) in
    try invocation.one { _ throws(Trouble) in .restore(reason: try invocation.need(.reason)) }
  }

  static let spam = Command(.spam, [.many(.ticket)], [.remove]) { invocation throws(Trouble) in
    try invocation.each { arguments throws(Trouble) in arguments.has(.remove) ? .unspam : .spam }
  }

  static let tag = Command(.tag, [.one(.ticket), .one(.tag)], [.remove]) { invocation throws(Trouble) in
    let tag = invocation.arguments.operands[1]
    if !invocation.arguments.has(.remove) { try invocation.checkTags([tag]) }
    try invocation.one { arguments throws(Trouble) in arguments.has(.remove) ? .untag(tag) : .tag(tag) }
  }

  static let link = Command(
    .link, [.one(.ticket), .one(.relation), .one(.target)], [.remove]
  ) { invocation throws(Trouble) in
    let session = try invocation.session()
    let operands = invocation.arguments.operands
    let id = try invocation.ticket(operands[0], session)
    let relation: Relation = try invocation.choice(operands[1], invocation.words.operand(.relation))
    let link = Link(relation, try invocation.ticket(operands[2], session))
    try invocation.act(invocation.arguments.has(.remove) ? .unlink(link) : .link(link), on: id, session)
  }

  static let watch = Command(.watch, [.one(.ticket), .maybe(.agent)], [.remove]) { invocation throws(Trouble) in
    let session = try invocation.session()
    let id = try invocation.ticket(invocation.arguments.operands[0], session)
    let operands = invocation.arguments.operands
    let login = operands.count > 1 ? operands[1].trimmed : session.me.login
    try invocation.act(invocation.arguments.has(.remove) ? .unwatch(login) : .watch(login), on: id, session)
  }
}

extension Intent {
  /// The same for a ticket under the one it was meant for: what goes to the knowledge base went there with that one.
  fileprivate func under(_ parent: TicketID) -> Intent {
    guard case .resolve(var resolution, let message) = self, resolution.knowledge == .draft else { return self }
    resolution.knowledge = .notReusable("→ \(parent)")
    return .resolve(resolution, message: message)
  }
}

extension Level {
  /// The level above; the last stays.
  fileprivate var next: Level { Level.allCases.first { $0 > self } ?? self }
}

extension Invocation {
  /// One act on the first operand.
  func one(_ intent: (Arguments) throws(Trouble) -> Intent) throws(Trouble) {
    let session = try session()
    try act(try intent(arguments), on: try ticket(arguments.operands[0], session), session)
  }

  /// The same act on each operand. What is refused is said, and the others are done.
  func each(_ intent: (Arguments) throws(Trouble) -> Intent) throws(Trouble) {
    let session = try session()
    var failure: Trouble?
    for word in arguments.operands {
      let id = try ticket(word, session)
      do throws(Trouble) {
        try act(try intent(arguments), on: id, session)
      } catch {
        if arguments.operands.count == 1 { throw error }
        Printer.complain("\(words.name(id, home: session.home)): \(error.words)")
        failure = error
      }
    }
    if let failure { throw Trouble(failure.exit, "") }
  }

  /// An act that says something to the requester.
  func speak(_ intent: (Letter) -> Intent) throws(Trouble) {
    // Which of the two was meant cannot be told once it has been sent.
    if arguments.has(.template), arguments.has(.body) {
      throw Trouble(.usage, words.notTogether("--body", "--template"))
    }
    let session = try session()
    let id = try ticket(arguments.operands[0], session)
    let text = arguments.has(.template) ? "" : try text(name: "message.txt")
    try actOnFamily(id, session) { id throws(Trouble) in
      if let letter = try templateLetter(to: id, session) { return intent(letter) }
      return intent(try letter(text, to: id, session))
    }
  }

  /// The same act on a ticket and, where `--children` asks for it, on each active ticket under it: one result each.
  /// What is refused is said, and the others are done.
  func actOnFamily(
    _ id: TicketID, _ session: Session, _ intent: (TicketID) throws(Trouble) -> Intent
  ) throws(Trouble) {
    let children = arguments.has(.children) ? try read(id, session).children : []
    try act(try intent(id), on: id, session)
    var failure: Trouble?
    for child in children {
      do throws(Trouble) {
        guard try read(child, session).state.isActive else { continue }
        // The article that the parent leaves is one for all of them.
        try act(try intent(child).under(id), on: child, session)
      } catch {
        Printer.complain("\(words.name(child, home: session.home)): \(error.words)")
        failure = error
      }
    }
    if let failure { throw Trouble(failure.exit, "") }
  }

  /// A message to a ticket's requester, on the channel they can be reached by.
  func letter(_ text: String, to id: TicketID, _ session: Session) throws(Trouble) -> Letter {
    do throws(JournalError) {
      let ticket = try session.read(id).ticket
      let address = ticket.requester.email
      // Those whose tickets were merged into it wait for the same answer.
      let merged = ticket.bonds.absorbed.prefix(Limits.recipients - 1).compactMap {
        (try? session.read($0.id))?.ticket.requester.email
      }
      var to = address.map { [$0] } ?? []
      for other in merged where !to.contains(other) { to.append(other) }
      return Letter(
        to: to, subject: "[#\(id)] \(ticket.subject)", body: Body(text),
        channel: address == nil ? .phone : .mail)
    } catch { throw Trouble(error, on: id, words) }
  }

  func handoff() -> Handoff {
    Handoff(
      symptom: arguments.one(.symptom) ?? "", tried: arguments.one(.tried) ?? "",
      hypothesis: arguments.one(.hypothesis) ?? "", needed: arguments.one(.needed) ?? "",
      evidence: arguments.one(.evidence) ?? "")
  }

  /// What the options make of a ticket that is about to be resolved. One that nobody ever qualified has neither category
  /// nor priority, and no report counts it: that is refused, unless it is meant.
  fileprivate func qualification(toResolve ticket: Ticket, _ session: Session) throws(Trouble) -> Qualification? {
    let qualification = try qualification(session, else: ticket.qualification)
    if qualification == nil, !ticket.isQualified, ticket.state.isActive, !arguments.has(.anyway) {
      throw Trouble(.refused, words.resolveUnqualified(words.name(ticket.id, home: session.home)))
    }
    return qualification
  }

  /// Qualifies in the same act: the ticket that was asked for, and those under it that nobody has qualified. Where the
  /// act itself would be refused nothing is recorded.
  fileprivate func qualify(
    _ id: TicketID, _ qualification: Qualification, before intent: Intent, _ session: Session, isAsked: Bool
  ) throws(Trouble) {
    let ticket = try read(id, session)
    if !isAsked, ticket.isQualified { return }
    do throws(Refusal) {
      _ = try Decision(on: ticket, as: session.actor, under: session.rules, at: session.now).decide(intent)
    } catch { throw Trouble(.refused(error), on: id, words) }
    do throws(RecordError) {
      _ = try session.record(.qualify(qualification), on: id)
    } catch { throw Trouble(error, on: id, words) }
  }

  /// `--kb KB-0001`, `--kb draft`, `--kb no:REASON`.
  func knowledge() throws(Trouble) -> KnowledgeDecision {
    let text = try need(.kb)
    if text == "draft" { return .draft }
    if text.hasPrefix("no:") { return .notReusable(String(text.dropFirst(3))) }
    return .linked(text)
  }
}

extension Invocation {
  /// Letters of a word's beginning that say enough.
  private static let fewestOfReason = 4

  /// `--reason` of a wait: by its name in the journal, or as it is shown, of which one word will do.
  fileprivate func waitReason(for who: WaitingFor) throws(Trouble) -> WaitReason? {
    guard let word = arguments.one(.reason) else { return nil }
    let folded = Folding.fold(word.trimmed)
    if let reason = WaitReason.allCases.first(where: { $0.rawValue == folded }) { return reason }
    let fitting = WaitReason.reasons(for: who)
    let named = fitting.filter { (" " + Folding.fold(words.name($0))).contains(" " + folded) }
    if named.count == 1, folded.count >= Invocation.fewestOfReason { return named[0] }
    let names = fitting.map(\.rawValue) + fitting.map { Folding.fold(words.name($0)) }
    throw Trouble(
      .usage,
      words.badChoice(
        "--reason", word, allowed: fitting.map { "\($0.rawValue) (\(words.name($0)))" },
        near: Nearest.name(to: folded, among: names)))
  }
}
