import Desk
import Glibc
import Journal
import Testing

/// The directory as a derived file keeps it: the same answers, or none are taken from it.
@Suite struct LedgerFileTests {
  private let scratch = Scratch()

  /// A cabinet with a full ledger, whose files count as settled at once.
  private func cabinet() throws -> Cabinet {
    try reopened()
  }

  private func reopened() throws -> Cabinet {
    let cabinet = try Cabinet(opening: scratch.path + "/store")
    cabinet.racyFor = 0
    return cabinet
  }

  private var file: String { scratch.path + "/store/index/ledger" }

  private static let facts: [LedgerFact] = {
    var facts: [LedgerFact] = []
    for at in 0..<14 {
      facts.append(
        .agent(
          Agent(
            login: "agent\(at)", account: at % 3 == 0 ? "shared" : nil, name: "Agent n° \(at)",
            profile: at % 2 == 0 ? .n1 : .manager, email: at % 4 == 0 ? "a\(at)@desk.example" : nil,
            skills: at % 5 == 0 ? ["réseau", "SAP"] : [], active: at % 7 != 0)))
    }
    for at in 0..<20 {
      facts.append(
        .customer(
          Customer(
            id: "c\(at)", name: "Client \(at)", domains: ["C\(at).example", "shared.example"],
            sites: ["Lyon", "Brest"],
            contract: at % 2 == 0 ? "or" : nil)))
    }
    facts.append(.customer(Customer(id: "régie", name: "Régie", domains: ["deep.c1.example", ""])))
    for at in 0..<90 {
      facts.append(
        .person(
          Person(
            party: Party(
              name: "Personne \(at)", email: at % 9 == 0 ? nil : "P\(at)@c\(at % 20).example", phone: "0\(at)"),
            customer: "c\(at % 20)", site: at % 2 == 0 ? "Lyon" : nil, vip: at % 50 == 0)))
    }
    facts.append(.person(Person(party: Party(name: "Zoé"))))
    for at in 0..<12 {
      facts.append(
        .contract(
          Contract(
            id: "k\(at)", customer: "c\(at % 5)", name: "Contrat \(at)", from: at % 2 == 0 ? Day(2026, 1, 1) : nil,
            perimeter: Perimeter(classes: ["serveur"], categories: at % 3 == 0 ? ["Réseau"] : [], sites: ["Lyon"]),
            warnings: [50, 80], dayMinutes: 480, isRetired: at == 7)))
      facts.append(
        .contractCredited(
          ContractEntry(contract: "k\(at % 6)", minutes: 60 * at, days: at, reason: "vente", since: Day(2026, 2, 1))))
      facts.append(.contractCorrected(ContractEntry(contract: "k\(at % 6)", minutes: -at, reason: "trop")))
      facts.append(
        .group(Group(id: "g\(at)", name: "G", levels: [.n1, .n3], skills: ["VPN"], members: ["agent\(at)"])))
    }
    for at in 0..<80 {
      facts.append(
        .asset(
          Asset(
            id: "SRV-\(at)", itemClass: "serveur", name: "Serveur \(at)", customer: "c\(at % 20)",
            warrantyEnd: at % 3 == 0 ? Day(2027, 1, 1 + at % 28) : nil, owner: "p\(at % 7)@c1.example",
            relations: at == 0 ? [] : [AssetRelation(.dependsOn, "SRV-\(at / 10)")])))
    }
    return facts
  }()

  /// What the ledger's events make.
  private let folded: Directory

  init() throws {
    let cabinet = try Cabinet.scratch(scratch)
    try cabinet.recordLedger(LedgerFileTests.facts, as: amel, at: noon)
    var directory = Directory()
    for event in try cabinet.ledger() { directory.apply(event) }
    folded = directory
  }

