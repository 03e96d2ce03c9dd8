import Desk

// What is said of the configuration's files.
extension Words {
  /// `config/calendars.json, ligne 12, colonne 5 : …`
  package func fault(_ fault: ConfigFault) -> String { self.fault(fault, in: ConfigFile.folder + "/" + fault.file) }

  /// The same, the file under another name.
  package func fault(_ fault: ConfigFault, in path: String) -> String {
    let (line, column) = (fault.place.line, fault.place.column)
    if fault.problem.isOfAFile { return path + say(fr: " : ", en: ": ") + problem(fault.problem) }
    if case .missingFor(let sort, let name, let contract) = fault.problem {
      return say(
        fr: "contrat \(contract) : \(self.name(sort)) « \(name) » non défini dans \(path)",
        en: "contract \(contract): \(self.name(sort)) “\(name)” is not defined in \(path)")
    }
    return say(
      fr: "\(path), ligne \(line), colonne \(column) : \(problem(fault.problem))",
      en: "\(path), line \(line), column \(column): \(problem(fault.problem))")
  }

  /// What is wrong, without the place.
  package func problem(_ problem: ConfigFault.Problem) -> String {
    switch problem {
    case .syntax(let syntax): self.syntax(syntax)
    case .unknownKey(let key, let near, let known):
      say(fr: "clé « \(key) » inconnue", en: "unknown key “\(key)”") + (near.map { orElse($0) } ?? expected(known))
    case .doubledKey(let key):
      say(fr: "« \(key) » deux fois ; la première compte", en: "“\(key)” twice; the first one counts")
    case .missingKey(let key): say(fr: "il manque « \(key) »", en: "“\(key)” is missing")
    case .wrongShape(let shape, let key):
      (key.map { say(fr: "\($0) : ", en: "\($0): ") } ?? "") + say(fr: "attendu : ", en: "expected: ") + name(shape)
    case .badValue(let value, let expected):
      say(fr: "« \(value) » ; attendu : \(expected)", en: "“\(value)”; expected: \(inEnglish(expected))")
    case .unknownName(let sort, let value, let near, let known):
      say(fr: "\(name(sort)) « \(value) » : \(unknown(sort))", en: "unknown \(name(sort)) “\(value)”")
        + (near.map { orElse($0) } ?? expected(sort, known))
    case .doubledName(let sort, let value):
      say(fr: "\(name(sort)) « \(value) » : deux fois le même nom", en: "two of the name “\(value)” (\(name(sort)))")
    case .takenDigit(let digit, let name):
      say(
        fr: "l’onglet \(digit) est déjà à « \(name) » ; un autre chiffre, ou aucun",
        en: "tab \(digit) is taken by “\(name)”; another digit, or none")
    case .neverOpens(let calendar):
      say(
        fr: "le calendrier « \(calendar) » n’ouvre jamais ; celui du guichet le remplace",
        en: "the calendar “\(calendar)” never opens; the desk’s own stands in")
    case .overlappingHours(let one, let other):
      say(fr: "\(one) chevauche \(other)", en: "\(one) overlaps \(other)")
    case .notMonotone(let impact, let gravity):
      say(
        fr: "la matrice redescend en I\(impact) G\(gravity) : plus de gravité ou d’impact, jamais moins de priorité ; "
          + "celle d’origine reste",
        en: "the matrix falls at I\(impact) G\(gravity): more gravity or impact, never less priority; "
          + "the built-in one stands")
    case .neverReached(let policy, let taker, let line):
      say(
        fr: "aucun ticket n’arrive jusqu’à « \(policy) » : « \(taker) », ligne \(line), les prend avant",
        en: "no ticket ever reaches “\(policy)”: “\(taker)”, line \(line), takes them first")
    case .unused(let sort, let value):
      say(fr: "\(name(sort)) « \(value) » : rien ne s’en sert", en: "\(name(sort)) “\(value)”: nothing uses it")
    case .thresholdOrder(let percent, let highest):
      percent == highest
        ? say(fr: "seuil \(percent) deux fois", en: "threshold \(percent) twice")
        : say(
          fr: "seuil \(percent) après \(highest) : les écrire du plus petit au plus grand",
          en: "threshold \(percent) after \(highest): write them from the lowest to the highest")
    case .outlasts(let clock, let goal, let whole):
      say(
        fr: "\(clock.rawValue) « \(goal) » est plus long que resolve « \(whole) » : la solution serait due avant",
        en: "\(clock.rawValue) “\(goal)” is longer than resolve “\(whole)”: the solution would be due first")
    case .promisesNothing(let name, let toAll):
      toAll
        ? say(
          fr: "« \(name) » prend tous les tickets et ne promet rien : aucun n’aurait d’horloge",
          en: "“\(name)” takes every ticket and promises nothing: none would have a clock")
        : say(
          fr: "« \(name) » ne promet rien : ses tickets n’auraient pas d’horloge",
          en: "“\(name)” promises nothing: its tickets would have no clock")
    case .doubledTurn(let login):
      say(
        fr: "\(login) deux fois dans l’ordre : son tour viendrait plus souvent que celui des autres",
        en: "\(login) twice in the order: that turn would come more often than the others’")
    case .meets(let doubt): self.doubt(doubt)
    case .doesNothing(let sort, let value):
      say(
        fr: "\(name(sort)) « \(value) » : « then » est vide, rien ne se fera",
        en: "\(name(sort)) “\(value)”: “then” is empty, nothing will be done")
    case .blank:
      say(fr: "texte vide : y écrire quelque chose, ou ôter la clé", en: "an empty text: write one, or drop the key")
    case .badLength(let limit):
      say(fr: "texte de 1 à \(limit) octets", en: "a text of 1 to \(limit) bytes")
    case .lostRole(let role, let agent):
      say(
        fr: "rôle « \(role) », que porte \(agent) : défini nulle part, ou sur un autre profil ; le sien s’applique",
        en: "role “\(role)”, which \(agent) has: defined nowhere, or on another profile; the agent’s own stands in")
    case .lastHolder(let right):
      say(
        fr: "plus personne ne pourrait \(name(right)) : le laisser à un profil et à un agent",
        en: "nobody would be left to \(name(right)): leave it to a profile and to an agent")
    case .brace:
      say(
        fr: "accolade seule ; un champ s’écrit {ticket}, une accolade {{ ou }}",
        en: "a brace alone; a field is written {ticket}, a brace {{ or }}")
    case .loop(let names, let lines): loop(names, lines: lines)
    case .unregistered(let sort, let value) where sort == .agent || sort == .group:
      say(
        fr: "\(name(sort)) « \(value) » : personne ne l’a enregistré, ce qui le nomme sera refusé",
        en: "\(name(sort)) “\(value)”: nobody has registered it, what names it will be refused")
    case .unregistered(let sort, let value):
      say(
        fr: "\(name(sort)) « \(value) » : personne ne l’a enregistré, aucun ticket n’y répond",
        en: "\(name(sort)) “\(value)”: nobody has registered it, no ticket matches")
    case .missingFor(let sort, let value, let contract):
      say(
        fr: "\(name(sort)) « \(value) », que nomme le contrat \(contract) : non défini",
        en: "\(name(sort)) “\(value)”, which the contract \(contract) names: not defined")
    case .duty(let flaw): dutyFlaw(flaw)
    case .tooLong(let limit): say(fr: "plus de \(limit >> 20) Mio", en: "more than \(limit >> 20) MiB")
    case .query(let flaw): badFilter(flaw)
    case .tooMany(let limit): say(fr: "plus de \(limit) entrées", en: "more than \(limit) entries")
    case .goneFile:
      say(
        fr: "en vigueur, mais absent ici : appliqué ainsi, les valeurs d’origine le remplacent",
        en: "in force, but not here: applied so, built-in values take its place")
    case .unknownFile(let near): say(fr: "fichier que rien ne lit", en: "a file that nothing reads") + orElse(near)
    }
  }

