import Desk
import Testing

/// Tables against registers: what goes out comes in again and changes nothing.
@Suite struct RegisterImportTests {
  private static let directory: Directory = {
    var directory = Directory()
    for fact in RegisterFactTests.facts { directory.apply(fact) }
    directory.apply(.customer(Customer(id: "=c", name: " a | \\b ", domains: ["", "x|y"], sites: [" Lyon "])))
    directory.apply(.person(Person(party: Party(name: "Zoé"))))
    directory.apply(.person(Person(party: Party(name: "", email: "UP@c.fr", phone: "+33"))))
    directory.apply(.asset(Asset(id: "@1", name: "a\nb", customer: "")))
    return directory
  }()

  private static func table<Kind: Registered>(_ kind: Kind.Type, _ name: (ColumnName) -> String) -> String {
    kind.roll(directory).values.reduce(CSV.line(kind.columns.map { name($0.name) })) { $0 + CSV.line($1.cells) }
  }

  private func expectNoChange<Kind: Registered>(_ kind: Kind.Type) {
    for name in [\ColumnName.rawValue, \.french] {
      let text = RegisterImportTests.table(kind) { $0[keyPath: name] }
      let plan = RegisterImport(CSV(text), as: kind, in: RegisterImportTests.directory)
      #expect(plan.facts.isEmpty && plan.flaws.isEmpty && plan.unknown.isEmpty, "\(kind): \(plan)")
      #expect(plan.unchanged == kind.roll(RegisterImportTests.directory).count)
    }
  }

  @Test func whatGoesOutComesInAndChangesNothing() {
    expectNoChange(Customer.self)
    expectNoChange(Person.self)
    expectNoChange(Contract.self)
    expectNoChange(Asset.self)
    expectNoChange(Group.self)
  }

  /// Into an empty desk the same entries come, as far as a table can tell them.
  @Test func whatGoesOutMakesTheSameElsewhere() {
    let text = RegisterImportTests.table(Asset.self) { $0.rawValue }
    let plan = RegisterImport(CSV(text), as: Asset.self, in: Directory())
    var copy = Directory()
    for fact in plan.facts { copy.apply(fact) }
    #expect(copy.assets["SRV"] == RegisterImportTests.directory.assets["SRV"])
    #expect(plan.created.count == RegisterImportTests.directory.assets.count)
  }

  /// An address as it was typed, and whether somebody can be known by it.
  @Test(arguments: [
    ("ines@acme.example", true), ("root@localhost", true), ("not-an-address", false), ("jo@@x", false),
    ("a b@c.fr", false),
    ("ines@acme.example, paul@acme.example", false),
  ])
  func aPersonIsKnownByOneAddress(text: String, isAddress: Bool) {
    let plan = RegisterImport(
      CSV(CSV.line(["email", "name"]) + CSV.line([text, "Jo"])), as: Person.self, in: Directory())
    let flaw = RegisterImport.Flaw(line: 2, problem: .cell(.email, .notAnAddress(text)))
    #expect(plan.flaws == (isAddress ? [] : [flaw]))
    #expect(plan.created.count == (isAddress ? 1 : 0))
  }

  /// Days are written alike in every table.
  @Test(arguments: ["2027-12-31", "31/12/2027"])
  func aDayIsWrittenInEitherHabit(day: String) {
    let contract = RegisterImport(CSV("id;début;fin\nor;01/01/2026;\(day)"), as: Contract.self, in: Directory())
    #expect(contract.facts == [.contract(Contract(id: "or", name: "or", from: Day(2026, 1, 1), to: Day(2027, 12, 31)))])
    let asset = RegisterImport(CSV("id;fin_de_garantie\na;\(day)"), as: Asset.self, in: Directory())
    #expect(asset.facts == [.asset(Asset(id: "a", name: "a", warrantyEnd: Day(2027, 12, 31)))])
  }