  /// What a directory says of everybody there is, and of some there are not.
  private func expectRight(_ directory: Directory, _ said: Comment) {
    expectSome(directory, said)
    let (agents, customers, people) = (folded.agents.all, folded.customers.all, folded.people.all)
    for login in agents.keys.sorted() + ["", "nobody"] where directory.agents[login] != agents[login] {
      Issue.record("\(said): agent \(login)")
    }
    for id in customers.keys.sorted() + ["", "c20", "re\u{301}gie"] where directory.customers[id] != customers[id] {
      Issue.record("\(said): customer \(id)")
    }
    for key in people.keys.sorted() + ["", "p1", "zoe\u{301}"] where directory.people[key] != people[key] {
      Issue.record("\(said): person \(key)")
    }
    let (contracts, credits, assets, groups) = (
      folded.contracts.all, folded.credits.all, folded.assets.all, folded.groups.all
    )
    for id in contracts.keys.sorted() + ["", "k99"]
    where directory.contracts[id] != contracts[id] || directory.credits[id] != credits[id] {
      Issue.record("\(said): contract \(id)")
    }
    for id in assets.keys.sorted() + ["", "SRV-99"]
    where directory.assets[id] != assets[id] || directory.assets(around: id) != folded.assets(around: id) {
      Issue.record("\(said): asset \(id)")
    }
    for id in groups.keys.sorted() + ["", "g99"] where directory.groups[id] != groups[id] {
      Issue.record("\(said): group \(id)")
    }
    for id in ["c1", "c4", "c19", ""] where directory.contracts(of: id) != folded.contracts(of: id) {
      Issue.record("\(said): contracts of \(id)")
    }
    for owner in ["p1@c1.example", "P3@c1.example", ""]
    where directory.assets(ofOwner: owner) != folded.assets(ofOwner: owner) {
      Issue.record("\(said): assets of \(owner)")
    }
    for account in ["shared", "agent1", "agent3", "", "x"]
    where directory.agent(account: account) != folded.agent(account: account) {
      Issue.record("\(said): account \(account)")
    }
    for email in [
      "a@c1.example", "a@x.C1.example", "a@deep.c1.example", "a@shared.example", "a@b", "a@", "a", "a@x.",
      "@c1.example",
    ] where directory.customer(email: email) != folded.customer(email: email) {
      Issue.record("\(said): customer of \(email)")
    }
  }

  /// The same by one question of each kind, then by all that is there: a spoilt file makes each of them slow.
  private func expectSome(_ directory: Directory, _ said: Comment) {
    #expect(directory.agents["agent3"] == folded.agents["agent3"], said)
    #expect(directory.agent(account: "shared") == folded.agent(account: "shared"), said)
    #expect(directory.customer(email: "a@x.c7.example") == folded.customers["c7"], said)
    #expect(directory.people["p1@c1.example"] == folded.people["p1@c1.example"], said)
    #expect(directory.contracts["k3"] == folded.contracts["k3"], said)
    #expect(directory.credits["k3"] == folded.credits["k3"], said)
    #expect(directory.assets["SRV-7"] == folded.assets["SRV-7"], said)
    #expect(directory.assets(around: "SRV-7") == folded.assets(around: "SRV-7"), said)
    #expect(directory == folded, said)
  }

  @Test func saysWhatTheLedgerSays() throws {
    let first = try cabinet().directory()
    #expect(!first.isKept)
    expectRight(first, "folded")
    let second = try reopened().directory()
    #expect(second.isKept)
    expectRight(second, "kept")
  }

  @Test func isTheSameValueWhileNoLedgerChanges() throws {
    _ = try cabinet().directory()
    let cabinet = try reopened()
    let directory = try cabinet.directory()
    unlink(file)
    #expect(try cabinet.directory() == directory)
    #expect(try cabinet.directory().isKept)
  }

  /// Which configuration is in force since when, and what it says.
  @Test func keepsTheVersionsOfTheConfiguration() throws {
    let cabinet = try cabinet()
    let texts = [ConfigText(.desk, "{ autoclose: 3 }"), ConfigText(.matrix, "{}")]
    let version = try cabinet.apply(texts, as: amel, at: noon + 60)
    let folded = try cabinet.directory()
    let kept = try reopened().directory()
    #expect(!folded.isKept)
    #expect(kept.isKept)
    let expected = [
      RuleBook.Reign(since: Instant(ms: .min), version: version.name), RuleBook.Reign(since: noon, version: ""),
      RuleBook.Reign(since: noon + 60, version: version.name),
    ]
    for directory in [folded, kept] {
      #expect(directory.reigns == expected)
      #expect(directory.versions[version.name] == version)
      #expect(directory.versions["none"] == nil)
    }
    #expect(folded == kept)
  }

