/// Whom and what a ticket concerns, where that was not known or not right at its opening, and what they thought of it.
package enum ConcernFact: FactFamily {
  case requesterChanged(to: Party, customer: String?, site: String?)
  /// nil takes it away.
  case assetLinked(String?)
  /// `Contract.id`; nil takes it away.
  case contractLinked(String?)
  /// The requester was asked how content they are, at this address.
  case satisfactionAsked(of: String)
  /// From 1 to 5.
  case satisfactionAnswered(score: Int, comment: String?)

  package var op: String {
    switch self {
    case .requesterChanged: "requester.changed"
    case .assetLinked: "asset.linked"
    case .contractLinked: "contract.linked"
    case .satisfactionAsked: "csat.asked"
    case .satisfactionAnswered: "csat.answered"
    }
  }

  package var d: JSON {
    switch self {
    case .requesterChanged(let to, let customer, let site):
      .object(of: ("to", to.json), ("customer", customer.map(JSON.string)), ("site", site.map(JSON.string)))
    case .assetLinked(let asset): .object(of: ("asset", asset.map(JSON.string)))
    case .contractLinked(let contract): .object(of: ("contract", contract.map(JSON.string)))
    case .satisfactionAsked(let of): .object(of: ("of", .string(of)))
    case .satisfactionAnswered(let score, let comment):
      .object(of: ("score", .int(Int64(score))), ("comment", comment.map(JSON.string)))
    }
  }

  static func read(op: String, d: JSON) -> ConcernFact? {
    switch op {
    case "requester.changed":
      guard let to = d["to"].flatMap(Party.init(json:)) else { return nil }
      return .requesterChanged(to: to, customer: d["customer"]?.string, site: d["site"]?.string)
    case "asset.linked": return linked(d, "asset").map(ConcernFact.assetLinked)
    case "contract.linked": return linked(d, "contract").map(ConcernFact.contractLinked)
    case "csat.asked": return d["of"]?.string.map { .satisfactionAsked(of: $0) }
    case "csat.answered":
      guard let score = d["score"]?.int, (1...5).contains(score) else { return nil }
      return .satisfactionAnswered(score: Int(score), comment: d["comment"]?.string)
    default: return nil
    }
  }

  /// Nothing at all is nothing linked; something else than a name is misshapen.
  private static func linked(_ d: JSON, _ key: String) -> String?? {
    guard let value = d[key] else { return d == .object([]) ? .some(nil) : nil }
    return value.string.map { .some($0) }
  }
}
