import Desk
import Kit
import Testing

/// Two tickets and the acts on both, as the shell would do them.
struct Couple {
  var source: Life
  var target: Life

  init(customers: (String?, String?) = (nil, nil)) {
    source = Life("Plus d’encre", id: TicketID(site: "LYO", number: 1))
    target = Life("Imprimante en panne", id: TicketID(site: "LYO", number: 2))
    for (life, customer) in [(\Couple.source, customers.0), (\Couple.target, customers.1)] where customer != nil {
      self[keyPath: life].record(
        [
          .concern(
            .requesterChanged(to: Party(name: "Élise Bérard", email: "elise@exemple.fr"), customer: customer, site: nil)
          )
        ],
        by: .timer)
    }
  }

  func decided(_ name: String, _ intent: Intent) throws(Refusal) -> (own: [Fact], other: [Fact]) {
    let decision = Decision(on: source.ticket, as: TestDesk.actor(name), under: source.rules, at: source.now)
    return try PairDecision(decision, beside: target.ticket).decide(intent)
  }

  /// An act of the source's; one half only where a writer is cut short.
  mutating func act(_ name: String, _ intent: Intent, halves: (own: Bool, other: Bool) = (true, true)) throws(Refusal) {
    let facts = try decided(name, intent)
    if halves.own { source.record(facts.own, by: TestDesk.actor(name)) }
    if halves.other { target.record(facts.other, by: TestDesk.actor(name)) }
  }

  var merge: Intent { .merge(into: target.ticket.id) }
}

private let open: [(String, Intent)] = [("amel", .take)]
private let atN2: [(String, Intent)] = [
  ("amel", .take), ("amel", .qualify(.of(2, 2))), ("amel", .escalate(to: .n2, handoff: .full, target: nil)),
]
private let closed: [(String, Intent)] =
  open + [
    ("amel", .resolve(.simple(), message: nil)), ("amel", .close(.confirmed)),
  ]

@Suite struct PairTests {
  @Test func aMergeIsToldByBoth() throws {
    var couple = Couple()
    let upTo = couple.source.ticket.lamport
    try couple.act("amel", couple.merge)
    #expect(couple.source.ticket.state == .merged)
    #expect(couple.source.ticket.mergedInto == couple.target.ticket.id)
    #expect(couple.target.ticket.bonds.absorbed == [Bonds.Absorbed(id: couple.source.ticket.id, upTo: upTo)])
    #expect(couple.target.ticket.state == .new)
  }

  struct Guard: Sendable, CustomTestStringConvertible {
    let name: String
    var source: [(String, Intent)] = []
    var target: [(String, Intent)] = []
    var customers: (String?, String?) = (nil, nil)
    var actor = "amel"
    let refusal: Refusal?
    var testDescription: String { name }
  }

  private static let second = TicketID(site: "LYO", number: 2)

  @Test(arguments: [
    Guard(name: "two new ones", refusal: nil),
    Guard(
      name: "a closed source", source: closed, refusal: .wrongState(.merge, state: .closed)),
    Guard(name: "into a closed one", target: closed, refusal: .otherState(.merge, second, state: .closed)),
    Guard(
      name: "N1 beyond its queue", source: atN2, refusal: .notAllowed(.merge, .mergeAny, profile: .n1)),
    Guard(name: "N1 into N2's", target: atN2, refusal: .notAllowed(.merge, .mergeAny, profile: .n1)),
    Guard(name: "N2 at N2", source: atN2, actor: "chloe", refusal: nil),
    Guard(
      name: "two customers", customers: ("acme", "bolt"), actor: "chloe",
      refusal: .notAllowed(.merge, .mergeAcross, profile: .n2)),
    Guard(name: "two customers by a lead", customers: ("acme", "bolt"), actor: "rene", refusal: nil),
    Guard(name: "an auditor", actor: "otto", refusal: .notAllowed(.merge, .merge, profile: .auditor)),
  ])
  func mergeIsGuarded(_ guarded: Guard) throws {
    var couple = Couple(customers: guarded.customers)
    for (who, intent) in guarded.source { try couple.source.act(who, intent) }
    for (who, intent) in guarded.target { try couple.target.act(who, intent) }
    guard let refusal = guarded.refusal else { return try couple.act(guarded.actor, couple.merge) }
    #expect(throws: refusal) { _ = try couple.decided(guarded.actor, couple.merge) }
  }

