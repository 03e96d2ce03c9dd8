import Desk

/// A whole desk made up for a demonstration: who works there, whom it serves, what it knows, and the lives of its
/// tickets, one at a time. The same seed, date and count give the same desk, to the byte.
package struct DemoDesk: Sendable {
  package let seed: UInt64
  package let now: Instant
  package let count: Int
  /// The code of the site that opens the tickets.
  package let site: String
  package let rules: Rules
  private let plan: DemoPlan
  private let clock: DemoClock
  /// A ticket closed by now was resolved before.
  private let lastResolution: Instant

  /// `calendar` counts the working days and tells the hour; the desk's directory and categories are the demo's own.
  package init(seed: UInt64, now: Instant, count: Int = 200, site: String = "DEMO", calendar: WorkingCalendar) {
    self.seed = seed
    self.now = now
    self.count = min(max(count, 0), Limits.ticketNumber)
    self.site = site
    var directory = Directory()
    for fact in DemoDesk.facts(now: now) { directory.apply(fact) }
    rules = Rules(categories: DemoCategories.paths.sorted(), directory: directory, calendar: calendar)
    plan = DemoPlan(seed: seed, count: self.count)
    clock = DemoClock(now: now, calendar: calendar)
    lastResolution = clock.opening(workingMinutes: 6 * 510, secondsOff: 0)
  }

  /// All that the ledger says, as of `now`.
  package static func facts(now: Instant) -> [LedgerFact] { people + DemoRegisters.facts(now: now) }

  /// Agents, customers and requesters, as the ledger records them.
  package static let people: [LedgerFact] =
    DemoAgent.team.map {
      .agent(
        Agent(
          login: $0.login, name: $0.name, profile: $0.profile, email: $0.mail, phone: $0.phone, skills: $0.skills))
    }
    + DemoCustomer.all.flatMap { customer in
      [
        LedgerFact.customer(
          Customer(
            id: customer.id, name: customer.name, domains: [customer.domain], sites: customer.sites.map(\.name),
            contract: DemoRegisters.contractID(customer), contact: customer.requesters.first { $0.isVIP }?.mail,
            sharesTickets: customer.sites.count > 2))
      ]
        + customer.requesters.map { person in
          .person(
            Person(
              party: Party(name: person.name, email: person.mail, phone: person.phone), customer: customer.id,
              site: person.site.name, vip: person.isVIP, language: customer.isEnglish ? "en" : "fr"))
        }
    }

  /// The demo's `desk.json`: its categories, as a tree.
  package static var config: String {
    let branches = DemoCategories.tree.map { top in
      "    \"\(top.name)\": [\(top.below.map { "\"\($0)\"" }.joined(separator: ", "))],\n"
    }
    return "{\n  zone: \"\(DeskConfig.defaultZone)\",\n  categories: {\n\(branches.joined())  },\n}\n"
  }

  /// The ledger's events, in their one stream.
  package func ledger() -> [LedgerEvent] {
    var source = SplitMix64.of(seed: seed, index: -2)
    return DemoDesk.facts(now: now).enumerated().map { rank, fact in
      LedgerEvent(
        id: DemoTeller.identifier(&source), site: site, n: rank + 1, lamport: Int64(rank + 1), at: founding,
        by: "odile", via: .cli, fact: fact)
    }
  }

  /// The knowledge base: each article's identifier and its events.
  package func articles() -> [(id: String, events: [ArticleEvent])] {
    var source = SplitMix64.of(seed: seed, index: -3)
    return DemoArticle.all.map { article in
      let author = source.pick(article.level == .n1 ? DemoAgent.team(.n1) : DemoAgent.team(.n2)) ?? DemoAgent.team[0]
      let written = founding + Int64(source.within(86_400...86_400 * 20))
      let facts: [(ArticleFact, String)] = [
        (.created(article.content), author.login),
        (.published(article.audience == .everyone ? .public : .internal), "bertrand"),
      ]
      let events = facts.enumerated().map { rank, fact in
        ArticleEvent(
          id: DemoTeller.identifier(&source), site: site, n: rank + 1, lamport: Int64(rank + 1),
          at: written + Int64(rank * 3600), by: fact.1, via: .tui, fact: fact.0)
      }
      return (article.id, events)
    }
  }

  /// When the desk began, before its first ticket.
  private var founding: Instant { now + -Int64(DemoPlan.history + 40) * 86_400 }
}

// MARK: - Tickets

extension DemoDesk {
  /// The lives of the tickets 1…count, in the order of their numbers; each is made when it is asked for.
  package var lives: some Sequence<DemoLife> { (0..<count).lazy.map { life($0 + 1) } }

  /// The life of ticket `number`, 1…count.
  package func life(_ number: Int) -> DemoLife {
    var source = SplitMix64.of(seed: seed, index: number)
    return number <= plan.old ? past(number, &source) : recent(number, &source)
  }

