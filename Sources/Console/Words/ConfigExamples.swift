import Desk

// What `guichet config init` writes: each file with the values that are built in, so that laying them down changes
// nothing, and the rest as comments.
extension Words {
  /// The text of a file to begin with; nil for those that are read elsewhere.
  package func example(of file: ConfigFile) -> String? {
    switch file {
    case .desk: deskExample
    case .calendars: calendarsExample
    case .policies: policiesExample
    case .matrix: matrixExample
    case .queues: queuesExample
    case .checklists: checklistsExample
    case .rules, .templates, .macros, .recurring: automationExample(of: file)
    case .rotas: rotasExample
    case .roles: rolesExample
    }
  }

  private var rolesExample: String {
    let widest = Right.allCases.map(\.rawValue.count).max() ?? 0
    let rights = Right.allCases.map { right in
      let room = String(repeating: " ", count: widest - right.rawValue.count + 2)
      let holders = right.holders.map(\.rawValue).joined(separator: " ")
      return "//   " + right.rawValue + room + name(right) + say(fr: " : ", en: ": ") + holders
    }
    return """
      // \(say(fr: "Qui peut quoi. Les droits, et les profils qui les ont d’origine :", en: "Who may what. The rights, and the profiles that have them to begin with:"))
      \(rights.joined(separator: "\n"))
      {
        roles: {
          // \(say(fr: "Un profil, avec des droits en plus ou en moins.", en: "A profile, with rights more or less."))
          // n1: { grant: ["mergeAny"], withdraw: ["stealSame"] },
          // \(say(fr: "Un rôle à soi, comme un profil : guichet agent set LOGIN --level \"chef de projet\".", en: "A role of one’s own, like a profile: guichet agent set LOGIN --level \"project lead\"."))
          // "\(say(fr: "chef de projet", en: "project lead"))": { like: "manager", withdraw: ["takeN1"] },
        },
      }

      """
  }

  private var queuesExample: String {
    """
    // \(say(fr: "Les vues communes : celles de tous, à côté de celles que chacun garde.", en: "The shared views: everybody’s, beside those that each agent keeps."))
    // \(say(fr: "sort : suivant, arrivee, changement, date, priorite. digit : l’onglet, 1 à 9.", en: "sort: next, received, updated, next_date, priority. digit: the tab, 1 to 9."))
    {
      queues: [
        // { name: "\(say(fr: "VPN cette semaine", en: "VPN this week"))", filter: "\(say(fr: "vpn âge:<7j", en: "vpn age:<7d"))", sort: "\(say(fr: "arrivee", en: "received"))", columns: ["site", "\(say(fr: "âge", en: "age"))"] },
      ],
    }

    """
  }

  private var checklistsExample: String {
    """
    // \(say(fr: "Les listes de contrôle, par nom : « guichet checklist TICKET NOM » les ouvre sur un ticket.", en: "The checklists, by name: “guichet checklist TICKET NAME” lays one on a ticket."))
    {
      checklists: {
        // "\(say(fr: "Arrivée", en: "Newcomer"))": ["\(say(fr: "Compte créé", en: "Account made"))", "\(say(fr: "Poste prêt", en: "Machine ready"))", "\(say(fr: "Badge remis", en: "Badge handed over"))"],
      },
    }

    """
  }

  private var deskExample: String {
    """
    // \(say(fr: "Le guichet. Sans effet avant « guichet config apply ».", en: "The desk. Without effect before “guichet config apply”."))
    {
      // \(say(fr: "Fuseau de la base IANA.", en: "A zone of the IANA database."))
      zone: "Europe/Paris",
      // \(say(fr: "Jours fériés des calendriers qui n’en nomment pas : french, alsace-moselle, none, 05-01, easter+39.", en: "Holidays of the calendars that name none: french, alsace-moselle, none, 05-01, easter+39."))
      holidays: "french",
      // \(say(fr: "Le calendrier qui compte les jours ouvrés.", en: "The calendar that counts working days."))
      calendar: "bureau",
      // \(say(fr: "Arbre des catégories ; vide, toutes sont admises.", en: "The tree of categories; empty, any will do."))
      categories: {
        // "\(say(fr: "Réseau", en: "Network"))": ["VPN", "Wi-Fi"],
      },
      // \(say(fr: "Jours ouvrés entre la résolution et la clôture ; pour P0 et P1.", en: "Working days from resolution to closing; for P0 and P1."))
      autoclose: 5,
      autoclose_urgent: 2,
      // \(say(fr: "Jours ouvrés pendant lesquels un ticket clos se rouvre.", en: "Working days during which a closed ticket can be reopened."))
      reopen: 5,
    }

    """
  }

  private var calendarsExample: String {
    """
    // \(say(fr: "Les calendriers, par nom. « 24/7 » existe toujours.", en: "The calendars, by name. “24/7” is always there."))
    {
      holidays: {
        // \(say(fr: "Listes de jours : chaque année, selon Pâques, ou une date.", en: "Lists of days: every year, from Easter, or a date."))
        // "\(say(fr: "ponts", en: "bridges"))": ["2026-05-15", "12-24", "easter-2"],
      },
      calendars: {
        bureau: {
          // \(say(fr: "zone : celle du guichet si rien n’est dit.", en: "zone: the desk’s where nothing is said."))
          week: { "mon-fri": ["08:30-12:30", "13:30-18:00"] },
          // holidays: ["french", "\(say(fr: "ponts", en: "bridges"))"],
          // \(say(fr: "Ouvertures et fermetures exceptionnelles ; liste vide : fermé.", en: "Exceptional openings and closings; an empty list: closed."))
          // open: { "2026-12-24": ["08:30-12:30"], "2026-12-31": [] },
          // \(say(fr: "Ce que vaut « 1j » ; la journée la plus fréquente si rien n’est dit.", en: "What “1d” is worth; the most frequent day where nothing is said."))
          // day: "8h30",
        },
        // \(say(fr: "Passe minuit :", en: "Across midnight:"))
        // nuit: { week: { "mon-sun": "22:00-06:00" }, holidays: "none" },
      },
    }

    """
  }

