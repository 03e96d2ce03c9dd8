import Desk

// The steps of a life after its opening. Gaps are seconds of working time.

extension DemoTale {
  /// Everything after the opening and before the closing, as far as the ending goes.
  func steps(with source: inout SplitMix64) -> [DemoStep] {
    switch ending {
    case .unqualified: return waitingRoom(&source)
    case .qualified: return [qualify(&source)] + (source.chance(30) ? [diagnosis(&source)] : [])
    case .cancelled: return [qualify(&source), cancel(&source)]
    case .spam: return [step(source.within(120...9000), n1) { _, _ in .spam }]
    case .merged: return []
    case .open, .planned, .waitUser, .waitThird, .resolved, .closed: break
    }
    var steps = triage(&source)
    if story.level > .n1 { steps += handOver(&source) }
    if source.chance(8) { steps += sideWork(&source) }
    switch ending {
    case .planned: steps.append(plan(toCome: true, &source))
    case .waitUser: steps.append(ask(toCome: true, &source))
    case .waitThird: steps += story.level.isVendor ? [] : [hold(toCome: true, &source)]
    case .open:
      if !opening.isMonitor, !story.isMajor, story.kind == .incident, source.chance(8) {
        return steps + [resolve(&source)] + relapse(&source)
      }
      let rests = steps.indices.filter { steps[$0].isRest }
      guard !rests.isEmpty else { return steps }
      let least = min(3, rests.count - 1)
      return Array(steps[...rests[least + max(source.below(rests.count - least), source.below(rests.count - least))]])
    default:
      if story.third != nil, !story.level.isVendor, source.chance(70) {
        steps.append(hold(toCome: false, &source))
        steps.append(resume(&source))
      } else if !story.plan.isEmpty, source.chance(80) {
        steps.append(plan(toCome: false, &source))
        steps.append(resume(&source))
      }
      steps.append(resolve(&source))
      if !opening.isMonitor, story.kind == .incident, source.chance(9) {
        steps += relapse(&source) + [resolve(&source)]
      }
    }
    return steps
  }

  /// Who works on it at the end.
  var solver: DemoAgent {
    switch story.level {
    case .n1: n1
    case .n2: n2
    case .n3, .v4, .v5: n3
    }
  }

  private func step(
    _ gap: Int, _ agent: DemoAgent, isRest: Bool = true,
    _ intent: @escaping (Instant, inout SplitMix64) -> Intent
  ) -> DemoStep {
    DemoStep(gap: Int64(gap), actor: agent.actor, isRest: isRest, intent: intent)
  }
}

// MARK: - First line

extension DemoTale {
  private func waitingRoom(_ source: inout SplitMix64) -> [DemoStep] {
    guard !opening.isMonitor, source.chance(20) else { return [] }
    return [
      hear(source.pick(story.isEnglish ? DemoLetters.englishReminders : DemoLetters.reminders) ?? "", after: 2400)
    ]
  }

  private func triage(_ source: inout SplitMix64) -> [DemoStep] {
    var steps: [DemoStep] = []
    if opening.channel != .phone { steps.append(qualify(&source)) }
    steps.append(step(source.within(20...(opening.channel == .phone ? 120 : 1500)), n1) { _, _ in .take })
    if story.isMajor, priority == .p1, ending == .open || ending != .waitThird && source.chance(50) {
      let who = source.chance(50) ? rei : n3
      steps.append(
        step(source.within(60...400), who) { _, _ in
          .prioritise(.p0, reason: "Activité arrêtée, plusieurs services touchés.")
        })
    }
    if priority <= .p1 { steps.append(step(60, n1) { [rei] _, _ in .watch(rei.login) }) }
    // Kind words come before the look at it, an answer that knows something after.
    if !story.reply.isEmpty { steps.append(diagnosis(&source)) }
    if !opening.isMonitor, source.chance(92) {
      let words =
        story.reply.isEmpty
        ? source.pick(story.isEnglish ? DemoLetters.englishAcknowledgements : DemoLetters.acknowledgements) ?? ""
        : story.reply
      steps.append(say(words, by: n1, after: source.within(200...2500)))
    }
    if story.reply.isEmpty { steps.append(diagnosis(&source)) }
    if !story.ask.isEmpty, ending != .waitUser, source.chance(60) {
      steps.append(ask(toCome: false, &source))
      steps.append(hear(story.answer, after: source.within(900...20_000)))
    }
    if source.chance(5) {
      let other = DemoAgent.team(.n1).first { $0 != n1 } ?? n1
      steps.append(
        step(3000, other) { _, _ in .steal(reason: "Collègue absent cet après-midi, le demandeur attend.") })
      steps.append(step(4000, n1) { _, _ in .steal(reason: "De retour, je reprends ce que j’ai commencé.") })
    }
    return steps
  }

