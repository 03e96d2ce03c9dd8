import Console
import Desk
import Glibc
import Journal

/// Who is at the keyboard: the Unix account, and the agent it acts as. Both are recorded where they differ.
package struct Who {
  package let agent: Agent
  /// The account, where it is not the agent's own.
  package let account: String?

  func actor(via: Via) -> Actor { Actor(name: agent.login, profile: agent.profile, account: account, via: via) }

  /// The agent of an account. `--as` is honoured for the account that owns the cabinet (agents then come in by SSH,
  /// each with a forced command) and for an agent who may act for others.
  package static func find(
    account: String, uid: uid_t, asked: String?, directory: Directory, cabinet: String,
    roles: () -> Roles = { Roles() }, _ words: Words
  ) throws(Trouble) -> Who {
    let own = directory.agent(account: account)
    guard let asked, asked != own?.login else {
      guard let own else { throw Trouble(.noPermission, words.unknownAccount(account)) }
      guard own.active else { throw Trouble(.noPermission, words.commandRefusal(.agentInactive(own.login))) }
      return Who(agent: own, account: nil)
    }
    func mayAct(_ own: Agent) -> Bool {
      let roles = roles()
      return own.active && roles.may(.actForOthers, roles.role(of: own))
    }
    guard owns(cabinet, uid) || own.map(mayAct) == true else {
      throw Trouble(.noPermission, words.mayNotActAs(asked, account: account))
    }
    guard let agent = directory.agents[asked] else {
      throw Trouble(.noPermission, words.commandRefusal(.noSuchAgent(asked)))
    }
    guard agent.active else { throw Trouble(.noPermission, words.commandRefusal(.agentInactive(asked))) }
    return Who(agent: agent, account: agent.account == account ? nil : account)
  }

  /// Whether an account owns the cabinet: it could write anything there by hand, so it may name who acts.
  static func owns(_ cabinet: String, _ uid: uid_t) -> Bool {
    var status = stat()
    return stat(cabinet + "/guichet.json", &status) == 0 && status.st_uid == uid
  }
}