  @Test func whatIsMergedTellsWhereToAct() throws {
    var couple = Couple()
    try couple.act("amel", couple.merge)
    let heir = couple.target.ticket.id
    #expect(throws: Refusal.merged(into: heir)) { try couple.source.act("amel", .reply(.saying("x"))) }
    #expect(throws: Refusal.merged(into: heir)) { try couple.source.act("mail", .receive(.saying("x"))) }
    #expect(throws: Refusal.alreadyThere) { _ = try couple.decided("amel", couple.merge) }
  }

  @Test func intoItselfIsNoMerge() throws {
    var life = Life()
    #expect(throws: Refusal.mergeWithSelf) { try life.act("amel", .merge(into: life.ticket.id)) }
  }

  /// Wherever a writer dies, repeating the act leaves what one that was not cut short leaves.
  @Test(arguments: [false, true]) func aHalfMergeIsToldAndFinished(ownFirst: Bool) throws {
    var couple = Couple()
    try couple.act("amel", couple.merge, halves: (ownFirst, !ownFirst))
    let others = [couple.source.ticket.id: couple.source.ticket, couple.target.ticket.id: couple.target.ticket]
    let half = HalfPair.merge(source: couple.source.ticket.id, target: couple.target.ticket.id)
    #expect(couple.source.ticket.halfPairs(with: others) == (ownFirst ? [half] : []))
    #expect(couple.target.ticket.halfPairs(with: others) == (ownFirst ? [] : [half]))
    try couple.act("amel", couple.merge)
    var whole = Couple()
    try whole.act("amel", whole.merge)
    #expect(couple.source.ticket.bonds == whole.source.ticket.bonds)
    #expect(couple.target.ticket.bonds == whole.target.ticket.bonds)
  }

  @Test(arguments: [false, true]) func aHalfUnmergeIsToldAndFinished(ownFirst: Bool) throws {
    var couple = Couple()
    try couple.act("amel", couple.merge)
    try couple.act("amel", .unmerge, halves: (ownFirst, !ownFirst))
    let others = [couple.source.ticket.id: couple.source.ticket, couple.target.ticket.id: couple.target.ticket]
    let told = couple.source.ticket.halfPairs(with: others) + couple.target.ticket.halfPairs(with: others)
    #expect(!told.isEmpty)
    try couple.act("amel", .unmerge)
    #expect(couple.source.ticket.state == .new)
    #expect(couple.source.ticket.mergedInto == nil)
    #expect(couple.target.ticket.bonds.absorbed.isEmpty)
  }

  /// Mail that came to the source between two tries belongs to the thread as well.
  @Test func aRepeatedMergeTakesInWhatCameMeanwhile() throws {
    var couple = Couple()
    try couple.act("amel", couple.merge, halves: (false, true))
    try couple.source.act("mail", .receive(.saying("Encore")))
    try couple.act("amel", couple.merge)
    #expect(couple.target.ticket.bonds.absorbed.map(\.upTo) == [couple.source.ticket.lamport - 1])
  }

  // MARK: - The thread

  @Test func theTargetShowsTheSourcesWordsInTheirPlace() throws {
    var couple = Couple()
    try couple.source.act("amel", .note(Note(Body("dans la source"))))
    couple.target.now = couple.source.now + 60
    try couple.target.act("amel", .note(Note(Body("dans la cible"))))
    try couple.act("amel", couple.merge)
    try couple.source.act("amel", .note(Note(Body("après"))))
    let thread = couple.target.ticket.thread(with: [couple.source.ticket.id: couple.source.ticket])
    let notes = thread.compactMap { entry -> String? in
      if case .noteAdded(let note) = entry.fact { note.body.text } else { nil }
    }
    #expect(notes == ["dans la source", "dans la cible"])
    #expect(thread.contains { $0.origin == couple.source.ticket.id })
    // What the ticket is, its own events tell alone.
    #expect(couple.target.ticket.noteCount == 1)
  }

  @Test func mergersOfMergersAreShownAndCirclesEnd() throws {
    var ring: [TicketID: Ticket] = [:]
    let ids = (1...3).map { TicketID(site: "LYO", number: $0) }
    for (place, id) in ids.enumerated() {
      var life = Life(id: id)
      life.record([.mergedFrom(ids[(place + 1) % 3], upTo: 100)], by: .timer)
      ring[id] = life.ticket
    }
    let thread = try #require(ring[ids[0]]).thread(with: ring)
    #expect(Set(thread.map(\.origin)) == [nil, ids[1], ids[2]])
    #expect(thread.count == 9)
  }