  private var policiesExample: String {
    """
    // \(say(fr: "Les engagements, dans l’ordre : le premier qui convient est celui du ticket.", en: "The policies, in order: the first that fits is the ticket’s."))
    // \(say(fr: "if : contract, kind, priority, category, customer, vip. Durées : 30m, 4h, 1h30, 2j (jours du calendrier).", en: "if: contract, kind, priority, category, customer, vip. Durations: 30m, 4h, 1h30, 2d (days of the calendar)."))
    {
      policies: [
        // { name: "or", if: { contract: "or", priority: ["P0", "P1"] }, calendar: "24/7",
        //   goals: { acknowledge: "10m", first_reply: "15m", update: "30m", resolve: "2h", vendor: "2h" },
        //   thresholds: [50, 75, 90, 100, 150], count_resolved: false, pause_for_third: false },
        {
          name: "standard-p1", if: { priority: ["P0", "P1"] }, calendar: "24/7",
          goals: { acknowledge: "15m", first_reply: "30m", update: "1h", resolve: "4h", ola: { N2: "30m", N3: "1h" } },
          thresholds: [50, 75, 90, 100, 150],
        },
        {
          name: "standard-p2", if: { priority: "P2" }, calendar: "bureau",
          goals: { acknowledge: "30m", first_reply: "1h", update: "4h", resolve: "8h", ola: { N2: "1h", N3: "2h" } },
        },
        {
          name: "standard-p3", if: { priority: "P3" }, calendar: "bureau",
          goals: { acknowledge: "2h", first_reply: "4h", update: "1j", resolve: "3j", ola: { N2: "4h", N3: "1j" } },
        },
        {
          name: "standard-p4", if: { priority: "P4" }, calendar: "bureau",
          goals: { acknowledge: "4h", first_reply: "1j", update: "2j", resolve: "5j", ola: { N2: "1j", N3: "1j" } },
        },
        {
          name: "standard-p5", if: { priority: "P5" }, calendar: "bureau",
          goals: { acknowledge: "1j", first_reply: "2j", update: "-", resolve: "10j" },
        },
      ],
    }

    """
  }

  private var matrixExample: String {
    """
    // \(say(fr: "La matrice des priorités, G1 (crise) à G4 de gauche à droite. Celle de GLPI (5×5) se met ici telle quelle.", en: "The priority matrix, G1 (crisis) to G4 from left to right. GLPI’s own (5×5) may stand here as it is."))
    {
      // \(say(fr: "Entreprise ou site", en: "Company or site"))
      I1: "P1 P1 P2 P3",
      // \(say(fr: "Service ou équipe", en: "Department or team"))
      I2: "P1 P2 P3 P3",
      // \(say(fr: "Groupe ou VIP", en: "Group or VIP"))
      I3: "P2 P3 P3 P4",
      // \(say(fr: "Une personne", en: "One person"))
      I4: "P3 P3 P4 P5",
    }

    """
  }

  private var rotasExample: String {
    """
    // \(say(fr: "Les astreintes. Aucune par défaut : personne n’est appelé.", en: "The rotas. None by default: nobody is paged."))
    {
      rotas: [
        // \(say(fr: "N2 chaque semaine, le lundi 9 h ; 15 min sans réponse : le suivant, puis le N3.", en: "N2 week by week, Monday 9:00; after 15 min without an answer: the next one, then N3."))
        // { name: "n2", level: "N2", from: "2026-01-05", handover: "mon 09:00", members: ["chloe", "bob", "marc"],
        //   escalate: [{ after: "15m", to: "next" }, { after: "15m", to: "rota:n3" }, { after: "30m", to: "@rei" }] },
        // \(say(fr: "Le N3 n’est appelé que par d’autres (pages: \"-\"), hors des heures ouvrées.", en: "N3 is only called by others (pages: \"-\"), outside office hours."))
        // { name: "n3", level: "N3", from: "2026-01-05", handover: "fri 18:00", members: ["dora", "eve"],
        //   outside: "bureau", pages: "-" },
        // \(say(fr: "3x8 : matin, après-midi, nuit ; chacun avance d’un poste par semaine.", en: "Three shifts a day; everyone moves on by one each week."))
        // { name: "3x8", from: "2026-01-05", handover: ["06:00", "14:00", "22:00"], rotate: "week",
        //   members: ["a", "b", "c", "d"], pages: "p0-1 site:Lyon", delay: "5m" },
        // \(say(fr: "holidays: pas de relève ces jours-là, mais le suivant à la même heure.", en: "holidays: no hand-over on those days, but on the next at the same hour."))
        // zone: "Europe/Paris", group: "reseau", holidays: "french", during: "bureau"
      ],
    }

    """
  }
}
