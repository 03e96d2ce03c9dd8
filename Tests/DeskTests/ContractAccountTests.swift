import Desk
import Testing

/// What is left of a contract, what a ticket drew, and the warning before the minute that overspends.
@Suite struct ContractAccountTests {
  private static let start = Instant(rfc3339: "2026-03-02T08:00:00Z") ?? Instant(ms: 0)
  private static let lyon = TicketID(site: "LYO", number: 1)
  private static let paris = TicketID(site: "LYO", number: 2)

  private static func credit(_ minutes: Int, after days: Int64, isCorrection: Bool = false) -> ContractCredit {
    ContractCredit(
      ContractEntry(contract: "k", minutes: minutes, reason: "r"), isCorrection: isCorrection, event: "e\(days)",
      recordedAt: start + days * 86_400, by: "a")
  }

  private static func debit(_ minutes: Int, after days: Int64, on ticket: TicketID = lyon) -> Debit {
    Debit(
      ticket: ticket, event: "d\(days)", at: start + days * 86_400, by: "a", minutes: minutes, activity: .repair,
      contract: "k")
  }

  private static let account = ContractAccount(
    Contract(id: "k", name: "Or", dayMinutes: 480),
    credits: [credit(600, after: 0), credit(-120, after: 4, isCorrection: true)],
    debits: [debit(60, after: 1), debit(90, after: 3, on: paris), debit(30, after: 5)])

  /// Days after the start, and what was left then.
  @Test(arguments: [(-1, 0), (0, 600), (1, 540), (2, 540), (3, 450), (4, 330), (5, 300), (900, 300)])
  func balanceAtAnyInstant(days: Int64, left: Int) {
    #expect(ContractAccountTests.account.balance(at: ContractAccountTests.start + days * 86_400).left == left)
  }

  @Test func balanceNow() {
    let balance = ContractAccountTests.account.balance()
    #expect(balance == ContractBalance(credited: 480, drawn: 180, dayMinutes: 480))
    #expect(balance.share == 37)
    #expect(balance.tenthsOfDays(balance.left) == 6)
    #expect(ContractAccountTests.account.drawn(by: ContractAccountTests.lyon) == 90)
    #expect(ContractAccountTests.account.drawn(by: ContractAccountTests.paris) == 90)
  }

  /// Minutes, the warning they reach, the minutes that would not be paid.
  @Test(arguments: [(0, nil, 0), (203, nil, 0), (204, 80, 0), (299, 80, 0), (300, 100, 0), (301, 100, 1)])
  func warnsBeforeTheMinuteThatOverspends(minutes: Int, passes: Int?, excess: Int) {
    let allowance = ContractAccountTests.account.allows(minutes)
    #expect(allowance.passes == passes)
    #expect(allowance.excess == excess)
    #expect(allowance.overspends == (excess > 0))
  }

  /// Corrections alone are credits too, below nothing.
  @Test(arguments: [-120, 0])
  func ofLessThanNothingEveryMinuteIsWarnedOf(minutes: Int) {
    let account = ContractAccount(
      Contract(id: "k", name: "k"), credits: [ContractAccountTests.credit(minutes, after: 0, isCorrection: true)],
      debits: [ContractAccountTests.debit(30, after: 1)])
    #expect(account.allows(60).overspends && account.allows(60).isOverspent)
    #expect(account.allows(60).excess == 90 - minutes)
  }

  @Test func withoutCreditNothingIsWarnedOf() {
    let account = ContractAccount(Contract(id: "k", name: "k"), credits: [], debits: [])
    #expect(account.allows(1000).passes == nil && !account.allows(1000).overspends)
  }

  /// Numbers that no desk has do not end the program.
  @Test func hugeNumbersAreKeptWithinReach() {
    let credits = (0..<40).map { ContractAccountTests.credit(.max, after: $0) }
    let debits = (0..<40).map { ContractAccountTests.debit(.max, after: $0) }
    let account = ContractAccount(Contract(id: "k", name: "k", dayMinutes: 0), credits: credits, debits: debits)
    #expect(account.balance().share > 0)
    _ = account.allows(.max)
    _ = account.balance().tenthsOfDays(.max)
    _ = account.allows(.min).excess
  }

  /// The sum of what tickets drew is what the contract lost, whatever the order.
  @Test func drawnByTicketsAddsUp() {
    let account = ContractAccountTests.account
    let byTicket = [ContractAccountTests.lyon, ContractAccountTests.paris].map { account.drawn(by: $0) }
    #expect(byTicket.reduce(0, +) == account.balance().drawn)
    let other = ContractAccount(
      account.contract, credits: account.credits.reversed(), debits: account.debits.reversed())
    #expect(other == account)
  }
}

/// What the entries of a thread draw.
@Suite struct DebitTests {
  private static let id = TicketID(site: "LYO", number: 7)
  private static let at = Instant(rfc3339: "2026-03-02T08:00:00Z") ?? Instant(ms: 0)

  private static func entry(_ event: String, _ fact: Fact) -> Entry {
    let ticket = Ticket.fold(
      id, [TicketEvent(id: event, site: "LYO", n: 1, lamport: 1, at: at, by: "bob", fact: fact)], under: Rules())
    return ticket.entries[0]
  }

  private static func time(_ event: String, _ minutes: Int, billable: Bool = true, contract: String? = nil) -> Entry {
    entry(
      event,
      .work(.timeLogged(WorkTime(minutes: minutes, activity: .repair, isBillable: billable, contract: contract))))
  }

  private static func correction(_ event: String, _ minutes: Int) -> Entry {
    entry("c" + event, .work(.timeCorrected(event: event, minutes: minutes, reason: "r")))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var entries: [Entry]
    /// Minutes and contract of each debit.
    var drawn: [String]
  }

