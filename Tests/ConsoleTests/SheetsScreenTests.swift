import Console
import Desk
import Kit
import Screen
import Testing

/// A sheet with something in it, to be looked at.
struct SheetScene: CustomTestStringConvertible, Sendable {
  let name: String
  let kind: SheetKind
  var agent = "amel"
  var isNew = false
  let keys: String

  var testDescription: String { name }

  static let all = [
    SheetScene(
      name: "intake", kind: .intake, isNew: true,
      keys: "aich<Enter><Tab><Tab><Tab><Tab>Serveur de fichiers<Tab>Plus rien ne s’ouvre.<Tab><Tab>res"),
    SheetScene(
      name: "reply", kind: .reply,
      keys: "Bonjour Élise,<Enter><Enter>Le serveur ne répond plus depuis 13:47.<Tab><Right><Tab><Tab>lundi 9h"),
    SheetScene(name: "note", kind: .note, keys: "FIC02 : disque C: plein à 100 % hier soir."),
    SheetScene(name: "escalate", kind: .escalate, keys: "<Tab>Rien ne s’ouvre<A-Enter>"),
    SheetScene(name: "resolve", kind: .resolve, keys: "<Right><Tab>Disque vidé<Tab><Tab><Tab><Right>"),
    SheetScene(name: "qualify", kind: .qualify, keys: "<Up><Left>"),
    SheetScene(name: "assign", kind: .assign, keys: "<Down>"),
    SheetScene(name: "hold", kind: .hold, keys: "Dell<Tab><Right><Tab>25/13"),
    SheetScene(name: "priority", kind: .prioritise, keys: "1<Tab>"),
  ]

  func bench(_ size: Size, _ language: Language) -> SheetBench {
    var bench = SheetBench(kind, on: isNew ? nil : workedTicket(), as: agent, language, size: size)
    bench.keys(keys)
    return bench
  }
}

private let sizes = [Size(width: 40, height: 10), Size(width: 80, height: 24), Size(width: 120, height: 40)]

@Suite("Sheets: screens") struct SheetsScreenTests {
  @Test("each sheet, at each size, in each language", arguments: SheetScene.all, Language.allCases)
  func screens(_ scene: SheetScene, _ language: Language) {
    let text = sizes.map { "\($0.width)x\($0.height)\n" + scene.bench($0, language).screen }.joined(separator: "\n")
    let difference = Screens.difference(text, "sheets-\(scene.name)-\(language.rawValue)")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("the cursor is where typing happens, in sight, at every size", arguments: SheetScene.all)
  func cursor(_ scene: SheetScene) {
    for size in sizes + [Size(width: 200, height: 60)] {
      let frame = scene.bench(size, .french).frame
      #expect(frame.cursor != nil, "\(size)")
    }
  }

  @Test("the field that has the keys is seen without colour", arguments: SheetScene.all)
  func focus(_ scene: SheetScene) {
    for size in sizes { #expect(scene.bench(size, .french).frame.rowHolding("▌") != nil, "\(size)") }
  }

  @Test("hostile words leave the border whole, at every size", arguments: SheetKind.allCases)
  func hostile(_ kind: SheetKind) {
    let nasty = "\u{1B}]0;x\u{7}\u{202E}é漢字👩‍👩‍👧\u{300}\u{300}\t" + String(repeating: "界", count: 900) + "\u{0}\r\n│╮"
    let ticket = workedTicket {
      try $0.act("amel", .note(Note(Body(nasty))))
      try $0.act("amel", .tag(nasty))
      try $0.act("amel", .qualify(.of(1, 1)))
    }
    let sizes = [(40, 10), (80, 24), (200, 60), (20, 5), (8, 4), (3, 3), (1, 1)]
    for (width, height) in sizes {
      var bench = SheetBench(kind, on: kind == .intake ? nil : ticket, size: Size(width: width, height: height))
      bench.paste(nasty)
      bench.keys("<Tab>")
      bench.paste(nasty)
      bench.keys("<A-Enter>")
      let frame = bench.frame
      #expect(frame.lines.allSatisfy { Width.of($0) == width }, "\(kind) \(width)x\(height)")
      guard case .box = bench.sheet.extent, bench.area.width >= 2, bench.area.height >= 2 else { continue }
      for y in bench.area.y + 1..<bench.area.bottom - 1 {
        #expect(
          frame[bench.area.x, y].scalar == "│" && frame[bench.area.right - 1, y].scalar == "│",
          "\(kind) row \(y)\n\(frame.text)")
      }
    }
  }

  @Test("every phrase is in both languages, and fits its column")
  func words() {
    for language in Language.allCases {
      for kind in SheetKind.allCases {
        let bench = SheetBench(kind, on: kind == .intake ? nil : workedTicket(), language)
        #expect(!bench.sheet.hints(bench.context).isEmpty)
      }
    }
  }
}