  /// A closed ticket of the years behind.
  private func past(_ number: Int, _ source: inout SplitMix64) -> DemoLife {
    let days = min(DemoPlan.history, plan.old / 8 + 1)
    let back = 26 + (plan.old - number) * days / max(plan.old, 1)
    let index = DemoPlan.deck[source.below(DemoPlan.deck.count)]
    let story = DemoScenarios.all[Int(index)]
    let opened = clock.opening(daysAgo: back, anyHour: story.kind == .alert, with: &source)
    let isSpam = source.chance(2)
    let isCancelled = story.kind == .request && source.chance(5)
    let ending: DemoEnding = isSpam ? .spam : isCancelled ? .cancelled : .closed
    let told = isSpam ? source.pick(DemoScenarios.spam) ?? story : story
    let size = source.below(told.qualifications.count)
    return tell(number, told, size: size, ending: ending, opened: opened, merging: [], &source)
  }

  private func recent(_ number: Int, _ source: inout SplitMix64) -> DemoLife {
    let place = number - plan.old - 1
    let entry = plan.entries[place]
    let story = (entry.ending == .spam ? DemoScenarios.spam : DemoScenarios.all)[Int(entry.story)]
    return tell(
      number, story, size: Int(entry.size), ending: entry.ending, opened: opened(place),
      merging: plan.merged[place] ?? [], twin: entry.twin < 0 ? nil : Int(entry.twin), &source)
  }

  /// The seconds are the place's own: two tickets of one minute differ.
  private func opened(_ place: Int) -> Instant {
    clock.opening(workingMinutes: Int(plan.entries[place].age), secondsOff: 59 - place * 7 % 60)
  }

  private func tell(
    _ number: Int, _ story: DemoScenario, size: Int, ending: DemoEnding, opened: Instant, merging: [Int],
    twin: Int? = nil, _ source: inout SplitMix64
  ) -> DemoLife {
    var pairing = SplitMix64.of(seed: ~seed, index: twin.map { plan.old + 1 + $0 } ?? number)
    let tale = DemoTale(
      story, size: size, ending: ending, pairing: pairing.next(), opened: opened, now: now, rules: rules, with: &source)
    var teller = DemoTeller(id: TicketID(site: site, number: number), rules: rules, source: source)
    let steps = tale.steps(with: &source)
    let isToldAtOnce =
      tale.opening.channel == .phone && ![.unqualified, .qualified, .cancelled, .spam, .merged].contains(ending)
    teller.open(
      tale.opening(at: opened, with: &source), message: tale.firstMessage(with: &source),
      qualification: isToldAtOnce ? tale.qualification : nil, as: tale.opener, at: opened)
    let limit = ending == .closed ? lastResolution : now
    let instants = clock.instants(from: opened, gaps: steps.map(\.gap), until: max(limit, opened + 60))
    var merges = merging[...]
    for (step, at) in zip(steps, instants) {
      while let place = merges.first, merge(place) <= at { absorb(place, merge(place), &teller, &merges) }
      teller.tell(step.intent(at, &source), as: step.actor, at: at)
      if teller.life.ticket.state == .resolved, teller.life.ticket.resolvedAt == at,
        let minutes = DemoRegisters.minutes(of: number)
      {
        teller.record([.work(.timeLogged(WorkTime(minutes: minutes, activity: .repair)))], as: step.actor, at: at)
      }
    }
    while let place = merges.first { absorb(place, merge(place), &teller, &merges) }
    if let twin {
      teller.record(
        [.mergedInto(TicketID(site: site, number: plan.old + 1 + twin))], as: DemoAgent.team[0].actor,
        at: merge(number - plan.old - 1))
    }
    if ending == .closed { close(tale, &teller, &source) }
    return teller.life
  }

  /// When the ticket at `place` was merged into its twin.
  private func merge(_ place: Int) -> Instant { min(opened(place) + 300, now) }

  private func absorb(_ place: Int, _ at: Instant, _ teller: inout DemoTeller, _ merges: inout ArraySlice<Int>) {
    // Its opening and its first message.
    let events = 2
    teller.record(
      [.mergedFrom(TicketID(site: site, number: plan.old + 1 + place), upTo: events)],
      as: DemoAgent.team[0].actor, at: max(at, teller.life.ticket.lastAt))
    merges.removeFirst()
  }

  /// By its date as a rule, else by the requester's word or the single point of contact.
  private func close(_ tale: DemoTale, _ teller: inout DemoTeller, _ source: inout SplitMix64) {
    guard let resolved = teller.life.ticket.resolvedAt else { return }
    let requester = Actor(name: tale.requester.mail, profile: .requester, via: .mail)
    let due = rules.autoClose(teller.life.ticket) ?? now
    if due >= now || source.chance(40) {
      let at = rules.calendar.add(Int64(source.within(1200...60_000)), to: resolved) ?? resolved + 3600
      let isWord = source.chance(75) && !tale.opening.isMonitor
      teller.tell(
        .close(isWord ? .confirmed : .manager), as: isWord ? requester : tale.rei.actor, at: min(at, max(now, resolved))
      )
    } else {
      teller.tell(.close(.auto), as: .timer, at: due + Int64(source.below(50)))
    }
  }
}

extension DemoArticle {
  var level: Level { audience == .n2 ? .n2 : .n1 }

  /// The article as the desk records it.
  var content: ArticleContent {
    ArticleContent(
      title: title, kind: ArticleKind(rawValue: kind.rawValue) ?? .solution, level: level, product: product,
      symptom: symptom, steps: steps, reply: reply, keywords: keywords)
  }
}