  static let cases = [
    Case(testDescription: "nothing logged", entries: [], drawn: []),
    Case(testDescription: "logged", entries: [time("a", 30), time("b", 15)], drawn: ["30 -", "15 -"]),
    Case(testDescription: "not billable", entries: [time("a", 30, billable: false)], drawn: []),
    Case(testDescription: "corrected", entries: [time("a", 30), correction("a", 20)], drawn: ["20 -"]),
    Case(
      testDescription: "corrected twice", entries: [time("a", 30), correction("a", 20), correction("a", 25)],
      drawn: ["25 -"]),
    Case(testDescription: "corrected away", entries: [time("a", 30), correction("a", 0)], drawn: []),
    Case(testDescription: "corrects nothing", entries: [correction("x", 20)], drawn: []),
    Case(testDescription: "less than nothing", entries: [time("a", -30)], drawn: []),
    Case(
      testDescription: "linked later", entries: [time("a", 30), entry("l", .concern(.contractLinked("k")))],
      drawn: ["30 k"]),
    Case(
      testDescription: "its own contract",
      entries: [time("a", 30, contract: "m"), entry("l", .concern(.contractLinked("k")))],
      drawn: ["30 m"]),
    Case(testDescription: "beyond reach", entries: [time("a", .max)], drawn: ["1000000000 -"]),
  ]

  @Test(arguments: cases) func draws(_ one: Case) {
    let debits = Debit.of(DebitTests.id, one.entries, customer: "c")
    #expect(debits.map { "\($0.minutes) \($0.contract ?? "-")" } == one.drawn)
    #expect(debits.allSatisfy { $0.customer == "c" && $0.by == "bob" && $0.ticket == DebitTests.id })
  }

  /// Which contract of a customer pays, by the day of the work.
  @Test(arguments: [("2026-03-02", "k"), ("2027-03-02", "l"), ("2025-03-02", "-")])
  func theContractOfTheDayPays(day: String, payer: String) throws {
    var directory = Directory()
    directory.apply(.customer(Customer(id: "c", name: "C")))
    directory.apply(
      .contract(Contract(id: "k", customer: "c", name: "K", from: Day(2026, 1, 1), to: Day(2026, 12, 31))))
    directory.apply(.contract(Contract(id: "l", customer: "c", name: "L", from: Day(2027, 1, 1))))
    let at = try #require(Instant(rfc3339: day + "T12:00:00Z"))
    let debit = Debit(
      ticket: DebitTests.id, event: "e", at: at, by: "bob", minutes: 5, activity: .repair, customer: "c")
    #expect((directory.contract(paying: debit, .utc)?.id ?? "-") == payer)
  }
}

/// Whether a contract covers a ticket, and why not.
@Suite struct ScopeTests {
  private static let directory: Directory = {
    var directory = Directory()
    directory.apply(.customer(Customer(id: "c", name: "C", contracts: ["k"])))
    directory.apply(.customer(Customer(id: "free", name: "Free")))
    directory.apply(
      .contract(
        Contract(
          id: "k", customer: "c", name: "K", from: Day(2026, 1, 1), to: Day(2026, 12, 31),
          perimeter: Perimeter(classes: ["Serveur"], categories: ["Réseau"], sites: ["Lyon"]))))
    directory.apply(.contract(Contract(id: "gone", customer: "x", name: "Gone", isRetired: true)))
    directory.apply(.asset(Asset(id: "SRV", itemClass: "serveur", name: "S", customer: "c")))
    directory.apply(.asset(Asset(id: "PC", itemClass: "poste", name: "P", customer: "c", contract: "k")))
    return directory
  }()

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var question: Scope.Question
    /// nil: there is no contract.
    var breaches: [Scope.Breach]?
  }

  private static let day = Day(2026, 3, 2)

  static let cases = [
    Case(
      testDescription: "inside",
      question: .init(customer: "c", asset: "SRV", site: "lyon", category: "reseau/VPN", day: day), breaches: []),
    Case(testDescription: "nothing known", question: .init(customer: "c", day: day), breaches: []),
    Case(testDescription: "no contract", question: .init(customer: "free", day: day), breaches: nil),
    Case(testDescription: "nobody", question: .init(customer: nil, day: day), breaches: nil),
    Case(
      testDescription: "class", question: .init(customer: "c", asset: "PC", day: day), breaches: [.itemClass("poste")]),
    Case(
      testDescription: "category", question: .init(customer: "c", category: "Poste", day: day),
      breaches: [.category("Poste")]),
    Case(
      testDescription: "site", question: .init(customer: "c", site: "Brest", day: day), breaches: [.site("Brest")]),
    Case(
      testDescription: "too early", question: .init(customer: "c", day: Day(2025, 12, 31)),
      breaches: [.begins(Day(2026, 1, 1))]),
    Case(
      testDescription: "too late", question: .init(customer: "c", day: Day(2027, 1, 1)),
      breaches: [.ended(Day(2026, 12, 31))]),
    Case(testDescription: "last day", question: .init(customer: "c", day: Day(2026, 12, 31)), breaches: []),
    Case(
      testDescription: "linked to one that is gone", question: .init(customer: "c", contract: "gone", day: day),
      breaches: [.retired]),
    Case(
      testDescription: "the asset tells the customer", question: .init(customer: nil, asset: "SRV", day: day),
      breaches: []),
  ]

  @Test(arguments: cases) func verdict(_ one: Case) {
    #expect(Scope.of(one.question, in: ScopeTests.directory)?.breaches == one.breaches)
  }
}
