import Console
import Desk
import Journal

// What was done: time, tasks, remote sessions, checklists.
extension Command {
  static let time = Command(
    .time, [.one(.ticket), .one(.duration)], [.activity, .notBillable, .contract, .done, .correct, .reason]
  ) { invocation throws(Trouble) in
    let minutes = try invocation.minutes(invocation.arguments.operands[1])
    if let word = invocation.arguments.one(.correct) {
      let reason = try invocation.need(.reason)
      return try invocation.one(of: word, among: { $0.work.times.map(\.event) }) { event, _ in
        .correctTime(event: event, minutes: minutes, reason: reason)
      }
    }
    let time = WorkTime(
      minutes: minutes, activity: try invocation.choice(.activity, as: Activity.self) ?? .other,
      isBillable: !invocation.arguments.has(.notBillable), contract: invocation.arguments.one(.contract),
      doneAt: try invocation.moment(.done, looking: .back))
    let session = try invocation.session()
    let id = try invocation.ticket(invocation.arguments.operands[0], session)
    invocation.warn(of: time, on: id, session)
    try invocation.act(.logTime(time), on: id, session)
  }

  static let task = Command(
    .task, [.one(.ticket), .maybe(.words)], [.type, .to, .start, .end, .place, .travel, .done, .outcome]
  ) { invocation throws(Trouble) in
    if let word = invocation.arguments.one(.done) {
      let outcome = try invocation.need(.outcome)
      return try invocation.one(of: word, among: { $0.work.tasks.map(\.event) }) { event, _ in
        .finishTask(event: event, outcome: outcome)
      }
    }
    let task = WorkTask(
      invocation.arguments.operands.count > 1 ? invocation.arguments.operands[1].trimmed : "",
      kind: try invocation.choice(.type, as: TaskKind.self) ?? .other, assignee: invocation.arguments.one(.to),
      start: try invocation.moment(.start), end: try invocation.moment(.end), place: invocation.arguments.one(.place),
      travel: try invocation.arguments.one(.travel).map { (text: String) throws(Trouble) in try invocation.minutes(text)
      }
        ?? 0)
    try invocation.one { _ throws(Trouble) in .addTask(task) }
  }

  static let remote = Command(
    .remote, [.one(.ticket)], [.tool, .start, .end, .consent]
  ) { invocation throws(Trouble) in
    guard let start = try invocation.moment(.start, looking: .back) else { throw invocation.missing(.start) }
    let session = RemoteSession(
      tool: try invocation.need(.tool), start: start, end: try invocation.moment(.end, looking: .back) ?? Clock.now,
      consent: try invocation.need(.consent))
    try invocation.one { _ throws(Trouble) in .recordSession(session) }
  }

  static let checklist = Command(
    .checklist, [.one(.ticket), .maybe(.name)], [.item, .tick, .untick]
  ) { invocation throws(Trouble) in
    let session = try invocation.session()
    let id = try invocation.ticket(invocation.arguments.operands[0], session)
    guard invocation.arguments.operands.count > 1 else { return try invocation.showChecklists(of: id, session) }
    let name = invocation.arguments.operands[1].trimmed
    let items = invocation.arguments.all(.item).map(\.trimmed)
    if !items.isEmpty { return try invocation.act(.applyChecklist(name: name, items: items), on: id, session) }
    // Of two lists of one name the latest is meant; where the ticket has none, the desk may have one of that name.
    func isNamed(_ list: String) -> Bool { Folding.fold(list) == Folding.fold(name) }
    let hasNone = try !invocation.read(id, session).work.checklists.contains { isNamed($0.name) }
    if hasNone, let template = session.checklists.first(where: { $0.isNamed(name) }) {
      return try invocation.act(.applyChecklist(name: template.name, items: template.items), on: id, session)
    }
    let lists = try invocation.read(id, session).work.checklists
    guard let list = lists.last(where: { isNamed($0.name) }) else {
      throw invocation.noChecklist(name, among: lists.map(\.name) + session.checklists.map(\.name))
    }
    let marks =
      try invocation.numbers(.tick).map { ($0, true) } + (try invocation.numbers(.untick).map { ($0, false) })
    for (item, isDone) in marks {
      try invocation.act(.tick(event: list.event, item: item, isDone: isDone), on: id, session)
    }
    if marks.isEmpty { invocation.show(list) }
  }
}

extension Invocation {
  /// Names are looked for without case and accents.
  fileprivate func noChecklist(_ name: String, among names: [String]) -> Trouble {
    let near = Nearest.name(to: Folding.fold(name), among: names.map { Folding.fold($0) })
    let meant = names.first { Folding.fold($0) == near }
    let known = Array(Set(names)).sorted()
    return Trouble(
      .refused,
      words.noSuch(.checklist, name, near: meant) + (meant == nil ? words.checklistsThereAre(known) : ""))
  }

  func minutes(_ text: String) throws(Trouble) -> Int {
    guard let minutes = Minutes.read(text) else { throw Trouble(.usage, words.badMinutes(text)) }
    return minutes
  }

  func numbers(_ option: CommandOption) throws(Trouble) -> [Int] {
    var numbers: [Int] = []
    for value in arguments.all(option) {
      guard let number = Int(value) else { throw Trouble(.usage, words.badNumber("--" + option.rawValue, value)) }
      numbers.append(number)
    }
    return numbers
  }

  func read(_ id: TicketID, _ session: Session) throws(Trouble) -> Ticket {
    do throws(JournalError) { return try session.read(id).ticket } catch { throw Trouble(error, on: id, words) }
  }

  /// One act on something that an earlier event of the ticket brought: named by its place, or by that event.
  fileprivate func one(
    of word: String, among events: (Ticket) -> [String], _ intent: (String, Ticket) -> Intent
  ) throws(Trouble) {
    let session = try session()
    let id = try ticket(arguments.operands[0], session)
    let ticket = try read(id, session)
    guard let event = events(ticket).numbered(word) else { throw Trouble(.refused, words.noSuchEvent(word)) }
    try act(intent(event, ticket), on: id, session)
  }

  /// The lists a ticket has, and those of the desk that could be laid on it.
  fileprivate func showChecklists(of id: TicketID, _ session: Session) throws(Trouble) {
    if arguments.has(.item) || arguments.has(.tick) || arguments.has(.untick) {
      throw Trouble(
        .usage,
        words.missingOperand(words.operand(.name), usage: CommandTable.command(.checklist).usage(words)))
    }
    let laid = try read(id, session).work.checklists
    let others = session.checklists.filter { template in !laid.contains { template.isNamed($0.name) } }
    if printer.isJSON {
      for list in laid { printer.json(list.json) }
      for list in others {
        printer.json(.object(of: ("name", .string(list.name)), ("available", .array(list.items.map(JSON.string)))))
      }
      return
    }
    for list in laid { printer.line("\(list.name)  \(words.progress(of: list))") }
    for list in others { printer.line("\(list.name)  \(words.toBeLaid(list.items.count))") }
    if laid.isEmpty, others.isEmpty { printer.line(words.noChecklists) }
  }

  fileprivate func show(_ list: Checklist) {
    if printer.isJSON { return printer.json(list.json) }
    printer.line("\(list.name)  \(words.progress(of: list))")
    for (place, item) in list.items.enumerated() {
      printer.line(
        "\(place + 1). [\(item.doneBy == nil ? " " : "x")] \(item.text)" + (item.doneBy.map { "  " + $0 } ?? ""))
    }
  }
}
