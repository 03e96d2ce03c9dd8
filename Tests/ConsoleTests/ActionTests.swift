import Console
import Desk
import Kit
import Screen
import Testing

/// The one table of actions, and the laws it keeps.
struct ActionTests {
  @Test func everyIdentifierHasOneAction() {
    for id in ActionID.allCases { #expect(Action.table.count { $0.id == id } == 1, "\(id)") }
  }

  @Test func everyActionHasItsWordsInBothLanguages() {
    let tongues = [Words(.french), Words(.english)]
    for id in ActionID.allCases {
      for words in tongues {
        #expect(!words.name(id).isEmpty && !words.hint(id).isEmpty && !words.help(id).isEmpty, "\(id)")
      }
      let names = Set(tongues.map { $0.help(id) })
      #expect(names.count == 2, "\(id) reads the same in both")
    }
  }

  @Test func noKeyMeansTwoThings() {
    for pane in Pane.allCases {
      var seen: [[Key]: ActionID] = [:]
      for action in Action.table where action.panes.contains(pane) {
        for keys in action.keys(in: pane) {
          #expect(!keys.isEmpty)
          #expect(seen[keys] == nil || seen[keys] == action.id, "\(keys) in \(pane)")
          seen[keys] = action.id
        }
      }
      for keys in seen.keys {
        #expect(keys.count == 1 || seen[Array(keys.dropLast())] == nil, "\(keys) hides behind its own prefix")
      }
    }
  }

  /// A key that does nothing irreversible when doubled: no state is two same keys in a row.
  @Test func noDoubledKeyChangesATicket() {
    for action in Action.table where action.verb != nil {
      for keys in action.keys where keys.count > 1 { #expect(Set(keys).count == keys.count, "\(action.id)") }
    }
  }

  @Test func everyDisabledActionSaysWhy() {
    for login in ["amel", "driss", "eva", "rene", "ines", "otto"] {
      for keys in ["5", "0", "0 Enter", "0 b", "0 / 'mfa Enter", "0 / 'certificat Enter", "0 / 'sap Enter"] {
        for language in Language.allCases {
          var rehearsal = Rehearsal(as: login, language)
          rehearsal.type(keys)
          for id in ActionID.allCases {
            if let why = rehearsal.model.whyNot(id) { #expect(!why.isEmpty, "\(id) as \(login) after \(keys)") }
          }
        }
      }
    }
  }

  /// What the console says is possible, the desk follows, and what it says is not, the desk refuses.
  @Test func theConsoleAndTheDeskAgree() {
    let direct: [(ActionID, Intent)] = [
      (.take, .take), (.resume, .resume(.agent)), (.spam, .spam), (.unspam, .unspam),
      (.steal, .steal(reason: "absent")), (.release, .release(reason: nil)), (.cancel, .cancel(reason: "doublon")),
      (.resolve, .resolve(.simple(rootCause: "usure"), message: nil)),
    ]
    // What these ask is all in a row: there the two say the same.
    let whole: Set<ActionID> = [.take, .resume, .steal, .cancel, .resolve]
    for login in ["amel", "driss", "eva", "rene", "otto"] {
      var rehearsal = Rehearsal(as: login)
      rehearsal.type("0")
      for _ in 0..<rehearsal.model.queue.count {
        for (id, intent) in direct {
          guard let row = rehearsal.model.queue.selection?.summary, let ticket = rehearsal.tickets[row.id] else {
            continue
          }
          let decision = Decision(on: ticket, as: rehearsal.agent, under: Rehearsal.rules, at: rehearsal.now)
          let refused = (try? decision.decide(intent)) == nil
          let told = rehearsal.model.whyNot(id) != nil
          if whole.contains(id) { #expect(told == refused, "\(id) on \(row.id) as \(login)") }
          // Elsewhere the console may be more hopeful than the desk, never less: the desk has the last word.
          if told { #expect(refused, "\(id) on \(row.id) as \(login)") }
        }
        rehearsal.type("j")
      }
    }
  }
}

/// What holds at any size and with any text.
struct FrameLawTests {
  static let hostile: [Ticket] = {
    let texts = [
      String(repeating: "x", count: 10_000), "日本語のとても長い件名がここにあります、まだまだ続きます", "\u{1B}]0;pwned\u{7}\u{9B}31m",
      "e" + String(repeating: "\u{301}", count: 200), "\u{202E}\u{2066}abc\u{2069}", "👩‍💻🏽🇫🇷🫨", "", "a\nb\r\nc\td",
    ]
    return texts.enumerated().map { at, text in
      Morning.ticket(
        100 + at, text, text, text, text, g: at % 4 + 1, i: 3, ago: Int64(at) * 700, words: text + "\n> " + text)
    } + Morning.tickets
  }()

  static let scenes = [
    "0", "0 Enter", "0 b", "0 / '\"", "0 :", "0 ?", "0 *", "3 j Enter G", "0 c", "0 D", "0 Enter D G", "0 i Enter",
  ]

  @Test(arguments: scenes)
  func everyFrameFitsItsScreen(_ keys: String) {
    let widths = [1, 2, 5, 19, 20, 33, 40, 59, 60, 79, 80, 100, 159, 160, 201, 300]
    let heights = [1, 2, 4, 5, 6, 10, 24, 31, 100]
    for width in widths {
      for height in heights {
        var rehearsal = Rehearsal(width: width, height: height, tickets: FrameLawTests.hostile)
        rehearsal.type(keys)
        rehearsal.send(.woke(.preview))
        let frame = rehearsal.frame
        #expect(frame.size == Size(width: width, height: height))
        for line in frame.lines { #expect(Width.of(line) == width) }
        if let cursor = frame.cursor {
          #expect(frame.area.contains(x: cursor.x, y: cursor.y), "\(width)×\(height) \(keys)")
        }
      }
    }
  }

  @Test func theHintsNeverShowHalfAWord() {
    for width in 20...130 {
      for keys in ["0", "0 Enter", "0 b", "0 Space"] {
        var rehearsal = Rehearsal(width: width, height: 12)
        rehearsal.type(keys)
        let hints = rehearsal.model.hints
        let total = hints.reduce(-1) { $0 + Width.of($1.key) + Width.of($1.text) + 3 }
        #expect(total <= width, "\(width) \(keys)")
        for hint in hints { #expect(rehearsal.hints.contains("\(hint.key) \(hint.text)"), "\(width) \(keys)") }
      }
    }
  }

  /// What is new is taken and qualified; what is one's own is not to be taken again.
  @Test func theHintsSayTheNextStep() {
    let fresh = Morning.ticket(1, "VPN", "A", "Lyon", "Réseau", g: 0, i: 0, ago: 5)
    for width in [80, 120] {
      var rehearsal = Rehearsal(width: width, tickets: [fresh])
      for keys in ["2", "Enter"] {
        rehearsal.type(keys)
        #expect(rehearsal.hints.contains("t prendre  p qualifier"), "\(rehearsal.hints)")
      }
      for keys in ["t", "q"] {
        rehearsal.type(keys)
        #expect(!rehearsal.hints.contains("prendre") && rehearsal.hints.contains("p qualifier"), "\(rehearsal.hints)")
      }
    }
  }

  @Test func resizingComesBackToTheSameScreen() {
    var rehearsal = Rehearsal(width: 120, height: 40)
    rehearsal.type("0 j j")
    rehearsal.rest()
    let before = rehearsal.screen
    for (width, height) in [(40, 10), (20, 5), (8, 3), (1, 1), (300, 100), (120, 40)] {
      rehearsal.send(.resized(Size(width: width, height: height)))
    }
    #expect(rehearsal.screen == before)
  }
}