  private func doubt(_ doubt: QueryDoubt) -> String {
    switch doubt {
    case .onlyAWord(let sort, let word):
      say(
        fr: "« \(word) » : aucun ticket n’a \(sort == .level ? "ce niveau" : "cette priorité"), "
          + "c’est un mot cherché dans les textes",
        en: "“\(word)”: no ticket has this \(name(sort)), it is a word looked for in the texts")
        + (sort == .level
          ? say(fr: " ; N1 à N3, V4, V5", en: "; N1 to N3, V4, V5") : say(fr: " ; P0 à P5", en: "; P0 to P5"))
    case .unknown(let sort, let value, let near):
      say(
        fr: "\(name(sort)) « \(value) » : \(unknown(sort)), aucun ticket n’y répond",
        en: "unknown \(name(sort)) “\(value)”: no ticket matches") + orElse(near)
    case .blank(let field):
      say(
        fr: "« \(field.rawValue): » : rien n’est demandé derrière les deux points",
        en: "“\(field.rawValue):”: nothing is asked behind the colon")
    case .both(let sort, let one, let other):
      say(
        fr: "\(name(sort)) \(one) et \(other) : aucun ticket n’a les deux",
        en: "\(name(sort)) \(one) and \(other): no ticket has both")
    }
  }

  /// An example of a duration with the day as English writes it; both are read.
  private func inEnglish(_ expected: String) -> String {
    expected.hasSuffix(", 2j") ? expected.dropLast() + "d" : expected
  }

