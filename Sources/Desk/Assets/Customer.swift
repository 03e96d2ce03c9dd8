/// Somebody we serve: an organisation with its sites, mail domains and contracts.
package struct Customer: Hashable, Sendable {
  package var id: String
  package var name: String
  package var domains: [String]
  package var sites: [String]
  /// `Contract.id` of those it has, the one that counts first where nothing else tells.
  package var contracts: [String]
  /// The single contact (REI) who speaks for it: the address of a person.
  package var contact: String?
  /// Its people may see each other's tickets.
  package var sharesTickets: Bool
  /// Served no more: kept for its past.
  package var isRetired: Bool

  package init(
    id: String, name: String, domains: [String] = [], sites: [String] = [], contract: String? = nil,
    contracts: [String] = [], contact: String? = nil, sharesTickets: Bool = false, isRetired: Bool = false
  ) {
    self.id = id
    self.name = name
    self.domains = domains
    self.sites = sites
    self.contracts = contract.map { [$0] } ?? contracts
    self.contact = contact
    self.sharesTickets = sharesTickets
    self.isRetired = isRetired
  }

  package var contract: String? { contracts.first }

  /// One contract stands as it always did, so that an older reader knows it too.
  var json: JSON {
    .object(
      of: ("id", .string(id)), ("name", .string(name)), ("domains", .strings(domains)), ("sites", .strings(sites)),
      ("contract", contracts.count == 1 ? .string(contracts[0]) : nil),
      ("contracts", contracts.count > 1 ? .strings(contracts) : nil), ("contact", contact.map(JSON.string)),
      ("shares_tickets", sharesTickets ? true : nil), ("retired", isRetired ? true : nil))
  }

  init?(json: JSON) {
    guard let id = json["id"]?.string, let name = json["name"]?.string else { return nil }
    self.init(
      id: id, name: name, domains: json["domains"]?.strings ?? [], sites: json["sites"]?.strings ?? [],
      contract: json["contract"]?.string, contracts: json["contracts"]?.strings ?? [],
      contact: json["contact"]?.string, sharesTickets: json["shares_tickets"]?.bool ?? false,
      isRetired: json["retired"]?.bool ?? false)
  }
}
