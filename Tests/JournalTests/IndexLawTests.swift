import Desk
import Glibc
import Journal
import Testing

/// Whatever was asked, and however the index came to be as it is: it answers what a reading of every ticket answers.
@Suite struct IndexLawTests {
  let scratch = Scratch()

  private static let vocabulary = [
    "imprimante", "imprimantes", "imprimer", "bourrage", "écran", "ECRAN", "réseau", "vpn", "l’accès", "certificat",
    "certificats", "zorglubine", "PC-01689", "mot", "passe", "naïf", "cœur", "0x3FA2BC", "プリンター", "10.3.2.1",
  ]

  private func text(_ random: inout Seeded) -> String {
    (0..<(1 + random.below(9))).map { _ in
      IndexLawTests.vocabulary[random.below(IndexLawTests.vocabulary.count)]
    }.joined(separator: " ")
  }

  private static let queries = [
    "", "imprimante", "impr*", "imprimer~", "\"mot passe\"", "ecran", "-vpn", "vpn ou zorglubine", "pc-01689",
    "imprimante certificat -bourrage", "objet:cert", "(mot ou coeur) p1-2", "etat:nouveau", "@amel", "@-", "tag:t1",
    "etat:actif", "est:rebond", "objet:i", "objet:ecran", "objet:c vpn", "objet:imprimer~ -objet:z",
    "de:luc", "#7", "acces", "10.3.2.1", "プリンター", "etat:actif imprimante", "site:lyon", "z*", "-(impr* ou ecran)",
  ]

  /// What a reading of every ticket answers.
  private func truth(_ query: Query, _ cabinet: Cabinet) throws -> [TicketID] {
    try cabinet.ticketIDs().filter { id in
      let ticket = try cabinet.read(id).ticket
      var texts: [String] = []
      ticket.eachText { texts.append($1) }
      return query.matches(
        Summary(ticket, under: cabinet.rules), for: Query.Asker(login: "amel", now: noon), words: FoldedWords(texts))
    }
  }

  /// What is listed of a row.
  private static func cells(_ row: ListedRow) -> String {
    "\(row.id) \(row.priority) \(row.state) \(row.level) \(String(describing: row.due)) \(row.isDamaged)"
      + "|\(row.owner?.string ?? "-")|\(row.requester.string)|\(row.subject.string)"
  }

  private func check(_ index: Index, _ cabinet: Cabinet, _ moment: String) throws {
    for hours in [-2, 0, 1, 30] {
      let now = noon + Int64(hours * 3600)
      let active = ListRequest(
        .term(.states(State.active)), order: .received, asker: .init(login: "", now: now), limit: 1000)
      let wanted = index.list(active).rows.compactMap(\.stirsAt).filter { $0 > now }.min()
      if index.nextStir(after: now) != wanted { Issue.record("\(moment): what comes after \(hours) h") }
    }
    try checkAgain(index, moment)
    for text in IndexLawTests.queries {
      let query = try Query(text)
      let wanted = try truth(query, cabinet)
      for order in Order.allCases {
        let request = ListRequest(
          query, order: order, asker: Query.Asker(login: "amel", now: noon), limit: 1000, counts: [query])
        let listing = index.list(request)
        let inOrder = zip(listing.rows, listing.rows.dropFirst()).allSatisfy { order.precedes($0, $1, at: noon) }
        if listing.rows.map(\.id).sorted() != wanted || listing.total != wanted.count
          || listing.counts != [wanted.count] || !inOrder
        {
          Issue.record("\(moment): \(text) by \(order): \(listing.rows.map(\.id)), not \(wanted)")
        }
        let plain = index.list(ListRequest(query, order: order, asker: request.asker, limit: 1000))
        var listed: [ListedRow] = []
        index.handListed(ListRequest(query, order: order, asker: request.asker, limit: 1000)) { listed += $0 }
        if listed.map(IndexLawTests.cells) != plain.rows.map({ IndexLawTests.cells(ListedRow($0)) }) {
          Issue.record("\(moment): \(text), as it is listed")
        }
        if plain.rows != listing.rows || plain.total != listing.total { Issue.record("\(moment): \(text), plain") }
        let few = index.list(ListRequest(query, order: order, asker: request.asker, limit: 3))
        if few.rows != Array(listing.rows.prefix(3)) || few.total != wanted.count {
          Issue.record("\(moment): the first of \(text) by \(order)")
        }
      }
    }
  }

  /// What a console asks each minute is answered as if it had not been asked before; and of what sorts tickets are as
  /// their rows say.
  private func checkAgain(_ index: Index, _ moment: String) throws {
    let timely = try ["sla:late", "sla:<4h", "imprimante age:>2j"].map { try Query($0) }
    let all = index.list(ListRequest(.all, asker: Query.Asker(login: "amel", now: noon), limit: 1000)).rows
    for text in IndexLawTests.queries + ["sla:late", "etat:actif -sla:bientot"] {
      let query = try Query(text)
      func ask(_ hours: Int, limit: Int = 0) -> Listing {
        index.list(
          ListRequest(
            query, asker: Query.Asker(login: "amel", now: noon + Int64(hours * 3600)), part: .none, limit: limit,
            counts: timely + [query], holding: all.map(\.id), countsPressing: true))
      }
      for (before, now) in [(-2, 0), (0, 1), (1, 30), (30, -2)] {
        _ = ask(before)
        if ask(now) != ask(now, limit: 1) { Issue.record("\(moment): \(text), again after \(now - before) h") }
      }
      let asker = Query.Asker(login: "amel", now: noon)
      let rows = index.list(ListRequest(query, asker: asker, limit: 1000)).rows
      for priority in Priority.allCases {
        if index.contains(query, asker: asker, where: { $0.priority == priority })
          != rows.contains(where: { $0.priority == priority })
        {
          Issue.record("\(moment): \(text), one of \(priority)")
        }
      }
    }
  }

