import Desk

// What is said of views that agents keep.
extension Words {
  var keepViewTitle: String { say(fr: "Garder comme vue", en: "Keep as a view") }
  package var notYourView: String {
    say(fr: "Ce n’est pas une vue que vous avez gardée.", en: "It is no view that you keep.")
  }
  package func viewKept(_ name: String) -> String {
    say(fr: "✓ vue « \(name) » gardée", en: "✓ view “\(name)” kept")
  }
  /// A tab shows another view than it did.
  package func tabTaken(_ digit: Int, from name: String) -> String {
    say(fr: "L’onglet \(digit) n’est plus à « \(name) ».", en: "Tab \(digit) no longer shows “\(name)”.")
  }
  package func viewDropped(_ name: String) -> String {
    say(fr: "✓ vue « \(name) » ôtée", en: "✓ view “\(name)” removed")
  }
  package func sharedIsTheDesks(_ name: String) -> String {
    say(
      fr: "« \(name) » est une vue commune : elle s’ôte de config/queues.json, puis « guichet config apply ».",
      en: "“\(name)” is a shared view: take it out of config/queues.json, then “guichet config apply”.")
  }
  package var noViewsKept: String {
    say(
      fr: "Aucune vue gardée, aucune commune ; --all montre celles du guichet.",
      en: "No view is kept, none is shared; --all shows the desk’s own.")
  }
  package func noSuchView(_ name: String, near: String?) -> String {
    say(fr: "Pas de vue « \(name) »", en: "No view “\(name)”")
      + (near.map { say(fr: " ; \($0) ?", en: "; \($0)?") } ?? ".")
  }
  package func badView(_ flaw: SavedView.Flaw) -> String {
    switch flaw {
    case .name:
      say(
        fr: "Une vue a un nom de \(SavedView.longestName) caractères au plus.",
        en: "A view has a name of at most \(SavedView.longestName) characters.")
    case .digit: say(fr: "Un onglet va de 1 à 9.", en: "A tab goes from 1 to 9.")
    case .filter(let query): badFilter(query)
    }
  }
  package func tooManyViews(_ most: Int) -> String {
    say(fr: "\(most) vues au plus : en ôter une d’abord.", en: "At most \(most) views: remove one first.")
  }

  package func name(_ order: Order) -> String {
    switch order {
    case .next: say(fr: "à traiter d’abord", en: "next first")
    case .received: say(fr: "arrivée", en: "arrival")
    case .updated: say(fr: "dernier changement", en: "latest change")
    case .nextDate: say(fr: "prochaine date", en: "next date")
    case .priority: say(fr: "priorité", en: "priority")
    }
  }

  package func name(_ column: QueueColumn) -> String {
    switch column {
    case .ticket: "ticket"
    case .level: say(fr: "niveau", en: "level")
    case .state: say(fr: "état", en: "state")
    case .requester: say(fr: "demandeur", en: "requester")
    case .site: "site"
    case .category: say(fr: "catégorie", en: "category")
    case .age: say(fr: "âge", en: "age")
    case .agent: "agent"
    }
  }

  /// Columns by their names in either language, with spaces or commas between them; nil where one is none.
  package func columns(_ text: String) -> [QueueColumn]? {
    let names = text.split { $0 == " " || $0 == "," }.map { Folding.fold(String($0)) }
    let found = names.map { name in
      QueueColumn.allCases.first { column in
        Language.allCases.contains { Folding.fold(Words($0).name(column)) == name } || column.rawValue == name
      }
    }
    return found.contains(nil) ? nil : found.compactMap { $0 }
  }

  /// What waits at levels and in groups where nobody is; where there are none, nothing does.
  private func unclaimed(_ query: Query) -> String {
    guard case .and(let parts) = query, case .or(let homes) = parts.last else {
      return say(fr: "état:actif -état:actif", en: "state:active -state:active")
    }
    let texts = homes.compactMap { home -> String? in
      switch home {
      case .term(.level(let level)): level.rawValue
      case .term(.field(.group, let name)): say(fr: "groupe:", en: "group:") + quoted(name)
      case .and(let parts): unknown(parts)
      default: nil
      }
    }
    return say(fr: "état:nouveau,encours @-", en: "state:new,open @-") + " ("
      + texts.joined(separator: say(fr: " ou ", en: " or ")) + ")"
  }

  /// A category whose people are gone, and those that others know.
  private func unknown(_ parts: [Query]) -> String {
    func category(_ query: Query) -> String? {
      guard case .term(.field(.category, let name)) = query else { return nil }
      return say(fr: "cat:", en: "cat:") + quoted(name)
    }
    guard let gone = parts.first.flatMap(category), case .not(.or(let known))? = parts.last else { return "" }
    return ([gone] + known.compactMap(category).map { "-" + $0 }).joined(separator: " ")
  }