  /// What nobody registered is told once; an asset of the same table is none, nor what the entry named before.
  @Test func whatNobodyRegisteredIsTold() {
    var directory = Directory()
    directory.apply(.customer(Customer(id: "acme", name: "ACME")))
    directory.apply(.asset(Asset(id: "OLD", name: "O", customer: "parti")))
    let text = "id;client;relations\nA;amce;depends_on:B\nB;amce;depends_on:Z\nC;acme;\nOLD;parti;part_of:A"
    let plan = RegisterImport(CSV(text), as: Asset.self, in: directory)
    #expect(
      plan.strangers.map(\.stranger) == [
        Stranger(.customer, "amce", in: directory), Stranger(.relations, "Z", in: directory),
      ])
    #expect(plan.strangers.first?.stranger.near == "acme" && plan.created.count == 3 && plan.moreStrangers == 0)
  }

  @Test func ofManyTheFirstAreTold() {
    let rows = (1...RegisterImport.strangersTold + 5).map { "A\($0);C\($0)" }.joined(separator: "\n")
    let plan = RegisterImport(CSV("id;client\n" + rows), as: Asset.self, in: Directory())
    #expect(plan.strangers.count == RegisterImport.strangersTold && plan.moreStrangers == 5)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var flaws: [RegisterImport.Flaw]
    var created = 0
    var changed = 0
  }

  static let cases = [
    Case(testDescription: "new", text: "id;nom\nA;B", flaws: [], created: 1),
    Case(testDescription: "changed", text: "id;nom\nSW;B", flaws: [], changed: 1),
    Case(testDescription: "one column", text: "id\nSW\nX", flaws: [], created: 1),
    Case(
      testDescription: "bad date", text: "id;fin de garantie\nA;31/02/2026\nB;28/02/2026",
      flaws: [.init(line: 2, problem: .cell(.warrantyEnd, .notADate("31/02/2026")))], created: 1),
    Case(
      testDescription: "no name", text: "id;nom\n;B\nC;D",
      flaws: [.init(line: 2, problem: .cell(.id, .missing))], created: 1),
    Case(
      testDescription: "doubled", text: "id;nom\nA;B\nA;C", flaws: [.init(line: 3, problem: .doubled("A", line: 2))],
      created: 1),
    Case(
      testDescription: "relation",
      text: "id;relations\nA;needs:B\nB;depends_on\nC;depends_on:C\nD;part_of:A | runs_on:B",
      flaws: [
        .init(
          line: 2,
          problem: .cell(
            .relations, .notAWord("needs", allowed: AssetRelation.Kind.allCases.map(\.rawValue), near: nil))),
        .init(line: 3, problem: .cell(.relations, .notARelation("depends_on"))),
        .init(line: 4, problem: .cell(.relations, .notARelation("depends_on:C"))),
      ], created: 1),
    Case(
      testDescription: "neither yes nor no", text: "id;retired\nA;perhaps\nB;oui",
      flaws: [.init(line: 2, problem: .cell(.retired, .notYesOrNo("perhaps")))], created: 1),
    Case(
      testDescription: "a table's own flaw", text: "id;nom\nA;B;C\nD;E",
      flaws: [.init(line: 2, problem: .csv(.tooManyCells(3, expected: 2)))], created: 1),
    Case(
      testDescription: "too long", text: "id;nom\nA;" + String(repeating: "x", count: 9000),
      flaws: [.init(line: 2, problem: .cell(.name, .tooLong(limit: Asset.sizeLimit)))]),
  ]

  @Test(arguments: cases) func plan(_ one: Case) {
    let plan = RegisterImport(CSV(one.text), as: Asset.self, in: RegisterImportTests.directory)
    #expect(plan.flaws == one.flaws)
    #expect(plan.created.count == one.created)
    #expect(plan.changed.count == one.changed)
    #expect(plan.facts.count == one.created + one.changed)
  }

  @Test func columnsAreNamed() {
    let plan = RegisterImport(CSV("id;clase;couleur\nA;x;y"), as: Asset.self, in: Directory())
    #expect(plan.unknown.map(\.header) == ["clase", "couleur"])
    #expect(plan.unknown.map(\.near) == [.itemClass, nil])
    #expect(plan.created == ["A"])
    let lost = RegisterImport(CSV("nom;classe\nA;x"), as: Asset.self, in: Directory())
    #expect(lost.missing == [.id] && lost.facts.isEmpty)
  }

  /// Every header is told from every other, in both languages.
  @Test func noTwoColumnsAreCalledAlike() {
    func expectDistinct<Kind: Registered>(_ kind: Kind.Type) {
      let names = kind.columns.map(\.name)
      for name in names {
        #expect(ColumnName(name.rawValue.uppercased(), among: names) == name)
        #expect(ColumnName(" " + name.french + " ", among: names) == name)
      }
    }
    expectDistinct(Customer.self)
    expectDistinct(Person.self)
    expectDistinct(Contract.self)
    expectDistinct(Asset.self)
    expectDistinct(Group.self)
  }

  @Test func whatIsNotSaidStays() throws {
    let plan = RegisterImport(CSV("id;site\nSRV;Brest"), as: Asset.self, in: RegisterImportTests.directory)
    guard case .asset(let asset) = try #require(plan.facts.first) else {
      Issue.record("no asset")
      return
    }
    #expect(asset.site == "Brest" && asset.serial == "S" && asset.relations.count == 2)
    #expect(plan.changed == [.init(key: "SRV", columns: [.site])])
  }

  /// What a value may hold goes through a cell of several.
  @Test(arguments: [["a", "b"], ["a|b", "c\\"], [], ["é x"]]) func listsComeBack(values: [String]) {
    #expect(ListCell.values(ListCell.text(values)) == values)
  }
}
