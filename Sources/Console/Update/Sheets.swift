import Desk
import Screen

// Sheets: opened, fed with keys and answers, closed.
extension Model {
  mutating func openSheet(_ kind: SheetKind, for action: Action) -> [Effect] {
    guard let verb = action.verb else { return openSheet(kind, on: [], from: nil) }
    let legal = targets.filter { refusal(action, verb, on: $0) == nil }.map(\.id)
    return openSheet(kind, on: legal, from: nil)
  }

  /// What a sheet needs to know that no ticket says, asked as it opens.
  func asked(by kind: SheetKind) -> [Effect] {
    switch kind {
    case .checklist: [.checklists]
    case .merge: targets.first.map { [.lookalikes($0.id)] } ?? []
    case .replyFamily: targets.first.map { [.family($0.id)] } ?? []
    default: []
    }
  }

  /// Opens a sheet as it was last left, on the first of the tickets; what is submitted goes to all.
  mutating func openSheet(_ kind: SheetKind, on tickets: [TicketID], from draft: Draft?) -> [Effect] {
    let id = tickets.first
    status = nil
    overlay = nil
    prefix = []
    // A sheet is made of the ticket as read. Until it is, keys are held for it: none of them is a command.
    if let id, reading(of: id) == nil {
      awaitedSheet = AwaitedSheet(kind: kind, tickets: tickets, draft: draft)
      return [.read(id)]
    }
    let kept = draft ?? (kind.beginsAnew ? nil : latestDraft(kind.draft, of: id))
    var hosted = HostedSheet(
      SheetBook.make(kind, on: id, from: kept, context(on: id)), kind: kind, targets: tickets)
    for target in tickets { hosted.seen[target] = summary(of: target)?.lamport }
    goOn(&hosted, from: kept)
    stepAside(&hosted)
    sheet = hosted
    resizeSheet()
    let told = draft == nil && !kind.beginsAnew ? tellDrafts(kind.draft, of: id) : []
    return told + (kind.draft == nil ? [] : [.loadDrafts]) + (kind == .time ? askPayer(of: id) : [])
  }

  /// Time is drawn from a contract: how it stands is asked before the first minute is typed.
  private func askPayer(of id: TicketID?) -> [Effect] {
    guard let ticket = id.flatMap({ reading(of: $0)?.ticket }),
      let contract = TimeSheet.payer(of: ticket, directory, now, zone).contract,
      !directory.credits(of: contract.id).isEmpty
    else { return [] }
    return [.standing(contract.id)]
  }

  /// The ticket a sheet waits for was read: the sheet opens and takes the keys typed meanwhile.
  mutating func openAwaitedSheet(_ id: TicketID) -> [Effect] {
    guard let awaited = awaitedSheet, awaited.tickets.first == id else { return [] }
    awaitedSheet = nil
    var effects = openSheet(awaited.kind, on: awaited.tickets, from: awaited.draft)
    if let text = awaited.paste { effects += withSheet { $0.paste(text, $1) } }
    for key in awaited.keys { effects += press(key) }
    return effects
  }

  /// A key while a sheet waits for its ticket.
  mutating func hold(_ key: Key) -> [Effect] {
    if key == .escape {
      awaitedSheet = nil
    } else if let count = awaitedSheet?.keys.count, count < AwaitedSheet.keyLimit {
      awaitedSheet?.keys.append(key)
    }
    return []
  }

  /// Where the sheet is drawn: in the middle, or over all; beside the ticket where there are two panes.
  var sheetArea: Area {
    let layout = self.layout
    let full = layout.full
    switch sheet?.sheet.extent {
    case .box(let width, let height): return full.centred(width: width, height: height)
    case .full where layout.isWide && layout.hasSide: return full.splitLeft(layout.list.width - 1).left
    case .full, nil: return full
    }
  }

  mutating func pressInSheet(_ key: Key) -> [Effect] {
    if sheet?.awaited ?? 0 > 0 { return say(words.recording) }
    return withSheet { $0.handle(key, $1) }
  }

  mutating func sheetReceives(_ message: Message) -> [Effect] {
    withSheet(typing: false) { $0.receive(message, $1) }
  }

  /// Hands something to the sheet and does what it asks for. Only typing starts the draft's timer.
  mutating func withSheet(
    typing: Bool = true, _ body: (inout any Sheet, SheetContext) -> SheetStep
  ) -> [Effect] {
    guard var hosted = sheet else { return [] }
    let step = body(&hosted.sheet, context(for: hosted))
    sheet = hosted
    let effects = follow(step)
    return typing && sheet != nil ? effects + [.wake(.draft, afterMilliseconds: Delay.draft)] : effects
  }

  /// Tells the sheet its room.
  mutating func resizeSheet() {
    guard var hosted = sheet else { return }
    hosted.sheet.resized(to: sheetArea)
    sheet = hosted
  }

