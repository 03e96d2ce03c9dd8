import Desk
import Kit
import Testing

/// The views that a whole desk shares, as a file.
struct QueueConfigTests {
  private static func read(_ text: String) -> Configuration {
    Configuration([ConfigText(.queues, text)]) { _ in .utc }
  }

  @Test func aFileMakesViews() throws {
    let views = QueueConfigTests.read(
      """
      { queues: [
        // celles du matin
        { name: "VPN", filter: "vpn âge:<7j", sort: "arrivée", columns: ["site", "Âge"], digit: 4 },
        { name: "Late", filter: "sla:late", sort: "priority" },
        { name: "Tout", filter: "état:actif" },
      ] }
      """
    ).queues.views
    #expect(views.map(\.name) == ["VPN", "Late", "Tout"])
    #expect(views.map(\.order) == [.received, .priority, .next])
    #expect(views[0].columns == [.site, .age] && views[0].digit == 4)
    #expect(views[0].query == (try Query("vpn âge:<7j")))
    #expect(QueueConfigTests.read("{}").queues.views.isEmpty)
    #expect(Configuration(zones: { _ in .utc }).queues.views.isEmpty)
  }

  /// Each fault costs its own entry, and is told where it stands.
  @Test(
    arguments: [
      ("{ queues: [{ filter: 'vpn' }] }", 1, 12, ConfigFault.Problem.missingKey("name")),
      ("{ queues: [{ name: 'a' }] }", 1, 12, .missingKey("filter")),
      ("{ queues: [{ name: 'a', filter: 'vpn', sort: 'size' }] }", 1, 46, nil),
      ("{ queues: [{ name: 'a', filter: 'vpn', columns: ['x'] }] }", 1, 50, nil),
      ("{ queues: [{ name: 'a', filter: 'vpn', digit: 0 }] }", 1, 47, .badValue("0", expected: "1–9")),
      ("{ queues: [{ name: 'a',\n  filter: 'sitee:Lyon' }] }", 2, 12, nil),
      ("{ queues: [{ name: 'a', filter: 'x' },\n { name: 'A', filter: 'y' }] }", 2, 2, .doubledName(.queue, "A")),
      (
        "{ queues: [{ name: 'a', filter: 'x', digit: 4 },\n { name: 'b', filter: 'y', digit: 4 }] }", 2, 2,
        .takenDigit(4, by: "a")
      ),
      ("{ queues: [{ name: 'a', filtre: 'x', filter: 'x' }] }", 1, 25, .unknownKey("filtre", near: "filter")),
      ("{ queues: {} }", 1, 11, .wrongShape(.array, under: "queues")),
      ("{ views: [] }", 1, 3, .unknownKey("views", near: nil, known: ["queues"])),
      ("{ queues: [{ name: 'abcdefghijklmnopqrstuvwxyz', filter: 'x' }] }", 1, 20, nil),
    ])
  func whatIsWrongIsNamed(_ text: String, _ line: Int, _ column: Int, _ problem: ConfigFault.Problem?) throws {
    let faults = QueueConfigTests.read(text).faults(beside: Directory())
    let fault = try #require(faults.first { $0.file == "queues.json" })
    #expect(fault.place == ConfigPlace(line: line, column: column) && !fault.isWarning)
    if let problem { #expect(fault.problem == problem) }
  }

  @Test func aFaultCostsItsOwnEntryAlone() {
    let views = QueueConfigTests.read(
      "{ queues: [{ name: 'a', filter: 'zz:1' }, { name: 'b', filter: 'vpn' }, { name: 'c' }] }"
    ).queues.views
    #expect(views.map(\.name) == ["b"])
    let many = (0..<60).map { "{ name: 'v\($0)', filter: 'vpn' }" }.joined(separator: ",")
    #expect(QueueConfigTests.read("{ queues: [\(many)] }").queues.views.count == SavedView.most)
  }
}

/// The desk's own views, and rows put together.
struct DeskViewTests {
  private static let now = TestDesk.start + 86_400 * 30

  private static func row(
    _ number: Int, state: State = .open, owner: String? = nil, level: Level = .n1, channel: Channel = .mail,
    priority: Priority = .p3, updated days: Int64 = 1, due: (Int64, Int64)? = nil, category: String? = nil,
    group: String? = nil, bounced: Bool = false
  ) -> Summary {
    var row = Summary(Life(id: TicketID(site: "LYO", number: number)).ticket)
    (row.state, row.owner, row.level, row.channel, row.priority) = (state, owner, level, channel, priority)
    (row.category, row.group, row.hasBounced) = (category, group, bounced)
    row.receivedAt = now + -86_400 * days
    row.updatedAt = now + -86_400 * days
    row.due = due.map {
      Summary.Due(clock: .resolve, standing: .running(due: now + $0.0, warning: now + $0.1))
    }
    return row
  }

  @Test(
    arguments: [
      (DeskView.deadlines, [1, 2]), (.majors, [3]), (.alerts, [4]), (.dormant, [5]), (.committee, [6]),
      (.unclaimed, []), (.bounces, [8]),
    ] as [(DeskView, [Int])])
  func eachShowsItsOwn(_ view: DeskView, _ expected: [Int]) {
    let rows = [
      DeskViewTests.row(1, due: (3600, -60)), DeskViewTests.row(2, due: (-60, -3600)),
      DeskViewTests.row(3, priority: .p0, due: (7200, 3600)), DeskViewTests.row(4, channel: .monitor),
      DeskViewTests.row(5, updated: 8), DeskViewTests.row(6, state: .closed, updated: 20),
      DeskViewTests.row(7, state: .closed, updated: 40), DeskViewTests.row(8, bounced: true),
    ]
    let asker = Query.Asker(login: "amel", now: DeskViewTests.now)
    let query = view.query(TestDesk.directory)
    #expect(rows.filter { query.matches($0, for: asker) }.map(\.id.number) == expected)
  }

