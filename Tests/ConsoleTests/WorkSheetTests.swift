import Console
import Desk
import Kit
import Screen
import Testing

/// Sheets about many messages, many tickets, and what is left undone.
struct WorkSheetTests {
  private static let parent = Morning.id(10471)

  /// A ticket with a task, two children of which one is over.
  private static func rehearsal(_ language: Language = .french, width: Int = 80, height: Int = 24) -> Rehearsal {
    var tickets = Morning.tickets.filter { $0.id != parent }
    let link = [10459, 10460].map { Fact.linkAdded(Link(.child, Morning.id($0))) }
    for ticket in Morning.tickets where ticket.id == parent {
      tickets.append(
        Morning.fold(
          ticket,
          [.assigned(to: "amel", mode: .take, reason: nil), .work(.taskAdded(WorkTask("Passer sur site")))] + link,
          by: "amel", at: Rehearsal.noon + -60))
    }
    for at in tickets.indices where tickets[at].id == Morning.id(10460) {
      tickets[at] = Morning.fold(tickets[at], [.closed(.confirmed)], by: "amel", at: Rehearsal.noon + -60)
    }
    var rehearsal = Rehearsal(language, width: width, height: height, tickets: tickets)
    rehearsal.type(": '10471 Enter")
    return rehearsal
  }

  @Test func aResolutionTellsOfOpenTasks() {
    var rehearsal = WorkSheetTests.rehearsal()
    rehearsal.type("s r")
    #expect(rehearsal.screen.contains("▲ 1 tâche reste ouverte"))
    rehearsal.type("Esc")
    rehearsal.type(": '10438 Enter s r")
    #expect(!rehearsal.screen.contains("tâche reste"))
  }

  /// What was never qualified is counted by no report: it is said before it is resolved, and only then.
  @Test(arguments: [false, true]) func aResolutionSaysWhatWasNeverQualified(isQualified: Bool) throws {
    var life = Life(rules: SheetBench.rules)
    try life.act("amel", .take)
    if isQualified { try life.act("amel", .qualify(.of(2, 3))) }
    let bench = SheetBench(.resolve, on: life.ticket)
    #expect(bench.frame.text.contains("Pas qualifié") == !isQualified)
  }

  @Test func messagesAreTakenOutAloneOrWithThoseAfter() throws {
    for (keys, count) in [("", 1), ("Right", 2)] {
      var rehearsal = WorkSheetTests.rehearsal()
      rehearsal.type(": 'détacher Enter 'même Enter \(keys) Tab 'Switch A-Enter")
      let split = rehearsal.performed.compactMap { effect -> ([String], TicketID, String?)? in
        if case .split(let events, let id, let subject) = effect { (events, id, subject) } else { nil }
      }
      let asked = try #require(split.first)
      #expect(asked.0.count == count && asked.1 == WorkSheetTests.parent && asked.2 == "Switch")
      // It waits for the new ticket.
      #expect(rehearsal.model.sheet != nil)
    }
  }

