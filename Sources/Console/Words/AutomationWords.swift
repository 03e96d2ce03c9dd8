import Desk

// What is said of rules, macros, templates and recurring tickets.
extension Words {
  func automationSummary(of command: CommandName) -> String {
    switch command {
    case .rules: say(fr: "les règles : liste, contrôle, essai sur l’historique", en: "the rules: list, check, rehearse")
    case .macro: say(fr: "les macros : liste, application à un ticket", en: "the macros: list, apply to a ticket")
    case .template: say(fr: "les modèles de réponse", en: "the reply templates")
    default: say(fr: "les tickets récurrents et leurs prochaines dates", en: "recurring tickets and their next dates")
    }
  }

  func automationExamples(of command: CommandName) -> [String] {
    switch command {
    case .rules:
      [
        "guichet rules", "guichet rules check rules.json",
        "guichet rules dry-run --since 2026-10-01 --rules rules.json",
      ]
    case .macro:
      [
        "guichet macro", say(fr: "guichet macro 42 relance --dry-run", en: "guichet macro 42 reminder --dry-run"),
        say(fr: "guichet macro 42 relance", en: "guichet macro 42 reminder"),
      ]
    case .template:
      [
        "guichet template", say(fr: "guichet template accueil", en: "guichet template welcome"),
        say(fr: "guichet reply 42 --template accueil", en: "guichet reply 42 --template welcome"),
      ]
    default: ["guichet recurring", "guichet recurring --limit 12 --json"]
    }
  }

  // MARK: - Rules

  package var noRules: String {
    say(
      fr: "Aucune règle en vigueur : config/rules.json, puis « guichet config apply ».",
      en: "No rule is in force: config/rules.json, then “guichet config apply”.")
  }

  /// What a rule does: `affecter, étiqueter`.
  package func deeds(_ instructions: [Instruction]) -> String {
    instructions.map { name($0.verb) }.joined(separator: ", ")
  }

  package var ruleStops: String { say(fr: "et s’arrête là", en: "and stops there") }

  package func rulesRight(_ count: Int) -> String {
    "✓ " + self.count(count, fr: ("règle", "règles"), en: ("rule", "rules"))
      + say(fr: " : rien à redire", en: ": nothing wrong")
  }

  package func rehearsed(_ tickets: Int, since: String) -> String {
    count(tickets, fr: ("ticket relu", "tickets relus"), en: ("ticket read again", "tickets read again"))
      + say(fr: ", depuis le \(since). Rien n’est enregistré.", en: ", since \(since). Nothing is recorded.")
  }

  package func fired(_ times: Int, tickets: Int) -> String {
    if times == 0 { return say(fr: "jamais", en: "never") }
    return say(fr: "\(times) fois", en: times == 1 ? "once" : "\(times) times")
      + say(fr: " sur ", en: " on ") + count(tickets, fr: ("ticket", "tickets"), en: ("ticket", "tickets"))
  }

  /// `affecter 12`
  package func effect(_ verb: Verb, _ times: Int) -> String { name(verb) + " \(times)" }

  /// `refusé : affecter (personne de possible)`
  package func refused(_ action: RefusedAction) -> String {
    say(fr: "refusé : ", en: "refused: ") + name(action.verb) + " (" + reason(action.why) + ")"
  }

  /// What `Refusal.code` says.
  package func reason(_ code: String) -> String {
    switch code {
    case "nobody": say(fr: "personne de possible", en: "nobody possible")
    case "right": say(fr: "droit manquant", en: "right missing")
    case "state": say(fr: "l’état ne le permet pas", en: "not from this state")
    case "missing": say(fr: "il manque quelque chose", en: "something is missing")
    case "agent": say(fr: "cet agent ne le peut pas", en: "this agent cannot")
    case "category": say(fr: "catégorie inconnue", en: "unknown category")
    case "unqualified": say(fr: "ticket non qualifié", en: "ticket not qualified")
    case "limit": say(fr: "limite atteinte", en: "limit reached")
    case "owner": say(fr: "un agent l’a déjà", en: "an agent has it")
    case "level": say(fr: "le niveau ne le permet pas", en: "not from this level")
    case "date": say(fr: "la date ne le permet pas", en: "not at this date")
    default: say(fr: "les règles du guichet s’y opposent", en: "the desk’s rules say no")
    }
  }

