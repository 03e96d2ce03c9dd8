import Desk

// What the texts laid over the panes say: a ticket's clocks in few letters, what a card is of.
extension Words {
  /// A clock in a header, where all of them stand in one line.
  package func short(_ clock: ServiceClock) -> String {
    switch clock {
    case .acknowledge: say(fr: "acq", en: "ack")
    case .firstReply: say(fr: "1re rép", en: "1st rep")
    case .update: say(fr: "màj", en: "upd")
    case .resolve: say(fr: "rés", en: "res")
    case .ola: "OLA"
    case .uc: say(fr: "fourn.", en: "vendor")
    }
  }

  package var noChildren: String {
    say(fr: "Aucun ticket rattaché à celui-ci.", en: "No ticket stands under this one.")
  }

  package var clocksTitle: String { say(fr: "pourquoi ces échéances", en: "why these deadlines") }
  package func hoursOf(_ zone: String) -> String { say(fr: "fuseau \(zone)", en: "time zone \(zone)") }
  var scrollHint: String { say(fr: "défiler", en: "scroll") }
  var chooseHint: String { say(fr: "choisir", en: "choose") }

  package func percent(_ number: Int) -> String { say(fr: "\(number) %", en: "\(number)%") }

  package var cardsTitle: String { say(fr: "Ce que le ticket concerne", en: "What the ticket is about") }

  package func title(of subject: CardSubject) -> String {
    switch subject {
    case .person: say(fr: "Demandeur", en: "Requester")
    case .customer: say(fr: "Client", en: "Customer")
    case .contract: say(fr: "Contrat", en: "Contract")
    case .asset: say(fr: "Équipement", en: "Asset")
    }
  }

  package var noConcern: String {
    say(
      fr: "Ni demandeur, ni client, ni équipement connus.", en: "No requester, no customer and no asset is known.")
  }

  /// Beside the other clocks, where none is promised.
  package var noClock: String { say(fr: "rien de promis", en: "nothing promised") }
}
