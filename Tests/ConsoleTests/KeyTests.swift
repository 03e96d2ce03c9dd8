import Console
import Desk
import Kit
import Screen
import Testing

/// Keys, and what they come to: `where the hand is`, `the pane`, a piece of the screen.
struct KeyCase: CustomTestStringConvertible, Sendable {
  let name: String
  let keys: String
  var hand: Int?
  var pane: Pane = .queue
  var shows: String?
  var hides: String?
  var size = (80, 24)
  var agent = "amel"

  var testDescription: String { name }
}

/// What the keys come to.
struct KeyTests {
  @Test(arguments: [
    KeyCase(name: "the first row is selected", keys: "2", hand: 10459),
    KeyCase(name: "j goes down", keys: "2 j", hand: 10471),
    KeyCase(name: "k at the top stays", keys: "2 k k", hand: 10459),
    KeyCase(name: "G goes to the end, g g back", keys: "2 G g g", hand: 10459),
    KeyCase(name: "End and Home too", keys: "2 End", hand: 10480),
    KeyCase(name: "half a page stops at the end", keys: "2 C-d", hand: 10480),
    KeyCase(name: "Enter opens", keys: "2 Enter", hand: 10459, pane: .ticket, shows: "◂ #10459"),
    KeyCase(name: "q goes back", keys: "2 Enter q", hand: 10459),
    KeyCase(name: "Esc goes back", keys: "2 Enter Esc", hand: 10459),
    KeyCase(name: "J reads the next one", keys: "2 Enter J", hand: 10471, pane: .ticket, shows: "◂ #10471"),
    KeyCase(name: "K at the first says so", keys: "2 Enter K", hand: 10459, pane: .ticket, shows: "C’est le premier"),
    KeyCase(name: "the French digit row opens views", keys: "é", hand: 10459, shows: "[2 À prendre 4]"),
    KeyCase(name: "à opens all", keys: "à", shows: "[0 Tout 12]"),
    KeyCase(name: "one q asks for another", keys: "2 q", shows: "q encore pour quitter"),
    KeyCase(name: "another key forgets the q", keys: "2 q j", hand: 10471, hides: "q encore"),
    KeyCase(name: "an unknown key says so", keys: "2 x", hand: 10459, shows: "x ne fait rien ici"),
    KeyCase(name: "take what is mine", keys: "1 t", shows: "Il est déjà à vous"),
    KeyCase(
      name: "take what is another's", keys: "0 / 'sap Enter t", shows: "Le profil N1 ne peut pas prendre un ticket N2"),
    KeyCase(name: "take", keys: "2 t", hand: 10459, shows: "✓ #10459 pris par vous"),
    KeyCase(name: "the next one is taken and read", keys: "9 N", hand: 10459, pane: .ticket, shows: "✓ #10459 pris"),
    KeyCase(
      name: "one left to others is not the next", keys: "2 s n 'hors_sujet A-Enter N", hand: 10471, pane: .ticket,
      shows: "✓ #10471 pris"),
    KeyCase(name: "until there is none", keys: "2 N N N N N", pane: .ticket, shows: "Rien à prendre"),
    KeyCase(name: "what is another’s cannot be left", keys: "0 / 'sap Enter s n", hides: "Laisser le ticket"),
    KeyCase(name: "a row that leaves stays, with its reason", keys: "2 t", hand: 10459, shows: "→ vous"),
    KeyCase(name: "; lets it go", keys: "2 t ;", hand: 10471, hides: "→ vous"),
    KeyCase(name: "three at once", keys: "2 Space Space Space t", shows: "✓ 3 tickets pris par vous"),
    KeyCase(name: "marks are seen", keys: "2 Space", hand: 10471, shows: "* 1 marqué"),
    KeyCase(name: "Esc clears marks", keys: "2 Space Esc", hand: 10471, hides: "1 marqué"),
    KeyCase(name: "* marks all", keys: "2 *", hand: 10459, shows: "* 4 marqués"),
    KeyCase(name: "V marks up to here", keys: "2 Space j V", hand: 10460, shows: "* 3 marqués"),
    KeyCase(name: "one at a time for a reply", keys: "2 Space Space r", shows: "Un ticket à la fois"),
    KeyCase(name: "a state by two keys", keys: "4 s c", hand: 10417, shows: "✓ #10417 de nouveau en cours"),
    KeyCase(name: "a state it does not have", keys: "2 s x", hand: 10459, shows: "On peut clore depuis : résolu"),
    KeyCase(name: "Esc forgets a prefix", keys: "4 s Esc c Esc", hand: 10417),
    KeyCase(name: "the filter narrows", keys: "0 / 'vpn", shows: "3 sur 12"),
    KeyCase(name: "Esc drops it, the hand goes back", keys: "0 j j / 'wifi Esc", hand: 10463),
    KeyCase(name: "Enter keeps it", keys: "0 / 'vpn Enter", shows: "/ vpn  3 sur 12"),
    KeyCase(name: "Esc drops a kept filter", keys: "0 / 'vpn Enter Esc", hides: "3 sur 12"),
    KeyCase(name: "a flaw keeps the last result", keys: "0 / 'vpn_zz:", shows: "« zz: » n’existe pas"),
    KeyCase(name: "what was typed before comes back", keys: "0 / 'vpn Enter Esc / Up", shows: "3 sur 12"),
    KeyCase(name: "Tab completes a field", keys: "0 / 'cat Tab 'reseau", shows: "cat:reseau"),
    KeyCase(name: "the palette finds by name", keys: "2 : 'prendre Enter", shows: "✓ #10459 pris par vous"),
    KeyCase(name: "in the other language too", keys: "2 : 'take Enter", shows: "✓ #10459 pris par vous"),
    KeyCase(name: "by other words too", keys: "2 : 'scinder", shows: "▌ détacher des messages…"),
    KeyCase(name: "a view is saved", keys: "2 : 'enregistrer", shows: "▌ garder comme vue…"),
    KeyCase(name: "a view is saved, in English", keys: "2 : 'save", shows: "▌ garder comme vue…"),
    KeyCase(name: "the palette opens a ticket", keys: "2 : '10438 Enter", pane: .ticket, shows: "◂ #10438"),
    KeyCase(name: "a ticket that is not there", keys: "2 : '99 Enter", shows: "Pas de ticket LYO-99"),
    KeyCase(name: "the palette changes the language", keys: "2 : 'langue_en Enter", shows: "[2 To take 4]"),
    KeyCase(name: "the help runs what it shows", keys: "2 ? 'prendre Enter", shows: "✓ #10459 pris par vous"),
    KeyCase(name: "the help says why not", keys: "1 ? 'prendre", shows: "Il est déjà à vous"),
    KeyCase(name: "Esc closes the help", keys: "2 ? Esc", hand: 10459, hides: "Ce que je peux"),
    KeyCase(
      name: "the base opens on the ticket's words", keys: "2 j b", pane: .knowledge,
      shows: "/ Serveur de fichiers inaccessible"),
    KeyCase(name: "j reads the next article", keys: "2 b j", pane: .knowledge, shows: "Basculer sur la réplique"),
    KeyCase(name: "no ready reply, said", keys: "2 b j i", pane: .knowledge, shows: "n’a pas de réponse prête"),
    KeyCase(name: "rating an article", keys: "2 b +", pane: .knowledge, shows: "KB-0113 : utile, c’est noté"),
    KeyCase(name: "q leaves the base", keys: "2 b q", hand: 10459),
    KeyCase(name: "the base from a ticket goes back to it", keys: "2 Enter b q", hand: 10459, pane: .ticket),
    KeyCase(name: "Tab on a wide screen changes pane", keys: "2 Enter Tab", hand: 10459, size: (200, 40)),
    KeyCase(name: "no room for a preview, said", keys: "2 v", hand: 10459, shows: "Il faut 80 colonnes"),
    KeyCase(name: "an empty view says what to do", keys: "5", shows: "Vous ne suivez aucun ticket"),
    KeyCase(name: "an N2 may take N2", keys: "2", shows: "[2 À prendre 0]", agent: "driss"),
    KeyCase(name: "copy", keys: "2 y y", hand: 10459, shows: "copié, si le terminal l’accepte"),
    KeyCase(name: "drafts, when there are none", keys: "2 : 'brouillons Enter", hand: 10459, shows: "Aucun brouillon"),
    KeyCase(name: "an auditor may not write", keys: "0 c", shows: "Le profil auditeur ne peut pas", agent: "otto"),
  ])
  func keys(_ key: KeyCase) {
    var rehearsal = Rehearsal(as: key.agent, width: key.size.0, height: key.size.1)
    rehearsal.type(key.keys)
    let screen = rehearsal.screen
    #expect(rehearsal.model.pane == key.pane)
    if let hand = key.hand { #expect(rehearsal.hand == hand, "\(screen)") }
    if let shows = key.shows { #expect(screen.contains(shows), "\(screen)") }
    if let hides = key.hides { #expect(!screen.contains(hides), "\(screen)") }
  }

  @Test func twoQsQuit() {
    var rehearsal = Rehearsal()
    rehearsal.type("q q")
    #expect(rehearsal.performed.last == .quit)
  }

  @Test func anUnfinishedPrefixShowsWhatMayFollow() {
    var rehearsal = Rehearsal()
    rehearsal.type("2 s")
    #expect(!rehearsal.screen.contains("changer l’état"))
    rehearsal.send(.woke(.prefix))
    #expect(rehearsal.screen.contains("s — changer l’état"))
    rehearsal.type("Esc")
    #expect(!rehearsal.screen.contains("changer l’état"))
  }

  @Test func pastingInAListRunsNothing() {
    var rehearsal = Rehearsal()
    rehearsal.type("2")
    rehearsal.send(.paste("ttttQQ"))
    #expect(rehearsal.status.contains("Collage : 6 caractères ignorés"))
    #expect(!rehearsal.performed.contains(.quit))
    rehearsal.type("/")
    #expect(rehearsal.screen.contains("/ ttttQQ"))
  }

  @Test func aThemeIsShownWhileTheHandIsOnIt() {
    var rehearsal = Rehearsal()
    rehearsal.type(": 'theme_nuit")
    #expect(rehearsal.performed.last == .useTheme("nuit"))
    rehearsal.type("Esc")
    #expect(rehearsal.performed.last == .useTheme("sobre"))
  }

  @Test func thePreviewFollowsWhenTheHandRests() {
    var rehearsal = Rehearsal(width: 120, height: 40)
    rehearsal.type("2 j j")
    #expect(!rehearsal.performed.contains(.read(Morning.id(10460))))
    rehearsal.rest()
    #expect(rehearsal.screen.contains("── #10460 · aperçu"))
  }
}
