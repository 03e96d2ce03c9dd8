// A major incident, whom and what a ticket concerns, and how content they are.

extension Decision {
  /// A major incident is a P0: declaring it sets the one, ending it gives the priority back to the matrix.
  func declareMajor(_ reason: String, _ every: Int) throws(Refusal) -> [Fact] {
    try need(.declareMajor, .declareMajor)
    try text(.reason, reason)
    try between(.every, every, Major.minutes)
    if ticket.major != nil { throw .alreadyThere }
    var facts: [Fact] = [.duty(.majorDeclared(reason: reason, every: every))]
    if ticket.override?.priority != .p0 { facts.append(.priorityOverridden(.p0, reason: reason)) }
    return facts
  }

  func endMajor(_ reason: String) throws(Refusal) -> [Fact] {
    try need(.declareMajor, .endMajor)
    try text(.reason, reason)
    guard ticket.major != nil else { throw .notThere }
    var facts: [Fact] = [.duty(.majorEnded(reason: reason))]
    if ticket.override?.priority == .p0 { facts.append(.priorityOverridden(nil, reason: reason)) }
    return facts
  }

  func concern(_ intent: Intent) throws(Refusal) -> [Fact] {
    switch intent {
    case .changeRequester(let to, let customer, let site): return [try changed(to, customer, site)]
    case .linkAsset(let asset):
      try replaced(.asset, ticket.asset, by: asset, .linkAsset)
      return [.concern(.assetLinked(asset))]
    case .linkContract(let contract):
      try replaced(.contract, ticket.contract, by: contract, .linkContract)
      if let contract { try checkCustomer(of: contract) }
      return [.concern(.contractLinked(contract))]
    case .askSatisfaction: return [try asked()]
    case .answerSatisfaction(let score, let comment): return [try answered(score, comment)]
    default: return []
    }
  }

  private func changed(_ to: Party, _ customer: String?, _ site: String?) throws(Refusal) -> Fact {
    try need(.work, .changeRequester)
    if blank(to.label) { throw .missing([.requester]) }
    for text in [to.name, to.email ?? "", to.phone ?? "", customer ?? "", site ?? ""] {
      try Decision.check(.requester, text, limit: Limits.name)
    }
    if to == ticket.requester, customer == ticket.customer, site == ticket.site { throw .alreadyThere }
    return .concern(.requesterChanged(to: to, customer: customer, site: site))
  }

  private func replaced(_ field: Refusal.Field, _ old: String?, by new: String?, _ verb: Verb) throws(Refusal) {
    try need(.work, verb)
    if let new {
      try filled((field, new))
      try Decision.check(field, new, limit: Limits.name)
    }
    if old == new { throw new == nil ? .notThere : .alreadyThere }
  }

  /// Asked once for each closing, where there is somebody to ask.
  private func asked() throws(Refusal) -> Fact {
    if actor.profile != .machine { try need(.work, .askSatisfaction) }
    if ticket.satisfaction != nil { throw .alreadyThere }
    guard let of = ticket.requester.email ?? ticket.requester.phone else { throw .missing([.recipient]) }
    return .concern(.satisfactionAsked(of: of))
  }

  /// Answered once for each ending: by the requester, or by an agent who heard it.
  private func answered(_ score: Int, _ comment: String?) throws(Refusal) -> Fact {
    try need(.confirm, .answerSatisfaction)
    try between(.score, score, Satisfaction.scores)
    try Decision.check(.comment, comment ?? "", limit: Limits.shortText)
    if ticket.satisfaction?.answer != nil { throw .alreadyThere }
    return .concern(.satisfactionAnswered(score: score, comment: comment))
  }
}
