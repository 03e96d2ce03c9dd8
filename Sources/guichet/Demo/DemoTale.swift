import Desk

/// Who tells which story, with what facts: everything a life needs before its first event. A class, since each step of
/// the life holds it: a copy a step was half the time of making a large desk.
final class DemoTale {
  let story: DemoScenario
  let ending: DemoEnding
  let customer: DemoCustomer
  let requester: DemoCustomer.Requester
  let qualification: Qualification?
  let subject: String
  let opening: DemoOpening
  let facts: [String: String]
  let rules: Rules
  let now: Instant
  let n1: DemoAgent
  let n2: DemoAgent
  let n3: DemoAgent
  let rei: DemoAgent

  /// `pairing` chooses the customer: two tickets that end as one share it.
  init(
    _ story: DemoScenario, size: Int, ending: DemoEnding, pairing: UInt64, opened: Instant, now: Instant, rules: Rules,
    with source: inout SplitMix64
  ) {
    self.story = story
    self.ending = ending
    self.rules = rules
    self.now = now
    var qualification = size < story.qualifications.count ? story.qualifications[size] : nil
    let customers = DemoCustomer.all.filter {
      story.customers.isEmpty ? $0.isEnglish == story.isEnglish : story.customers.contains($0.id)
    }
    customer = customers.isEmpty ? DemoCustomer.all[0] : customers[Int(pairing % UInt64(customers.count))]
    requester = DemoTale.requester(of: customer, for: qualification, &source)
    let domain = String(story.category.prefix { $0 != "/" })
    n1 = DemoTale.agent(.n1, domain, &source)
    n2 = DemoTale.agent(.n2, domain, &source)
    n3 = DemoTale.agent(.n3, domain, &source)
    rei = DemoTale.agent(.rei, domain, &source)
    var facts = DemoSlots.facts(
      story, of: customer, requester: requester, opened: opened, zone: rules.calendar.zone, with: &source)
    facts["agent"] = n1.firstName
    self.facts = facts
    subject = Phrase.fill(source.pick(story.subjects) ?? story.id, facts: facts, with: &source)
    opening =
      source.pick(story.openings) ?? DemoOpening(channel: .mail, text: subject, isBare: false)
    if requester.isVIP, qualification?.impact == .person, opening.channel != .monitor { qualification?.impact = .group }
    self.qualification = qualification
  }

  /// Directors call for themselves; what stops a whole team is told by somebody of the team.
  private static func requester(
    of customer: DemoCustomer, for qualification: Qualification?, _ source: inout SplitMix64
  ) -> DemoCustomer.Requester {
    let people = customer.requesters.filter { !$0.isVIP || qualification?.impact == .person }
    return source.pick(people) ?? customer.requesters[0]
  }

  /// One of the level, who knows the domain two times out of three.
  private static func agent(
    _ role: DemoAgent.Role, _ domain: String, _ source: inout SplitMix64
  ) -> DemoAgent {
    let all = DemoAgent.team(role)
    let skilled = all.filter { $0.skills.contains(domain) }
    return source.pick(source.chance(66) && !skilled.isEmpty ? skilled : all) ?? DemoAgent.team[0]
  }

  var priority: Priority {
    qualification.map { rules.matrix[$0.impact, $0.gravity] } ?? .p3
  }

  var party: Party {
    if story.isSpam { return DemoLetters.stranger }
    if opening.channel == .monitor { return Party(name: "Supervision") }
    return Party(name: requester.name, email: requester.mail, phone: requester.phone)
  }

  /// In whose name the ticket is opened.
  var opener: Actor {
    switch opening.channel {
    case .phone, .walkIn: n1.actor
    case .mail: Actor(name: party.email ?? requester.mail, profile: .requester, via: .mail)
    case .chat, .portal: Actor(name: requester.mail, profile: .requester, via: .cli)
    case .monitor: Actor(name: "supervision", profile: .machine, via: .rule)
    }
  }

  func opening(at: Instant, with source: inout SplitMix64) -> Opening {
    let isPhone = opening.channel == .phone
    return Opening(
      subject: subject, channel: opening.channel, requester: party, customer: story.isSpam ? nil : customer.id,
      site: story.isSpam ? nil : requester.site.name,
      asset: story.asset == "aucun" || story.asset.isEmpty ? nil : facts["equipement"],
      occurredAt: story.kind == .incident && source.chance(50) ? at + -Int64(source.within(300...5400)) : nil,
      receivedAt: isPhone ? at + -Int64(source.within(60...300)) : at)
  }

  func firstMessage(with source: inout SplitMix64) -> Letter {
    let frame = DemoLetters.frame(opening.channel, isEnglish: story.isEnglish)
    let text = Phrase.fill(frame.before + opening.text + frame.after, facts: facts, with: &source)
    let body =
      opening.isBare
      ? text
      : DemoLetters.incoming(
        text, from: requester, of: customer, isEnglish: story.isEnglish, channel: opening.channel, with: &source)
    return letter(from: party, body, channel: opening.channel, with: &source)
  }
}

// MARK: - Words

extension DemoTale {
  func fill(_ text: String, at: Instant, with source: inout SplitMix64) -> String {
    var facts = facts
    facts["retour"] = DemoSlots.hour(
      rules.calendar.zone.local(at), minus: source.within(4...20), isEnglish: story.isEnglish)
    return Phrase.fill(text, facts: facts, with: &source)
  }

  /// What the requester writes.
  func heard(_ text: String, at: Instant, with source: inout SplitMix64) -> Letter {
    let channel: Channel = opening.channel == .chat || opening.channel == .portal ? opening.channel : .mail
    return letter(
      from: Party(name: requester.name, email: requester.mail, phone: requester.phone),
      fill(text, at: at, with: &source), channel: channel, with: &source)
  }

  /// What the desk answers.
  func said(_ text: String, by agent: DemoAgent, at: Instant, with source: inout SplitMix64) -> Letter {
    let words = fill(text, at: at, with: &source)
    let isAlert = opening.channel == .monitor
    let body = DemoLetters.outgoing(
      words, to: requester.firstName, from: agent, isEnglish: story.isEnglish)
    return Letter(
      to: [requester.mail], subject: "Re: " + subject, body: Body(isAlert ? words : body),
      channel: opening.channel == .chat ? .chat : .mail)
  }

  private func letter(
    from: Party, _ text: String, channel: Channel, with source: inout SplitMix64
  ) -> Letter {
    let isMail = channel == .mail
    return Letter(
      from: from, to: isMail ? ["support@" + DemoAgent.domain] : [], subject: isMail ? subject : nil, body: Body(text),
      channel: channel,
      messageID: isMail ? "<\(DemoTeller.identifier(&source))@\(from.domain ?? customer.domain)>" : nil)
  }
}

extension DemoAgent {
  var profile: Profile {
    switch role {
    case .n1: .n1
    case .n2: .n2
    case .n3: .n3
    case .rei: .manager
    case .admin: .admin
    }
  }
  var actor: Actor { Actor(name: login, profile: profile, via: .tui) }
}

extension Party {
  fileprivate var domain: String? { email?.split(separator: "@").last.map(String.init) }
}
