import Console
import Desk
import Kit
import Screen
import Testing

/// Views that an agent keeps.
@Suite struct ViewTests {
  /// What the words of a filter show is what the desk's own view shows.
  @Test(arguments: Language.allCases, ["amel", "bob", "eva"])
  func everyTabCanBeSaidAsAFilter(_ language: Language, _ login: String) throws {
    let agent = try #require(TestDesk.directory.agents[login])
    let asker = Query.Asker(login: login, now: Rehearsal.noon)
    for view in View.tabs(for: agent.profile, TestDesk.directory) {
      let query = try Query(Words(language).filter(of: view, for: agent.profile))
      for ticket in Morning.tickets {
        let row = Summary(ticket, under: Rehearsal.rules)
        #expect(query.matches(row, for: asker) == view.query.matches(row, for: asker), "\(view.id) \(row.id)")
      }
    }
  }

  @Test func aFilterIsKeptAsATab() {
    var rehearsal = Rehearsal()
    rehearsal.type("9 / 'vpn Enter A-v")
    #expect(rehearsal.screen.contains("Garder comme vue") && rehearsal.screen.contains("(état:actif) (vpn)"))
    rehearsal.type("'Le_VPN Tab Tab Tab Tab Left A-Enter")
    #expect(rehearsal.status.contains("✓ vue « Le VPN » gardée"))
    #expect(rehearsal.screen.contains("Le VPN 3]"))
    #expect(rehearsal.model.saved.map(\.name) == ["Le VPN"])
    // It is found by its name, and another view by its digit.
    rehearsal.type("2 : 'vue_le_v Enter")
    #expect(rehearsal.model.currentView.name == "Le VPN")
    rehearsal.type(": 'ôter_cette Enter")
    #expect(rehearsal.status.contains("« Le VPN » ôtée") && rehearsal.model.saved.isEmpty)
    rehearsal.type(": 'ôter_cette Enter")
    #expect(rehearsal.screen.contains("Ce n’est pas une vue que vous avez gardée"))
  }

  /// A filter that does not read is told with its place, as the filter bar tells it; the sheet stays.
  @Test func aFilterThatDoesNotReadIsTold() {
    var rehearsal = Rehearsal(width: 120)
    rehearsal.type("9 A-v 'Le_VPN Tab C-u 'vpn_etatt:ouvert A-Enter")
    let screen = rehearsal.screen
    #expect(screen.contains("caractère 5 : « etatt: » n’existe pas ; etat: ?"), "\(screen)")
    #expect(rehearsal.model.saved.isEmpty)
  }

  @Test func aDigitTakesThePlaceOfATab() throws {
    let lyon = try SavedView(name: "Lyon", filter: "site:Lyon", order: .updated, columns: [.site], digit: 3)
    let loose = try SavedView(name: "VPN", filter: "vpn")
    var rehearsal = Rehearsal()
    rehearsal.send(.views([lyon, loose]))
    #expect(rehearsal.screen.contains("3 Lyon") && !rehearsal.screen.contains("VPN 3"))
    rehearsal.type("3")
    #expect(rehearsal.model.currentView.name == "Lyon")
    let header = rehearsal.frame.line(1)
    #expect(header.contains("Site") && !header.contains("Demandeur"), "\(header)")
  }

  /// The view that is kept is shown, not the one that lost its digit to it; and that is told.
  @Test func aTabTakenFromAnotherViewIsTold() throws {
    var rehearsal = Rehearsal(width: 120)
    rehearsal.send(.views([try SavedView(name: "Deux", filter: "site:Lyon", digit: 1)]))
    rehearsal.type("2 A-v 'Trois Tab Tab Tab Tab Right A-Enter")
    #expect(rehearsal.model.currentView.name == "Trois")
    #expect(rehearsal.status.contains("« Trois » gardée") && rehearsal.status.contains("1 n’est plus à « Deux »"))
  }

  /// A view of that name that was there can be brought back: what it showed is told.
  @Test func aViewThatIsChangedSaysWhatItWas() throws {
    var rehearsal = Rehearsal(width: 120)
    rehearsal.send(.views([try SavedView(name: "Deux", filter: "site:Lyon")]))
    rehearsal.send(.views([try SavedView(name: "deux", filter: "vpn")]))
    #expect(rehearsal.status.contains("« deux » gardée") && rehearsal.status.contains("(avant : site:Lyon)"))
    rehearsal.send(.views([try SavedView(name: "deux", filter: "vpn", digit: 4)]))
    #expect(!rehearsal.status.contains("avant"))
  }

