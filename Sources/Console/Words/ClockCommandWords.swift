import Desk

// The help of the commands about deadlines, and what they say.
extension Words {
  func clockSummary(of command: CommandName) -> String {
    switch command {
    case .waive: say(fr: "ne pas compter une échéance contre le guichet", en: "not hold a deadline against the desk")
    case .explain: say(fr: "expliquer les échéances d’un ticket", en: "explain a ticket’s deadlines")
    case .replay: say(fr: "ce que d’autres engagements auraient donné", en: "what other promises would have given")
    case .sla:
      say(
        fr: "calculer du temps ouvré : une question JSON par ligne", en: "reckon working time: one JSON question a line"
      )
    default:
      say(fr: "signaler ce qui est dû, une fois (cron, systemd)", en: "tell what is due, once (cron, systemd)")
    }
  }

  func clockExamples(of command: CommandName) -> [String] {
    switch command {
    case .waive:
      [
        say(
          fr: "guichet waive 42 --clock resolve --reason \"coupure générale du fournisseur\"",
          en: "guichet waive 42 --clock resolve --reason \"the vendor’s general outage\"")
      ]
    case .explain: ["guichet explain 42", "guichet explain 42 --clock resolve --json"]
    case .replay: ["guichet replay --policy policies.json --since 2026-07-01"]
    case .sla:
      [
        "guichet sla < questions.jsonl",
        "printf %s '{\"cal\":{\"tz\":\"Europe/Paris\",\"hours\":{\"mon\":[[\"09:00\",\"17:00\"]]}},' \\",
        "  '\"start\":\"2026-03-09T08:00:00Z\",\"minutes\":240}' | guichet sla",
      ]
    default: ["guichet tick", "guichet tick --json"]
    }
  }

  package func unanswered(_ number: Int, of total: Int) -> String {
    say(fr: "\(number) question(s) sans réponse sur \(total)", en: "\(number) of \(total) questions not answered")
  }
}
