import Desk
import Kit
import Testing

/// Texts with fields, and templates in the requester's language.
@Suite struct FieldTextTests {
  private static func filled(_ text: String, name: String? = nil) throws -> String {
    var life = Life("Écran\nnoir", channel: .mail)
    if let name {
      life.record([.concern(.requesterChanged(to: Party(name: name), customer: nil, site: nil))], by: .timer)
    }
    return try FieldText(text).filled(
      FieldValues(life.ticket, as: TestDesk.actor("amel"), under: TestDesk.rules, at: life.now))
  }

  @Test(arguments: [
    ("Bonjour {requester.name},", "Bonjour Élise Bérard,"), ("{ticket} {subject}", "#LYO-1 Écran noir"),
    ("{ requester.mail }", "elise@exemple.fr"), ("{site|votre site}", "votre site"), ("[{site}]", "[]"),
    ("{agent} ({agent.login})", "Amel (amel)"), ("{{ticket}}", "{ticket}"), ("{date}", "2026-03-09"), ("", ""),
    ("{priority} {level}", "P3 N1"),
  ])
  func `fields are filled`(_ text: String, _ expected: String) throws {
    #expect(try Self.filled(text) == expected)
    #expect(try FieldText(FieldText(text).written).filled(Self.values) == FieldText(text).filled(Self.values))
  }

  private static var values: FieldValues {
    FieldValues(Life().ticket, as: TestDesk.actor("amel"), under: TestDesk.rules, at: TestDesk.start)
  }

  @Test func `a name from outside is no template and writes no lines`() throws {
    #expect(try Self.filled("[{requester.name}]", name: "{agent}\n\n> x") == "[{agent}  > x]")
  }

  @Test func `a template speaks the requester's language, else the desk's, else its own`() {
    let book = automation(
      (.templates, "{ language: 'en', templates: { a: { fr: 'Bonjour', en: 'Hello' }, b: { de: 'Guten Tag' } } }")
    ).templates
    func said(_ template: String, _ language: String?) -> String? {
      var rules = TestDesk.rules
      let party = Party(name: "Élise", email: "elise@exemple.fr")
      rules.directory.apply(.person(Person(party: party, language: language)))
      let values = FieldValues(Life().ticket, as: TestDesk.actor("amel"), under: rules, at: TestDesk.start)
      return book.words(.template(template), values)?.body
    }
    #expect(said("a", "fr") == "Bonjour")
    #expect(said("a", "fr-CH") == "Bonjour")
    #expect(said("a", "es") == "Hello")
    #expect(said("a", nil) == "Hello")
    #expect(said("b", "fr") == "Guten Tag")
    #expect(said("c", "fr") == nil)
  }
}