  private func qualify(_ source: inout SplitMix64) -> DemoStep {
    let value = qualification ?? Qualification(kind: .incident, gravity: .degraded, impact: .person, category: "")
    return step(source.within(60...(priority <= .p2 ? 600 : 3600)), n1) { _, _ in .qualify(value) }
  }

  private func diagnosis(_ source: inout SplitMix64) -> DemoStep {
    step(source.within(120...2400), n1) { [self] at, source in
      .note(Note(Body(fill(story.note.isEmpty ? story.summary : story.note, at: at, with: &source))))
    }
  }

  private func cancel(_ source: inout SplitMix64) -> DemoStep {
    step(source.within(600...9000), n1) { _, source in
      .cancel(reason: source.pick(DemoLetters.cancelReasons) ?? "Annulé.")
    }
  }

  private func sideWork(_ source: inout SplitMix64) -> [DemoStep] {
    let tag = source.pick(["télétravail", "clôture", "récurrent", "sur site", "formation"]) ?? "récurrent"
    return [step(500, solver) { _, _ in .tag(tag) }]
  }
}

// MARK: - Talk and waits

extension DemoTale {
  private func say(_ words: String, by agent: DemoAgent, after gap: Int) -> DemoStep {
    step(gap, agent) { [self] at, source in .reply(said(words, by: agent, at: at, with: &source)) }
  }

  private func hear(_ words: String, after gap: Int) -> DemoStep {
    DemoStep(
      gap: Int64(gap), actor: Actor(name: requester.mail, profile: .requester, via: .mail), isRest: true
    ) { [self] at, source in .receive(heard(words, at: at, with: &source)) }
  }

  /// A question; `toCome` where the answer has not come by now.
  private func ask(toCome: Bool, _ source: inout SplitMix64) -> DemoStep {
    let late = source.chance(20)
    let agent = toCome ? solver : n1
    return step(source.within(600...5000), agent, isRest: false) { [self] at, source in
      .ask(
        said(story.ask, by: agent, at: at, with: &source),
        reason: source.pick([.information, .information, .information, .unavailable]) ?? .information,
        until: until(at, toCome: toCome, late: late, days: 9, with: &source))
    }
  }

  private func hold(toCome: Bool, _ source: inout SplitMix64) -> DemoStep {
    let late = source.chance(20)
    let third = story.third ?? DemoThird(reason: .equipment, party: "Bureautique Ligérienne", text: "")
    return step(source.within(600...6000), solver, isRest: false) { [self] at, source in
      .hold(
        party: third.party + ", réf. " + (facts["ref"] ?? ""), reason: third.reason,
        until: until(at, toCome: toCome, late: late, days: 15, with: &source))
    }
  }

  private func plan(toCome: Bool, _ source: inout SplitMix64) -> DemoStep {
    let late = source.chance(10)
    return step(source.within(600...6000), solver, isRest: false) { [self] at, source in
      .plan(
        start: until(at, toCome: toCome, late: late, days: 12, with: &source),
        chosenBy: source.chance(70) ? .user : .us)
    }
  }

  private func resume(_ source: inout SplitMix64) -> DemoStep {
    step(source.within(15_000...70_000), solver) { _, _ in .resume(.agent) }
  }

  /// The date of a wait that began at `at`: some days from now, or past where `late`; soon after where it is over.
  private func until(
    _ at: Instant, toCome: Bool, late: Bool, days: Int64, with source: inout SplitMix64
  ) -> Instant {
    let calendar = rules.calendar
    let limit = calendar.add(calendar.nominalDay * days, to: at) ?? at + 86_400
    guard toCome else { return calendar.add(calendar.nominalDay * 2, to: at) ?? at + 86_400 }
    let worked = calendar.elapsed(from: at, to: now)
    if late, worked > 1800, let past = calendar.add(worked / 2, to: at) { return past }
    let wanted = calendar.add(Int64(source.within(7200...150_000)), to: now) ?? now + 86_400
    return min(wanted, limit)
  }
}

// MARK: - Levels