  /// The names that would have done, or some of them.
  private func expected(_ sort: ConfigFault.Sort, _ known: [String]) -> String {
    if let list = sort.examples?.joined(separator: ", ") {
      return say(fr: " ; par exemple : \(list)", en: "; for example: \(list)")
    }
    return expected(known)
  }

  private func expected(_ known: [String]) -> String {
    if known.isEmpty { return "" }
    let list = known.prefix(Words.mostNames).joined(separator: ", ") + (known.count > Words.mostNames ? "…" : "")
    return say(fr: " ; attendu : \(list)", en: "; expected: \(list)")
  }

  private static let mostNames = 40

  private func unknown(_ sort: ConfigFault.Sort) -> String {
    switch sort {
    case .holidays: "inconnus"
    case .priority, .category, .clock, .queue, .rule, .skill, .rota, .checklist, .action, .strategy, .activity,
      .language:
      "inconnue"
    default: "inconnu"
    }
  }

  private func orElse(_ near: String?) -> String { near.map { say(fr: " ; \($0) ?", en: "; \($0)?") } ?? "" }

  private func syntax(_ syntax: ConfigReader.Syntax) -> String {
    switch syntax {
    case .end: say(fr: "le fichier s’arrête trop tôt", en: "the file ends too early")
    case .unexpected: say(fr: "rien de tel ici : attendu une valeur", en: "nothing like this here: expected a value")
    case .badNumber: say(fr: "nombre mal écrit", en: "a number that does not read")
    case .badEscape:
      say(fr: "échappement inconnu ; \\\\ pour une barre oblique", en: "unknown escape; \\\\ for a backslash")
    case .controlCharacter:
      say(fr: "fin de ligne dans un texte : guillemet oublié ?", en: "line end within a text: a quote forgotten?")
    case .neverClosed: say(fr: "commencé ici, jamais fermé", en: "begun here, never closed")
    case .tooDeep: say(fr: "trop d’imbrications", en: "nested too deep")
    case .notUTF8: say(fr: "ce n’est pas de l’UTF-8", en: "not UTF-8")
    case .trailing: say(fr: "de trop, après la fin", en: "too much, after the end")
    case .missingComma: say(fr: "virgule oubliée avant ceci ?", en: "a comma forgotten before this?")
    case .missingColon: say(fr: "attendu « : » après la clé", en: "expected “:” after the key")
    }
  }

  private func name(_ shape: ConfigFault.Shape) -> String {
    switch shape {
    case .object: say(fr: "un objet { … }", en: "an object { … }")
    case .array: say(fr: "une liste [ … ]", en: "a list [ … ]")
    case .string: say(fr: "un texte \"…\"", en: "a text \"…\"")
    case .number: say(fr: "un nombre entier", en: "a whole number")
    case .bool: "true, false"
    case .stringOrArray: say(fr: "un texte \"…\" ou une liste [ … ]", en: "a text \"…\" or a list [ … ]")
    }
  }

