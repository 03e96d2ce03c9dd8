/// A known requester: who they are and for whom they work.
package struct Person: Hashable, Sendable {
  package var party: Party
  /// `Customer.id`
  package var customer: String?
  package var site: String?
  package var vip: Bool
  /// The language they are written to in, as BCP 47 has it: `fr`, `en`.
  package var language: String?
  /// Left: kept for the tickets they opened.
  package var isRetired: Bool

  package init(
    party: Party, customer: String? = nil, site: String? = nil, vip: Bool = false, language: String? = nil,
    isRetired: Bool = false
  ) {
    self.party = party
    self.customer = customer
    self.site = site
    self.vip = vip
    self.language = language
    self.isRetired = isRetired
  }

  var json: JSON {
    .object(
      of: ("party", party.json), ("customer", customer.map(JSON.string)), ("site", site.map(JSON.string)),
      ("vip", vip ? true : nil), ("language", language.map(JSON.string)), ("retired", isRetired ? true : nil))
  }

  init?(json: JSON) {
    guard let party = json["party"].flatMap(Party.init(json:)) else { return nil }
    self.init(
      party: party, customer: json["customer"]?.string, site: json["site"]?.string, vip: json["vip"]?.bool ?? false,
      language: json["language"]?.string, isRetired: json["retired"]?.bool ?? false)
  }
}
