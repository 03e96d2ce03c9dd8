import Desk

// The help of the commands about being on call.
extension Words {
  func dutySummary(of command: CommandName) -> String {
    switch command {
    case .oncall: say(fr: "qui est d’astreinte, jusqu’à quand, puis qui", en: "who is on call, until when, then who")
    case .page:
      say(fr: "les appels d’astreinte : en cours, acquitter, essayer", en: "pages: open ones, acknowledge, try")
    default:
      say(fr: "la note de relève : ce que l’équipe suivante doit savoir", en: "the hand-over note for the next shift")
    }
  }

  func dutyExamples(of command: CommandName) -> [String] {
    switch command {
    case .oncall:
      [
        "guichet oncall",
        say(fr: "guichet oncall n2 --at \"samedi 3h\"", en: "guichet oncall n2 --at \"saturday 3:00\""),
        say(
          fr: "guichet oncall swap n2 chloe bob --start \"lundi 9h\" --end \"mardi 9h\" --reason congé",
          en: "guichet oncall swap n2 chloe bob --start \"monday 9:00\" --end \"tuesday 9:00\" --reason leave"),
      ]
    case .page: ["guichet page", "guichet page ack 42", "guichet page ack 42 --anyway", "guichet page test n2"]
    default:
      [
        "guichet handover", say(fr: "guichet handover --since 8h --sign", en: "guichet handover --since 8:00 --sign"),
        "guichet handover --accept",
      ]
    }
  }

  func dutyMeaning(of option: CommandOption) -> String {
    switch option {
    case .at: say(fr: "à ce moment : « samedi 3h »", en: "at that time: “saturday 3:00”")
    case .sign: say(fr: "signer la note : je pars", en: "sign the note: I leave")
    default: say(fr: "prendre la relève : j’ai lu la note", en: "take over: I have read the note")
    }
  }
}
