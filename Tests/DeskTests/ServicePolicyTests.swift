import Desk
import Testing

@Suite struct ServicePolicyTests {
  private static func policy(_ name: String, _ conditions: ServiceConditions) -> ServicePolicy {
    ServicePolicy(name: name, conditions: conditions, calendar: Calendars.bureau, goals: [.resolve: 3600])
  }

  private static let desk = ServicePolicies(
    [
      policy("gold", ServiceConditions(contracts: ["C-GOLD"])),
      policy("vip", ServiceConditions(priorities: [.p3, .p4], isVIP: true)),
      policy("network", ServiceConditions(kinds: [.incident], categories: ["Réseau"], customers: ["acme", "zeta"])),
      policy("vpn", ServiceConditions(kinds: [.incident], categories: ["Réseau/VPN"], customers: ["acme"])),
      policy("requests", ServiceConditions(kinds: [.request, .advice])),
    ], office: Calendars.bureau)

  @Test(arguments: [
    ("a contract", ServiceSubject(contract: "C-GOLD"), "gold"),
    ("the first that matches", ServiceSubject(contract: "C-GOLD", kind: .request, isVIP: true), "gold"),
    ("another contract", ServiceSubject(contract: "C-1"), "standard-p3"),
    ("a VIP", ServiceSubject(priority: .p4, isVIP: true), "vip"),
    ("a VIP in a hurry", ServiceSubject(priority: .p1, isVIP: true), "standard-p1"),
    ("a category and below", ServiceSubject(category: "Réseau/VPN/Client", customer: "acme"), "network"),
    ("the category itself", ServiceSubject(category: "Réseau", customer: "zeta"), "network"),
    ("a category that only begins alike", ServiceSubject(category: "Réseaux", customer: "acme"), "standard-p3"),
    ("another customer", ServiceSubject(category: "Réseau", customer: "beta"), "standard-p3"),
    ("no customer", ServiceSubject(category: "Réseau"), "standard-p3"),
    ("a kind", ServiceSubject(kind: .advice, priority: .p5), "requests"),
    ("nothing of its own", ServiceSubject(priority: .p0), "standard-p1"),
  ])
  func `the first match is a ticket's policy`(_ name: String, _ subject: ServiceSubject, _ expected: String) {
    #expect(Self.desk.policy(for: subject).name == expected)
    #expect(Self.desk.candidates(for: subject).contains { $0.name == expected })
  }

  @Test func `every ticket has a policy`() {
    for priority in Priority.allCases {
      for kind in Kind.allCases {
        let policy = Self.desk.policy(for: ServiceSubject(kind: kind, priority: priority))
        #expect(policy.goals[.resolve] != nil)
      }
    }
  }

  @Test func `a policy that no ticket can match is told with the one before it`() {
    // VPN lies under the network, and acme among its customers.
    #expect(Self.desk.unreachable.map { [$0.policy, $0.by] } == [[3, 2]])
    let all = ServicePolicies(
      [Self.policy("all", ServiceConditions()), Self.policy("p1", ServiceConditions(priorities: [.p1]))],
      office: Calendars.bureau)
    #expect(all.unreachable.map { [$0.policy, $0.by] } == [[1, 0]])
    #expect(ServicePolicies(office: Calendars.bureau).unreachable.isEmpty)
  }

  @Test func `goals and percentages that cannot be are left out`() {
    let policy = ServicePolicy(
      name: "odd", calendar: Calendars.bureau, goals: [.resolve: 0, .update: -1, .acknowledge: .max, .uc: 60],
      levelGoals: [.n2: 0, .n3: 60], warnings: [150, 75, 75, 0, -5, 5000])
    #expect(policy.goals == [.uc: 60])
    #expect(policy.levelGoals == [.n3: 60])
    #expect(policy.warnings == [75, 150])
  }
}
