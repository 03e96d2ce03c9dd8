import Desk

/// The facts that fill the holes of one ticket's texts, the same from its first words to its last.
package enum DemoSlots {
  /// The names of every fact, for the test that no text asks for another.
  package static let names: Set<String> = [
    "agent", "bientot", "borne", "client", "code", "collegue", "courriel", "date", "demandeur", "e", "equipement",
    "etage", "heure", "imprimante", "ip", "jour", "lecteur", "logiciel", "metier", "min", "n", "nn", "nouveau", "poste",
    "prenom", "ref", "retour", "salle", "serveur", "site", "switch", "tel", "Monday",
  ]

  static let weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
  static let englishWeekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]
  static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  static let rooms = ["Garonne", "Ardèche", "Pasteur", "Colette", "Vercors", "Curie", "Belle-Île", "Prévert", "Ampère"]
  static let programs = [
    "Visio", "Project", "Power BI", "GIMP", "SketchUp", "FileZilla", "LibreOffice", "Scribus",
  ]
  static let newcomers = [
    "Aïssatou Camara", "Baptiste Renaudin", "Clémence Aubry", "Diego Fuentes", "Elif Kaya", "Gaëtan Moulin",
    "Hind Bouzid", "Jonas Meyer", "Katarzyna Nowak", "Lorenzo Ricci", "Manon Chevrier", "Nicolas Trân", "Océane Picard",
    "Rayan Belkacem", "Tiphaine Goasdoué", "Victor Lemaître", "Wassila Hamidi", "Yann Prigent",
  ]
  /// The letters that begin the machines' names, by kind.
  private static let prefixes: [String: String] = [
    "portable": "PT", "fixe": "PF", "imprimante": "IMP", "serveur": "SRV", "borne": "AP", "switch": "SW",
    "téléphone": "TEL", "mobile": "MOB", "douchette": "DCH", "caisse": "CAI", "onduleur": "OND", "site": "RTR",
  ]

  /// The facts of a ticket opened at `opened`, told in the zone of `calendar`.
  static func facts(
    _ story: DemoScenario, of customer: DemoCustomer, requester: DemoCustomer.Requester, opened: Instant,
    zone: Zone, with source: inout SplitMix64
  ) -> [String: String] {
    let local = zone.local(opened)
    let code = requester.site.code
    let minutes = [5, 10, 15, 20]
    let server = "SRV-\(code)-\(source.pick(["FIC", "APP", "BDD", "WEB"]) ?? "FIC")0\(source.within(1...4))"
    let others = customer.requesters.filter { $0.name != requester.name }
    let floor = source.within(1...4)
    let past = previousWeekday(local.day + -source.within(1...5))
    let future = nextWeekday(local.day + source.within(4...12))
    var facts: [String: String] = [:]
    facts["client"] = customer.name
    facts["code"] = code
    facts["site"] = requester.site.name
    facts["demandeur"] = requester.name
    facts["prenom"] = requester.firstName
    facts["metier"] = requester.job
    facts["tel"] = requester.phone
    facts["courriel"] = requester.mail
    facts["e"] = requester.isFeminine ? "e" : ""
    facts["poste"] = String(4000 + source.below(1000))
    facts["collegue"] = source.pick(others)?.name ?? requester.name
    facts["nouveau"] = source.pick(newcomers)
    facts["n"] = String(source.within(2...9))
    facts["nn"] = String(source.within(12...48))
    facts["min"] = String(source.pick(minutes) ?? 10)
    facts["jour"] = weekdays[past.weekday - 1]
    facts["Monday"] = englishWeekdays[past.weekday - 1]
    facts["date"] = date(future, isEnglish: story.isEnglish)
    facts["heure"] = hour(local, minus: source.within(8...40), isEnglish: story.isEnglish)
    facts["bientot"] = hour(local, minus: -soon(local, source.within(60...170)), isEnglish: story.isEnglish)
    facts["retour"] = facts["heure"]
    facts["etage"] = floor == 1 ? "1er" : "\(floor)e"
    facts["salle"] = source.pick(rooms)
    facts["logiciel"] = source.pick(programs)
    facts["lecteur"] = source.pick(["G", "P", "S", "T"])
    facts["ip"] = "192.0.2.\(source.within(20...240))"
    facts["ref"] = String(source.within(100_000...999_999))
    facts["serveur"] = server
    facts["imprimante"] = "IMP-\(code)-\(floor)\(source.pick(["A", "B", "C"]) ?? "A")"
    facts["borne"] = "AP-\(code)-\(Instant.pad(source.within(1...24), 2))"
    facts["switch"] = "SW-\(code)-\(floor)0\(source.within(1...4))"
    facts["equipement"] = asset(story.asset, code: code, facts: facts, with: &source) ?? "PT-\(code)-0000"
    return facts
  }

  /// A machine's name; nil for a story without one.
  private static func asset(
    _ kind: String, code: String, facts: [String: String], with source: inout SplitMix64
  ) -> String? {
    switch kind {
    case "serveur", "imprimante", "borne", "switch": facts[kind]
    case "onduleur": "OND-\(code)-01"
    case "site": "RTR-\(code)-01"
    default: prefixes[kind].map { "\($0)-\(code)-\(Instant.pad(source.within(1...899), 4))" }
    }
  }

  /// Minutes until a meeting that was to be in `minutes`: in the evening, half past six or twenty minutes later.
  private static func soon(_ local: LocalTime, _ minutes: Int) -> Int {
    min(minutes, max(18 * 60 + 30 - local.secondOfDay / 60, 20))
  }

  /// `9 h 05`, or `9:05` for the English, some minutes before (or after) `local`, kept within the day.
  static func hour(_ local: LocalTime, minus minutes: Int, isEnglish: Bool) -> String {
    let minute = min(max(local.secondOfDay / 60 - minutes, 0), 1439)
    return "\(minute / 60)\(isEnglish ? ":" : " h ")\(Instant.pad(minute % 60, 2))"
  }

  private static func date(_ day: Day, isEnglish: Bool) -> String {
    if isEnglish { return "\(day.day) \(englishMonths[day.month - 1])" }
    return "\(day.day == 1 ? "1er" : String(day.day)) \(months[day.month - 1])"
  }

  private static func previousWeekday(_ day: Day) -> Day {
    day.weekday > 5 ? day + (5 - day.weekday) : day
  }

  private static func nextWeekday(_ day: Day) -> Day {
    day.weekday > 5 ? day + (8 - day.weekday) : day
  }
}
