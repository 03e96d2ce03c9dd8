extension Recurrence {
  /// How the ticket of a date begins under a number: opened by the clock, what its instructions make by the rules.
  /// One that is opened ahead is planned for its date.
  ///
  /// - Parameter name: the id of each event.
  package func pending(
    _ occurrence: Occurrence, missed: Int, on id: TicketID, under rules: Rules, at now: Instant,
    templates: TemplateBook, roster: Roster, naming name: () -> String
  ) throws(Refusal) -> [PendingFact] {
    var ticket = Ticket(id: id)
    var pending: [PendingFact] = []
    func post(_ facts: [Fact], by actor: Actor) {
      for fact in facts {
        let next = PendingFact(id: name(), fact, by: actor)
        ticket.apply(next, under: rules, at: now)
        pending.append(next)
      }
    }
    // `{date}` is the date it is for.
    func filled(_ text: FieldText) -> String {
      text.filled(FieldValues(ticket, as: .rule, under: rules, at: occurrence.due))
    }
    let opening = Opening(
      subject: filled(self.opening.subject).cut(toBytes: Limits.subject), channel: self.opening.channel,
      requester: requester(in: rules.directory), customer: self.opening.customer, site: self.opening.site,
      asset: self.opening.asset)
    post(
      try Decision.open(
        opening, message: nil, qualification: self.opening.qualification, as: .timer, under: rules, at: now),
      by: .timer)
    post([.automat(.recurred(rule: self.name, occurrence: occurrence.number, missed: missed))], by: .timer)
    if let body = self.opening.body { post([.noteAdded(Note(Body(filled(body))))], by: .timer) }
    if ahead > 0, occurrence.due > now { post([.planned(start: occurrence.due, chosenBy: .us)], by: .timer) }
    let scene = Scene(as: .rule, under: rules, at: now, templates: templates, roster: roster, rule: self.name)
    post(following(pending[0].id, on: ticket, in: scene), by: .rule)
    return pending
  }

  /// What its instructions make; one that is refused costs itself, and is named.
  private func following(_ cause: String, on ticket: Ticket, in scene: Scene) -> [Fact] {
    if opening.then.isEmpty { return [] }
    var probe = ticket
    var made: [Fact] = []
    var refused: [RefusedAction] = []
    for instruction in opening.then {
      do throws(Refusal) {
        let facts = try instruction.facts(on: probe, in: scene)
        for fact in facts { probe.apply(PendingFact(id: "", fact, by: .rule), under: scene.rules, at: scene.now) }
        made += facts
      } catch { refused.append(RefusedAction(verb: instruction.verb, why: error.code)) }
    }
    return [.automat(.ruleFired(rule: name, cause: cause, refused: refused))] + made
  }

  /// Who asks: the person named, else who speaks for the customer, else the customer itself.
  private func requester(in directory: Directory) -> Party {
    if let party = opening.requester { return party }
    let customer = opening.customer.flatMap { directory.customers[$0] }
    if let person = customer?.contact.flatMap({ directory.person(email: $0) }) { return person.party }
    return Party(name: customer?.name ?? opening.customer ?? name, email: customer?.contact)
  }
}