  /// What makes the file stale, and whether the ledger then says something else.
  private static let changes = ["another agent", "another time", "another inode", "gone", "shorter"]

  @Test(arguments: changes) func aStaleFileIsMadeAnew(change: String) throws {
    _ = try cabinet().directory()
    let ledger = scratch.path + "/store/ledger/LYO.jsonl"
    switch change {
    case "another agent":
      try reopened().recordLedger([.agent(Agent(login: "new", name: "N", profile: .n3))], as: amel, at: noon)
    case "another time":
      _ = [timeval(tv_sec: 1_700_000_000, tv_usec: 0), timeval(tv_sec: 1_700_000_000, tv_usec: 0)]
        .withUnsafeBufferPointer { utimes(ledger, $0.baseAddress) }
    case "another inode":
      try writeBytes(readBytes(ledger), to: ledger + ".copy")
      rename(ledger + ".copy", ledger)
    case "gone": unlink(ledger)
    default: truncate(ledger, off_t(readBytes(ledger).count - 40))
    }
    let directory = try reopened().directory()
    #expect(!directory.isKept)
    switch change {
    case "another agent": #expect(directory.agents["new"]?.profile == .n3)
    case "gone": #expect(directory == Directory())
    case "shorter": #expect(directory.assets["SRV-79"] == nil && directory.assets["SRV-78"] != nil)
    default: #expect(directory == folded)
    }
    #expect(try reopened().directory().isKept)
  }

  @Test func aFileOfAnotherCabinetIsNotRead() throws {
    let other = try Cabinet.create(at: scratch.path + "/other", site: "LYO")
    other.racyFor = 0
    try other.recordLedger([.agent(Agent(login: "mallory", name: "M", profile: .admin))], as: amel, at: noon)
    _ = try other.directory()
    _ = try cabinet().directory()
    rename(scratch.path + "/other/index/ledger", file)
    let directory = try reopened().directory()
    #expect(!directory.isKept)
    expectRight(directory, "foreign")
  }

  /// A ledger written a moment ago could be written again unseen: nothing is kept of it.
  @Test func whatWasJustWrittenIsNotKept() throws {
    let cabinet = try cabinet()
    cabinet.racyFor = 3_600_000_000_000
    expectRight(try cabinet.directory(), "just written")
    #expect(readBytes(file).isEmpty)
  }

  /// Any byte of it bent, any length cut off: what is said stays right.
  @Test func aSpoiltFileTellsNothingWrong() throws {
    _ = try cabinet().directory()
    let whole = readBytes(file)
    #expect(whole.count > 6000)
    var source = Seeded(seed: 7)
    for _ in 0..<40 {
      var bytes = whole
      let at = Int(source.next() % UInt64(whole.count))
      bytes[at] ^= UInt8(1 << (source.next() % 8))
      try writeBytes(bytes, to: file)
      expectSome(try reopened().directory(), "byte \(at)")
    }
    for at in stride(from: 0, to: 300, by: 3) {
      var bytes = whole
      bytes[at] ^= 0x40
      try writeBytes(bytes, to: file)
      #expect(try reopened().directory().agents["agent3"] == folded.agents["agent3"], "byte \(at)")
    }
    for length in [0, 1, 17, 18, 33, 34, 100, 4096, whole.count / 2, whole.count - 1] {
      try writeBytes(Array(whole.prefix(length)), to: file)
      expectSome(try reopened().directory(), "\(length) bytes")
    }
  }

  @Test func aFactAppliedToAKeptDirectoryIsAdded() throws {
    _ = try cabinet().directory()
    var directory = try reopened().directory()
    directory.apply(.agent(Agent(login: "late", name: "L", profile: .n1)))
    #expect(directory.agents["late"]?.name == "L" && directory.agents.count == 15 && directory.people.count == 91)
  }

  private func writeBytes(_ bytes: [UInt8], to path: String) throws {
    let fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(fd >= 0)
    #expect(write(fd, bytes, bytes.count) == bytes.count)
    close(fd)
  }
}
