import Desk

// Customers, contracts, assets, people and groups: their cards, their tables, and what is wrong with a line of one.
extension Words {
  // MARK: - Contracts

  /// `41h30`, `0h45`, `-2h15`: a balance, always with its minutes.
  package func hours(_ minutes: Int) -> String {
    let whole = minutes.magnitude
    let rest = Instant.pad(Int(whole % 60), 2)
    let sign = minutes < 0 ? "-" : ""
    return "\(sign)\(whole / 60)h\(rest)"
  }

  /// `4,9j`, `4.9d`.
  package func days(tenths: Int) -> String {
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = (tenths.magnitude / 10, tenths.magnitude % 10)
    return say(fr: "\(sign)\(whole),\(rest)j", en: "\(sign)\(whole).\(rest)d")
  }

  /// `41h30 restantes`; what is gone too far is said as such.
  package func left(_ balance: ContractBalance) -> String {
    balance.left < 0
      ? say(fr: "dépassé de \(hours(-balance.left))", en: "overspent by \(hours(-balance.left))")
      : say(fr: "\(hours(balance.left)) restantes", en: "\(hours(balance.left)) left")
  }

  /// `41h30 restantes (4,9j) sur 120h00, 65 %`; of credits that add up to nothing there is no share.
  package func stands(_ balance: ContractBalance) -> String {
    let days = days(tenths: balance.tenthsOfDays(balance.left))
    if balance.credited <= 0 {
      let sum = hours(balance.credited)
      return say(fr: "\(left(balance)) (\(days)), crédits : \(sum)", en: "\(left(balance)) (\(days)), credits: \(sum)")
    }
    return say(
      fr: "\(left(balance)) (\(days)) sur \(hours(balance.credited)), \(balance.share) % consommés",
      en: "\(left(balance)) (\(days)) of \(hours(balance.credited)), \(balance.share)% used")
  }

  package var noCredit: String { say(fr: "sans crédit d’heures", en: "no hour credit") }
  package var credits: String { say(fr: "Crédits", en: "Credits") }
  package var drawdown: String { say(fr: "Consommation", en: "Drawn") }
  package var correction: String { say(fr: "correction", en: "correction") }

  /// Said before time is logged that would go beyond a warning, or beyond the credit.
  package func warning(_ allowance: Allowance, contract: String) -> String? {
    told(allowance, contract: contract).map { (allowance.overspends ? "! " : "▲ ") + $0 }
  }

  /// The same without its sign.
  func told(_ allowance: Allowance, contract: String) -> String? {
    if allowance.isOverspent { return overspent(allowance, contract) }
    if allowance.overspends {
      return say(
        fr: "\(contract) : \(left(allowance.before)), ce temps dépasse de \(hours(allowance.excess)).",
        en: "\(contract): \(left(allowance.before)), this time overspends by \(hours(allowance.excess)).")
    }
    guard let share = allowance.passes else { return nil }
    return say(
      fr: "\(contract) : \(share) % du crédit sont atteints, \(left(allowance.after)).",
      en: "\(contract): \(share)% of the credit is reached, \(left(allowance.after)).")
  }

  /// Nothing was left before this time, if any is said yet.
  private func overspent(_ allowance: Allowance, _ contract: String) -> String {
    let (before, after) = (hours(-allowance.before.left), hours(allowance.excess))
    let isMore = allowance.after.left < allowance.before.left
    return say(
      fr: "\(contract) : déjà dépassé de \(before)" + (isMore ? ", de \(after) avec ce temps." : "."),
      en: "\(contract): already overspent by \(before)" + (isMore ? ", by \(after) with this time." : "."))
  }

  package func breach(_ breach: Scope.Breach) -> String {
    switch breach {
    case .begins(let day): say(fr: "commence le \(day.iso)", en: "begins on \(day.iso)")
    case .ended(let day): say(fr: "fini le \(day.iso)", en: "ended on \(day.iso)")
    case .retired: say(fr: "résilié", en: "cancelled")
    case .itemClass(let name): say(fr: "classe « \(name) » non couverte", en: "class “\(name)” not covered")
    case .category(let name): say(fr: "catégorie « \(name) » non couverte", en: "category “\(name)” not covered")
    case .site(let name): say(fr: "site « \(name) » non couvert", en: "site “\(name)” not covered")
    }
  }

  /// `Hors contrat Or : site « Brest » non couvert`; nil where it is covered.
  package func outOfScope(_ scope: Scope) -> String? {
    scope.isIn ? nil : "▲ " + outside(scope)
  }

