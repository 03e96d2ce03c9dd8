import Console
import Desk
import Glibc
import Journal
import Screen

// Making a cabinet; who keeps its ledger.
extension Command {
  static let initialise = Command(.`init`, [], [.site, .name, .level]) { invocation throws(Trouble) in
    let path = invocation.settings.cabinet
    let site = invocation.arguments.one(.site) ?? "GUI"
    guard TicketID.isSiteCode(site) else { throw Trouble(.usage, invocation.words.badSiteCode(site)) }
    if let parent = path.lastIndex(of: "/"), parent > path.startIndex { Paths.makeFolder(String(path[..<parent])) }
    let account = invocation.start.account
    let login = invocation.global.agent ?? account
    guard invocation.isPlain(login) else { throw Trouble(.usage, invocation.words.badLogin(login)) }
    let profile = try invocation.choice(.level, as: Profile.self) ?? .manager
    let agent = Agent(
      login: login, account: account, name: invocation.arguments.one(.name) ?? login, profile: profile)
    do throws(JournalError) {
      let cabinet = try Cabinet.create(at: path, site: site)
      let actor = Actor(name: login, profile: .admin, via: .cli)
      try cabinet.recordLedger([.agent(agent)], as: actor, at: Clock.now)
    } catch { throw Trouble(error, invocation.words) }
    invocation.printer.line(invocation.words.madeCabinet(path, agent: login))
  }
}

extension Invocation {
  func ledger() throws(Trouble) -> (Cabinet, Directory) {
    do throws(JournalError) {
      let cabinet = try Cabinet(opening: settings.cabinet)
      return (cabinet, try cabinet.directory())
    } catch { throw Trouble(error, words) }
  }

  /// What the action is to be done to.
  func operand(_ operand: Operand) throws(Trouble) -> String {
    guard arguments.operands.count > 1 else {
      let usage: [String?] = ["guichet", arguments.command?.rawValue, arguments.operands.first, words.operand(operand)]
      throw Trouble(
        .usage, words.missingOperand(words.operand(operand), usage: usage.compactMap(\.self).joined(separator: " ")))
    }
    return arguments.operands[1]
  }

  /// A login is part of file names and of `@login` in filters.
  func isPlain(_ login: String) -> Bool {
    (1...32).contains(login.utf8.count)
      && login.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || [45, 46, 95].contains($0) }
      && login.first != "."
  }

  /// The account that owns the cabinet, or an administrator, keeps the ledger. Behind a forced command the account
  /// is everybody's: there only the agent counts, and so does one that is named with `--as`.
  func keeper(_ cabinet: Cabinet, _ directory: Directory) throws(Trouble) -> Actor {
    let roles = RuleShelf(directory, cabinet.configShelf).roles
    if !settings.isRestricted, let asked = global.agent {
      let who = try Who.find(
        account: start.account, uid: start.uid, asked: asked, directory: directory, cabinet: cabinet.root,
        roles: { roles }, words)
      if who.account != nil {
        guard roles.may(.configure, roles.role(of: who.agent)) else {
          throw Trouble(.noPermission, words.mayNotConfigure(asked))
        }
        return who.actor(via: .cli)
      }
    }
    let own =
      settings.isRestricted ? global.agent.flatMap { directory.agents[$0] } : directory.agent(account: start.account)
    let owns = !settings.isRestricted && Who.owns(cabinet.root, start.uid)
    guard owns || (own.map { $0.active && roles.may(.configure, roles.role(of: $0)) } == true) else {
      throw Trouble(.noPermission, words.mayNotConfigure(own?.login ?? start.account))
    }
    return Actor(name: own?.login ?? start.account, profile: .admin, via: .cli)
  }

  /// Records what is now so.
  func record(_ facts: [LedgerFact], _ cabinet: Cabinet, _ directory: Directory) throws(Trouble) {
    let actor = try keeper(cabinet, directory)
    let moves = PromiseMoves(facts, from: directory)
    do throws(JournalError) {
      try cabinet.recordLedger(facts, as: actor, at: Clock.now)
    } catch { throw Trouble(error, words) }
    if moves.isEmpty { return }
    // Under the rules as the ledger has them now. It is recorded: where the rows cannot be told of it, they have it from
    // the next events of their tickets.
    try? Premises(settings.cabinet, words).index().renew(moves.concern)
  }

  func show(_ rows: [(json: JSON, cells: [String])]) {
    if printer.isJSON {
      for row in rows { printer.json(row.json) }
      return
    }
    let count = rows.map(\.cells.count).max() ?? 0
    printer.table((0..<count).map { .flexible($0, least: 3, most: $0 == count - 1 ? .max : 24) }, rows.map(\.cells))
  }
}