  package func name(_ sort: ConfigFault.Sort) -> String {
    switch sort {
    case .zone: say(fr: "fuseau", en: "zone")
    case .holidays: say(fr: "jours fériés", en: "holidays")
    case .calendar: say(fr: "calendrier", en: "calendar")
    case .policy: say(fr: "engagement", en: "policy")
    case .priority: say(fr: "priorité", en: "priority")
    case .kind: say(fr: "type", en: "kind")
    case .category: say(fr: "catégorie", en: "category")
    case .clock: say(fr: "horloge", en: "clock")
    case .level: say(fr: "niveau", en: "level")
    case .weekday: say(fr: "jour", en: "weekday")
    case .customer: say(fr: "client", en: "customer")
    case .contract: say(fr: "contrat", en: "contract")
    case .queue: say(fr: "file", en: "queue")
    case .rule: say(fr: "règle", en: "rule")
    case .group: say(fr: "groupe", en: "group")
    case .agent: say(fr: "agent", en: "agent")
    case .skill: say(fr: "compétence", en: "skill")
    case .template: say(fr: "modèle", en: "template")
    case .macro: "macro"
    case .rota: say(fr: "astreinte", en: "rota")
    case .checklist: say(fr: "liste de contrôle", en: "checklist")
    case .event: say(fr: "événement", en: "event")
    case .action: say(fr: "action", en: "action")
    case .field: say(fr: "champ", en: "field")
    case .strategy: say(fr: "façon d’affecter", en: "way of assigning")
    case .reason: say(fr: "motif", en: "reason")
    case .code: say(fr: "code de résolution", en: "resolution code")
    case .activity: say(fr: "activité", en: "activity")
    case .language: say(fr: "langue", en: "language")
    case .profile: say(fr: "profil", en: "profile")
    case .role: say(fr: "rôle", en: "role")
    case .right: say(fr: "droit", en: "right")
    }
  }

  // MARK: - guichet config

  package func configRight(_ files: Int, in folder: String) -> String {
    files == 0
      ? say(
        fr: "✓ aucun fichier dans \(folder) : les réglages d’origine",
        en: "✓ no file in \(folder): the built-in settings")
      : "✓ " + count(files, fr: ("fichier", "fichiers"), en: ("file", "files"))
        + say(fr: " : rien à redire", en: ": nothing wrong")
  }

  package func configWrong(_ errors: Int, warnings: Int) -> String {
    count(errors, fr: ("erreur", "erreurs"), en: ("error", "errors")) + ", "
      + count(warnings, fr: ("avertissement", "avertissements"), en: ("warning", "warnings"))
  }

  package var configNotApplied: String {
    say(
      fr: "Rien n’est appliqué : corriger, ou --anyway pour passer outre les entrées fausses.",
      en: "Nothing is applied: mend it, or --anyway to go on without the wrong entries.")
  }

  package var configLocksOut: String {
    say(
      fr: "Rien n’est appliqué : plus personne ne pourrait configurer le guichet.",
      en: "Nothing is applied: nobody would be left to configure the desk.")
  }

  /// `chef de projet (comme responsable)  − takeN1`
  package func roleChange(_ change: Roles.Change) -> String {
    let like = change.role.name.map { _ in
      say(fr: " (comme \(name(change.role.profile)))", en: " (like \(name(change.role.profile)))")
    }
    let rights = change.granted.map { "+ \($0.rawValue)" } + change.withdrawn.map { "− \($0.rawValue)" }
    return name(change.role) + (like ?? "") + "  " + rights.joined(separator: " ")
  }

  package func configSame(in folder: String) -> String {
    say(fr: "Les fichiers de \(folder) sont ceux en vigueur.", en: "The files in \(folder) are those in force.")
  }

  /// `named`: the folder that was named, where it is another than the cabinet’s own.
  package func configPending(_ named: String? = nil) -> String {
    let command = "guichet config apply" + (named.map { " " + $0 } ?? "")
    return say(
      fr: "Sans effet tant que « \(command) » ne les met pas en vigueur.",
      en: "Without effect until “\(command)” puts them in force.")
  }

  package func configApplied(_ version: String, files: Int) -> String {
    say(fr: "✓ version \(version) en vigueur", en: "✓ version \(version) in force") + " ("
      + count(files, fr: ("fichier", "fichiers"), en: ("file", "files")) + ")"
  }

  package var configNeedsFiles: String {
    say(
      fr: "config/ est vide : « guichet config init » y met des exemples commentés.",
      en: "config/ is empty: “guichet config init” puts commented examples there.")
  }

  package func configMade(_ file: String) -> String { say(fr: "✓ \(file) écrit", en: "✓ \(file) written") }
  package func configKept(_ file: String) -> String {
    say(fr: "  \(file) déjà là, gardé", en: "  \(file) there already, kept")
  }

