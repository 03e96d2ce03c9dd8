import Console
import Desk
import Kit
import Screen
import Testing

private let drafted: [(kind: SheetKind, keys: String)] = [
  (.intake, "aich<Enter><Tab><Tab><Tab><Tab>Serveur<Tab>Plus rien.<Tab>d<Tab>fich<Enter><Up>"),
  (.intake, "Paul Neuf<Tab>0612"), (.reply, "Bonjour,<Enter><Enter>Réglé."),
  (.reply, "Lequel ?<Tab><Right><Tab><Right><Tab>2j"), (.note, "Vu<BackTab><Right>"), (.ask, "Alors ?<Tab><Tab>lundi"),
  (.resolve, "a<Tab>Bourrage<Tab><Tab>Réparé.<Tab>r<Tab>simple"), (.escalate, "3<Tab>Rien<Tab> de plus<Tab>aucune"),
]

@Suite("Sheets: drafts") struct SheetsDraftTests {
  @Test("a sheet made again from its draft is as it was left", arguments: drafted.indices)
  func roundTrip(_ place: Int) throws {
    let (kind, keys) = drafted[place]
    let ticket = kind == .intake ? nil : workedTicket()
    var bench = SheetBench(kind, on: ticket)
    bench.keys(keys)
    let draft = try #require(bench.sheet.draft(at: SheetBench.now))
    #expect(draft.kind == kind.draft && draft.ticket == ticket?.id)
    var again = SheetBench(kind, on: ticket, from: draft)
    #expect(again.sheet.draft(at: SheetBench.now) == draft)
    // Where the cursor was is not kept.
    let third = SheetBench(kind, on: ticket, from: again.sheet.draft(at: SheetBench.now))
    #expect(third.frame.text == again.frame.text)
    bench.keys("<A-Enter>")
    again.keys("<A-Enter>")
    #expect(again.intent == bench.intent)
    #expect(again.asked == bench.asked)
  }

  @Test("a sheet just opened leaves no draft", arguments: SheetKind.allCases)
  func nothing(_ kind: SheetKind) {
    let bench = SheetBench(kind, on: kind == .intake ? nil : workedTicket())
    #expect(bench.sheet.draft(at: SheetBench.now) == nil)
  }

  @Test("words emptied again leave no draft")
  func emptied() {
    var bench = SheetBench(.note, on: workedTicket())
    bench.keys("Vu<C-u>")
    #expect(bench.sheet.draft(at: SheetBench.now) == nil)
  }

  @Test("a draft of nonsense is a sheet all the same")
  func nonsense() {
    let fields = [
      "after": "explode", "grid": "9,9", "until": "\u{1B}[2J", "body": "texte", "xyz": "?", "waitReason": "",
    ]
    for kind in SheetKind.allCases {
      let draft = Draft(kind: .reply, ticket: nil, fields: fields, savedAt: SheetBench.now)
      var bench = SheetBench(kind, on: workedTicket(), from: draft)
      bench.keys("<A-Enter>")
      #expect(!bench.frame.text.isEmpty)
    }
  }
}
