import Desk

// What `guichet flow` says of the ways tickets went.
extension Words {
  package var ticketsWithIt: String { say(fr: "tickets", en: "tickets") }
  package var mean: String { say(fr: "moyenne", en: "mean") }
  package var median: String { say(fr: "médiane", en: "median") }
  package var teamChanges: String { say(fr: "changements d’équipe", en: "changes of team") }
  package var pingPong: String { say(fr: "allers-retours", en: "ping-pong") }
  package var escalations: String { say(fr: "escalades", en: "escalations") }
  package var returns: String { say(fr: "retours de niveau", en: "returns to a lower level") }
  package var reopenings: String { say(fr: "réouvertures", en: "reopenings") }

  package func waiting(_ what: Flow.Waiting) -> String {
    switch what {
    case .owner: say(fr: "attend : preneur", en: "waits: somebody to take it")
    case .user(let reason):
      say(
        fr: "attend : \(name(WaitingFor.user)), \(name(reason))", en: "waits: \(name(WaitingFor.user)), \(name(reason))"
      )
    case .third(let reason):
      say(
        fr: "attend : \(name(WaitingFor.third)), \(name(reason))",
        en: "waits: \(name(WaitingFor.third)), \(name(reason))")
    }
  }

  /// A number given in tenths: `2`, `1,9` (`1.9`).
  package func tenths(_ number: Int64) -> String {
    number % 10 == 0 ? String(number / 10) : String(number / 10) + say(fr: ",", en: ".") + String(abs(number % 10))
  }

  /// A length of time by the clock: `12 min`, `3h05`, from two days on `4j07` (`4d07`).
  package func span(seconds: Int64) -> String {
    let minutes = seconds / 60
    if minutes < 2880 { return length(minutes: Int(clamping: minutes)) }
    return "\(minutes / 1440)" + say(fr: "j", en: "d") + Instant.pad(Int(minutes / 60 % 24), 2)
  }
}
