import Desk
import Kit
import Testing

/// Five rows to ask about, by number.
private let rows: [Summary] = {
  func row(_ number: Int, _ subject: String, _ change: (inout Life) throws -> Void) -> Summary {
    var life = Life(subject, id: TicketID(site: "LYO", number: number))
    try! change(&life)
    var summary = Summary(life.ticket, under: life.rules)
    summary.site = number == 2 ? "Nantes" : "Lyon"
    return summary
  }
  return [
    row(1, "VPN : déconnexions toutes les 5 min") { try $0.act("amel", .take) },
    row(2, "Écran noir") { _ in },
    row(3, "Wi-Fi instable en salle Rhône") { try $0.act("amel", .qualify(.of(1, 1))) },
    row(4, "VPN lent") {
      try $0.act("bob", .take); try $0.act("bob", .resolve(.simple(), message: nil))
    },
    row(5, "Droits d’accès refusés") {
      try $0.act("bob", .take)
      try $0.act("bob", .ask(.saying("?"), reason: .information, until: TestDesk.start + 86_400))
    },
  ]
}()

/// The names of commands, among which slips are looked up.
private let slipNames = [
  "demo", "init", "new", "list", "search", "show", "next", "take", "assign", "steal", "release", "skip", "qualify",
  "priority", "plan", "ask", "hold", "resume", "reply", "note", "escalate", "handoff", "return", "resolve", "close",
  "reopen", "cancel", "restore", "spam", "waive", "tag", "link", "watch", "merge", "unmerge", "split", "time", "task",
  "remote", "checklist", "major", "csat", "requester", "concern", "kb", "agent", "group", "customer", "contract",
  "asset", "person", "view", "oncall", "page", "handover", "flow", "explain", "replay", "sla", "tick", "config",
  "rules", "macro", "template", "recurring", "mail", "import", "verify", "repair", "index", "theme", "doctor",
]

/// Every word one letter left out, doubled, replaced or added, or two swapped, away from a name.
private func singleSlips(of name: String) -> Set<String> {
  let letters = Array(name)
  var slips: Set<String> = []
  for at in letters.indices {
    var left = letters
    left.remove(at: at)
    slips.insert(String(left))
    for letter in ["e", "r", "q", "z", letters[at]] as [Character] {
      var (more, other) = (letters, letters)
      more.insert(letter, at: at)
      other[at] = letter
      slips.formUnion([String(more), String(other)])
    }
    if at > 0 {
      var swapped = letters
      swapped.swapAt(at, at - 1)
      slips.insert(String(swapped))
    }
  }
  return slips.subtracting([name])
}