  @Test func anIndexAnswersWhatTheTicketsSay() throws {
    var random = Seeded(seed: 5)
    let cabinet = try Cabinet.scratch(scratch)
    var index = Index(cabinet)
    for round in 0..<8 {
      for _ in 0..<25 {
        let ids = try cabinet.ticketIDs()
        if ids.isEmpty || random.below(3) == 0 {
          var facts = opened(text(&random))
          facts.append(note(text(&random)))
          if random.below(2) == 0 { facts.append(.tagAdded("t\(random.below(3))")) }
          if random.below(3) == 0 { facts.append(.deliveryFailed(recipient: "a@b", status: "5.1.1")) }
          _ = try cabinet.open(facts, as: amel, at: noon + Int64(random.below(5000)))
        } else {
          let facts: [Fact] =
            switch random.below(4) {
            case 0: [.assigned(to: "amel", mode: .take, reason: nil)]
            case 1: [.closed(.confirmed)]
            default: [note(text(&random))]
            }
          _ = try cabinet.record(
            on: ids[random.below(ids.count)], as: amel, at: noon + Int64(random.below(5000))
          ) { _ in facts }
        }
        if random.below(4) == 0 { _ = try index.refresh() }
      }
      _ = try index.refresh()
      try check(index, cabinet, "round \(round)")
      switch round {
      case 2: try index.rebuild()
      case 4: _ = try index.upkeep()
      case 5: index = Index(cabinet)
      case 6: try Index.discard(cabinet)
      default: break
      }
      _ = try index.refresh()
      try check(index, cabinet, "after \(round)")
    }
  }

  /// Others write, fold and list at the same time; nobody is told anything wrong for long.
  @Test func manyHandsKeepOneIndex() throws {
    let root = try Cabinet.scratch(scratch).root
    let opened = inThreads(4) { who -> Int in
      guard let cabinet = try? Cabinet(opening: root) else { return 0 }
      let index = Index(cabinet)
      var count = 0
      for step in 0..<40 {
        if let (id, _) = try? cabinet.open(
          JournalTests.opened("bourrage \(who)") + [note("pas \(step)")], as: amel, at: noon)
        {
          count += 1
          _ = try? index.refresh()
          if index.summary(id) == nil { return -1000 }
        }
      }
      return count
    }.reduce(0, +)
    #expect(opened == 160)
    let cabinet = try Cabinet(opening: root)
    let index = Index(cabinet)
    _ = try index.refresh()
    let found = index.list(
      ListRequest(try Query("bourrage pas"), asker: Query.Asker(login: "amel", now: noon), limit: 1000))
    #expect(found.total == 160 && Set(found.rows.map(\.id)).count == 160)
    #expect(found.isWhole)
  }

  /// Readers that never wrote hear of an append made by a foreign hand that leaves no hint: a file put in place, or
  /// one that is shown.
  @Test(arguments: ["replaced", "appended"])
  func aForeignHandIsSeen(how: String) throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
    let path = cabinet.root + "/tickets/LYO/0/0/LYO-1.LYO.jsonl"
    _ = try Index(cabinet).refresh()
    let before = readBytes(path)
    // Written by the rules, and then taken back to where no feed tells of it.
    let feed = readBytes(cabinet.root + "/run/feed")
    _ = try cabinet.record(on: id, as: amel, at: noon + 1) { _ in [.tagAdded("foreign")] }
    let after = readBytes(path)
    writeBytes(feed, to: cabinet.root + "/run/feed")
    writeBytes(before, to: path)
    _ = try Index(cabinet).refresh(sweeping: true)
    if how == "replaced" {
      writeBytes(after, to: path + ".new")
      rename(path + ".new", path)
      sleep(2)
    } else {
      writeBytes(after, to: path)
    }
    let index = Index(cabinet)
    _ = try index.refresh()
    let rows = index.list(ListRequest(.all, asker: Query.Asker(login: "amel", now: noon))).rows
    #expect(rows.first?.tags == ["foreign"])
  }

  @Test func relevanceFindsWhatTheWordsSay() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let texts = ["écran noir au démarrage", "écran", "souris", "imprimante noire, bourrage", "Écrans en panne"]
    for text in texts { _ = try cabinet.open(opened("t") + [note(text)], as: amel, at: noon) }
    let index = Index(cabinet)
    _ = try index.refresh()
    let found = index.search(
      Question("écran noir"), within: .all, asker: Query.Asker(login: "amel", now: noon), limit: 10)
    #expect(found.first?.row.id.number == 1)
    #expect(Set(found.map(\.row.id.number)) == [1, 2, 4, 5])
    let none = index.search(
      Question("écran"), within: try Query("#3"), asker: Query.Asker(login: "amel", now: noon), limit: 10)
    #expect(none.isEmpty)
  }
}