extension DemoTale {
  private func handOver(_ source: inout SplitMix64) -> [DemoStep] {
    let first: Level = story.level == .n2 || source.chance(40) && !story.level.isVendor ? .n2 : .n3
    var steps = escalation(to: first, by: n1, &source)
    let specialist = first == .n2 ? n2 : n3
    steps.append(step(source.within(120...4000), specialist) { _, _ in .take })
    if source.chance(9), priority > .p1 {
      steps.append(
        step(source.within(600...3000), specialist) { _, source in
          .return(to: .n1, reason: source.pick(DemoLetters.returnReasons) ?? "")
        })
      steps.append(step(source.within(300...2400), n1) { _, _ in .take })
      steps += escalation(to: first, by: n1, &source)
      steps.append(step(source.within(120...4000), specialist) { _, _ in .take })
    }
    steps.append(
      step(source.within(900...9000), specialist) { [self] at, source in
        .note(Note(Body(fill(source.pick(DemoLetters.specialistNotes) ?? "", at: at, with: &source))))
      })
    if story.level > .n2, first == .n2 {
      steps += escalation(to: .n3, by: n2, &source)
      steps.append(step(source.within(120...3000), n3) { _, _ in .take })
    }
    if story.level.isVendor {
      steps.append(
        step(source.within(600...3000), n3) { [self] at, source in
          .escalate(to: story.level, handoff: handoff(at: at, with: &source), target: n3.login)
        })
      steps.append(hold(toCome: ending == .waitThird, &source))
      if ending != .waitThird { steps.append(resume(&source)) }
    }
    return steps
  }

  /// In a hurry the glass is broken and the hand-off follows.
  private func escalation(to level: Level, by agent: DemoAgent, _ source: inout SplitMix64) -> [DemoStep] {
    let domain = String(story.category.prefix { $0 != "/" })
    let isBroken = priority <= .p1 && source.chance(40)
    var steps = [
      step(source.within(300...3600), agent) { [self] at, source in
        .escalate(to: level, handoff: isBroken ? nil : handoff(at: at, with: &source), target: nil)
      },
      step(5, agent) { _, _ in .route(group: domain) },
    ]
    if isBroken {
      steps.append(
        step(source.within(300...1500), agent) { [self] at, source in
          .completeHandoff(handoff(at: at, with: &source))
        })
    }
    return steps
  }

  private func handoff(at: Instant, with source: inout SplitMix64) -> Handoff {
    let tried = story.handoff.tried.isEmpty ? story.note : story.handoff.tried
    let needed = story.handoff.needed.isEmpty ? "Reprise par le niveau supérieur." : story.handoff.needed
    return Handoff(
      symptom: subject + " (" + requester.site.name + ", " + customer.name + ")",
      tried: fill(tried, at: at, with: &source),
      hypothesis: story.handoff.hypothesis.isEmpty
        ? "aucune" : fill(story.handoff.hypothesis, at: at, with: &source),
      needed: fill(needed, at: at, with: &source),
      evidence: source.pick(["Journal dans le premier message.", "Capture jointe au fil.", "aucune"]) ?? "aucune")
  }
}

// MARK: - The end

extension DemoTale {
  private func resolve(_ source: inout SplitMix64) -> DemoStep {
    let agent = solver
    return step(source.within(600...12_000), agent, isRest: false) { [self] at, source in
      let onPhone = opening.channel == .phone && source.chance(50)
      let message = onPhone ? nil : said(story.fix, by: agent, at: at, with: &source)
      let knowledge: KnowledgeDecision =
        story.article.map(KnowledgeDecision.linked)
        ?? (source.chance(25) ? .draft : .notReusable("Cas propre à ce client, rien à généraliser."))
      return .resolve(
        Resolution(
          code: story.code, summary: fill(story.summary, at: at, with: &source),
          rootCause: story.cause.isEmpty ? nil : fill(story.cause, at: at, with: &source),
          told: onPhone ? .phone : .message, knowledge: knowledge),
        message: message)
    }
  }

  /// The requester writes again after the resolution, which reopens it.
  private func relapse(_ source: inout SplitMix64) -> [DemoStep] {
    let defaults = story.isEnglish ? DemoLetters.englishAgain : DemoLetters.againDefaults
    let words = story.again.isEmpty ? source.pick(defaults) ?? "" : story.again
    let answers = story.isEnglish ? DemoLetters.englishAcknowledgements : DemoLetters.acknowledgements
    return [
      hear(words, after: source.within(9000...50_000)),
      say(source.pick(answers) ?? "", by: solver, after: source.within(600...5000)),
    ]
  }
}

extension DemoOpening {
  /// A machine's words: nobody to ask or to thank.
  var isMonitor: Bool { channel == .monitor }
}