@Suite struct QueryTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let query: String
    let found: [Int]
    init(_ query: String, _ found: [Int]) {
      self.query = query
      self.found = found
    }
    var testDescription: String { query }
  }

  @Test(arguments: [
    Case("", [1, 2, 3, 4, 5]), Case("vpn", [1, 4]), Case("VPN -lent", [1]), Case("ecran", [2]),
    Case("\"salle rhone\"", [3]),
    Case("d'acces", [5]), Case("p1", [3]), Case("P1-3", [1, 2, 3, 4, 5]), Case("p4", []), Case("n1", [1, 2, 3, 4, 5]),
    Case("n2", []), Case("#3", [3]), Case("@me", [1]), Case("@moi", [1]), Case("@-", [2, 3]), Case("-@-", [1, 4, 5]),
    Case("@bob", [4, 5]), Case("state:new", [2, 3]), Case("état:nouveau,résolu", [2, 3, 4]), Case("etat:attente", [5]),
    Case("state:active -@me", [2, 3, 5]), Case("sla:paused", [5]), Case("site:nantes", [2]),
    Case("site:\"lyon\" vpn", [1, 4]),
    Case("vpn ou ecran", [1, 2, 4]), Case("(vpn or wi-fi) state:active", [1, 3]), Case("vpn | wi-fi", [1, 3, 4]),
    Case("age:>3d", []), Case("age:<3j", [1, 2, 3, 4, 5]), Case("older:1h", [1, 2, 3, 4, 5]), Case("older:3h", []),
    Case("de:berard n1 state:new", [2, 3]), Case("kind:incident p1", [3]),
    Case("is:unqualified -state:resolved", [1, 2, 5]),
    Case("deconnexion", []), Case("deconn*", [1]), Case("deconnexion~", [1]), Case("refuser~ -vpn", [5]),
    Case("\"salle rh\"", []), Case("wi-f", []), Case("wi-f*", [3]), Case("vpn !", [1, 4]), Case("*", [1, 2, 3, 4, 5]),
    Case("http://x", []), Case("oural", []), Case("steward:me", [1]), Case("canal:telephone vpn", [1, 4]),
  ]) func finds(_ query: Case) throws {
    let asker = Query.Asker(login: "amel", now: TestDesk.start + 7200)
    let parsed = try Query(query.query)
    #expect(rows.filter { parsed.matches($0, for: asker) }.map(\.id.number) == query.found)
  }

  /// In the filter bar the last word is the beginning of one, until a space follows it.
  @Test(arguments: [
    Case("dec", [1]), Case("dec ", []), Case("vpn le", [1, 4]), Case("vpn len", [4]), Case("le vpn", []),
    Case("-len", [1, 2, 3, 5]),
    Case("wi-f", [3]),
    Case("n", [1, 2, 3, 4, 5]), Case("-n", [1, 2, 3, 4, 5]), Case("(vpn or ecr", []), Case("vpn or ecr", [1, 2, 4]),
    Case("dec*", [1]),
    Case("\"ecr\"", []), Case("p1", [3]),
  ]) func narrowsLetterByLetter(_ query: Case) throws {
    let asker = Query.Asker(login: "amel", now: TestDesk.start + 7200)
    let parsed = try? Query(query.query, typing: true)
    #expect(rows.filter { parsed?.matches($0, for: asker) ?? false }.map(\.id.number) == query.found)
  }

  struct Flawed: Sendable, CustomTestStringConvertible {
    let query: String
    let range: Range<Int>
    let problem: Query.Flaw.Problem
    var testDescription: String { query }
  }

  @Test(arguments: [
    Flawed(query: "vpn stat:new", range: 4..<12, problem: .unknownField("stat", nearest: "state")),
    Flawed(query: "(vpn", range: 0..<1, problem: .unclosed("(")),
    Flawed(query: "\"vpn", range: 0..<4, problem: .unclosed("\"")),
    Flawed(query: "vpn)", range: 3..<4, problem: .unexpected(")")),
    Flawed(
      query: "age:demain", range: 0..<10,
      problem: .badValue(field: "age", value: "demain", expected: ["30m", "4h", "3d", "2w", ">3d", "<1h"])),
    Flawed(query: String(repeating: "(", count: 40), range: 16..<40, problem: .tooDeep),
    Flawed(query: String(repeating: "a ", count: 80), range: 128..<160, problem: .tooLong),
  ]) func flawIsPointedAt(_ flawed: Flawed) {
    #expect(throws: Query.Flaw(range: flawed.range, problem: flawed.problem)) { try Query(flawed.query) }
  }

  /// No text makes the reader do anything but answer or point at a flaw.
  @Test func anyTextIsAnswered() {
    let pieces = [
      "(", ")", "-", "\"", ":", "p1", "or", "ou", "@", "#", "état:", " ", "«", "»", "é", "\u{1F468}\u{200D}", "<", ">",
    ]
    var state: UInt64 = 7
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        text += pieces[Int(state >> 33) % pieces.count]
      }
      do {
        _ = try Query(text)
      } catch {
        #expect(error.range.upperBound <= max(text.count, 1), "\(text)")
      }
    }
  }

  /// Nothing falls through: each active ticket is in exactly one base queue.
  @Test func baseQueuesArePartition() throws {
    let steps: [(String, Intent)] = [
      ("amel", .qualify(.of(2, 2))), ("amel", .take),
      ("amel", .plan(start: TestDesk.start + 9000, chosenBy: .us)), ("amel", .resume(.agent)),
      ("amel", .ask(.saying("?"), reason: .information, until: TestDesk.start + 86_400)),
      ("amel", .hold(party: "x", reason: .workshop, until: TestDesk.start + 86_400)),
      ("amel", .escalate(to: .n2, handoff: .full, target: nil)), ("chloe", .take),
      ("chloe", .resolve(.simple(rootCause: "x"), message: nil)), ("chloe", .close(.confirmed)),
    ]
    var life = Life()
    for (who, intent) in steps {
      let summary = Summary(life.ticket, under: life.rules)
      let asker = Query.Asker(login: "amel", now: life.now)
      let queues = BaseQueue.allCases.filter { $0.query.matches(summary, for: asker) }
      #expect(queues.count == (summary.state.isActive ? 1 : 0), "\(summary.state)")
      try life.act(who, intent)
    }
  }

  @Test func ordersAreTotal() {
    for order in Order.allCases {
      for a in rows {
        for b in rows {
          #expect(order.precedes(a, b, at: TestDesk.start) != order.precedes(b, a, at: TestDesk.start) || a.id == b.id)
        }
      }
    }
  }

  @Test(arguments: [
    ("É. Bérard", "e. berard"), ("ŒUVRE", "oeuvre"), ("l’été", "l'ete"), ("Straße", "strasse"), ("Łódź", "lodz"),
    ("e\u{301}", "e"), ("10\u{202F}000", "10 000"), ("ПРИВЕТ", "привет"), ("İstanbul", "istanbul"),
  ]) func folds(_ raw: String, _ folded: String) { #expect(Folding.fold(raw) == folded) }

  /// The words every text has make no two texts alike.
  @Test func commonWordsResembleNothing() {
    let wanted = Likeness.words("Utiliser une clé USB reçue d’un client")
    #expect(wanted == ["utiliser", "cle", "usb", "recue", "client"])
    #expect(Likeness.score(wanted, in: ["Une coupure pour les clients"]) == 1)
    #expect(Likeness.score(wanted, in: ["Clé USB trouvée"]) == 4)
    #expect(
      Likeness.best(["rien", "clé usb", "usb"], limit: 2) { Likeness.score(wanted, in: [$0]) } == ["clé usb", "usb"])
  }

  /// Slips of real fingers on both keyboards, and what was meant.
  @Test(arguments: [
    ("lsit", "list"), ("lst", "list"), ("liste", "list"), ("shwo", "show"), ("tkae", "take"), ("atke", "take"),
    ("tak", "take"), ("asign", "assign"), ("asgin", "assign"), ("relase", "release"), ("esclate", "escalate"),
    ("escaladate", "escalate"), ("reslove", "resolve"), ("resolv", "resolve"), ("reolve", "resolve"),
    ("rpely", "reply"), ("repyl", "reply"), ("nte", "note"), ("notte", "note"), ("clsoe", "close"), ("colse", "close"),
    ("merg", "merge"), ("megre", "merge"), ("unmrege", "unmerge"), ("recuring", "recurring"),
    ("reccurring", "recurring"),
    ("qualfy", "qualify"), ("quailfy", "qualify"), ("conf", "config"), ("confgi", "config"), ("tempalte", "template"),
    ("oncal", "oncall"), ("on-call", "oncall"), ("bk", "kb"), ("open", "reopen"), ("cheklist", "checklist"),
    ("checlist", "checklist"),
    ("RESOLVE", "resolve"), ("Résolve", "resolve"), ("customr", "customer"), ("contrat", "contract"),
  ]) func aSlipIsUnderstood(_ typed: String, _ meant: String) {
    #expect(Nearest.name(to: typed, among: slipNames) == meant)
  }

  /// Words of other programs, and whole other words: an offer would be a joke.
  @Test(arguments: [
    "exit", "quit", "edit", "ls", "rm", "cd", "x", "zz", "find", "stop", "start", "kill", "foo", "git", "user",
    "send", "print", "save", "undo", "xyzzy", "n9", "p9", "bonjour", "fermer",
  ]) func aWordThatIsNoSlipIsLeftAlone(_ typed: String) {
    #expect(Nearest.name(to: typed, among: slipNames + ["n1", "n2", "p0", "p1"]) == nil)
  }

  /// One slip of any kind, anywhere in a name of four letters or more, is mended wherever no other name is as near.
  @Test func everySingleSlipIsMended() {
    var (slips, mended) = (0, 0)
    for name in slipNames where name.count >= 4 {
      for slip in singleSlips(of: name) where !slipNames.contains(slip) {
        let rivals = slipNames.filter { $0 != name && Nearest.distance(slip, $0) <= 1 }
        if !rivals.isEmpty { continue }
        slips += 1
        if Nearest.name(to: slip, among: slipNames) == name { mended += 1 }
      }
    }
    #expect(slips > 1500 && mended == slips, "\(mended) of \(slips)")
  }

  @Test func nearestNameForgivesTwoSlips() {
    let names = ["escalate", "resolve", "reply", "note", "list"]
    #expect(Nearest.name(to: "esclate", among: names) == "escalate")
    #expect(Nearest.name(to: "reslove", among: names) == "resolve")
    #expect(Nearest.name(to: "nte", among: names) == "note")
    #expect(Nearest.name(to: "xyzzy", among: names) == nil)
  }

  @Test func instantsReadAndPrint() {
    for text in ["2026-03-09T09:00:00.123Z", "1969-12-31T23:59:59.999Z", "2024-02-29T00:00:00.000Z"] {
      #expect(Instant(rfc3339: text)?.rfc3339 == text)
    }
    #expect(Instant(rfc3339: "2026-03-09T10:00:00+01:00") == Instant(rfc3339: "2026-03-09T09:00:00.000Z"))
    for bad in ["", "2026-03-09", "2026-13-09T09:00:00Z", "2026-03-09T09:00:00", "2026-03-09T09:00:00.1Zz"] {
      #expect(Instant(rfc3339: bad) == nil)
    }
    for number in stride(from: -200_000, to: 200_000, by: 97) { #expect(Day(number: number).number == number) }
    #expect(Day(2026, 3, 9).weekday == 1)
  }

  @Test func ticketNamesRead() {
    #expect(TicketID("LYO-34217") == TicketID(site: "LYO", number: 34217))
    #expect(TicketID("#12", home: "LYO") == TicketID(site: "LYO", number: 12))
    for bad in ["", "LYO-", "lyo", "12", "L-1", "LYO-0", "LYO--1", "TOOLONGSITE-1", "LYO-99999999999"] {
      #expect(TicketID(bad) == nil, "\(bad)")
    }
  }
}