  /// The same without its sign.
  func outside(_ scope: Scope) -> String {
    let reasons = scope.breaches.map(breach).joined(separator: ", ")
    return outsideContract(scope.contract.name) + say(fr: " : ", en: ": ") + reasons
  }

  /// `Hors contrat Or`
  func outsideContract(_ name: String) -> String {
    say(fr: "Hors contrat", en: "Outside contract") + (name.isEmpty ? "" : " " + name)
  }

  package func contractNamed(_ name: String) -> String { say(fr: "Contrat \(name)", en: "Contract \(name)") }

  /// `du 2026-01-01 au 2026-12-31`
  package func term(_ contract: Contract) -> String {
    let from = contract.from.map { say(fr: "du \($0.iso)", en: "from \($0.iso)") } ?? ""
    let to = contract.to.map { say(fr: "au \($0.iso)", en: "to \($0.iso)") } ?? ""
    return [from, to].filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: - Assets

  package func relation(_ kind: AssetRelation.Kind) -> String {
    switch kind {
    case .dependsOn: say(fr: "dépend de", en: "depends on")
    case .partOf: say(fr: "partie de", en: "part of")
    case .connectedTo: say(fr: "relié à", en: "connected to")
    case .runsOn: say(fr: "tourne sur", en: "runs on")
    case .backedUpBy: say(fr: "sauvegardé par", en: "backed up by")
    }
  }

  /// The other way round.
  package func inverse(_ kind: AssetRelation.Kind) -> String {
    switch kind {
    case .dependsOn: say(fr: "dont dépend", en: "needed by")
    case .partOf: say(fr: "comprend", en: "contains")
    case .connectedTo: say(fr: "relié à", en: "connected to")
    case .runsOn: say(fr: "porte", en: "runs")
    case .backedUpBy: say(fr: "sauvegarde", en: "backs up")
    }
  }

  package func serial(_ number: String) -> String { say(fr: "n° \(number)", en: "serial \(number)") }

  package func warranty(_ end: Day, days: Int) -> String {
    days < 0
      ? say(fr: "finie le \(end.iso)", en: "ended \(end.iso)")
      : say(
        fr: "jusqu’au \(end.iso), \(count(days, fr: ("jour", "jours"), en: ("day", "days")))",
        en: "until \(end.iso), \(count(days, fr: ("jour", "jours"), en: ("day", "days")))")
  }

  // MARK: - Cards

  package var singleContact: String { say(fr: "REI", en: "Contact") }
  package var sharedTickets: String { say(fr: "tickets partagés", en: "shared tickets") }
  package var retired: String { say(fr: "retiré", en: "retired") }
  package var cardSites: String { say(fr: "Sites", en: "Sites") }
  package var cardDomains: String { say(fr: "Domaines", en: "Domains") }
  package var cardSkills: String { say(fr: "Compétences", en: "Skills") }
  package var cardOwner: String { say(fr: "Utilisateur", en: "User") }
  package var cardContract: String { say(fr: "Contrat", en: "Contract") }
  package var cardWarranty: String { say(fr: "Garantie", en: "Warranty") }
  package var cardBalance: String { say(fr: "Solde", en: "Balance") }
  package var cardContracts: String { say(fr: "Contrats", en: "Contracts") }
  package var cardAssets: String { say(fr: "Équipements", en: "Assets") }
  package var cardRelations: String { say(fr: "Relations", en: "Relations") }
  package var cardMembers: String { say(fr: "Membres", en: "Members") }
  package var cardPerimeter: String { say(fr: "Périmètre", en: "Perimeter") }
  package var perimeterOfAll: String { say(fr: "tout", en: "everything") }
  package var lastTickets: String { say(fr: "Derniers tickets", en: "Last tickets") }
  package func openTickets(_ number: Int) -> String {
    count(number, fr: ("ticket actif", "tickets actifs"), en: ("active ticket", "active tickets"))
  }
  package var vip: String { "VIP" }

  package func noEntry(_ key: String, near: String?) -> String {
    say(
      fr: "« \(key) » n’est pas dans le registre." + (near.map { " Vouliez-vous dire « \($0) » ?" } ?? ""),
      en: "“\(key)” is not in the register." + (near.map { " Did you mean “\($0)”?" } ?? ""))
  }

  /// `add` is for what is not there yet.
  package func registeredAlready(_ key: String, command: String, isRetired: Bool) -> String {
    let verb = isRetired ? "restore" : "set"
    return say(
      fr: "« \(key) » est déjà dans le registre" + (isRetired ? ", retiré" : "")
        + " : guichet \(command) \(verb) \(key)",
      en: "“\(key)” is in the register already" + (isRetired ? ", retired" : "") + ": guichet \(command) \(verb) \(key)"
    )
  }

  /// Said once an entry is recorded: what it names is not there.
  package func stranger(_ stranger: Stranger) -> String { "! " + strange(stranger) }

  /// The same of a line of a table.
  package func stranger(_ stranger: Stranger, in file: String, line: Int?) -> String {
    line.map { "! " + lineRefused(file, $0, strange(stranger)) } ?? self.stranger(stranger)
  }

  /// What decides deadlines is not left to a slip: the nearest name, and all there are.
  package func notConfigured(_ stranger: Stranger, known: [String]) -> String {
    let names = known.joined(separator: ", ")
    return strange(stranger) + say(fr: " ; connus : \(names)", en: "; known: \(names)")
  }

  private func strange(_ stranger: Stranger) -> String {
    let near = stranger.near.map { say(fr: " ; \($0) ?", en: "; \($0)?") } ?? ""
    if [.calendar, .policy].contains(stranger.register) {
      let name =
        stranger.register == .calendar ? self.name(ConfigFault.Sort.calendar) : self.name(ConfigFault.Sort.policy)
      return say(
        fr: "\(name) « \(stranger.name) » : pas dans la configuration",
        en: "\(name) “\(stranger.name)”: not in the configuration") + near
    }
    return say(
      fr: "\(one(stranger.register)) « \(stranger.name) » : pas encore dans le registre",
      en: "\(one(stranger.register)) “\(stranger.name)”: not in the register yet") + near
  }

  /// After the first of them.
  package func moreStrangers(_ number: Int) -> String {
    say(
      fr: "! et \(count(number, fr: ("autre nom", "autres noms"), en: ("", ""))) pas encore dans les registres",
      en: "! and \(count(number, fr: ("", ""), en: ("other name", "other names"))) not in the registers yet")
  }

  /// One entry of the register that a column names.
  private func one(_ register: ColumnName) -> String {
    switch register {
    case .customer, .contract: column(register)
    case .owner: say(fr: "personne", en: "person")
    case .relations: say(fr: "équipement", en: "asset")
    default: say(fr: "agent", en: "agent")
    }
  }

  /// The key to the desk is not given away by a slip.
  package func keepsLastKeeper(_ login: String) -> String {
    say(
      fr:
        "\(login) est le dernier agent qui peut configurer. D’abord un autre : guichet agent set LOGIN --level admin ; "
        + "ou --anyway.",
      en: "\(login) is the last agent who may configure. First another: guichet agent set LOGIN --level admin; "
        + "or --anyway.")
  }

  /// Said once it is so.
  package var lastKeeper: String {
    say(
      fr: "! plus aucun agent ne peut configurer : seul le compte propriétaire du dépôt le peut encore",
      en: "! no agent is left who may configure: only the account that owns the cabinet still may")
  }

  /// Said once an agent or a customer is retired: the tickets stay as they are.
  package func leavesTickets(_ key: String, _ number: Int, filter: String) -> String {
    let tickets = openTickets(number)
    return say(
      fr: "! \(key) laisse \(tickets) : guichet list '\(filter) état:actif'",
      en: "! \(key) leaves \(tickets): guichet list '\(filter) state:active'")
  }

  package func retired(_ key: String) -> String { say(fr: "\(key) retiré.", en: "\(key) retired.") }
  package func reinstated(_ key: String) -> String { say(fr: "\(key) rétabli.", en: "\(key) restored.") }
  package func unchangedEntry(_ key: String) -> String {
    say(fr: "\(key) : rien à changer.", en: "\(key): nothing to change.")
  }

  // MARK: - Tables

  package func column(_ name: ColumnName) -> String { say(fr: name.french, en: name.rawValue) }

  package func cellFlaw(_ flaw: CellFlaw) -> String {
    say(fr: "\(column(flaw.column)) : ", en: "\(column(flaw.column)): ") + problem(flaw.problem)
  }

  private func problem(_ problem: CellProblem) -> String {
    switch problem {
    case .missing: say(fr: "absent", en: "missing")
    case .notADate(let text):
      say(fr: "« \(text) » n’est pas une date : 2026-12-31", en: "“\(text)” is no date: 2026-12-31")
    case .notAnAddress(let text):
      say(
        fr: "« \(text) » n’est pas une adresse : ines@acme.example", en: "“\(text)” is no address: ines@acme.example")
    case .notANumber(let text):
      say(fr: "« \(text) » n’est pas un nombre qui convienne", en: "“\(text)” is no number that will do")
    case .notYesOrNo(let text): say(fr: "« \(text) » n’est ni oui ni non", en: "“\(text)” is neither yes nor no")
    case .notAWord(let text, let allowed, let near):
      say(fr: "« \(text) » ne convient pas", en: "“\(text)” will not do") + perhapsNear(near)
        + say(fr: " : \(allowed.joined(separator: ", "))", en: ": \(allowed.joined(separator: ", "))")
    case .notARelation(let text):
      say(
        fr: "« \(text) » n’est pas une relation : depends_on:SRV-1", en: "“\(text)” is no relation: depends_on:SRV-1")
    case .badName(let text):
      say(fr: "« \(text) » ne peut pas être un nom", en: "“\(text)” cannot be a name")
    case .tooLong(let limit): say(fr: "plus de \(limit) octets", en: "longer than \(limit) bytes")
    case .before(let end, let start):
      say(fr: "\(end.iso) est avant le début, \(start.iso)", en: "\(end.iso) is before the beginning, \(start.iso)")
    case .notBetween(let text, let range):
      say(
        fr: "« \(text) » ; de \(range.lowerBound) à \(range.upperBound)",
        en: "“\(text)”; from \(range.lowerBound) to \(range.upperBound)")
    }
  }

  private func perhapsNear(_ near: String?) -> String {
    near.map { say(fr: ", peut-être « \($0) »", en: ", perhaps “\($0)”") } ?? ""
  }

  package func flaw(_ problem: RegisterImport.Problem) -> String {
    switch problem {
    case .csv(let problem): csvProblem(problem)
    case .cell(let column, let problem): cellFlaw(CellFlaw(column: column, problem: problem))
    case .doubled(let name, let line):
      say(fr: "« \(name) » est déjà ligne \(line)", en: "“\(name)” stands on line \(line) already")
    }
  }

  private func csvProblem(_ problem: CSV.Problem) -> String {
    switch problem {
    case .openQuote: say(fr: "un guillemet n’est pas fermé", en: "a quote is not closed")
    case .afterQuote: say(fr: "quelque chose suit le guillemet fermant", en: "something follows the closing quote")
    case .tooManyCells(let count, let expected):
      say(fr: "\(count) cellules pour \(expected) colonnes", en: "\(count) cells for \(expected) columns")
    case .cellTooLong(let limit): say(fr: "cellule de plus de \(limit) octets", en: "cell longer than \(limit) bytes")
    case .tooManyRows(let limit): say(fr: "plus de \(limit) lignes", en: "more than \(limit) lines")
    }
  }

  package func unknownColumn(_ header: String, near: ColumnName?) -> String {
    say(fr: "colonne « \(header) » inconnue, laissée", en: "column “\(header)” unknown, left out")
      + perhapsNear(near.map(column))
  }

  package func missingColumns(_ columns: [ColumnName]) -> String {
    let names = columns.map { say(fr: "« \(column($0)) »", en: "“\(column($0))”") }
      .joined(separator: say(fr: " ou ", en: " or "))
    return say(fr: "il manque la colonne \(names)", en: "the column \(names) is missing")
  }

  package func notUTF8(probably name: String) -> String {
    say(
      fr: "pas de l’UTF-8, sans doute \(name) : ajouter --encoding \(name)",
      en: "not UTF-8, probably \(name): add --encoding \(name)")
  }

  package func unknownEncoding(_ name: String) -> String {
    say(
      fr: "Encodage « \(name) » inconnu ; iconv -l les liste.", en: "Unknown encoding “\(name)”; iconv -l lists them.")
  }

  package func registered(_ plan: RegisterImport, isTrial: Bool) -> String {
    let counts = [
      count(plan.created.count, fr: ("créé", "créés"), en: ("created", "created")),
      count(plan.changed.count, fr: ("modifié", "modifiés"), en: ("changed", "changed")),
      count(plan.unchanged, fr: ("inchangé", "inchangés"), en: ("unchanged", "unchanged")),
      count(plan.refused, fr: ("ligne refusée", "lignes refusées"), en: ("line refused", "lines refused")),
    ].joined(separator: ", ")
    return isTrial ? say(fr: "essai, rien n’est enregistré : ", en: "a trial, nothing is recorded: ") + counts : counts
  }

  package func exported(_ number: Int, to path: String) -> String {
    count(number, fr: ("ligne", "lignes"), en: ("line", "lines")) + say(fr: " dans \(path).", en: " in \(path).")
  }

  package func credited(_ contract: String, _ balance: ContractBalance) -> String {
    say(fr: "\(contract) : \(stands(balance)).", en: "\(contract): \(stands(balance)).")
  }

  package func badDuration(_ text: String) -> String {
    say(
      fr: "« \(text) » n’est pas une durée : 10h, 1h30, 45m, 2j.", en: "“\(text)” is no duration: 10h, 1h30, 45m, 2d.")
  }
}