  @Test func aSplitMessageKeepsAuthorTimeAndFiles() throws {
    var couple = Couple()
    let file = Attachment(name: "écran.png", type: "image/png", bytes: 3, sha256: String(repeating: "a", count: 64))
    let zoe = Party(name: "Zoé", email: "zoe@exemple.fr")
    let letter = Letter(from: zoe, subject: "Et mon écran ?", body: Body("Noir."), channel: .mail, attachments: [file])
    try couple.source.act("mail", .receive(letter))
    let heard = try #require(couple.source.ticket.entries.last)
    couple.source.now = couple.source.now + 3600
    let decision = Decision(
      on: couple.source.ticket, as: TestDesk.actor("amel"), under: couple.source.rules, at: couple.source.now)
    let facts = try decision.split([heard.event], subject: nil)
    var new = Life(id: TicketID(site: "LYO", number: 3))
    new.record(facts, by: TestDesk.actor("amel"))
    couple.source.record(
      [.splitOut(to: new.ticket.id, event: heard.event)], by: TestDesk.actor("amel"))
    #expect(new.ticket.subject == "Et mon écran ?")
    #expect(new.ticket.requester == zoe)
    #expect(new.ticket.receivedAt == heard.at)
    let shown = try #require(
      new.ticket.thread(with: [couple.source.ticket.id: couple.source.ticket]).first { $0.origin != nil })
    #expect(shown.event == heard.event)
    #expect(shown.at == heard.at)
    #expect(shown.origin == couple.source.ticket.id)
    #expect(shown.fact == .messageIn(letter))
    let left = try #require(couple.source.ticket.thread(with: [:]).first { $0.event == heard.event })
    #expect(left.movedTo == new.ticket.id)
    #expect(throws: Refusal.notSplittable(heard.event)) {
      let again = Decision(on: couple.source.ticket, as: decision.actor, under: decision.rules, at: decision.now)
      _ = try again.split([heard.event], subject: nil)
    }
  }

  @Test(arguments: [([], Refusal.missing([.event])), (["E99"], .notSplittable("E99")), (["E1"], .notSplittable("E1"))])
  func aSplitIsGuarded(events: [String], refusal: Refusal) throws {
    let life = Life()
    #expect(throws: refusal) {
      _ = try Decision(on: life.ticket, as: TestDesk.actor("amel"), under: life.rules, at: life.now)
        .split(events, subject: nil)
    }
  }

  // MARK: - Links

  @Test(arguments: Relation.allCases) func aLinkIsToldByBothAndUndoneOnBoth(relation: Relation) throws {
    var couple = Couple()
    let link = Link(relation, couple.target.ticket.id)
    try couple.act("amel", .link(link))
    #expect(couple.source.ticket.links == [link])
    #expect(couple.target.ticket.links == [link.seen(from: couple.source.ticket.id)])
    #expect(link.seen(from: couple.source.ticket.id).seen(from: couple.target.ticket.id) == link)
    #expect(throws: Refusal.alreadyThere) { _ = try couple.decided("amel", .link(link)) }
    try couple.act("amel", .unlink(link))
    #expect(couple.source.ticket.links.isEmpty && couple.target.ticket.links.isEmpty)
    #expect(throws: Refusal.notThere) { _ = try couple.decided("amel", .unlink(link)) }
  }

  @Test(arguments: [(true, false), (false, true)]) func aHalfLinkIsFinishedByRepeatingIt(own: Bool, other: Bool) throws
  {
    var couple = Couple()
    let link = Link(.blocks, couple.target.ticket.id)
    try couple.act("amel", .link(link), halves: (own, other))
    try couple.act("amel", .link(link))
    #expect(couple.source.ticket.links == [link])
    #expect(couple.target.ticket.links.count == 1)
  }

  @Test func aTicketIsNeverItsOwnAncestor() throws {
    var couple = Couple()
    let (source, target) = (couple.source.ticket.id, couple.target.ticket.id)
    try couple.act("amel", .link(Link(.child, target)))
    #expect(couple.source.ticket.children == [target])
    #expect(couple.target.ticket.parent == source)
    #expect(throws: Refusal.hasParent(source)) {
      let decision = Decision(
        on: couple.target.ticket, as: TestDesk.actor("amel"), under: couple.target.rules, at: couple.target.now)
      _ = try PairDecision(decision, beside: Life(id: TicketID(site: "LYO", number: 3)).ticket)
        .decide(.link(Link(.parent, TicketID(site: "LYO", number: 3))))
    }
    // 3 under 2 under 1, and then 1 under 3.
    var third = Life(id: TicketID(site: "LYO", number: 3))
    third.record([.linkAdded(Link(.parent, target))], by: .timer)
    let decision = Decision(
      on: couple.source.ticket, as: TestDesk.actor("amel"), under: couple.source.rules, at: couple.source.now)
    #expect(throws: Refusal.linkCycle(third.ticket.id)) {
      _ = try PairDecision(decision, beside: third.ticket).decide(.link(Link(.parent, third.ticket.id))) { id in
        id == target ? source : nil
      }
    }
  }

  // MARK: - The law of unmerging

  /// After a merge and its undoing both tickets are what they were, whatever they had lived through, but for the two
  /// events that tell of it.
  @Test(arguments: 0..<200) func unmergingGivesBackExactlyWhatWas(seed: Int) throws {
    var lots = Lots(state: UInt64(seed) + 1)
    var couple = Couple()
    couple.source.live(&lots)
    couple.target.live(&lots)
    let before = (couple.source.ticket, couple.target.ticket)
    guard Verb.merge.from.contains(before.0.state), Verb.merge.from.contains(before.1.state) else { return }
    try couple.act("rene", couple.merge)
    #expect(couple.source.ticket.state == .merged)
    try couple.act("rene", .unmerge)
    for (after, before) in [(couple.source.ticket, before.0), (couple.target.ticket, before.1)] {
      #expect(after.standing == before.standing)
      #expect(after.standing.count > 25)
      #expect(Array(after.entries.dropLast(2)) == before.entries)
      #expect(after.mergedInto == nil && after.bonds.absorbed.isEmpty)
      #expect(after.nextDate == before.nextDate && after.awaitsReply == before.awaitsReply)
    }
    // Folded anew from its events, as after a restart.
    #expect(
      Ticket.fold(before.0.id, couple.source.events.shuffled(using: &lots), under: couple.source.rules)
        == couple.source.ticket)
  }
}

