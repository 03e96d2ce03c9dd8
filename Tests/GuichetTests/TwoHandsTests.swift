import Console
import Desk
import Journal
import Kit
import Screen
import Testing
import guichet

/// A console of paper over real drafts: keys go in, and what lies in the cabinet is what two of them left there.
private struct DraftingHand {
  private(set) var model: Model
  private let shelf: DraftShelf

  init(of login: String, in cabinet: Cabinet) throws {
    let me = try #require(TestDesk.directory.agents["amel"])
    model = Model(
      Setup(
        me: me, directory: TestDesk.directory, rules: TestDesk.rules, language: .french, zone: .utc,
        now: TestDesk.start,
        size: Size(width: 80, height: 24), home: "LYO", themes: ["sobre"], theme: "sobre", version: "0.1"))
    shelf = DraftShelf(of: login, in: cabinet)
    try perform(model.start())
  }

  /// The words of the sheet that is open; nil where none is.
  var words: [Substring]? {
    model.sheet?.sheet.draft(at: model.now).map { $0.fields.values.flatMap { $0.split(separator: " ") } }
  }

  mutating func press(_ keys: Key...) throws { for key in keys { try send(.key(key)) } }

  mutating func send(_ message: Message) throws { try perform(update(&model, message)) }

  private mutating func perform(_ effects: [Effect]) throws {
    for effect in effects {
      switch effect {
      case .saveDraft(let draft):
        let place = try shelf.keep(draft)
        if place != draft.place { try send(.draftBeside(key: draft.key, place: place)) }
      case .dropDraft(let draft): try shelf.drop(draft)
      case .loadDrafts: try send(.drafts(shelf.all()))
      default: break
      }
    }
  }
}

/// Draws lots the same way at each run.
private struct Dice {
  var state: UInt64
  mutating func roll(_ sides: UInt64) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % sides)
  }
}

/// Whatever two consoles of one agent do in whatever order, and however often one is killed: no word is lost that was
/// kept and that nobody threw away with their own hand.
@Suite struct TwoHandsTests {
  @Test(arguments: 1...60) func noKeptWordIsLost(seed: Int) throws {
    let bench = Bench()
    bench.furnish()
    let cabinet = try Cabinet(opening: bench.cabinet)
    var dice = Dice(state: UInt64(seed))
    let clock = TestDesk.start
    var hands = try (0...1).map { _ in try DraftingHand(of: "amel", in: cabinet) }
    var owed: Set<Substring> = []
    var isTyped = [false, false]
    for step in 1...40 {
      let at = dice.roll(2)
      try hands[at].send(.tick(clock + Int64(step)))
      let isOpen = hands[at].model.sheet != nil
      switch dice.roll(8) {
      case _ where !isOpen:
        isTyped[at] = false
        try hands[at].press("n")
      case 0, 1, 2:
        isTyped[at] = true
        for letter in "m\(step) ".unicodeScalars { try hands[at].press(.char(letter)) }
      case 3, 4:
        // The timer is set by typing alone.
        guard isTyped[at] else { continue }
        isTyped[at] = false
        try hands[at].send(.woke(.draft))
        owed.formUnion(hands[at].words ?? [])
      case 5:
        owed.formUnion(hands[at].words ?? [])
        try hands[at].press(.escape)
      case 6:
        owed.subtract(hands[at].words ?? [])
        try hands[at].press(.ctrl("x"), "d")
      default: hands[at] = try DraftingHand(of: "amel", in: cabinet)  // Killed, and begun again.
      }
      let kept = try DraftShelf(of: "amel", in: cabinet).all().flatMap(\.fields.values)
      let there = Set(kept.flatMap { $0.split(separator: " ") } + hands.flatMap { $0.words ?? [] })
      #expect(owed.isSubset(of: there), "seed \(seed), step \(step)")
    }
  }
}
