import Desk
import Screen

// What a sheet says of a field that cannot be sent so.
extension Words {
  func remark(_ remark: Remark) -> String {
    switch remark {
    case .blank: say(fr: "à remplir", en: "to fill in")
    case .when(let flaw): self.flaw(flaw)
    case .unlisted: say(fr: "choisir dans la liste", en: "choose from the list")
    case .cut(let lost, let limit):
      say(
        fr: "texte coupé : \(limit) caractères au plus, \(lost) perdus",
        en: "text cut: at most \(limit) characters, \(lost) lost")
    case .full(let limit):
      say(fr: "plein : \(limit) caractères au plus", en: "full: at most \(limit) characters")
    case .nowInternal:
      say(
        fr: "Devenu une note interne : rien ne part au demandeur.", en: "Now an internal note: nothing is sent.")
    case .nowPublic:
      say(fr: "Devenu une réponse : le demandeur la lira.", en: "Now a reply: the requester will read it.")
    case .noAddress:
      say(
        fr: "Aucune adresse connue pour ce demandeur : rien ne partira par courriel.",
        en: "No address is known for this requester: nothing will be mailed.")
    case .openTasks(let number): openTasks(number)
    case .unqualified: unqualified
    case .noChecklists:
      say(
        fr: "Aucune liste : config/checklists.json les nomme, « guichet config apply » les met en vigueur.",
        en: "No checklists: config/checklists.json names them, “guichet config apply” puts them in force.")
    case .account(let allowance, let contract): told(allowance, contract: contract) ?? ""
    case .outside(let scope): outside(scope)
    case .draftWaits(let words): words
    case .refused(let refusal): self.refusal(refusal)
    }
  }

  /// What was kept of earlier sheets, the latest in a few of its words; nil where nothing was.
  func draftWaits(_ context: SheetContext) -> String? {
    guard let latest = context.waiting.first else { return nil }
    let at = moment(latest.savedAt, in: context.zone, now: context.now)
    let about = SafeText.line(latest.gist).text
    let which = at + (about.isEmpty ? "" : " (\(Truncate.end(about, Words.draftColumns)))")
    let number = context.waiting.count
    if number == 1 {
      return say(
        fr: "Brouillon gardé \(which) : Ctrl-X r le reprend", en: "Draft kept \(which): Ctrl-X r takes it up")
    }
    return say(
      fr: "\(number) brouillons gardés, le dernier \(which) : Ctrl-X r le reprend",
      en: "\(number) drafts kept, the latest \(which): Ctrl-X r takes it up")
  }
  /// Columns of a draft's own words.
  private static let draftColumns = 36

  /// What may be typed as a date.
  package func momentExamples(_ direction: When.Direction) -> String {
    switch direction {
    case .ahead: say(fr: "4h, 2j, demain 9h, lundi, 25/11 14:00", en: "4h, 2d, tomorrow 9:00, monday, 25/11 14:00")
    case .back: say(fr: "10:30, 2h, hier 14h, lundi, 20/11", en: "10:30, 2h, yesterday 14:00, monday, 20/11")
    }
  }

  /// Why a typed date is none, with what was expected.
  package func flaw(_ flaw: When.Flaw) -> String {
    switch flaw {
    case .blank: momentExamples(.ahead)
    case .unknown(let word):
      say(
        fr: "« \(word) » ? Par exemple 4h, 2j, demain 9h, 25/11 14:00",
        en: "“\(word)”? For example 4h, 2d, tomorrow 9:00, 25/11 14:00")
    case .noSuchDay(let word): say(fr: "« \(word) » n’existe pas : jour/mois", en: "no such day: “\(word)”, day/month")
    case .noSuchTime(let word): say(fr: "« \(word) » n’est pas une heure", en: "“\(word)” is no time of day")
    case .tooFar: say(fr: "trop loin : \(When.years) ans au plus", en: "too far: at most \(When.years) years")
    }
  }
}