  package func configGone(_ version: String) -> String {
    say(
      fr: "la version \(version) ne se lit plus : les réglages d’origine la remplacent",
      en: "version \(version) cannot be read: the built-in settings stand in")
  }

  package func noConfigVersion(_ version: String) -> String {
    say(
      fr: "Aucune version « \(version) » ; guichet config log les montre.",
      en: "No version “\(version)”; guichet config log shows them.")
  }

  package var configBuiltIn: String {
    say(fr: "réglages d’origine, sans fichier", en: "built-in settings, without a file")
  }

  package var configStandard: String { say(fr: "d’origine", en: "built in") }
  package var configInForce: String { say(fr: "en vigueur", en: "in force") }

  /// What a file says, as a heading.
  package func head(of file: ConfigFile) -> String {
    switch file {
    case .desk: say(fr: "Guichet", en: "Desk")
    case .calendars: say(fr: "Calendriers", en: "Calendars")
    case .policies: say(fr: "Engagements, dans l’ordre", en: "Policies, in order")
    case .matrix: say(fr: "Matrice (impact × gravité)", en: "Matrix (impact × gravity)")
    case .roles: say(fr: "Droits changés", en: "Rights changed")
    case .queues: say(fr: "Vues communes", en: "Shared views")
    case .checklists: say(fr: "Listes de contrôle", en: "Checklists")
    case .rules: say(fr: "Règles, dans l’ordre", en: "Rules, in order")
    case .templates: say(fr: "Modèles de réponse", en: "Reply templates")
    case .macros: say(fr: "Macros", en: "Macros")
    case .recurring: say(fr: "Tickets récurrents", en: "Recurring tickets")
    case .rotas: say(fr: "Astreintes", en: "Rotas")
    }
  }

  /// Working days until a resolved ticket closes, and during which it can be reopened.
  package func closings(_ days: Int, urgent: Int, reopen: Int) -> String {
    say(
      fr: "clôture \(days)j après la résolution, \(urgent)j pour P0 et P1 · réouverture \(reopen)j",
      en: "closed \(days)d after the resolution, \(urgent)d for P0 and P1 · reopened within \(reopen)d")
  }

  /// `lun-ven 08:30-12:30 13:30-18:00`, equal days together.
  package func week(_ calendar: WorkingCalendar) -> String {
    let names =
      language == .french
      ? ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"] : ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    var parts: [String] = []
    var first = 0
    for day in 0..<7 where day == 6 || calendar.week[day + 1] != calendar.week[first] {
      let hours = calendar.week[first].map { Words.clock($0.opens) + "-" + Words.clock($0.closes) }
      if !hours.isEmpty {
        let days = first == day ? names[first] : names[first] + "-" + names[day]
        parts.append(days + " " + hours.joined(separator: " "))
      }
      first = day + 1
    }
    return parts.joined(separator: ", ")
  }

  private static func clock(_ second: Int) -> String {
    let (hour, minute) = (second / 3600, second / 60 % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// Working time: `17h`, `8h30`, `15 min`, `30 s`.
  package func worked(_ seconds: Int64) -> String {
    seconds < 60 || seconds % 60 != 0 ? "\(seconds) s" : length(minutes: Int(clamping: seconds / 60))
  }

  /// `1j = 8h30`
  package func nominalDay(_ calendar: WorkingCalendar) -> String {
    say(fr: "1j = ", en: "1d = ") + worked(calendar.nominalDay)
  }

  /// A goal as it was written and as it counts: `2j = 17h ouvrées`; alone where both are the same.
  package func goal(_ text: String, _ seconds: Int64) -> String {
    let isDays = text.utf8.contains { [UInt8(ascii: "j"), UInt8(ascii: "d")].contains($0 | 32) }
    let days = Int(text.dropLast()).map { "\($0)" + say(fr: "j", en: "d") } ?? text
    return isDays ? days + " = " + worked(seconds) + say(fr: " ouvrées", en: " worked") : worked(seconds)
  }
}

extension ConfigFault.Problem {
  /// Of a file as a whole: there is no line to tell.
  fileprivate var isOfAFile: Bool {
    switch self {
    case .unknownFile, .goneFile: true
    default: false
    }
  }
}