  /// What the desk shares stands behind the agent's own, takes a tab where it asks for one, and is not the agent's to
  /// take away.
  @Test func theDeskSharesViews() throws {
    let common = try SavedView(name: "VPN", filter: "vpn", digit: 5)
    let loose = try SavedView(name: "Sites", filter: "site:Lyon", order: .received, columns: [.site])
    var rehearsal = Rehearsal(width: 120)
    rehearsal.send(.shared([common, loose]))
    #expect(rehearsal.screen.contains("5 VPN"))
    rehearsal.type(": 'vue_sites Enter")
    #expect(rehearsal.model.currentView.name == "Sites" && rehearsal.model.currentView.order == .received)
    rehearsal.type(": 'ôter_cette Enter")
    #expect(rehearsal.screen.contains("Ce n’est pas une vue que vous avez gardée"))
    rehearsal.type("Esc A-v")
    #expect(rehearsal.screen.contains("site:Lyon"))
    rehearsal.type("Esc")
    // One's own view of that name stands for it.
    rehearsal.send(.views([try SavedView(name: "sites", filter: "site:Paris")]))
    #expect(rehearsal.model.views.count { $0.name.map { Folding.fold($0) } == "sites" } == 1)
    rehearsal.type("5")
    rehearsal.send(.shared([]))
    #expect(rehearsal.model.currentView.id == "mine" && !rehearsal.screen.contains("5 VPN"))
  }

  @Test func theDesksOwnViewsAreFoundByName() {
    for (typed, id) in [
      ("écheances", "desk.deadlines"), ("deadlines", "desk.deadlines"), ("dormant", "desk.dormant"),
      ("astreinte", "urgent"),
    ] {
      var rehearsal = Rehearsal()
      rehearsal.type(": 'vue_\(typed) Enter")
      if rehearsal.model.currentView.id != id { rehearsal.type("C-u 'view_\(typed) Enter") }
      #expect(rehearsal.model.currentView.id == id, "\(typed)")
    }
  }

  @Test func thePaletteListsEachTabOnce() throws {
    var rehearsal = Rehearsal()
    rehearsal.type(": 'vue")
    guard case .chooser(let list)? = rehearsal.model.overlay else {
      Issue.record("no palette")
      return
    }
    let tabs = list.shown.map { list.items[$0].text }.filter { $0.hasPrefix("vue") }
    #expect(tabs.count == rehearsal.model.views.count && Set(tabs).count == tabs.count, "\(tabs)")
    rehearsal.type("'_2 Enter")
    #expect(rehearsal.model.currentView.id == "to_take")
  }

  @Test func whatWillNotDoIsSaidInTheSheet() {
    var rehearsal = Rehearsal()
    rehearsal.type("2 A-v 'Faux Tab 'zz: A-Enter")
    #expect(rehearsal.screen.contains("Garder comme vue") && rehearsal.model.saved.isEmpty)
    rehearsal.type("Esc")
    rehearsal.failure = .diskFull
    rehearsal.type("2 A-v 'Plein A-Enter")
    #expect(rehearsal.model.saved.isEmpty)
  }

  @Test(
    arguments: [
      ("", [QueueColumn]()), ("site âge", [.site, .age]), ("Age,SITE", [.age, .site]), ("requester", [.requester]),
      ("couleur", nil), ("site couleur", nil),
    ] as [(String, [QueueColumn]?)])
  func columnsAreNamedInEitherLanguage(_ text: String, _ columns: [QueueColumn]?) {
    for language in Language.allCases { #expect(Words(language).columns(text) == columns) }
  }

  @Test func aViewComesBackFromItsFile() throws {
    let view = try SavedView(
      name: " À moi ", filter: "@moi", order: .priority, columns: QueueColumn.allCases, digit: 9)
    #expect(SavedView(json: view.json) == view && view.name == "À moi" && view.isNamed("a MOI"))
    for bad in [JSON.null, .object(of: ("name", "x")), .object(of: ("name", ""), ("filter", ""))] {
      #expect(SavedView(json: bad) == nil)
    }
    var views: [SavedView] = []
    for number in 0..<80 { views = views.keeping(try SavedView(name: "v\(number)", filter: "")) }
    #expect(views.count == SavedView.most)
  }
}
