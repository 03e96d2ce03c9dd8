/// A field that a text of the desk leaves open: `{requester.name}`.
package enum FillIn: String, CaseIterable, Sendable {
  case ticket, subject, category, priority, level, group, site, asset, customer, owner, steward, agent, date
  case requester = "requester.name"
  case requesterMail = "requester.mail"
  case requesterPhone = "requester.phone"
  case login = "agent.login"
}

/// A text with fields, read once: `Bonjour {requester.name|Madame, Monsieur},`. What follows `|` stands where the field
/// is empty; `{{` and `}}` are braces. What a field gives is never read again: a requester's name is no template.
package struct FieldText: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case words(String)
    case field(FillIn, otherwise: String)
  }

  let parts: [Part]

  /// Why a text does not read.
  package enum Flaw: Error, Hashable, Sendable {
    case unknownField(String, near: String?)
    /// A brace that is not closed, or never opened.
    case brace
  }

  package init(_ text: String) throws(Flaw) {
    var parts: [Part] = []
    var words = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      if (character == "{" || character == "}") && rest.first == character {
        rest.removeFirst()
        words.append(character)
      } else if character == "{" {
        guard let end = rest.firstIndex(of: "}") else { throw .brace }
        if !words.isEmpty { parts.append(.words(words)) }
        words = ""
        parts.append(try FieldText.field(rest[..<end]))
        rest = rest[rest.index(after: end)...]
      } else if character == "}" {
        throw .brace
      } else {
        words.append(character)
      }
    }
    if !words.isEmpty { parts.append(.words(words)) }
    self.parts = parts
  }

  private static func field(_ text: Substring) throws(Flaw) -> Part {
    let sides = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(sides[0]).trimmed
    guard let field = FillIn(rawValue: name) else {
      throw .unknownField(name, near: Nearest.name(to: name, among: FillIn.allCases.map(\.rawValue)))
    }
    return .field(field, otherwise: sides.count > 1 ? String(sides[1]) : "")
  }

  /// A text that leaves nothing open.
  package init(plain text: String) { parts = text.isEmpty ? [] : [.words(text)] }

  package var isEmpty: Bool { parts.isEmpty }

  /// As it is written.
  package var written: String {
    parts.map { part in
      switch part {
      case .words(let words): String(words.flatMap { $0 == "{" || $0 == "}" ? [$0, $0] : [$0] })
      case .field(let field, let otherwise): "{" + field.rawValue + (otherwise.isEmpty ? "" : "|" + otherwise) + "}"
      }
    }.joined()
  }

  /// The text with its fields as `values` has them.
  package func filled(_ values: FieldValues) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .words(let words): text += words
      case .field(let field, let otherwise):
        let value = values[field]
        text += value.isEmpty ? otherwise : value
      }
    }
    return text
  }
}

/// What the fields of a text stand for on one ticket.
package struct FieldValues {
  let ticket: Ticket
  let actor: Actor
  let rules: Rules
  let now: Instant

  package init(_ ticket: Ticket, as actor: Actor, under rules: Rules, at now: Instant) {
    self.ticket = ticket
    self.actor = actor
    self.rules = rules
    self.now = now
  }

  /// One line, as it came from outside or from the registers.
  package subscript(field: FillIn) -> String { FieldValues.line(value(of: field)) }

  private func value(of field: FillIn) -> String {
    switch field {
    case .ticket: "#" + ticket.id.description
    case .subject: ticket.subject
    case .category: ticket.qualification?.category ?? ""
    case .priority: ticket.priority.name
    case .level: ticket.level.rawValue
    case .group: ticket.group.map { rules.directory.groups[$0]?.name ?? $0 } ?? ""
    case .site: ticket.site ?? ""
    case .asset: ticket.asset ?? ""
    case .customer: ticket.customer.map { rules.directory.customers[$0]?.name ?? $0 } ?? ""
    case .owner: name(ticket.owner)
    case .steward: name(ticket.steward)
    case .agent: actor.via == .rule ? "" : name(actor.name)
    case .login: actor.via == .rule ? "" : actor.name
    case .date: rules.calendar.zone.local(now).day.iso
    case .requester: ticket.requester.name
    case .requesterMail: ticket.requester.email ?? ""
    case .requesterPhone: ticket.requester.phone ?? ""
    }
  }

  private func name(_ login: String?) -> String { login.map { rules.directory.agents[$0]?.name ?? $0 } ?? "" }

  /// Line ends become spaces: a value from outside writes no lines of its own.
  private static func line(_ text: String) -> String {
    String(text.cut(toBytes: Limits.subject).map { $0.isNewline || $0 == "\0" ? " " : $0 })
  }
}

extension String {
  /// The text, or as much of its beginning as surely fits: what a rule makes is never too long for a line.
  func cut(toBytes limit: Int) -> String {
    utf8.count <= limit ? self : String(UnicodeScalarView(unicodeScalars.prefix(limit / 4)))
  }
}