  private func quoted(_ text: String) -> String { text.contains(" ") ? "\"\(text)\"" : text }

  /// What rows may be put together by.
  package func name(_ key: Grouping.Key) -> String {
    switch key {
    case .category: say(fr: "catégorie", en: "category")
    case .asset: say(fr: "équipement", en: "asset")
    case .site: "site"
    case .customer: say(fr: "client", en: "customer")
    case .requester: say(fr: "demandeur", en: "requester")
    case .group: say(fr: "groupe", en: "group")
    case .agent: "agent"
    case .level: say(fr: "niveau", en: "level")
    case .priority: say(fr: "priorité", en: "priority")
    case .kind: say(fr: "genre", en: "kind")
    case .channel: say(fr: "canal", en: "channel")
    case .state: say(fr: "état", en: "state")
    }
  }

  /// Keys by their names in either language, with commas between them; nil where one is none.
  package func groupingKeys(_ text: String) -> [Grouping.Key]? {
    let names = text.split { $0 == "," || $0 == " " }.map { Folding.fold(String($0)) }
    let found = names.map { name in
      Grouping.Key.allCases.first { key in
        key.rawValue == name || Language.allCases.contains { Folding.fold(Words($0).name(key)) == name }
      }
    }
    return found.isEmpty || found.contains(nil) ? nil : found.compactMap { $0 }
  }

  package var groupingHead: [String] {
    [say(fr: "tickets", en: "tickets"), say(fr: "actifs", en: "active")]
  }
  package var groupingTickets: String { say(fr: "les derniers", en: "the latest") }

  /// What a view showed before it was changed.
  func viewWas(_ filter: String) -> String { say(fr: "(avant : \(filter))", en: "(before: \(filter))") }

  /// A view has the name already: nothing of it is lost by a slip.
  package func viewThere(_ name: String, filter: String) -> String {
    say(
      fr: "La vue « \(name) » est déjà là (\(filter)). « --replace » la change ; un autre nom les garde toutes deux.",
      en: "The view “\(name)” is there already (\(filter)). “--replace” changes it; another name keeps both.")
  }

  package func hidesShared(_ name: String) -> String {
    say(
      fr: "La vue commune « \(name) » est cachée par la vôtre ; « guichet view remove » la rend.",
      en: "Your view hides the shared one “\(name)”; “guichet view remove” brings it back.")
  }
  package var sharedMark: String { say(fr: "commune", en: "shared") }
  package var deskMark: String { say(fr: "du guichet", en: "the desk’s") }

  /// The filter that shows what one of the desk's own views does.
  package func filter(of view: View, for profile: Profile) -> String {
    let active = say(fr: "état:actif", en: "state:active")
    switch view.id {
    case "mine": return active + say(fr: " @moi", en: " @me")
    case "to_take":
      let own = profile.level ?? .n1
      let levels = Level.allCases.filter { profile.holds($0) && (own == .n1 || $0 > .n1) }.map(\.rawValue)
      return say(fr: "état:nouveau,encours @-", en: "state:new,open @-") + " ("
        + levels.joined(separator: say(fr: " ou ", en: " or ")) + ")"
    case "level": return active + " " + (profile.level ?? .n1).rawValue
    case "waiting": return say(fr: "état:planifié,attente", en: "state:planned,waiting")
    case "followed": return active + say(fr: " suivi:moi -@moi", en: " steward:me -@me")
    case "urgent": return active + " p0-1"
    case "answered": return active + say(fr: " est:sansreponse", en: " is:unanswered")
    case "resolved": return say(fr: "état:résolu", en: "state:resolved")
    case "active": return active
    case "desk.deadlines": return active + " sla:75%"
    case "desk.majors": return active + " p0"
    case "desk.alerts": return active + say(fr: " canal:supervision", en: " channel:monitor")
    case "desk.dormant": return active + say(fr: " maj:>7j", en: " updated:>7d")
    case "desk.committee": return say(fr: "état:clos maj:<30j", en: "state:closed updated:<30d")
    case "desk.candidates":
      return say(fr: "-état:indésirable,annulé,fusionné âge:<7j", en: "-state:spam,cancelled,merged age:<7d")
    case "desk.bounces": return say(fr: "état:actif,résolu est:rebond", en: "state:active,resolved is:bounced")
    case "desk.unclaimed": return unclaimed(view.query)
    default: return ""
    }
  }
}
