import Console
import Desk
import Kit
import Screen
import Testing

/// Who is on call, in the status row and on one key.
@Suite struct DutyPaneTests {
  private static func at(_ hours: Int64) -> Instant { Rehearsal.noon + hours * 3600 }

  private static func holder(
    _ login: String?, _ name: String?, _ phone: String?, _ from: Int64, _ until: Int64, for other: String? = nil
  ) -> DutyBoard.Holder {
    var directory = Directory()
    if let login { directory.apply(.agent(Agent(login: login, name: name ?? login, profile: .n2, phone: phone))) }
    var shift = DutyShift(rota: "r", turn: 0, from: at(from), until: at(until), agent: login, planned: other, swap: nil)
    if let other, let login {
      shift.swap = DutySwap(rota: "r", whom: other, by: login, from: at(from), to: at(until), reason: "congé")
    }
    return DutyBoard.Holder(shift, directory)
  }

  static let lines = [
    DutyBoard.Line(
      rota: "n2", level: .n2, now: holder("chloe", "Chloé Martin", "06 39 98 00 12", -6, 6),
      next: holder("driss", "Driss Alaoui", "06 39 98 00 13", 6, 18), isOn: true),
    DutyBoard.Line(
      rota: "n3", level: .n3, now: holder("eva", "Eva Lindqvist", nil, -6, 90, for: "bob"),
      next: holder("bob", "Bob Leroy", nil, 90, 200), isOn: true),
    DutyBoard.Line(
      rota: "réseau-nuit", now: nil, next: holder("driss", "Driss Alaoui", nil, 4, 18), isOn: false),
  ]

  static let pages = [
    DutyBoard.OpenPage(
      ticket: Morning.id(10471), subject: "Serveur de fichiers inaccessible, étage 1", priority: .p1,
      call: DutyCall(rota: "n2", to: "chloe", step: 1), at: at(0) + -600),
    DutyBoard.OpenPage(
      ticket: Morning.id(10432), subject: "SAP : la facturation plante à la validation", priority: .p1,
      call: DutyCall(rota: "n2", to: "driss", step: 2, isDelivered: false), at: at(0) + -300, tries: 3,
      failure: "exit 3: occupé"),
  ]

  private static func rehearsal(
    as login: String = "amel", _ language: Language = .french, width: Int = 80, height: Int = 24,
    pages: [DutyBoard.OpenPage] = pages
  ) -> Rehearsal {
    var rehearsal = Rehearsal(as: login, language, width: width, height: height)
    rehearsal.send(.duty(DutyBoard(lines: lines, pages: pages)))
    return rehearsal
  }

  @Test(arguments: [("Asia/Tokyo", " · fuseau Asia/Tokyo"), (nil, "")])
  func `hours of another place are named`(_ zone: String?, _ title: String) throws {
    var rehearsal = Rehearsal()
    rehearsal.model = Model(
      Setup(
        me: try #require(TestDesk.directory.agents["amel"]), directory: TestDesk.directory, rules: Rehearsal.rules,
        language: .french, zone: .utc, zoneName: zone, now: Rehearsal.noon, size: Size(width: 80, height: 24),
        home: "LYO", themes: [], theme: "sobre", version: "0.1"))
    rehearsal.send(.duty(DutyBoard(lines: Self.lines, pages: Self.pages)))
    rehearsal.type("A")
    #expect(rehearsal.screen.contains(" Astreintes\(title) "), "\(rehearsal.screen)")
  }

  private static func isClosed(_ rehearsal: Rehearsal) -> Bool {
    if case .leaf(let leaf) = rehearsal.model.overlay { leaf.subject != .duty } else { true }
  }

  @Test(arguments: [(40, 10), (80, 24), (120, 40)], Language.allCases)
  func `the pane as a screen`(_ size: (Int, Int), _ language: Language) {
    var rehearsal = Self.rehearsal(language, width: size.0, height: size.1)
    rehearsal.type("A j")
    let name = "console-oncall-\(size.0)x\(size.1)-\(language.rawValue)"
    if let difference = Screens.difference(rehearsal.frame, name) { Issue.record("\(difference)") }
  }

  @Test func `the status row says who, where there is room`() {
    let wide = Self.rehearsal(width: 160)
    #expect(wide.status.contains("N2 d’astreinte : Chloé (jusqu’à 20:03)"), "\(wide.status)")
    #expect(wide.status.contains("! 1 appel sans réponse, 1 non transmis"))
    #expect(!wide.status.contains("réseau-nuit"))
    let usual = Self.rehearsal(pages: [])
    #expect(usual.status.contains("N2 d’astreinte : Chloé  "), "\(usual.status)")
    let narrow = Self.rehearsal(width: 60)
    #expect(!narrow.status.contains("Chloé") && !narrow.status.contains("d’astr"), "\(narrow.status)")
    let english = Self.rehearsal(.english, width: 120, pages: [])
    #expect(english.status.contains("N2 on call: Chloé (until 20:03)") && !english.status.contains("unanswered"))
  }

