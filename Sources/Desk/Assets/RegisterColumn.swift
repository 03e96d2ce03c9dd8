/// A column of a register: how one field of an entry is written as text, and read.
package struct RegisterColumn<Entry>: Sendable {
  package let name: ColumnName
  package let text: @Sendable (Entry) -> String
  package let set: @Sendable (inout Entry, String) throws(CellProblem) -> Void
}

/// The columns of all registers, in English (the raw value) and French: a file may use either, however it writes case,
/// accents and spaces.
package enum ColumnName: String, CaseIterable, Sendable {
  case id, name, email, phone, customer, site, sites, domains, contract, contracts, contact = "rei"
  case sharesTickets = "shared_tickets", vip, language, retired
  case from, to, calendar, policy, classes, categories, warnings, dayMinutes = "day_minutes"
  case itemClass = "class", serial, location, warrantyEnd = "warranty_end", owner, relations
  case levels, skills, members

  package var french: String {
    switch self {
    case .name: "nom"
    case .email: "courriel"
    case .phone: "téléphone"
    case .customer: "client"
    case .domains: "domaines"
    case .contract: "contrat"
    case .contracts: "contrats"
    case .sharesTickets: "tickets_partagés"
    case .language: "langue"
    case .retired: "retiré"
    case .from: "début"
    case .to: "fin"
    case .calendar: "calendrier"
    case .policy: "politique"
    case .categories: "catégories"
    case .warnings: "alertes"
    case .dayMinutes: "minutes_par_jour"
    case .itemClass: "classe"
    case .serial: "numéro_de_série"
    case .location: "emplacement"
    case .warrantyEnd: "fin_de_garantie"
    case .owner: "utilisateur"
    case .levels: "niveaux"
    case .skills: "compétences"
    case .members: "membres"
    case .id, .site, .sites, .contact, .vip, .classes, .relations: rawValue
    }
  }

  /// The column a header names; nil where it names none of `columns`.
  package init?(_ header: String, among columns: [ColumnName]) {
    let folded = ColumnName.fold(header)
    guard let column = columns.first(where: { $0.spellings.contains(folded) }) else { return nil }
    self = column
  }

  /// As they are compared.
  var spellings: [String] { [ColumnName.fold(rawValue), ColumnName.fold(french)] }

  static func fold(_ header: String) -> String {
    String(Folding.fold(header.trimmed).map { $0 == " " || $0 == "-" ? "_" : $0 })
  }
}

/// Why a cell cannot be what its column is.
package enum CellProblem: Error, Hashable, Sendable {
  case missing
  /// A date is written 2026-12-31 or 31/12/2026.
  case notADate(String)
  /// Somebody is known by one address, `ines@acme.example`.
  case notAnAddress(String)
  case notANumber(String)
  case notYesOrNo(String)
  case notAWord(String, allowed: [String], near: String?)
  /// `depends_on:SRV-1`
  case notARelation(String)
  /// It names what nothing can be called.
  case badName(String)
  case tooLong(limit: Int)
  /// An end before its beginning.
  case before(Day, Day)
  case notBetween(String, ClosedRange<Int>)
}

// MARK: - How fields are written

extension RegisterColumn {
  init(_ name: ColumnName, _ field: any WritableKeyPath<Entry, String> & Sendable) {
    self.init(
      name: name, text: { $0[keyPath: field] },
      set: { entry, text throws(CellProblem) in entry[keyPath: field] = text })
  }

  /// A text or nothing.
  /// - Parameter check: throws what is wrong with a text that is something.
  init(
    _ name: ColumnName, _ field: any WritableKeyPath<Entry, String?> & Sendable,
    check: @escaping @Sendable (String) throws(CellProblem) -> Void = { _ in }
  ) {
    self.init(
      name: name, text: { $0[keyPath: field] ?? "" },
      set: { entry, text throws(CellProblem) in
        if !text.isEmpty { try check(text) }
        entry[keyPath: field] = text.isEmpty ? nil : text
      })
  }

  init(_ name: ColumnName, _ field: any WritableKeyPath<Entry, [String]> & Sendable) {
    self.init(
      name: name, text: { ListCell.text($0[keyPath: field]) },
      set: { entry, text throws(CellProblem) in entry[keyPath: field] = ListCell.values(text) })
  }

  init(_ name: ColumnName, _ field: any WritableKeyPath<Entry, Bool> & Sendable) {
    self.init(
      name: name, text: { $0[keyPath: field] ? "1" : "" },
      set: { entry, text throws(CellProblem) in entry[keyPath: field] = try ListCell.bool(text) })
  }

  init(_ name: ColumnName, _ field: any WritableKeyPath<Entry, Day?> & Sendable) {
    self.init(
      name: name, text: { $0[keyPath: field]?.iso ?? "" },
      set: { entry, text throws(CellProblem) in
        entry[keyPath: field] = text.isEmpty ? nil : try ListCell.day(text)
      })
  }
}

extension CellProblem {
  /// Throws where a text is no mail address.
  static func address(_ text: String) throws(CellProblem) {
    if !Mailbox.isAddress(text) { throw .notAnAddress(text) }
  }

  /// Throws where a text is no name of a language (RFC 5646).
  static func language(_ text: String) throws(CellProblem) {
    if !LanguageTag.isOne(text) { throw .notAWord(text, allowed: LanguageTag.examples, near: nil) }
  }
}

/// Values in one cell: several between bars, `Lyon | Brest`; a bar of a value's own stands behind a backslash.
package enum ListCell {
  package static func text(_ values: [String]) -> String {
    values.map { value in
      value.unicodeScalars.reduce(into: "") { $0 += $1 == "|" || $1 == "\\" ? "\\" + String($1) : String($1) }
    }.joined(separator: " | ")
  }

  package static func values(_ text: String) -> [String] {
    var values: [String] = []
    var value = ""
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped || (scalar != "|" && scalar != "\\") {
        value.unicodeScalars.append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        values.append(value)
        value = ""
      }
    }
    return (values + [value]).map(\.trimmed).filter { !$0.isEmpty }
  }

  static func bool(_ text: String) throws(CellProblem) -> Bool {
    switch Folding.fold(text) {
    case "", "0", "no", "non", "n", "false", "faux": return false
    case "1", "yes", "oui", "o", "y", "true", "vrai", "x": return true
    default: throw .notYesOrNo(text)
    }
  }

  /// `2026-12-31`, or as French writes it `31/12/2026`.
  package static func day(_ text: String) throws(CellProblem) -> Day {
    if let day = Day(iso: text) { return day }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 2, parts[1].utf8.count == 2, parts[2].utf8.count == 4,
      let day = Day(iso: parts.reversed().joined(separator: "-"))
    else { throw .notADate(text) }
    return day
  }

  static func number(_ text: String, in range: ClosedRange<Int>) throws(CellProblem) -> Int {
    guard let number = Int(text) else { throw .notANumber(text) }
    guard range.contains(number) else { throw .notBetween(text, range) }
    return number
  }
}