  mutating func follow(_ step: SheetStep) -> [Effect] {
    switch step {
    case .stay(let effects):
      resizeSheet()
      return effects
    case .leave(let effects):
      let kept = keepDraft(leaving: true)
      let draft = sheet?.kept
      sheet = nil
      let isWritten = trouble == nil && draft.map { !unkept.contains($0.key) } ?? true
      guard isWritten else {
        if let draft { unkept.insert(draft.key) }
        return effects + kept + say(words.draftOnlyInMemory, .error)
      }
      return effects + kept + (draft.map { say(words.draftKept($0.kind)) } ?? [])
    case .discard:
      guard let hosted = sheet else { return [] }
      sheet = nil
      return dropDraft(of: hosted) + say(words.discarded)
    case .submit(let effects):
      sheet?.refusal = nil
      return submit(effects)
    case .takeUp(let draft):
      let kept = keepDraft(leaving: true)
      sheet = nil
      return kept + resume(draft)
    case .become(let other):
      let old = sheet
      let draft = other.draft(at: now)
      let kind = draft.flatMap { SheetKind(rawValue: $0.kind.rawValue) } ?? old?.kind ?? .note
      var hosted = HostedSheet(other, kind: kind, targets: old?.targets ?? [])
      if kind == old?.kind {
        (hosted.place, hosted.origin) = (old?.place ?? 1, old?.origin)
      } else {
        hosted.place = freePlace(kind.draft, of: other.ticket)
      }
      sheet = hosted
      resizeSheet()
      // The words go on under their new kind: a reply turned into a note leaves no reply to be sent by mistake.
      guard let kept = old?.kept, kept.kind != draft?.kind else { return [] }
      drafts.removeAll { $0.key == kept.key }
      return keepDraft() + [.dropDraft(kept)]
    }
  }

  /// Performs what a sheet asks for, on each of its tickets.
  mutating func submit(_ effects: [Effect]) -> [Effect] {
    guard let hosted = sheet else { return effects }
    let wanted = effects.flatMap { effect -> [Effect] in
      guard case .record(let intent, let id, let seen) = effect, hosted.targets.count > 1, id == hosted.sheet.ticket
      else { return [effect] }
      return hosted.targets.map { .record(intent, on: $0, seen: $0 == id ? seen : hosted.seen[$0]) }
    }
    let recorded = wanted.compactMap { effect -> Intent? in
      if case .record(let intent, _, _) = effect { intent } else { nil }
    }
    if hosted.targets.count > 1, let verb = recorded.first?.verb {
      bulk = BulkAction(verb: verb, waiting: recorded.count)
    }
    let awaited = wanted.reduce(0) { sum, effect in
      switch effect {
      case .record, .open, .createArticle, .keepViews, .split: sum + 1
      case .replyAll(_, let ids): sum + ids.count
      default: sum
      }
    }
    if case .replyAll(_, let ids) = wanted.first { bulk = BulkAction(verb: .reply, waiting: ids.count) }
    sheet?.submission = wanted
    sheet?.awaited = awaited
    if awaited == 0 { sheet = nil }
    return wanted
  }

  /// One of the submitted wishes was followed; after the last the sheet goes, and its draft with it.
  mutating func sheetFollowed(on id: TicketID?) -> [Effect] {
    guard let hosted = sheet, hosted.awaited > 0 else { return [] }
    sheet?.awaited -= 1
    if hosted.awaited > 1 { return [] }
    sheet = nil
    return dropDraft(of: hosted)
  }

  // MARK: - Conflict

  /// What the open sheet was refused for: its ticket is not the one it was opened on.
  func conflict(on id: TicketID, _ refusal: Refusal) -> Conflict {
    Conflict(
      ticket: id, refusal: refusal, speaks: sheet?.submission.contains { $0.letter != nil } ?? false,
      keepsDraft: sheet?.kind.draft != nil)
  }

  mutating func press(_ key: Key, in conflict: Conflict) -> [Effect] {
    switch key {
    case "e":
      overlay = nil
      let again = (sheet?.submission ?? []).map { effect -> Effect in
        if case .record(let intent, let id, _) = effect { .record(intent, on: id, seen: nil) } else { effect }
      }
      return submit(again)
    case "r":
      overlay = nil
      let kept = keepDraft(leaving: true)
      sheet = nil
      return kept + open(conflict.ticket)
    case "n" where conflict.speaks:
      overlay = nil
      let text = sheet?.submission.compactMap { $0.letter }.first ?? ""
      let draft = Draft(kind: .note, ticket: conflict.ticket, fields: ["body": text], savedAt: now)
      sheet?.awaited = 0
      return follow(.become(SheetBook.make(.note, on: conflict.ticket, from: draft, context(on: conflict.ticket))))
    case .escape:
      overlay = nil
      return keepDraft()
    default: return []
    }
  }
}

extension Effect {
  /// The words an effect would send out.
  fileprivate var letter: String? {
    guard case .record(let intent, _, _) = self else { return nil }
    return switch intent {
    case .reply(let letter), .ask(let letter, _, _), .resolve(_, let letter?): letter.body.text
    default: nil
    }
  }
}