extension Ticket {
  /// What a ticket is, field by field, but for what an event more always changes: the thread, the clock, the date; and
  /// for its bonds, which tell that it was merged once.
  fileprivate var standing: [String: String] {
    var fields: [String: String] = [:]
    for child in Mirror(reflecting: self).children {
      guard let label = child.label, !["entries", "updatedAt", "lastAt", "lamport", "bonds"].contains(label) else {
        continue
      }
      fields[label] = String(describing: child.value)
    }
    return fields
  }
}

/// Lots drawn the same way at each run (splitmix64).
struct Lots: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    let a = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    let b = (a ^ (a >> 27)) &* 0x94d0_49bb_1331_11eb
    return b ^ (b >> 31)
  }
}

extension Life {
  /// A life of intents drawn by lot; those that are refused do not happen.
  mutating func live(_ lots: inout Lots) {
    let soon = now + 3 * 86_400
    let wishes: [Intent] = [
      .take, .release(reason: nil), .qualify(.of(2, 2)), .plan(start: soon, chosenBy: .user), .resume(.agent),
      .ask(.saying("?"), reason: .information, until: soon), .hold(party: "Alpha", reason: .change, until: soon),
      .reply(.saying("Bonjour")), .note(Note(Body("vu"))), .resolve(.simple(rootCause: "x"), message: nil),
      .reopen(.agent, reason: "x"), .cancel(reason: "x"), .restore(reason: "x"), .spam, .unspam,
      .escalate(to: .n2, handoff: .full, target: nil), .return(to: .n1, reason: "x"), .receive(.saying("Oui")),
      .logTime(WorkTime(minutes: 5, activity: .call)), .declareMajor(reason: "x", every: 30), .tag("vpn"),
      .prioritise(.p2, reason: "x"), .steward("amel"),
    ]
    let actors = ["amel", "bob", "chloe", "eva", "rene"]
    for _ in 0..<Int.random(in: 0...25, using: &lots) {
      guard let wish = wishes.randomElement(using: &lots), let actor = actors.randomElement(using: &lots) else {
        continue
      }
      try? act(actor, wish)
    }
  }
}
