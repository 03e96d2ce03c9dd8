import Desk
import Screen

// Words of a sheet that were not sent: kept, found again, dropped.
//
// The same agent may be at another console, with the same ticket open. A draft says which words it goes on from; where
// others lie under its key by now, the shell keeps both and the sheet goes on at the place it is told.
extension Model {
  /// The draft a sheet of this kind would go on from.
  func latestDraft(_ kind: Draft.Kind?, of id: TicketID?) -> Draft? {
    drafts(kind, of: id).max { $0.savedAt < $1.savedAt }
  }

  private func drafts(_ kind: Draft.Kind?, of id: TicketID?) -> [Draft] {
    drafts.filter { $0.kind == kind && $0.ticket == id }
  }

  /// The first place no draft of this kind and ticket is known to lie at.
  func freePlace(_ kind: Draft.Kind?, of id: TicketID?) -> Int {
    let taken = Set(drafts(kind, of: id).map(\.place))
    return (1...taken.count + 1).first { !taken.contains($0) } ?? 1
  }

  /// A sheet that was filled from a draft goes on where that one lies. Words that it brings besides are not kept yet.
  func goOn(_ hosted: inout HostedSheet, from draft: Draft?) {
    guard let draft, let kept = drafts.first(where: { $0.key == draft.key }) else { return }
    hosted.kept = kept
    hosted.place = kept.place
    // What never got to the disk still takes the place of what lay there before.
    hosted.origin = unkept.contains(kept.key) ? kept.origin : kept.fields
  }

  /// Nothing of a sheet that began anew is kept yet: its words will lie where no others do.
  func stepAside(_ hosted: inout HostedSheet) {
    guard hosted.kind.beginsAnew, hosted.kept == nil else { return }
    hosted.place = freePlace(hosted.kind.draft, of: hosted.sheet.ticket)
  }

  /// Words that a sheet which began anew does not go on from, the latest first.
  func waiting(beside hosted: HostedSheet) -> [Draft] {
    guard hosted.kind.beginsAnew else { return [] }
    return drafts(hosted.kind.draft, of: hosted.sheet.ticket).filter { $0.place != hosted.place }
      .sorted { ($1.savedAt, $1.place) < ($0.savedAt, $0.place) }
  }

  /// Says that there are others than the draft which is open.
  mutating func tellDrafts(_ kind: Draft.Kind?, of id: TicketID?) -> [Effect] {
    let number = drafts(kind, of: id).count
    return number > 1 ? say(words.severalDrafts(number), .warning) : []
  }

  /// Keeps the words of the sheet, if they changed since they were kept. On `leaving` in any case: another console may
  /// have thrown away meanwhile what this one is about to call kept.
  mutating func keepDraft(leaving: Bool = false) -> [Effect] {
    guard let hosted = sheet else { return [] }
    guard var draft = hosted.sheet.draft(at: now) else {
      // All was deleted: nothing is left to come back to.
      guard let kept = hosted.kept else { return [] }
      sheet?.kept = nil
      drafts.removeAll { $0.key == kept.key }
      return [.dropDraft(kept)]
    }
    if !leaving, let kept = hosted.kept, kept.fields == draft.fields, drafts.contains(where: { $0.key == kept.key }) {
      return []
    }
    (draft.place, draft.origin) = (hosted.place, hosted.origin)
    sheet?.kept = draft
    drafts.removeAll { $0.key == draft.key }
    drafts.append(draft)
    return [.saveDraft(draft)]
  }

  /// Another console has written where a draft was to be kept: the draft lies beside, and goes on there.
  mutating func draftBeside(_ key: String, at place: Int) -> [Effect] {
    for at in drafts.indices where drafts[at].key == key { drafts[at].place = place }
    if sheet?.kept?.key == key {
      sheet?.kept?.place = place
      sheet?.place = place
    }
    return [.loadDrafts] + say(words.draftBeside, .warning)
  }

  /// What was kept of a sheet's words is kept no more.
  mutating func dropDraft(of hosted: HostedSheet) -> [Effect] {
    guard let kept = hosted.kept else { return [] }
    drafts.removeAll { $0.key == kept.key }
    return [.dropDraft(kept)]
  }

  mutating func resume(_ draft: Draft) -> [Effect] {
    guard let kind = SheetKind.allCases.first(where: { $0.draft == draft.kind }) else { return [] }
    return openSheet(kind, on: draft.ticket.map { [$0] } ?? [], from: draft)
  }

  /// The drafts as they lie on the disk, those of other consoles among them. What waits in memory for the disk stays.
  mutating func take(_ loaded: [Draft]) -> [Effect] {
    let waiting = drafts.filter { unkept.contains($0.key) }
    drafts = loaded.filter { one in !waiting.contains { $0.key == one.key } } + waiting
    relist()
    if var hosted = sheet {
      stepAside(&hosted)
      sheet = hosted
    }
    return tellKept() + catchUp()
  }

  /// As the console starts: what was left unsent last time, beside whatever else there is to say.
  private mutating func tellKept() -> [Effect] {
    defer { wereDraftsRead = true }
    guard !wereDraftsRead, !drafts.isEmpty, sheet == nil, overlay == nil else { return [] }
    let told = words.keptDrafts(drafts.count)
    return say([status?.text, told].compactMap(\.self).joined(separator: "  "), status?.tone ?? .plain)
  }

  /// A list of drafts or of actions that was opened before they came.
  private mutating func relist() {
    guard case .chooser(let chooser)? = overlay, chooser.field.text.isEmpty else { return }
    switch chooser.kind {
    case .drafts: overlay = .chooser(draftsList())
    case .palette: overlay = .chooser(palette())
    default: break
    }
  }

  /// A sheet that nobody has typed in yet is filled from what another console has kept meanwhile.
  private mutating func catchUp() -> [Effect] {
    guard let hosted = sheet, hosted.awaited == 0, hosted.sheet.draft(at: now)?.fields == hosted.kept?.fields,
      let latest = hosted.kept.map({ kept in drafts.first { $0.key == kept.key } })
        ?? (hosted.kind.beginsAnew ? nil : latestDraft(hosted.kind.draft, of: hosted.sheet.ticket)),
      latest.fields != hosted.kept?.fields
    else { return [] }
    return openSheet(hosted.kind, on: hosted.targets, from: latest)
      + tellDrafts(latest.kind, of: latest.ticket)
  }
}
