import Desk
import Kit
import Testing

/// Which promise a ticket has, and in whose hours: its contract's word comes before the desk's.
@Suite struct TicketPolicyTests {
  /// A P3 incident of a customer, under contracts and the desk's own policies.
  private static func name(
    contracts: [Contract], linked: String? = nil, customer: String? = "zed", policies: [ServicePolicy] = []
  ) -> String {
    var rules = TestDesk.rules
    rules.calendar = Calendars.bureau
    rules.policies = ServicePolicies(policies, office: Calendars.bureau)
    rules.calendars = ["bureau": Calendars.bureau, "24/7": .always]
    for contract in contracts { rules.directory.apply(.contract(contract)) }
    var life = Life(at: moment("2026-03-09 09:00"), rules: rules, channel: .mail)
    life.record([.qualified(.of(3, 3))], by: TestDesk.actor("amel"))
    let concerned = Fact.concern(.requesterChanged(to: Party(name: "Zoé"), customer: customer, site: nil))
    life.record([concerned], by: TestDesk.actor("amel"))
    if let linked { life.record([.concern(.contractLinked(linked))], by: TestDesk.actor("amel")) }
    let policy = life.ticket.clocks(under: rules).policy
    return policy.name + " " + policy.calendar.name
  }

  private static func contract(
    _ id: String, customer: String? = "zed", calendar: String? = nil, policy: String? = nil, to: Day? = nil
  ) -> Contract {
    Contract(id: id, customer: customer, name: id, to: to, calendar: calendar, policy: policy)
  }

  private static let gold = ServicePolicy(
    name: "gold", conditions: ServiceConditions(contracts: ["other"]), calendar: Calendars.bureau,
    goals: [.resolve: 3600])
  private static let urgent = ServicePolicy(
    name: "urgent", conditions: ServiceConditions(priorities: [.p1]), calendar: .always, goals: [.resolve: 60])
  private static let forZ = ServicePolicy(
    name: "for-z", conditions: ServiceConditions(contracts: ["z"]), calendar: Calendars.bureau, goals: [.resolve: 60])

  @Test(
    arguments: [
      ("no contract", [], nil, [], "standard-p3 bureau"),
      ("linked, with its hours", [contract("z", calendar: "24/7")], "z", [], "standard-p3 24/7"),
      ("its customer's", [contract("z", calendar: "24/7")], nil, [], "standard-p3 24/7"),
      ("of nobody, linked", [contract("z", customer: nil, calendar: "24/7")], "z", [], "standard-p3 24/7"),
      ("of another customer", [contract("z", customer: "acme", calendar: "24/7")], nil, [], "standard-p3 bureau"),
      ("over before", [contract("z", calendar: "24/7", to: Day(iso: "2026-01-31"))], nil, [], "standard-p3 bureau"),
      ("hours nobody defined", [contract("z", calendar: "nuit")], "z", [], "standard-p3 bureau"),
      ("its promise", [contract("z", policy: "gold")], "z", [gold], "gold bureau"),
      ("its promise in its hours", [contract("z", calendar: "24/7", policy: "gold")], nil, [gold], "gold 24/7"),
      ("a promise for others", [contract("z", policy: "urgent")], "z", [urgent], "standard-p3 bureau"),
      ("a promise nobody defined", [contract("z", policy: "platine")], "z", [], "standard-p3 bureau"),
      ("a promise for the contract", [contract("z")], nil, [forZ], "for-z bureau"),
    ] as [(String, [Contract], String?, [ServicePolicy], String)])
  func `a contract's word comes first`(
    _ name: String, _ contracts: [Contract], _ linked: String?, _ policies: [ServicePolicy], _ expected: String
  ) {
    #expect(TicketPolicyTests.name(contracts: contracts, linked: linked, policies: policies) == expected)
  }

  /// Rows are made anew after each word on a contract, and only then.
  @Test func `each word on a contract makes another edition`() {
    var directory = Directory()
    let none = directory.contractEdition
    directory.apply(.customer(Customer(id: "zed", name: "Zed")))
    #expect(directory.contractEdition == none)
    directory.apply(.contract(Self.contract("z")))
    let one = directory.contractEdition
    directory.apply(.contract(Self.contract("z", calendar: "24/7")))
    #expect(one != none && directory.contractEdition != one)
  }
}
