// What a ticket is: its qualification, and a priority set by hand.

extension Decision {
  func qualify(_ qualification: Qualification) throws(Refusal) -> [Fact] {
    try need(.work, .qualify)
    try Decision.check(qualification, rules)
    return [.qualified(qualification)]
  }

  func prioritise(_ priority: Priority?, _ reason: String) throws(Refusal) -> [Fact] {
    try need(priority == .p0 || ticket.override?.priority == .p0 ? .declareMajor : .work, .prioritise)
    try filled((.reason, reason))
    if priority == nil, ticket.override == nil { throw .notThere }
    return [.priorityOverridden(priority, reason: reason)]
  }

  static func check(_ qualification: Qualification, _ rules: Rules) throws(Refusal) {
    if qualification.category.allSatisfy(\.isWhitespace) { throw .missing([.category]) }
    if !rules.categories.isEmpty, !rules.categories.contains(qualification.category) {
      throw .unknownCategory(qualification.category)
    }
  }
}
