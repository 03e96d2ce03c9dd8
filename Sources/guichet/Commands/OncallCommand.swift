import Console
import Desk
import Journal
import Screen

// `guichet oncall`: who is on call now and in the coming weeks, and who stands in for whom.
extension Command {
  static let oncall = Command(
    .oncall, [Command.Place(operand: .action("ROTA | swap ROTA LOGIN LOGIN"), isOptional: true, repeats: true)],
    [.at, .until, .start, .end, .reason]
  ) { invocation throws(Trouble) in
    let operands = invocation.arguments.operands
    if operands.first == "swap" { return try invocation.swap(Array(operands.dropFirst())) }
    let premises = try Premises(invocation.settings.cabinet, invocation.words)
    invocation.settings.here.shelf = premises.shelf
    let sheet = try DutySheet(invocation, premises)
    if operands.count > 1 {
      throw Trouble(.usage, invocation.words.tooManyOperands(operands[1], usage: "guichet oncall"))
    }
    let rotas = try operands.first.map { (name: String) throws(Trouble) in [try sheet.rota(name)] } ?? sheet.plan.rotas
    let at = try invocation.moment(.at) ?? Clock.now
    let until = try invocation.moment(.until)
    if rotas.isEmpty, !invocation.printer.isJSON { return invocation.printer.line(invocation.words.noRotas) }
    if !operands.isEmpty || until != nil {
      sheet.showCalendar(of: rotas, from: at, to: until ?? at + DutySheet.calendar)
    } else {
      sheet.showNow(rotas, at: at)
    }
    invocation.tellZone(at: at)
    sheet.showFlaws(of: Set(rotas.map(\.name)), from: at)
  }
}

/// The rotas in force beside what was recorded of them.
struct DutySheet {
  let invocation: Invocation
  let plan: DutyPlan
  let directory: Directory
  let book: DutyBook
  let roles: Roles

  /// Seconds of the calendar where no end is said: four weeks.
  static let calendar: Int64 = 4 * 7 * 86_400

  init(_ invocation: Invocation, _ premises: Premises) throws(Trouble) {
    self.invocation = invocation
    (plan, roles) = (premises.cabinet.rules.duty, premises.cabinet.rules.roles)
    directory = premises.directory
    do throws(JournalError) { book = try premises.cabinet.dutyBook() } catch { throw Trouble(error, invocation.words) }
  }

  init(_ invocation: Invocation, _ session: Session) throws(Trouble) {
    self.invocation = invocation
    (plan, roles) = (session.rules.duty, session.rules.roles)
    directory = session.directory
    do throws(JournalError) { book = try session.cabinet.dutyBook() } catch { throw Trouble(error, invocation.words) }
  }

  private var words: Words { invocation.words }
  private var printer: Printer { invocation.printer }
  private var zone: Zone { invocation.settings.zone }

  func rota(_ name: String) throws(Trouble) -> Rota {
    if let rota = plan[name] { return rota }
    let names = plan.rotas.map(\.name)
    throw Trouble(.noInput, words.noRota(name, near: Nearest.name(to: name, among: names), known: names))
  }

  /// The level of the rota that somebody does not hold, who would be called like a member; nil where nothing is against
  /// it.
  func levelNotHeld(by login: String, of rota: Rota) -> Level? {
    guard let level = rota.level, !rota.members.contains(login), let agent = directory.agents[login] else { return nil }
    return roles.mayEnd(level, roles.role(of: agent)) ? nil : level
  }

  func name(_ login: String?) -> String { login.map { directory.agents[$0]?.name ?? $0 } ?? words.nobody }

  private func moment(_ instant: Instant) -> String { words.moment(instant, in: zone, now: Clock.now) }

  // MARK: - Now

  func showNow(_ rotas: [Rota], at: Instant) {
    var rows: [[String]] = []
    for rota in rotas {
      let swaps = book.swaps(of: rota.name)
      let shift = rota.onCall(at: at, swaps)
      let next = shift.map { rota.shift(after: $0, swaps) } ?? rota.coming(from: at, swaps)
      if printer.isJSON {
        printer.json(json(rota, shift, next, at))
        continue
      }
      rows.append([
        rota.name, name(shift?.agent), phone(shift?.agent), shift.map { words.untilThen(moment($0.until)) } ?? "",
        next.map { told($0, after: shift) } ?? "", standingIn(shift),
      ])
    }
    show(rows, first: 4)
  }

  /// Rows in columns where all of them stand whole; else what follows the first columns stands on lines below, since
  /// half an hour of a hand-over tells nobody when it is.
  private func show(_ rows: [[String]], first: Int) {
    guard let width = printer.width else { return printer.table([], rows) }
    let whole = PlainTable.lines(rows, right: 0..<0)
    if whole.allSatisfy({ Width.of($0) <= width }) {
      for line in whole { printer.line(line) }
      return
    }
    for (head, row) in zip(PlainTable.lines(rows.map { Array($0.prefix(first)) }, right: 0..<0), rows) {
      printer.line(Truncate.end(head, width))
      let rest = row.dropFirst(first).filter { !$0.isEmpty }.joined(separator: " · ")
      if rest.isEmpty { continue }
      for line in Wrap.lines(rest, width: max(1, width - DutySheet.indent)) {
        printer.line(String(repeating: " ", count: DutySheet.indent) + line)
      }
    }
  }

  /// Columns before what stands below its row.
  private static let indent = 4

  private func told(_ next: DutyShift, after shift: DutyShift?) -> String {
    words.thenAgent(name(next.agent))
      + (shift?.until == next.from ? "" : " " + words.fromThen(moment(next.from)))
  }

  private func standingIn(_ shift: DutyShift?) -> String {
    shift?.swap.map { words.inPlaceOf(name(shift?.planned), $0.reason) } ?? ""
  }