  /// The names of the rules of a loop with their lines.
  func loop(_ names: [String], lines: [Int]) -> String {
    let chain = zip(names, lines).map { say(fr: "« \($0) » (ligne \($1))", en: "“\($0)” (line \($1))") }
    guard names.count > 1 else {
      return say(
        fr: "la règle \(chain[0]) se redéclenche elle-même ; elle ne le fera pas deux fois pour la même cause : "
          + "ôter l’action ou l’événement",
        en: "the rule \(chain[0]) sets itself off; it will not twice for one cause: take away the action or the event")
    }
    let way = (chain + [chain[0]]).joined(separator: " → ")
    return say(
      fr: "boucle : \(way) ; coupée à l’exécution, mais à revoir",
      en: "a loop: \(way); cut when it happens, to be mended")
  }

  // MARK: - Macros and templates

  package var noMacros: String {
    say(
      fr: "Aucune macro en vigueur : config/macros.json, puis « guichet config apply ».",
      en: "No macro is in force: config/macros.json, then “guichet config apply”.")
  }

  package var noTemplates: String {
    say(
      fr: "Aucun modèle en vigueur : config/templates.json, puis « guichet config apply ».",
      en: "No template is in force: config/templates.json, then “guichet config apply”.")
  }

  package func noSuch(_ sort: ConfigFault.Sort, _ name: String, near: String?) -> String {
    say(fr: "Pas de \(self.name(sort)) « \(name) »", en: "No \(self.name(sort)) “\(name)”")
      + (near.map { say(fr: " ; \($0) ?", en: "; \($0)?") } ?? ".")
  }

  package func macroStopped(_ macro: String, _ stop: Macro.Stop, because words: String) -> String {
    say(
      fr: "Macro « \(macro) », étape \(stop.step) (\(name(stop.verb))) : \(words) Rien n’est fait.",
      en: "Macro “\(macro)”, step \(stop.step) (\(name(stop.verb))): \(words) Nothing is done.")
  }

  package func macroDone(_ macro: String, on ticket: String) -> String {
    say(fr: "✓ \(ticket) : macro « \(macro) » appliquée", en: "✓ \(ticket): macro “\(macro)” applied")
  }

  package func macroNothing(_ macro: String, on ticket: String) -> String {
    say(
      fr: "\(ticket) est déjà comme le veut la macro « \(macro) ».",
      en: "\(ticket) is already as the macro “\(macro)” wants it.")
  }

  package var macroPreview: String { say(fr: "Serait enregistré :", en: "Would be recorded:") }

  // MARK: - Recurring tickets

  package var noRecurring: String {
    say(
      fr: "Aucun ticket récurrent en vigueur : config/recurring.json, puis « guichet config apply ».",
      en: "No recurring ticket is in force: config/recurring.json, then “guichet config apply”.")
  }

  /// `ouvre ven. 27/11 08:00` beside the date it is for.
  package func opensAt(_ date: String) -> String { say(fr: "ouvre \(date)", en: "opens \(date)") }
  package func lastOpened(_ ticket: String, for date: String) -> String {
    say(fr: "dernier : \(ticket), du \(date)", en: "last: \(ticket), of \(date)")
  }

  /// `ticket récurrent sauvegardes du 2026-11-23, 2 dates passées sans personne`
  package func recurred(_ rule: String, _ occurrence: Int, missed: Int) -> String {
    let date = Day(decimal: occurrence)?.iso ?? String(occurrence)
    let gap =
      missed == 0
      ? ""
      : ", "
        + count(
          missed, fr: ("date passée sans ouverture", "dates passées sans ouverture"),
          en: ("date went by unopened", "dates went by unopened"))
    return say(fr: "ticket récurrent \(rule) du \(date)", en: "recurring ticket \(rule) of \(date)") + gap
  }

  /// Under what an agent did: `↳ règle « vpn » : a escaladé N1 → N2, a affecté à bob`
  package func ruleFollowed(_ rule: String, _ deeds: [String]) -> String {
    say(fr: "↳ règle « \(rule) »", en: "↳ rule “\(rule)”")
      + (deeds.isEmpty ? "" : say(fr: " : ", en: ": ") + deeds.joined(separator: ", "))
  }

  /// What has words of its own in a thread.
  package func toldElse(_ fact: Fact) -> String { change(fact.op) }

  func ruleFired(_ rule: String, _ refused: [RefusedAction]) -> String {
    say(fr: "a appliqué la règle \(rule)", en: "followed the rule \(rule)")
      + refused.map { " · " + self.refused($0) }.joined()
  }
}
