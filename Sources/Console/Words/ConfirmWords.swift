import Desk
import Screen

// What is said before something is done that one key must not do.
extension Words {
  var doNothingHint: String { say(fr: "ne rien faire", en: "do nothing") }

  /// What the key of a confirmation does.
  func does(_ confirmation: Confirmation) -> String {
    switch confirmation {
    case .answer: say(fr: "prendre l’appel", en: "pick it up")
    case .macro: say(fr: "envoyer", en: "send")
    }
  }

  // MARK: - A page that calls somebody else

  func answerTitle(_ called: String) -> String {
    say(fr: "Répondre à la place de \(called) ?", en: "Answer in place of \(called)?")
  }
  /// Whom a page called, and when.
  func called(_ page: DutyBoard.OpenPage, _ name: String, _ moment: String) -> String {
    let number = page.call.step > 1 ? say(fr: " (n° \(page.call.step))", en: " (no. \(page.call.step))") : ""
    let rota = SafeText.line(page.call.rota).text
    return say(
      fr: "Astreinte « \(rota) » : \(name), appel de \(moment)\(number)",
      en: "Rota “\(rota)”: \(name), called at \(moment)\(number)")
  }
  var answeringMeans: String {
    say(
      fr: "L’appel s’arrête : plus personne n’est appelé pour ce ticket. Il reste à prendre.",
      en: "The calling stops: nobody else is called for this ticket. It is still to be taken.")
  }

  // MARK: - A macro that sends words

  func macroTitle(_ macro: String, on ticket: String) -> String {
    say(fr: "Macro « \(macro) » sur \(ticket)", en: "Macro “\(macro)” on \(ticket)")
  }
  var noRecipient: String {
    say(fr: "aucune adresse : rien ne partira par courriel", en: "no address: nothing will leave by mail")
  }
  var recipientLabel: String { say(fr: "À : ", en: "To: ") }
  var subjectLabel: String { say(fr: "Objet : ", en: "Subject: ") }
}
