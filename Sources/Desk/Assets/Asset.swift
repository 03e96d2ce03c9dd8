/// A thing that is looked after: a machine, a program, a line (a configuration item, ITIL).
package struct Asset: Hashable, Sendable {
  package var id: String
  /// What kind of thing it is, `server`: contracts name the classes they cover.
  package var itemClass: String
  package var name: String
  /// `Customer.id`
  package var customer: String?
  package var site: String?
  package var serial: String?
  /// Where on the site: a room, a rack.
  package var location: String?
  /// The last day of the maker's warranty.
  package var warrantyEnd: Day?
  /// Whose it is: the address of a person.
  package var owner: String?
  /// `Contract.id`
  package var contract: String?
  package var relations: [AssetRelation]
  /// Out of use: kept for its past.
  package var isRetired: Bool

  package init(
    id: String, itemClass: String = "", name: String, customer: String? = nil, site: String? = nil,
    serial: String? = nil, location: String? = nil, warrantyEnd: Day? = nil, owner: String? = nil,
    contract: String? = nil, relations: [AssetRelation] = [], isRetired: Bool = false
  ) {
    self.id = id
    self.itemClass = itemClass
    self.name = name
    self.customer = customer
    self.site = site
    self.serial = serial
    self.location = location
    self.warrantyEnd = warrantyEnd
    self.owner = owner
    self.contract = contract
    self.relations = relations
    self.isRetired = isRetired
  }

  /// Days of warranty left, counting the last one; negative once it is over.
  package func warrantyDays(on day: Day) -> Int? { warrantyEnd.map { $0.number - day.number } }

  var json: JSON {
    .object(
      of: ("id", .string(id)), ("class", itemClass.isEmpty ? nil : .string(itemClass)), ("name", .string(name)),
      ("customer", customer.map(JSON.string)), ("site", site.map(JSON.string)), ("serial", serial.map(JSON.string)),
      ("location", location.map(JSON.string)), ("warranty_end", warrantyEnd.map { .string($0.iso) }),
      ("owner", owner.map(JSON.string)), ("contract", contract.map(JSON.string)),
      ("relations", relations.isEmpty ? nil : .array(relations.map(\.json))), ("retired", isRetired ? true : nil))
  }

  init?(json: JSON) {
    guard let id = json["id"]?.string, let name = json["name"]?.string else { return nil }
    let relations = json["relations"]?.array ?? []
    self.init(
      id: id, itemClass: json["class"]?.string ?? "", name: name, customer: json["customer"]?.string,
      site: json["site"]?.string, serial: json["serial"]?.string, location: json["location"]?.string,
      warrantyEnd: json.day("warranty_end"), owner: json["owner"]?.string, contract: json["contract"]?.string,
      relations: relations.compactMap(AssetRelation.init(json:)), isRetired: json["retired"]?.bool ?? false)
  }
}

/// How one asset stands to another.
package struct AssetRelation: Hashable, Sendable {
  package var kind: Kind
  /// `Asset.id`
  package var target: String

  package enum Kind: String, CaseIterable, Sendable {
    case dependsOn = "depends_on", partOf = "part_of", connectedTo = "connected_to", runsOn = "runs_on"
    case backedUpBy = "backed_up_by"
  }

  package init(_ kind: Kind, _ target: String) {
    self.kind = kind
    self.target = target
  }

  var json: JSON { .object(of: ("kind", .string(kind.rawValue)), ("target", .string(target))) }

  init?(json: JSON) {
    guard let kind: Kind = json.word("kind"), let target = json["target"]?.string else { return nil }
    self.init(kind, target)
  }
}

extension JSON {
  func day(_ key: String) -> Day? { self[key]?.string.flatMap { Day(iso: $0) } }
}
