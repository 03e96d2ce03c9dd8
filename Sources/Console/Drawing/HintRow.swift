import Screen

/// The last row: the keys that work now. It shortens by dropping whole hints, never half a word; the first one, which
/// says what all is for, and the last, which says how to leave, are said in fewer words before one of them goes; the
/// last goes last.
enum HintRow {
  static func draw(_ hints: [Hint], into frame: inout Frame, in area: Area) {
    var x = 1
    for hint in fitting(hints, width: area.width) {
      x = frame.put(hint.key, x: x, y: 0, .key, in: area)
      let lead = hint.key.isEmpty ? "" : " "
      if !hint.text.isEmpty { x = frame.put(lead + hint.text, x: x, y: 0, .hint, in: area) }
      x += gap
    }
  }

  static let gap = 2

  static func fitting(_ hints: [Hint], width: Int, gap: Int = gap) -> [Hint] {
    var kept = hints
    while !fits(kept, width: width, gap: gap), !kept.isEmpty {
      if kept.count == 2, let brief = brief(kept), fits(brief, width: width, gap: gap) { return brief }
      kept.remove(at: max(0, kept.count - 2))
    }
    return kept
  }

  /// The hints in their short words; nil where none has any.
  private static func brief(_ hints: [Hint]) -> [Hint]? {
    guard hints.contains(where: { $0.short != nil }) else { return nil }
    return hints.map { Hint($0.key, $0.short ?? $0.text) }
  }

  static func fits(_ hints: [Hint], width: Int, gap: Int = gap) -> Bool {
    hints.reduce(1 - gap) { $0 + HintRow.width($1) + gap } <= width
  }

  /// The keys of a box, in its lower border; `width`: all of the border's.
  static func footer(_ hints: [Hint], width: Int) -> String {
    fitting(hints, width: width - border, gap: separator.count)
      .map { [$0.key, $0.text].filter { !$0.isEmpty }.joined(separator: " ") }.joined(separator: separator)
  }

  private static let separator = " · "
  /// Columns that corners, dashes and blanks take of a border.
  private static let border = 6

  private static func width(_ hint: Hint) -> Int {
    Width.of(hint.key) + (hint.text.isEmpty ? 0 : Width.of(hint.text) + 1)
  }
}

extension Model {
  /// What the hint row says: of the sheet, the box, the field or the pane that has the keys.
  package var hints: [Hint] {
    switch overlay {
    case .chooser(let chooser): return hints(of: chooser)
    case .conflict(let conflict): return words.conflictHints(conflict)
    case .leaf(let leaf): return hints(of: leaf)
    case .following(let menu): return hints(of: menu)
    case nil: break
    }
    if let hosted = sheet { return hosted.sheet.hints(context(for: hosted)) }
    if pane == .queue, filter.isTyping { return words.filterHints }
    if pane == .knowledge, knowledge?.isTyping == true { return words.searchHints }
    let ids: [ActionID] =
      switch pane {
      case .queue where queue.rows.isEmpty: [.dropFilter, .filter, .newTicket, .view1, .palette, .help, .quit]
      case .queue where !queue.marks.isEmpty:
        [.take, .assign, .qualify, .resume, .note, .watch, .markAll, .markRange, .clearMarks, .palette, .help]
      case .queue: Model.queueHints
      case .ticket: Model.ticketHints
      case .knowledge where knowledge?.article == nil: [.searchKnowledge, .back, .palette, .help]
      case .knowledge: [.insertReply, .rateUp, .rateDown, .searchKnowledge, .down, .back, .palette, .help]
      }
    return fitting(ids)
  }

