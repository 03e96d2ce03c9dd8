/// What the ledger records: who works here, whom we serve, for what, and under which configuration. The newest record of
/// a name stands; what is put to the account of a contract adds up.
package enum LedgerFact: Payload {
  case agent(Agent)
  case customer(Customer)
  case person(Person)
  case contract(Contract)
  /// Working time was put to a contract's account.
  case contractCredited(ContractEntry)
  /// What was put to it was wrong: so many minutes more, or less.
  case contractCorrected(ContractEntry)
  case asset(Asset)
  case group(Group)
  /// A configuration was put in force.
  case config(ConfigVersion)
  /// An event of a newer version, kept as it came.
  case unknown(op: String, d: JSON)

  package var op: String {
    switch self {
    case .agent: "agent.set"
    case .customer: "customer.set"
    case .person: "person.set"
    case .contract: "contract.set"
    case .contractCredited: "contract.credited"
    case .contractCorrected: "contract.corrected"
    case .asset: "asset.set"
    case .group: "group.set"
    case .config: "config.applied"
    case .unknown(let op, _): op
    }
  }

  package var d: JSON {
    switch self {
    case .agent(let agent):
      .object(
        of: ("login", .string(agent.login)), ("account", .string(agent.account)), ("name", .string(agent.name)),
        ("profile", .string(agent.profile.rawValue)), ("role", agent.role.map(JSON.string)),
        ("email", agent.email.map(JSON.string)), ("phone", agent.phone.map(JSON.string)),
        ("skills", .strings(agent.skills)), ("active", .bool(agent.active)))
    case .customer(let customer): customer.json
    case .person(let person): person.json
    case .contract(let contract): contract.json
    case .contractCredited(let entry), .contractCorrected(let entry): entry.json
    case .asset(let asset): asset.json
    case .group(let group): group.json
    case .config(let version):
      .object(of: ("version", .string(version.name)), ("files", .array(version.files.map(\.json))))
    case .unknown(_, let d): d
    }
  }

  package init(op: String, d: JSON) {
    self = LedgerFact.read(op: op, d: d) ?? .unknown(op: op, d: d)
  }

  private static func read(op: String, d: JSON) -> LedgerFact? {
    switch op {
    case "agent.set":
      guard let login = d["login"]?.string, let name = d["name"]?.string,
        let profile = d["profile"]?.string.flatMap(Profile.init)
      else { return nil }
      return .agent(
        Agent(
          login: login, account: d["account"]?.string, name: name, profile: profile, role: d["role"]?.string,
          email: d["email"]?.string, phone: d["phone"]?.string, skills: d["skills"]?.strings ?? [],
          active: d["active"]?.bool ?? true))
    case "customer.set": return Customer(json: d).map(LedgerFact.customer)
    case "person.set": return Person(json: d).map(LedgerFact.person)
    case "contract.set": return Contract(json: d).map(LedgerFact.contract)
    case "contract.credited": return ContractEntry(json: d).map(LedgerFact.contractCredited)
    case "contract.corrected": return ContractEntry(json: d).map(LedgerFact.contractCorrected)
    case "asset.set": return Asset(json: d).map(LedgerFact.asset)
    case "group.set": return Group(json: d).map(LedgerFact.group)
    case "config.applied":
      guard let name = d["version"]?.string, !name.isEmpty, let files = d["files"]?.array else { return nil }
      let read = files.prefix(ConfigVersion.fileLimit).compactMap(ConfigVersion.File.init(json:))
      return read.count == files.count ? .config(ConfigVersion(name: name, files: read)) : nil
    default: return nil
    }
  }
}

extension ConfigVersion.File {
  fileprivate var json: JSON {
    .object(of: ("name", .string(name)), ("text", text.map(JSON.string)), ("blob", blob.map(JSON.string)))
  }

  fileprivate init?(json: JSON) {
    guard let name = json["name"]?.string, json["text"]?.string != nil || json["blob"]?.string != nil else {
      return nil
    }
    self.init(name, text: json["text"]?.string, blob: json["blob"]?.string)
  }
}