  @Test func `a page is answered from the pane`() {
    var rehearsal = Self.rehearsal(as: "chloe")
    let id = Morning.id(10471)
    let sent = Fact.duty(.pageSent(DutyCall(rota: "n2", to: "chloe")))
    rehearsal.tickets[id] = Morning.fold(rehearsal.tickets[id]!, [sent], by: "timer", at: rehearsal.now)
    rehearsal.type("A a")
    #expect(rehearsal.performed.contains(.record(.acknowledge, on: id, seen: nil)))
    #expect(rehearsal.status.contains("appel acquitté"), "\(rehearsal.status)")
    #expect(rehearsal.performed.last { $0 == .duty } != nil)
    // It is in hand: the board no longer has it.
    rehearsal.send(.duty(DutyBoard(lines: Self.lines)))
    #expect(rehearsal.screen.contains("Aucun appel sans réponse."))
    rehearsal.type("a")
    #expect(rehearsal.status.contains("Aucun appel sans réponse."))
    rehearsal.type("Esc")
    #expect(Self.isClosed(rehearsal))
  }

  private static func answers(_ rehearsal: Rehearsal) -> [TicketID] {
    rehearsal.performed.compactMap { if case .record(.acknowledge, let id, _) = $0 { id } else { nil } }
  }

  /// Amel was not called: the key that answers only asks, and neither it nor Enter confirms.
  @Test func `who was not called is asked first`() {
    var rehearsal = Self.rehearsal()
    rehearsal.type("A a")
    for part in ["Répondre à la place de Chloe ?", "#10471", "« n2 »", "sans réponse", "p prendre l’appel"] {
      #expect(rehearsal.screen.contains(part), "\(part)")
    }
    rehearsal.type("a Enter a")
    #expect(Self.answers(rehearsal).isEmpty)
    rehearsal.type("Esc")
    #expect(Self.answers(rehearsal).isEmpty && !Self.isClosed(rehearsal), "back on the board")
    rehearsal.type("j a p")
    #expect(Self.answers(rehearsal) == [Morning.id(10432)] && !Self.isClosed(rehearsal))
  }

  /// Who is on call for the rota now answers at once, though another was called.
  @Test func `who is on call is not asked`() {
    var rehearsal = Self.rehearsal(as: "chloe")
    rehearsal.type("A j a")
    #expect(Self.answers(rehearsal) == [Morning.id(10432)])
  }

  /// Nothing that the pane says is cut: a telephone number least of all.
  @Test(arguments: Language.allCases) func `numbers and hours are whole at any width`(_ language: Language) {
    for width in [40, 60, 80, 100, 160] {
      var rehearsal = Self.rehearsal(language, width: width, height: 30)
      rehearsal.type("A")
      for part in ["06 39 98 00 12", "20:03", "Driss", "18:03", "Eva Lindqvist"] {
        #expect(rehearsal.screen.contains(part), "\(part) at \(width)")
      }
    }
  }

  @Test func `an auditor reads it and answers nothing`() {
    var rehearsal = Self.rehearsal(as: "otto")
    let before = rehearsal.performed.count
    rehearsal.type("A a")
    #expect(!rehearsal.performed.dropFirst(before).contains { if case .record = $0 { true } else { false } })
  }

  @Test func `the hand moves over pages and opens their tickets`() {
    var rehearsal = Self.rehearsal()
    rehearsal.type("A j j k j Enter")
    #expect(Self.isClosed(rehearsal) && rehearsal.model.ticket?.id == Morning.id(10432))
  }

  @Test func `it is asked for once a minute, where there is a rota`() {
    var without = Rehearsal()
    let asked = without.performed.count { $0 == .duty }
    #expect(asked == 1)
    without.send(.tick(Rehearsal.noon + 60))
    #expect(without.performed.count { $0 == .duty } == asked)
    without.type("A")
    #expect(Self.isClosed(without) && without.status.contains("Aucune astreinte"))
    var rehearsal = Self.rehearsal()
    let before = rehearsal.performed.count { $0 == .duty }
    rehearsal.send(.tick(Rehearsal.noon + 30))
    #expect(rehearsal.performed.count { $0 == .duty } == before)
    rehearsal.send(.tick(Rehearsal.noon + 60))
    #expect(rehearsal.performed.count { $0 == .duty } == before + 1)
  }

  /// Names and failures are what somebody typed, or a program said.
  @Test func `what a program says cannot tear the screen`() {
    var page = Self.pages[1]
    page.failure = "x\u{1B}[2J\u{202E}"
    page.subject = "a\nb\u{7}"
    var rehearsal = Self.rehearsal(pages: [page])
    rehearsal.type("A")
    #expect(!rehearsal.screen.unicodeScalars.contains { $0.value == 27 || $0.value == 7 || $0.value == 0x202E })
  }
}
