/// What the ledger records: who works here, whom we serve, and under which configuration. The newest record of a name
/// stands.
package enum LedgerFact: Payload {
  case agent(Agent)
  case customer(Customer)
  case person(Person)
  /// A configuration was put in force.
  case config(ConfigVersion)
  /// An event of a newer version, kept as it came.
  case unknown(op: String, d: JSON)

  package var op: String {
    switch self {
    case .agent: "agent.set"
    case .customer: "customer.set"
    case .person: "person.set"
    case .config: "config.applied"
    case .unknown(let op, _): op
    }
  }

  package var d: JSON {
    switch self {
    case .agent(let agent):
      .object(
        of: ("login", .string(agent.login)), ("account", .string(agent.account)), ("name", .string(agent.name)),
        ("profile", .string(agent.profile.rawValue)), ("email", agent.email.map(JSON.string)),
        ("skills", .strings(agent.skills)), ("active", .bool(agent.active)))
    case .customer(let customer):
      .object(
        of: ("id", .string(customer.id)), ("name", .string(customer.name)), ("domains", .strings(customer.domains)),
        ("sites", .strings(customer.sites)), ("contract", customer.contract.map(JSON.string)))
    case .person(let person):
      .object(
        of: ("party", person.party.json), ("customer", person.customer.map(JSON.string)),
        ("site", person.site.map(JSON.string)), ("vip", person.vip ? true : nil))
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
          login: login, account: d["account"]?.string, name: name, profile: profile, email: d["email"]?.string,
          skills: d["skills"]?.strings ?? [], active: d["active"]?.bool ?? true))
    case "customer.set":
      guard let id = d["id"]?.string, let name = d["name"]?.string else { return nil }
      return .customer(
        Customer(
          id: id, name: name, domains: d["domains"]?.strings ?? [], sites: d["sites"]?.strings ?? [],
          contract: d["contract"]?.string))
    case "person.set":
      guard let party = d["party"].flatMap(Party.init(json:)) else { return nil }
      return .person(
        Person(
          party: party, customer: d["customer"]?.string, site: d["site"]?.string, vip: d["vip"]?.bool ?? false))
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
