/// A message of the desk in the languages it is written in.
package struct LetterTemplate: Hashable, Sendable {
  /// What it says in one of them.
  package struct Text: Hashable, Sendable {
    /// nil: the ticket's own subject.
    package var subject: FieldText?
    package var body: FieldText
  }

  /// By language, as BCP 47 has it: `fr`, `en`.
  package var texts: [String: Text]

  /// The text for somebody written to in `language`, else in the desk's own, else in the first there is.
  package func text(for language: String?, else usual: String) -> (language: String, text: Text)? {
    for wanted in [language, usual].compactMap({ $0?.lowercased() }) {
      if let text = texts[wanted] { return (wanted, text) }
      let primary = String(wanted.prefix { $0 != "-" && $0 != "_" })
      if let text = texts[primary] { return (primary, text) }
    }
    return texts.min { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// What a message says: a template by its name, or words of its own.
package enum Wording: Hashable, Sendable {
  case template(String)
  case own(LetterTemplate)
}

/// The reply templates of a desk, and the language it writes in where nothing is known of the requester.
package struct TemplateBook: Sendable {
  package var templates: [String: LetterTemplate] = [:]
  /// In the order of the file.
  package var names: [String] = []
  package var language = "fr"

  package init() {}

  package func template(_ wording: Wording) -> LetterTemplate? {
    switch wording {
    case .template(let name): templates[name]
    case .own(let template): template
    }
  }

  /// The words of a message to a ticket's requester, in their language.
  package func words(
    _ wording: Wording, _ values: FieldValues
  ) -> (language: String, subject: String?, body: String)? {
    let person = values.ticket.requester.email.flatMap { values.rules.directory.person(email: $0) }
    guard let found = template(wording)?.text(for: person?.language, else: language) else { return nil }
    return (found.language, found.text.subject?.filled(values), found.text.body.filled(values))
  }

  /// The message itself, threaded after the last one the requester sent. One that nobody wrote says so (RFC 3834).
  package func letter(
    _ wording: Wording, on ticket: Ticket, as actor: Actor, under rules: Rules, at now: Instant
  ) throws(Refusal) -> Letter {
    guard let words = words(wording, FieldValues(ticket, as: actor, under: rules, at: now)) else {
      throw .missing([.message])
    }
    let last: Letter? = if case .messageIn(let letter) = ticket.lastIn?.fact { letter } else { nil }
    let answered = last?.messageID.map { [$0] } ?? []
    let address = ticket.requester.email
    let isAuto = actor.via == .rule
    if isAuto, address == nil { throw .missing([.recipient]) }
    return Letter(
      to: address.map { [$0] } ?? [],
      subject: (words.subject ?? "[#\(ticket.id)] \(ticket.subject)").cut(toBytes: Limits.subject),
      body: Body(words.body), channel: address == nil ? .phone : .mail, inReplyTo: answered,
      references: (last?.references ?? []).suffix(TemplateBook.references) + answered, isAuto: isAuto)
  }

  /// Message ids of a thread that go with an answer.
  private static let references = 20
}
