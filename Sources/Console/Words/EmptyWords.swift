import Desk

// What a view without tickets says: what would be there, and what to do next.
extension Words {
  /// The first line says it, those after the blank one what may be done.
  package func empty(_ view: String) -> [String] {
    let ways = waysOn(from: view)
    return [nothingIn(view)] + (ways.isEmpty ? [] : [""] + ways)
  }

  private func nothingIn(_ view: String) -> String {
    switch view {
    case "mine": say(fr: "Rien à vous.", en: "Nothing is yours.")
    case "to_take": say(fr: "Rien à prendre.", en: "Nothing to take.")
    case "waiting": say(fr: "Rien n’attend.", en: "Nothing is waiting.")
    case "followed":
      say(fr: "Vous ne suivez aucun ticket confié à d’autres.", en: "You follow no ticket others work on.")
    case "urgent": say(fr: "Aucun P0 ni P1.", en: "No P0 and no P1.")
    case "answered": say(fr: "Aucune réponse de demandeur n’attend la vôtre.", en: "No requester waits for an answer.")
    case "resolved":
      say(fr: "Aucun ticket résolu n’attend confirmation.", en: "No resolved ticket waits to be confirmed.")
    case "desk.deadlines": say(fr: "Aucune échéance n’approche.", en: "No deadline is near.")
    case "desk.majors": say(fr: "Aucun incident majeur.", en: "No major incident.")
    case "desk.alerts": say(fr: "La supervision ne signale rien.", en: "Supervision has nothing to tell.")
    case "desk.dormant": say(fr: "Rien ne dort depuis une semaine.", en: "Nothing has been asleep for a week.")
    case "desk.bounces": say(fr: "Aucun courriel n’est revenu.", en: "No mail came back.")
    case "desk.unclaimed":
      say(fr: "Chaque ticket a quelqu’un qui peut le prendre.", en: "Each ticket has somebody who may take it.")
    case "desk.committee": say(fr: "Rien n’a été clos depuis 30 jours.", en: "Nothing was closed for 30 days.")
    case "all": say(fr: "Aucun ticket.", en: "No ticket at all.")
    default: say(fr: "Cette file est vide.", en: "This queue is empty.")
    }
  }

  private func waysOn(from view: String) -> [String] {
    switch view {
    case "mine": [say(fr: "2  voir ce qui est à prendre", en: "2  see what may be taken"), nextWay]
    case "to_take": [mineWay]
    case "followed": [say(fr: "w  sur un ticket : le suivre", en: "w  on a ticket: follow it"), mineWay]
    case "all": [say(fr: "n  ouvrir le premier", en: "n  open the first one")]
    default: [mineWay]
    }
  }

  private var mineWay: String { say(fr: "1  revenir à votre file", en: "1  back to your own queue") }
  private var nextWay: String { say(fr: "N  prendre le suivant", en: "N  take the next one") }

  package var emptyFilter: [String] {
    [
      say(fr: "Le filtre ne laisse rien passer.", en: "The filter lets nothing through."), "", dropFilterWay,
      say(fr: "/  le changer", en: "/  change it"),
    ]
  }

  /// What is typed does not read: what stood before it let nothing through, but that is not what to mend.
  package func emptyFilter(_ flaw: Query.Flaw) -> [String] { [badFilter(flaw), "", dropFilterWay] }

  private var dropFilterWay: String { say(fr: "Échap  l’ôter", en: "Esc  drop it") }
}