  private func phone(_ login: String?) -> String { login.flatMap { directory.agents[$0]?.phone } ?? "" }

  private func json(_ rota: Rota, _ shift: DutyShift?, _ next: DutyShift?, _ at: Instant) -> JSON {
    let steps = rota.steps.indices.map { step in
      JSON.object(
        of: ("after", .int(rota.steps[step].after)),
        ("agent", plan.callee(step: step + 2, of: rota, at: at, book).map(JSON.string)))
    }
    return .object(
      of: ("rota", .string(rota.name)), ("level", rota.level.map { .string($0.rawValue) }),
      ("group", rota.group.map(JSON.string)), ("at", .string(at.rfc3339)),
      ("now", shift.map { json($0, isPresent: true) }), ("next", next.map { json($0) }),
      ("pages", rota.pagesText.map(JSON.string)), ("escalation", .array(steps)))
  }

  /// What runs already is told without its beginning.
  private func json(_ shift: DutyShift, isPresent: Bool = false) -> JSON {
    .object(
      of: ("rota", .string(shift.rota)), ("agent", shift.agent.map(JSON.string)),
      ("name", shift.agent.flatMap { directory.agents[$0]?.name }.map(JSON.string)),
      ("phone", shift.agent.flatMap { directory.agents[$0]?.phone }.map(JSON.string)),
      ("from", isPresent ? nil : .string(shift.from.rfc3339)), ("until", .string(shift.until.rfc3339)),
      ("in_place_of", shift.swap == nil ? nil : shift.planned.map(JSON.string)),
      ("reason", shift.swap.map { .string($0.reason) }))
  }

  // MARK: - The coming weeks

  func showCalendar(of rotas: [Rota], from: Instant, to: Instant) {
    var rows: [[String]] = []
    for rota in rotas {
      for shift in rota.shifts(from: from, to: to, book.swaps(of: rota.name)).prefix(DutySheet.most) {
        if printer.isJSON {
          printer.json(json(shift))
        } else {
          rows.append([
            rota.name, words.date(shift.from, in: zone, now: from), words.date(shift.until, in: zone, now: from),
            name(shift.agent), phone(shift.agent), standingIn(shift),
          ])
        }
      }
    }
    show(rows, first: 5)
  }

  /// Shifts of one rota that are shown.
  private static let most = 1000

  /// Holes of the coming weeks.
  func showFlaws(of rotas: Set<String>, from: Instant) {
    let shown = DutyPlan(plan.rotas.filter { rotas.contains($0.name) })
    for (_, flaw) in shown.flaws(beside: directory, book, roles: roles, from: from, seconds: DutyPlan.checked) {
      let text = words.problem(.duty(flaw))
      if printer.isJSON { printer.json(.object(of: ("warning", .string(text)))) } else { printer.line("! " + text) }
    }
  }
}

extension Invocation {
  /// Records that somebody stands in, and says where an earlier record stood.
  fileprivate func swap(_ operands: [String]) throws(Trouble) {
    guard operands.count == 3 else {
      throw Trouble(.usage, words.missingOperand(words.operand(.login), usage: "guichet oncall swap ROTA LOGIN LOGIN"))
    }
    let session = try session()
    let sheet = try DutySheet(self, session)
    let rota = try sheet.rota(operands[0])
    guard let from = try moment(.start) else { throw missing(.start) }
    guard let to = try moment(arguments.has(.end) ? .end : .until) else { throw missing(.end) }
    guard from < to else { throw Trouble(.usage, words.swapNoTime) }
    let before = sheet.book.swaps(of: rota.name)
    let isOn = rota.shifts(from: from, to: to, before).contains { $0.agent == operands[1] || $0.planned == operands[1] }
    guard session.directory.agents[operands[1]] == nil || isOn, operands[1] != operands[2] else {
      throw Trouble(.refused, operands[1] == operands[2] ? words.swapSame : words.swapUseless(operands[1], rota.name))
    }
    if let level = sheet.levelNotHeld(by: operands[2], of: rota) {
      throw Trouble(.refused, words.swapBelow(sheet.name(operands[2]), rota: rota.name, level: level))
    }
    let swap = DutySwap(
      rota: rota.name, whom: operands[1], by: operands[2], from: from, to: to, reason: try need(.reason))
    var earlier: [DutySwap] = []
    var stands = false
    do throws(RecordError) {
      try session.need(.work, .assign)
      try session.cabinet.recordDuty(as: session.actor, at: session.now) { book throws(Refusal) in
        for login in [swap.whom, swap.by] {
          guard let agent = session.directory.agents[login] else { throw .noSuchAgent(login) }
          if login == swap.by, !agent.active { throw .agentInactive(login) }
        }
        let swaps = book.swaps(of: rota.name)
        earlier = swaps.filter { $0.overlaps(swap) }
        stands = swap.stands(in: swaps)
        if stands { return [] }
        return [.swapped(swap)]
      }
    } catch { throw Trouble(error, on: nil, words) }
    if printer.isJSON { return printer.json(swap.json) }
    let now = Clock.now
    func said(_ instant: Instant) -> String { words.date(instant, in: settings.zone, now: now) }
    if stands { return printer.line(words.swapStands(swap, from: said(from), to: said(to))) }
    printer.line(words.swapRecorded(swap, from: said(from), to: said(to)))
    tellZone(at: from)
    if !rota.takes(swap.by, in: session.directory), let group = rota.group {
      printer.line(words.swapOutsider(sheet.name(swap.by), group: session.directory.groups[group]?.name ?? group))
    }
    for other in earlier { printer.line(words.swapOverlaps(other, from: said(other.from), to: said(other.to))) }
  }
}
