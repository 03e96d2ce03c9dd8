import Console
import Desk
import Glibc
import Journal
import Kit
import Testing
import guichet

/// Who may act, and in whose name.
@Suite struct WhoTests {
  private static let directory: Directory = {
    var directory = Directory()
    directory.apply(.agent(Agent(login: "lea", account: "lmorin", name: "Léa", profile: .n1)))
    directory.apply(.agent(Agent(login: "bob", name: "Bob", profile: .n2)))
    directory.apply(.agent(Agent(login: "chef", name: "Chef", profile: .manager)))
    directory.apply(.agent(Agent(login: "old", name: "Old", profile: .n1, active: false)))
    return directory
  }()

  /// The account, `--as`, whether the account owns the cabinet; the agent and the account recorded, nil for refused.
  private static let table: [(account: String, asked: String?, owns: Bool, agent: String?, recorded: String?)] = [
    ("lmorin", nil, false, "lea", nil),
    ("bob", nil, false, "bob", nil),
    ("bob", "bob", false, "bob", nil),
    ("lea", nil, false, nil, nil),
    ("old", nil, false, nil, nil),
    ("bob", "lea", false, nil, nil),
    ("chef", "lea", false, "lea", "chef"),
    ("desk", nil, true, nil, nil),
    ("desk", "bob", true, "bob", "desk"),
    ("desk", "zoe", true, nil, nil),
    ("desk", "old", true, nil, nil),
    ("lmorin", "lea", true, "lea", nil),
  ]

  @Test(arguments: table.indices)
  func accountsAndAgents(row: Int) {
    let (account, asked, owns, agent, recorded) = WhoTests.table[row]
    let bench = Bench()
    bench.furnish()
    let who = try? Who.find(
      account: account, uid: owns ? getuid() : getuid() + 1, asked: asked, directory: WhoTests.directory,
      cabinet: bench.cabinet, Words(.english))
    #expect(who?.agent.login == agent && who?.account == recorded, "\(account) as \(asked ?? "-")")
  }
}
