import Console
import Desk
import Kit
import Screen
import Testing

/// A name typed on the phone, and what the form says of its bearer then.
struct CallCase: CustomTestStringConvertible, Sendable {
  let name: String
  let keys: String
  var email = ""
  var phone = ""
  var customer = ""
  var site = ""

  var testDescription: String { name }
}

@Suite("Sheets: intake") struct SheetsIntakeTests {
  private static let town = "Mairie de Vaulx"

  @Test(
    "what the register filled in goes with the name, what a hand typed stays",
    arguments: [
      CallCase(
        name: "a known person", keys: "aich<Enter>", email: "a.bensalah@vaulx.fr", phone: "4127", customer: town,
        site: "Annexe"),
      CallCase(name: "then somebody nobody knows", keys: "aich<Enter><BackTab><C-u>Paul Neuf<Tab>"),
      CallCase(name: "the field not even left", keys: "aich<Enter><BackTab><C-u>Paul Neuf"),
      CallCase(name: "the name only cut short", keys: "aich<Enter><BackTab><Backspace>"),
      CallCase(
        name: "a number typed by hand stays", keys: "aich<Enter><C-u>0612<BackTab><C-u>Paul Neuf<Tab>", phone: "0612"),
      CallCase(
        name: "another known person brings their own", keys: "aich<Enter><C-u>0612<BackTab><C-u>noel<Enter>",
        email: "jn.leguen@vaulx.fr", phone: "4310", customer: town, site: "Annexe"),
      CallCase(
        name: "one of no customer has none", keys: "aich<Enter><BackTab><C-u>elise<Enter>", email: "elise@exemple.fr"),
      CallCase(
        name: "the same name without its accents", keys: "aich<Enter><BackTab><C-u>AICHA ben salah",
        email: "a.bensalah@vaulx.fr", phone: "4127", customer: town, site: "Annexe"),
      CallCase(
        name: "the same name, a number typed by hand", keys: "aich<Enter><C-u>0612<BackTab><C-u>aicha ben salah<Tab>",
        email: "a.bensalah@vaulx.fr", phone: "0612", customer: town, site: "Annexe"),
    ])
  func names(_ call: CallCase) {
    var bench = SheetBench(.intake)
    bench.keys(call.keys)
    let fields = bench.sheet.draft(at: SheetBench.now)?.fields ?? [:]
    let told = ["email", "phone", "customer", "site"].map { fields[$0] ?? "" }
    #expect(told == [call.email, call.phone, call.customer, call.site], "\(bench.screen)")
  }

  @Test("a draft taken up knows what the register had filled in")
  func taken() {
    var bench = SheetBench(.intake)
    bench.keys("aich<Enter><C-u>0612")
    var again = SheetBench(.intake, from: bench.sheet.draft(at: SheetBench.now))
    again.keys("<C-u>Paul Neuf<Tab>")
    let fields = again.sheet.draft(at: SheetBench.now)?.fields
    #expect(fields?["email"] == "" && fields?["phone"] == "0612", "\(again.screen)")
  }

  private static let large = Size(width: 80, height: 40)
  private static let toGrid = "<Tab><Tab><Tab><Tab><Tab>VPN<Tab><Tab><Tab><Tab>"

  @Test(
    "no cell of the grid is lit before one is chosen, or a category given",
    arguments: [
      ("Paul", nil, "P3 (à qualifier) tant que rien"), ("Paul" + toGrid, nil, "P3 (à qualifier)"),
      ("Paul" + toGrid + "<Space>", "[P3]", "P3 G2"), ("Paul" + toGrid + "<Left>", "[P3]", "P3 G1"),
      ("Paul" + toGrid + "<BackTab>fich<Enter>", "[P3]", "P3 G2"),
      ("Paul" + toGrid + "<BackTab>fich<Enter><BackTab><C-u>", nil, "P3 (à qualifier)"),
    ] as [(String, String?, String)])
  func grid(_ keys: String, _ cell: String?, _ sentence: String) {
    var bench = SheetBench(.intake, size: SheetsIntakeTests.large)
    bench.keys(keys)
    let text = bench.frame.text
    #expect(text.contains(sentence), "\(bench.screen)")
    #expect(text.contains("[P") == (cell != nil) && text.contains(cell ?? ""), "\(bench.screen)")
    // A draft of it says the same.
    let again = SheetBench(.intake, from: bench.sheet.draft(at: SheetBench.now), size: SheetsIntakeTests.large)
    #expect(again.frame.text.contains("[P") == (cell != nil), "\(again.screen)")
  }

  @Test("what the form showed is where qualifying begins")
  func begins() {
    var bench = SheetBench(.intake, size: SheetsIntakeTests.large)
    bench.keys("Paul" + SheetsIntakeTests.toGrid + "<BackTab>fich<Enter>")
    let qualify = SheetBench(.qualify, on: Life(rules: SheetBench.rules).ticket)
    for frame in [bench.frame, qualify.frame] { #expect(frame.rowHolding("P3 G2") != nil, "\(frame.text)") }
  }

  @Test("a VIP is told beside the name, and the impact rises", arguments: [true, false])
  func vip(_ isVIP: Bool) throws {
    var bench = SheetBench(.intake, size: SheetsIntakeTests.large)
    var person = try #require(bench.context.directory.people["a.bensalah@vaulx.fr"])
    person.vip = isVIP
    bench.context.directory.apply(.person(person))
    bench.keys("aich<Enter>")
    #expect((bench.frame.rowHolding("Aïcha Ben Salah  VIP") != nil) == isVIP, "\(bench.screen)")
    bench.keys("<Tab><Tab><Tab><Tab>VPN<Tab><Tab><Tab>fich<Enter>")
    #expect((bench.frame.rowHolding("VIP : impact relevé") != nil) == isVIP, "\(bench.screen)")
    #expect(bench.frame.rowHolding(isVIP ? "× I3" : "× I4") != nil, "\(bench.screen)")
    // Somebody else is none.
    bench.keys("<BackTab><BackTab><BackTab><BackTab><BackTab><BackTab><BackTab><BackTab><BackTab><C-u>Paul<Tab>")
    #expect(
      bench.frame.rowHolding("  VIP ") == nil && bench.frame.rowHolding("impact relevé") == nil, "\(bench.screen)")
  }
}