  /// The hints of a pane's actions in the order given; those that matter least leave first. To qualify what nobody has
  /// qualified is the next step: it stands beside the taking, and matters as much.
  private func fitting(_ ids: [ActionID]) -> [Hint] {
    var ids = ids
    let isNext = asksQualifying
    if isNext, let take = ids.firstIndex(of: .take), let qualify = ids.firstIndex(of: .qualify), qualify > take {
      ids.insert(ids.remove(at: qualify), at: take + 1)
    }
    var kept = ids.compactMap { id in hint(id).map { (id: id, hint: $0) } }
    func matters(_ id: ActionID) -> Int {
      Model.lasting.firstIndex(of: isNext && id == .qualify ? .take : id) ?? Model.lasting.count
    }
    while !HintRow.fits(kept.map(\.hint), width: size.width),
      let least = kept.indices.max(by: { (matters(kept[$0].id), $0) < (matters(kept[$1].id), $1) })
    {
      kept.remove(at: least)
    }
    return kept.map(\.hint)
  }

  /// The actions whose hints stay the longest on a narrow screen.
  private static let lasting: [ActionID] = [
    .help, .back, .dropFilter, .clearMarks, .take, .insertReply, .open, .palette, .reply, .filter, .note, .escalate,
    .resolve,
    .mark, .qualify, .newTicket, .down,
  ]

  /// A hint for an action that can be done; for those of a prefix, the prefix.
  private func hint(_ id: ActionID) -> Hint? {
    if pane == .ticket || Model.worthChecking.contains(id), whyNot(id) != nil { return nil }
    if id == .take, pane == .queue, !queue.rows.contains(where: mayTake) { return nil }
    switch id {
    case .down: return Hint("j/k", words.hint(id))
    case .resolve: return Hint("s", words.stateHint)
    case .clearMarks, .dropFilter: return Hint(words.key(.escape), words.hint(id))
    case .view1: return Hint("1-9", words.viewsHint)
    case .nextTicket: return Hint("J/K", words.hint(id))
    default: return Keymap.written(id, words: words).map { Hint($0, words.hint(id)) }
    }
  }

  /// Whether a row of the list is there to be taken.
  private func mayTake(_ row: QueueRow) -> Bool { row.summary.owner == nil && me.profile.holds(row.summary.level) }

  /// Whether the ticket, or a row of the list, waits to be qualified.
  private var asksQualifying: Bool {
    if pane == .queue { return queue.rows.contains { !$0.summary.isQualified && $0.summary.state.isActive } }
    return targets.contains { !$0.isQualified && $0.state.isActive } && whyNot(.qualify) == nil
  }

  /// Actions that the list only hints at where they can be done. The others are there if they can be done to any of
  /// its rows, so that the hints stay still while the hand moves; before one ticket only what can be done is shown.
  private static let worthChecking: Set<ActionID> = [.insertReply, .steal, .newcomers, .dropFilter]

  private static let queueHints: [ActionID] = [
    .down, .open, .mark, .take, .filter, .reply, .note, .escalate, .resolve, .qualify, .knowledge, .assign, .newTicket,
    .palette, .help, .quit,
  ]
  private static let ticketHints: [ActionID] = [
    .take, .reply, .note, .escalate, .resolve, .qualify, .knowledge, .explain, .cards, .nextTicket, .back,
    .palette, .help,
  ]
}

extension Words {
  var runHint: String { say(fr: "exécuter", en: "run") }
  var showHint: String { say(fr: "voir", en: "show") }
  var takeUpHint: String { say(fr: "reprendre", en: "take up") }
  var viewsHint: String { say(fr: "vues", en: "views") }
  var closeHint: String { say(fr: "fermer", en: "close") }
  var typeToNarrow: String { say(fr: "taper pour réduire", en: "type to narrow") }
  var stateHint: String { say(fr: "état", en: "state") }

  var filterHints: [Hint] {
    [
      Hint(key(.enter), say(fr: "garder", en: "keep")), Hint("Tab", say(fr: "compléter", en: "complete")),
      Hint("↑", say(fr: "historique", en: "history")), Hint(key(.escape), say(fr: "ôter", en: "drop")),
    ]
  }

  var searchHints: [Hint] {
    [
      Hint(key(.enter), say(fr: "chercher", en: "search")),
      Hint(key(.escape), say(fr: "à la liste", en: "to the list")),
    ]
  }
}
