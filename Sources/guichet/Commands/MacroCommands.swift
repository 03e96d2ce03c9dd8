import Console
import Desk
import Journal

// `guichet macro`: several intents under one name, all or nothing. `guichet template`: what is often answered.
extension Command {
  static let macro = Command(
    .macro, [.maybe(.ticket), .maybe(.name)], [.dryRun]
  ) { invocation throws(Trouble) in
    let session = try invocation.session()
    let macros = session.automation?.macros ?? []
    let operands = invocation.arguments.operands
    guard let first = operands.first else { return invocation.list(macros) }
    guard operands.count > 1 else { throw invocation.missingName(.macro) }
    let id = try invocation.ticket(first, session)
    let found = try invocation.find(operands[1], .macro, among: macros, named: \.name)
    try invocation.apply(found, on: id, session)
  }

  static let template = Command(.template, [.maybe(.name)]) { invocation throws(Trouble) in
    let book = try invocation.session().automation?.templates ?? TemplateBook()
    guard let name = invocation.arguments.operands.first else { return invocation.list(book) }
    let found = try invocation.find(name, .template, among: book.names, named: \.self)
    invocation.show(found, book)
  }
}

extension Invocation {
  fileprivate func missingName(_ command: CommandName) -> Trouble {
    let usage = CommandTable.command(command).usage(words)
    return Trouble(.usage, words.missingOperand(words.operand(.name), usage: usage))
  }

  /// An entry by its name; the nearest is told where there is none.
  fileprivate func find<T>(
    _ name: String, _ sort: ConfigFault.Sort, among entries: [T], named key: KeyPath<T, String>
  ) throws(Trouble) -> T {
    let folded = Folding.fold(name)
    if let found = entries.first(where: { $0[keyPath: key] == name })
      ?? entries.first(where: { Folding.fold($0[keyPath: key]) == folded })
    {
      return found
    }
    let near = Nearest.name(to: name, among: entries.map { $0[keyPath: key] })
    throw Trouble(.usage, words.noSuch(sort, name, near: near))
  }

  // MARK: - Macros

  fileprivate func list(_ macros: [Macro]) {
    if macros.isEmpty, !printer.isJSON { return printer.line(words.noMacros) }
    for macro in macros {
      if printer.isJSON {
        printer.json(
          .object(
            of: ("macro", .string(macro.name)), ("title", .string(macro.title(in: words.language.rawValue))),
            ("then", .array(macro.then.map { .string($0.verb.rawValue) }))))
      } else {
        let title = macro.title(in: words.language.rawValue)
        printer.line(macro.name + words.colon + "\(title == macro.name ? "" : title + " → ")\(words.deeds(macro.then))")
      }
    }
  }

  fileprivate func apply(_ macro: Macro, on id: TicketID, _ session: Session) throws(Trouble) {
    let name = words.name(id, home: session.home)
    do throws(MacroError) {
      if arguments.has(.dryRun) { return preview(try session.rehearse(macro, on: id), macro, name, session) }
      let (ticket, facts) = try session.apply(macro, on: id)
      if printer.isJSON { return printer.json(outcome(on: ticket, session)) }
      printer.line(facts.isEmpty ? words.macroNothing(macro.name, on: name) : words.macroDone(macro.name, on: name))
      if !facts.isEmpty { tellRules(on: ticket, session) }
    } catch {
      switch error {
      case .record(let error): throw Trouble(error, on: id, words)
      case .stopped(let stop):
        throw Trouble(
          .refused, words.macroStopped(macro.name, stop, because: Trouble(.refused(stop.refusal), on: id, words).words))
      }
    }
  }

  private func preview(_ facts: [Fact], _ macro: Macro, _ name: String, _ session: Session) {
    if printer.isJSON {
      return printer.json(
        .array(facts.map { .object(of: ("op", .string($0.op)), ("d", $0.d)) }))
    }
    if facts.isEmpty { return printer.line(words.macroNothing(macro.name, on: name)) }
    printer.line(words.macroPreview)
    for fact in facts {
      switch fact {
      case .messageOut(let letter):
        printer.line("  → " + (letter.to.joined(separator: ", ").isEmpty ? "—" : letter.to.joined(separator: ", ")))
        printer.body(letter.body.text, indent: "  │ ")
      case .noteAdded(let note): printer.body(note.body.text, indent: "  ┊ ")
      default:
        if let line = words.sentence(fact, home: session.home, zone: settings.zone, now: session.now) {
          printer.line("  · " + line)
        }
      }
    }
  }

  // MARK: - Templates

  fileprivate func list(_ book: TemplateBook) {
    if book.names.isEmpty, !printer.isJSON { return printer.line(words.noTemplates) }
    for name in book.names {
      let languages = (book.templates[name]?.texts.keys).map { $0.sorted() } ?? []
      if printer.isJSON {
        printer.json(.object(of: ("template", .string(name)), ("languages", .array(languages.map(JSON.string)))))
      } else {
        printer.line(name + words.colon + languages.joined(separator: " "))
      }
    }
  }

  fileprivate func show(_ name: String, _ book: TemplateBook) {
    let texts = book.templates[name]?.texts.sorted { $0.key < $1.key } ?? []
    for (language, text) in texts {
      if printer.isJSON {
        printer.json(
          .object(
            of: ("template", .string(name)), ("language", .string(language)),
            ("subject", text.subject.map { .string($0.written) }), ("body", .string(text.body.written))))
      } else {
        printer.line("── \(name) · \(language)" + (text.subject.map { " · " + $0.written } ?? ""))
        printer.body(text.body.written)
      }
    }
  }

  /// The message of `--template` to a ticket's requester.
  func templateLetter(to id: TicketID, _ session: Session) throws(Trouble) -> Letter? {
    guard let name = arguments.one(.template) else { return nil }
    let book = session.automation?.templates ?? TemplateBook()
    let found = try find(name, .template, among: book.names, named: \.self)
    let ticket = try read(id, session)
    do throws(Refusal) { return try session.letter(.template(found), on: ticket) } catch {
      throw Trouble(.refused(error), on: id, words)
    }
  }
}
