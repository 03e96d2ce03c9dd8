/// An active ticket that another may be the duplicate of, and what speaks for it: the same person, equipment or
/// customer, and words of the subject in common. A guess for a reader: nothing is done by it.
package struct Lookalike: Hashable, Sendable {
  /// What two tickets share.
  package enum Reason: Hashable, Sendable {
    case requester
    /// `Asset.id`
    case asset(String)
    /// `Customer.id`
    case customer(String)
    case category(String)
    /// Words of both subjects, folded.
    case words([String])
  }

  package var row: Summary
  package var reasons: [Reason]
  /// The more, the likelier; of no meaning but to put several in order.
  package var score: Int

  /// Those of the rows that a ticket may be the duplicate of, the likeliest first.
  package static func of(_ row: Summary, among rows: some Sequence<Summary>, limit: Int) -> [Lookalike] {
    let wanted = Set(Likeness.words(row.subject))
    let found = rows.compactMap { Lookalike($0, like: row, wanted) }
    return Array(found.sorted { ($1.score, $0.row.id) < ($0.score, $1.row.id) }.prefix(limit))
  }

  /// nil where too little speaks for it: one person may have several troubles, and many people the same.
  private init?(_ other: Summary, like row: Summary, _ wanted: Set<String>) {
    guard other.id != row.id, other.state.isActive else { return nil }
    let theirs = Set(Likeness.words(other.subject))
    let shared = wanted.intersection(theirs)
    // Half of what the shorter of both subjects says.
    let isNear = !shared.isEmpty && shared.count * 2 >= min(wanted.count, theirs.count)
    let isSamePerson = Lookalike.isSame(row.requester, other.requester)
    var reasons: [Reason] = isSamePerson ? [.requester] : []
    if let asset = row.asset, asset == other.asset { reasons.append(.asset(asset)) }
    let isSameThing = reasons.count > (isSamePerson ? 1 : 0)
    if !isSamePerson, let customer = row.customer, customer == other.customer { reasons.append(.customer(customer)) }
    if reasons.isEmpty { return nil }
    // A machine is heard of many things. Somebody who calls and writes of one does so in other words, and soon.
    let isPerson = isSamePerson && row.channel != .monitor && other.channel != .monitor
    let isSoon = isPerson && abs(row.receivedAt - other.receivedAt) <= Lookalike.soon
    let isSameCategory = row.category != nil && row.category == other.category
    guard isNear || isSoon || isSameThing && isSamePerson || isSameCategory && (isPerson || isSameThing) else {
      return nil
    }
    if isSameCategory, let category = row.category { reasons.append(.category(category)) }
    if !shared.isEmpty { reasons.append(.words(shared.sorted())) }
    (self.row, self.reasons) = (other, reasons)
    score =
      (isSamePerson ? 40 : 0) + (isSameThing ? 30 : 0) + (isSameCategory ? 10 : 0)
      + 100 * shared.count / max(wanted.count, theirs.count, 1)
  }

  /// Seconds between two contacts of one person that may be of one thing: two days.
  private static let soon: Int64 = 2 * 86_400

  /// By address where both have one: two people may share a name, and one person writes it in two ways.
  private static func isSame(_ a: Party, _ b: Party) -> Bool {
    if let one = a.email, let other = b.email { return Folding.fold(one) == Folding.fold(other) }
    return !a.name.isEmpty && Folding.fold(a.name) == Folding.fold(b.name)
  }
}