  /// Tickets at a level that nobody active holds, or in a group without anybody, have no taker.
  @Test func whatNobodyMayTakeIsShown() {
    var directory = Directory()
    directory.apply(.agent(Agent(login: "amel", name: "Amel", profile: .n1)))
    directory.apply(.agent(Agent(login: "gone", name: "Gone", profile: .n3, active: false)))
    directory.apply(.group(Group(id: "Réseau", name: "Réseau", members: ["gone"])))
    directory.apply(.group(Group(id: "Poste", name: "Poste", members: ["amel"])))
    let rows = [
      DeskViewTests.row(1), DeskViewTests.row(2, level: .n3), DeskViewTests.row(3, owner: "gone", level: .n3),
      DeskViewTests.row(4, group: "Réseau"), DeskViewTests.row(5, group: "Poste"),
      DeskViewTests.row(6, state: .waitUser, level: .n3),
    ]
    let asker = Query.Asker(login: "amel", now: DeskViewTests.now)
    let query = DeskView.unclaimed.query(directory)
    #expect(rows.filter { query.matches($0, for: asker) }.map(\.id.number) == [2, 4])
  }

  /// A category known to those who left only; one that somebody here knows by another word has a taker.
  @Test func whatNobodyHereKnowsHasNoTaker() {
    var directory = Directory()
    directory.apply(.agent(Agent(login: "amel", name: "Amel", profile: .n1, skills: ["Réseau"])))
    directory.apply(.agent(Agent(login: "bob", name: "Bob", profile: .n3)))
    directory.apply(.agent(Agent(login: "gone", name: "Gone", profile: .n2, skills: ["SAP", "VPN"], active: false)))
    directory.apply(.group(Group(id: "erp", name: "ERP", domains: ["Compta"], members: ["gone"])))
    let rows = [
      DeskViewTests.row(1, category: "Applications/SAP"), DeskViewTests.row(2, category: "Réseau/VPN"),
      DeskViewTests.row(3, category: "Poste"), DeskViewTests.row(4, category: "Compta/Paie"),
      DeskViewTests.row(5, owner: "amel", category: "SAP"),
    ]
    let asker = Query.Asker(login: "amel", now: DeskViewTests.now)
    let query = DeskView.unclaimed.query(directory)
    #expect(rows.filter { query.matches($0, for: asker) }.map(\.id.number) == [1, 4])
  }

  @Test func theThresholdIsAWordOfTheLanguage() throws {
    #expect(try Query("sla:75%") == .term(.warned))
    #expect(throws: Query.Flaw.self) { try Query("sla:80%") }
  }

  @Test func rowsArePutTogetherTheLargestGroupFirst() {
    let rows = [
      DeskViewTests.row(1, category: "VPN"), DeskViewTests.row(2, state: .closed, category: "VPN"),
      DeskViewTests.row(3, category: "SAP"), DeskViewTests.row(4), DeskViewTests.row(5, category: "VPN"),
    ]
    let groups = Grouping(rows, by: [.category]).groups
    #expect(groups.map(\.values) == [["VPN"], [""], ["SAP"]])
    #expect(groups.map(\.count) == [3, 1, 1] && groups.map(\.active) == [2, 1, 1])
    #expect(groups[0].tickets.map(\.number) == [5, 2, 1])
    #expect(Grouping(rows, by: [.category], least: 2).groups.count == 1)
    // A law: whatever the keys, each ticket is counted once.
    for key in Grouping.Key.allCases {
      #expect(Grouping(rows, by: [key]).groups.reduce(0) { $0 + $1.count } == rows.count)
    }
    #expect(Grouping(rows, by: [.level, .category]).groups.reduce(0) { $0 + $1.count } == rows.count)
  }
}

/// The checklists of a desk, as a file.
struct ChecklistConfigTests {
  private static func read(_ text: String) -> Configuration {
    Configuration([ConfigText(.checklists, text)]) { _ in .utc }
  }

  @Test func aFileMakesChecklists() {
    let read = ChecklistConfigTests.read("{ checklists: { 'Arrivée': ['Compte', 'Poste'], Départ: ['Badge'], } }")
    #expect(read.checklists.templates.map(\.name) == ["Arrivée", "Départ"])
    #expect(read.checklists.templates[0].items == ["Compte", "Poste"])
    #expect(read.checklists.templates[0].isNamed(" arrivee ") && read.faults(beside: Directory()).isEmpty)
    #expect(Configuration(zones: { _ in .utc }).checklists.templates.isEmpty)
  }

  @Test(
    arguments: [
      ("{ checklists: { A: [] } }", 1, 20), ("{ checklists: { A: ['x'],\n a: ['y'] } }", 2, 2),
      ("{ checklists: { A: 3 } }", 1, 20), ("{ checklists: [] }", 1, 15), ("{ lists: {} }", 1, 3),
      ("{ checklists: { A: ['x', ''] } }", 1, 26), ("{ checklists: { ' ': ['x'] } }", 1, 17),
    ])
  func whatIsWrongIsNamed(_ text: String, _ line: Int, _ column: Int) {
    let faults = ChecklistConfigTests.read(text).faults(beside: Directory())
    #expect(faults.contains { $0.place == ConfigPlace(line: line, column: column) && $0.file == "checklists.json" })
  }
}
