import Console
import Desk
import Kit
import Testing

/// What the files of a desk say, for a rehearsal.
enum Desks {
  static func automation(_ file: ConfigFile, _ text: String) -> Automation {
    let read = Automation(Configuration([ConfigText(file, text)], zones: { _ in .utc }), zones: { _ in .utc })
    if !read.faults.isEmpty { Issue.record("\(read.faults)") }
    return read
  }
}

/// What the desk's rules made of an agent's own act is told with it.
struct ConsequenceTests {
  private static let rules = Desks.automation(
    .rules,
    """
    { rules: [
      { name: "VPN", on: "note.added", then: [{ group: "Réseau" }, { tag: "vpn" }] },
      { name: "muette", on: "note.added", if: "tag:rien", then: [{ tag: "jamais" }] },
    ] }
    """
  ).routing

  private static func rehearsal(_ language: Language) -> Rehearsal {
    var rehearsal = Rehearsal(language, width: 120)
    rehearsal.routing = rules
    rehearsal.type(": '10463 Enter")
    return rehearsal
  }

  @Test(arguments: [
    (Language.french, "✓ #10463 : note enregistrée ; règle « VPN » : équipe Réseau, étiquette vpn"),
    (.english, "✓ #10463: note recorded; rule “VPN”: team Réseau, tag vpn"),
  ])
  func aRuleThatFiredIsTold(_ language: Language, _ told: String) {
    var rehearsal = Self.rehearsal(language)
    rehearsal.type("c 'fait A-Enter")
    #expect(rehearsal.status.contains(told), "\(rehearsal.status)")
  }

  /// Of an act on several tickets it is told how many a rule changed.
  @Test func whatARuleDidToSeveralIsCounted() {
    var rehearsal = Rehearsal(width: 120)
    rehearsal.routing = Self.rules
    rehearsal.type("1 Space Space c 'vu A-Enter")
    #expect(rehearsal.status.contains("✓ 2 tickets"), "\(rehearsal.status)")
    #expect(rehearsal.status.contains(" ; règle « VPN » : 2 tickets changés"), "\(rehearsal.status)")
  }

  /// The rules' events of an earlier act are no news.
  @Test func whatWasToldIsNotToldAgain() {
    var rehearsal = Self.rehearsal(.french)
    rehearsal.type("c 'fait A-Enter w")
    #expect(rehearsal.status.contains("✓") && !rehearsal.status.contains("règle"), "\(rehearsal.status)")
  }
}