  /// What is said while minutes are typed on a contract of which 90 are left, or 60 too many are drawn.
  @Test(
    arguments: [
      (drawn: 7110, keys: "'30m", said: nil), (7110, "'2h", "1h30 restantes, ce temps dépasse de 0h30."),
      (7260, "", "Infogérance+ : déjà dépassé de 1h00."),
      (7260, "'30m", "déjà dépassé de 1h00, de 1h30 avec ce"), (7260, "'30m Tab Tab Right", nil),
    ] as [(drawn: Int, keys: String, said: String?)])
  func overspendingIsToldBeforeItIsSaved(drawn: Int, keys: String, said: String?) {
    var rehearsal = Account.rehearsal(drawn: drawn)
    rehearsal.type("m \(keys)")
    #expect(rehearsal.model.sheet != nil)
    let screen = rehearsal.screen
    if let said { #expect(screen.contains("▲") && screen.contains(said), "\(screen)") }
    #expect(screen.contains("▲ Infogérance+") == (said != nil), "\(screen)")
  }

  /// It is told from the first on, and keeps nobody from logging.
  @Test(arguments: Language.allCases) func aContractThatIsOverIsTold(_ language: Language) throws {
    var rehearsal = Account.rehearsal(language)
    var over = Account.contract
    over.to = Day(2026, 1, 2)
    over.from = Day(2026, 1, 1)
    var directory = Account.directory
    directory.apply(.contract(over))
    rehearsal.send(.directory(directory))
    rehearsal.type("m")
    let told = language == .french ? "▲ Hors contrat Infogérance+ : " : "▲ Outside contract Infogérance+: "
    #expect(rehearsal.screen.contains(told), "\(rehearsal.screen)")
    rehearsal.type("'20m A-Enter")
    #expect(rehearsal.tickets[Account.ticket.id]?.work.minutes == 20)
  }

  @Test func aChecklistIsAppliedByItsName() throws {
    var rehearsal = WorkSheetTests.rehearsal()
    rehearsal.type(": 'liste_de Enter")
    #expect(rehearsal.screen.contains("config/checklists.json"))
    rehearsal.type("Esc")
    rehearsal.checklists = [
      ChecklistTemplate(name: "Arrivée", items: ["Compte", "Poste", "Badge"]),
      ChecklistTemplate(name: "Départ", items: ["Badge rendu"]),
    ]
    rehearsal.type(": 'liste_de Enter 'dép Enter A-Enter")
    let ticket = try #require(rehearsal.tickets[WorkSheetTests.parent])
    #expect(ticket.work.checklists.map(\.name) == ["Départ"] && rehearsal.model.sheet == nil)
  }

  /// The active tickets under it are answered, each in its own ticket, once their number is typed.
  @Test func oneAnswerGoesToAWholeFamily() throws {
    var rehearsal = WorkSheetTests.rehearsal()
    rehearsal.type(": 'rattach Enter 'Rétabli. Tab '3 A-Enter")
    #expect(rehearsal.model.sheet != nil && rehearsal.screen.contains("« 3 » ne convient pas"))
    #expect(rehearsal.screen.contains("RÉPONSE À 2 DEMANDEURS"))
    rehearsal.type("Backspace '2 A-Enter")
    #expect(rehearsal.model.sheet == nil && rehearsal.status.contains("2"))
    for number in [10471, 10459] {
      let ticket = try #require(rehearsal.tickets[Morning.id(number)])
      guard case .messageOut(let letter) = ticket.lastOut?.fact else {
        Issue.record("no answer in \(number)")
        continue
      }
      #expect(letter.body.text == "Rétabli." && letter.to == ["demandeur\(number)@exemple.fr"])
    }
    #expect(rehearsal.tickets[Morning.id(10460)]?.lastOut == nil)
  }

  @Test func aTicketWithoutChildrenHasNoFamily() {
    var rehearsal = Rehearsal()
    rehearsal.type("0 Enter : 'rattach Enter")
    #expect(rehearsal.screen.contains("Aucun ticket rattaché"))
  }

  /// What could not be written is told; nothing that has gone is sent again.
  @Test func aFailureHalfwaySendsNothingTwice() {
    var rehearsal = WorkSheetTests.rehearsal()
    rehearsal.type(": 'rattach Enter 'Rétabli. Tab '2")
    rehearsal.failure = .diskFull
    rehearsal.type("A-Enter")
    #expect(rehearsal.model.sheet == nil && rehearsal.status.contains("non écrits"))
  }

  @Test(
    arguments: [
      ("time", "m"), ("view", "q A-v"), ("split", ": 'détacher Enter"), ("family", ": 'rattach Enter"),
    ], Language.allCases)
  func pinned(_ scene: (name: String, keys: String), _ language: Language) {
    for (width, height) in [(80, 24), (120, 40)] {
      var rehearsal = WorkSheetTests.rehearsal(language, width: width, height: height)
      rehearsal.type(scene.keys)
      let name = "sheet-\(scene.name)-\(width)x\(height)-\(language.rawValue)"
      if let difference = Screens.difference(rehearsal.frame, name) { Issue.record("\(difference)") }
    }
  }

  /// On the command line there is no key to name.
  @Test(arguments: Language.allCases) func aCommandNamesCommands(_ language: Language) {
    let words = Words(language)
    for refusal in [Refusal.owned(by: "bob"), .notOwned, .noSuchAgent("zz")] {
      #expect(words.commandRefusal(refusal).contains("guichet "))
      #expect(!words.refusal(refusal).contains("guichet "))
    }
    #expect(words.refusal(.owned(by: "bob")).contains("T "))
    #expect(words.commandRefusal(.alreadyYours) == words.refusal(.alreadyYours))
  }
}
