import Desk
import Screen

// Going from pane to pane, view to view, ticket to ticket.
extension Model {
  mutating func show(view number: Int) -> [Effect] {
    guard views.indices.contains(number) else { return [] }
    pane = .queue
    ticket = nil
    knowledge = nil
    if number == view { return [.list(request)] }
    view = number
    filter.drop()
    handBeforeFilter = nil
    queue.clear()
    preview = nil
    return [.list(request)]
  }

  mutating func openSelection() -> [Effect] { queue.selection.map { open($0.id) } ?? [] }

  /// Opens a ticket: from memory at once where it was read, and read again in any case.
  mutating func open(_ id: TicketID) -> [Effect] {
    let known = reading(of: id)
    var pane = TicketPane(id, seen: looked[id]?.lamport)
    if let known { pane.take(known, rules: rules, zone: zone) }
    ticket = pane
    knowledge = nil
    self.pane = .ticket
    prefix = []
    if let known { looked[id] = Look(known.ticket) }
    return [.read(id)] + (known == nil ? [] : askStanding(again: true))
  }

  mutating func closeTicket() {
    ticket = nil
    if pane == .ticket { pane = .queue }
  }

  mutating func back() -> [Effect] {
    if pane == .knowledge {
      pane = knowledge?.from ?? .queue
      knowledge = nil
      if pane == .ticket, ticket == nil { pane = .queue }
    } else {
      closeTicket()
    }
    return rest()
  }

  /// The next or previous ticket of the queue, from inside a ticket.
  mutating func step(_ rows: Int) -> [Effect] {
    queue.move(by: rows)
    return openSelection()
  }

  mutating func nextPane() -> [Effect] {
    switch pane {
    case .queue: return ticket == nil ? openSelection() : focusTicket()
    case .ticket:
      if !isWide { return back() }
      pane = .queue
      return []
    case .knowledge: return []
    }
  }

  private mutating func focusTicket() -> [Effect] {
    if let id = queue.selection?.id, id != ticket?.id { return open(id) }
    pane = .ticket
    return []
  }

  // MARK: - Preview

  /// The hand rests: shows what it is on, from memory at once where it was read.
  mutating func showPreview() -> [Effect] {
    guard layout.hasSide, let row = queue.selection?.summary else { return [] }
    let known = reading(of: row.id)
    if preview?.id != row.id || (preview?.reading?.ticket.lamport ?? -1) < row.lamport {
      var pane = TicketPane(row.id)
      if let known {
        pane.take(known, rules: rules, zone: zone)
        looked[row.id] = Look(known.ticket)
      }
      preview = pane
    }
    if let known, known.ticket.lamport >= row.lamport { return [] }
    return [.read(row.id)]
  }

  // MARK: - Knowledge

  mutating func openKnowledge() -> [Effect] {
    let row = targets.first
    knowledge = KnowledgePane(ticket: row?.id, words: row.map { SafeText.line($0.subject).text } ?? "", from: pane)
    pane = .knowledge
    if row == nil { knowledge?.isTyping = true }
    return searchKnowledge()
  }

  mutating func rate(_ helpful: Bool) -> [Effect] {
    guard let pane = knowledge, let article = pane.article else { return [] }
    return [.rateArticle(article.id, helpful: helpful, ticket: pane.ticket)]
      + say(words.rated(article.id, helpful: helpful), .ok)
  }

  /// Opens the reply with the article's ready text, its slots filled as far as they are known.
  mutating func insertReply() -> [Effect] {
    guard let pane = knowledge, let id = pane.ticket, let reply = pane.article?.content.reply,
      let row = summary(of: id)
    else { return [] }
    let text = Slots(row, me: me, home: home, words: words).fill(reply)
    let kept = latestDraft(.reply, of: id)
    let before = kept?.fields["body"].map { $0.isEmpty ? "" : $0 + "\n\n" } ?? ""
    var fields = kept?.fields ?? [:]
    fields["body"] = before + text
    if let why = whyNot(.reply) { return say(why, .warning) }
    return openSheet(
      .reply, on: [id],
      from: Draft(kind: .reply, ticket: id, fields: fields, savedAt: now, place: kept?.place ?? 1))
  }
}

/// The slots of a ready reply: `{prénom}`, `{équipement}`, `{ticket}`, `{agent}`, in either language. Unknown ones
/// stay, for the agent to see.
struct Slots {
  let values: [(names: [String], value: String)]

  init(_ row: Summary, me: Agent, home: String, words: Words) {
    let name = row.requester.label
    values = [
      (["prénom", "prenom", "first name", "firstname"], name.split(separator: " ").first.map(String.init) ?? name),
      (["nom", "demandeur", "name", "requester"], name),
      (["équipement", "equipement", "asset"], row.asset ?? ""),
      (["ticket", "numéro", "number"], words.name(row.id, home: home)),
      (["objet", "subject"], row.subject),
      (["agent"], me.name),
    ]
  }

  func fill(_ text: String) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else {
        rest = rest[open...]
        break
      }
      let slot = rest[rest.index(after: open)..<close].lowercased()
      let value = values.first { $0.names.contains(slot) }?.value ?? ""
      filled += value.isEmpty ? String(rest[open...close]) : value
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}
