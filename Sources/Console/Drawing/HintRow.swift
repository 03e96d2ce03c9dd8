import Screen

/// The last row: the keys that work now. It shortens by dropping whole hints from the end, never half a word.
enum HintRow {
  static func draw(_ hints: [Hint], into frame: inout Frame, in area: Area) {
    var x = 1
    for hint in fitting(hints, width: area.width) {
      x = frame.put(hint.key, x: x, y: 0, .key, in: area)
      if !hint.text.isEmpty { x = frame.put(" " + hint.text, x: x, y: 0, .hint, in: area) }
      x += gap
    }
  }

  private static let gap = 2
  static func fitting(_ hints: [Hint], width: Int) -> [Hint] {
    var kept = hints
    while !fits(kept, width: width), !kept.isEmpty { kept.removeLast() }
    return kept
  }

  static func fits(_ hints: [Hint], width: Int) -> Bool {
    hints.reduce(1 - gap) { $0 + HintRow.width($1) + gap } <= width
  }

  private static func width(_ hint: Hint) -> Int {
    Width.of(hint.key) + (hint.text.isEmpty ? 0 : Width.of(hint.text) + 1)
  }
}

extension Model {
  /// What the hint row says: of the sheet, the box, the field or the pane that has the keys.
  package var hints: [Hint] {
    switch overlay {
    case .chooser(let chooser):
      return [
        Hint(words.key(.enter), words.runHint), Hint("↑↓", words.hint(.down)),
        Hint(words.key(.escape), words.closeHint),
        Hint("", chooser.kind == .palette ? words.typeToNarrow : ""),
      ].filter { !$0.key.isEmpty || !$0.text.isEmpty }
    case .conflict, .duty: return []
    case .leaf(let leaf):
      let open = leaf.ticket == nil ? [] : [Hint(words.key(.enter), words.hint(.open))]
      let moves = Hint("j/k", leaf.ticket == nil ? words.scrollHint : words.chooseHint)
      return [moves] + open + [Hint(words.key(.escape), words.closeHint)]
    case .following, nil: break
    }
    if let hosted = sheet { return hosted.sheet.hints(context(for: hosted)) }
    if pane == .queue, filter.isTyping { return words.filterHints }
    if pane == .knowledge, knowledge?.isTyping == true { return words.searchHints }
    let ids: [ActionID] =
      switch pane {
      case .queue where !queue.marks.isEmpty:
        [.take, .assign, .qualify, .resume, .note, .watch, .markAll, .markRange, .clearMarks, .palette, .help]
      case .queue: Model.queueHints
      case .ticket: Model.ticketHints
      case .knowledge: [.insertReply, .rateUp, .rateDown, .searchKnowledge, .down, .back, .palette, .help]
      }
    return fitting(ids)
  }

  /// The hints of a pane's actions in the order given; those that matter least leave first.
  private func fitting(_ ids: [ActionID]) -> [Hint] {
    var kept = ids.compactMap { id in hint(id).map { (id: id, hint: $0) } }
    func matters(_ id: ActionID) -> Int { Model.lasting.firstIndex(of: id) ?? Model.lasting.count }
    while !HintRow.fits(kept.map(\.hint), width: size.width),
      let least = kept.indices.max(by: { (matters(kept[$0].id), $0) < (matters(kept[$1].id), $1) })
    {
      kept.remove(at: least)
    }
    return kept.map(\.hint)
  }

  /// The actions whose hints stay the longest on a narrow screen.
  private static let lasting: [ActionID] = [
    .help, .take, .insertReply, .open, .palette, .reply, .filter, .note, .escalate, .resolve, .mark, .down,
  ]

  /// A hint for an action that can be done; for those of a prefix, the prefix.
  private func hint(_ id: ActionID) -> Hint? {
    if pane == .ticket || Model.worthChecking.contains(id), whyNot(id) != nil { return nil }
    if id == .take, pane == .queue, !queue.rows.contains(where: mayTake) { return nil }
    switch id {
    case .down: return Hint("j/k", words.hint(id))
    case .resolve: return Hint("s", words.stateHint)
    case .clearMarks: return Hint(words.key(.escape), words.hint(id))
    case .nextTicket: return Hint("J/K", words.hint(id))
    default: return Keymap.written(id, words: words).map { Hint($0, words.hint(id)) }
    }
  }

  /// Whether a row of the list is there to be taken.
  private func mayTake(_ row: QueueRow) -> Bool { row.summary.owner == nil && me.profile.holds(row.summary.level) }

  /// Actions that the list only hints at where they can be done. The others are there if they can be done to any of
  /// its rows, so that the hints stay still while the hand moves; before one ticket only what can be done is shown.
  private static let worthChecking: Set<ActionID> = [.insertReply, .steal, .newcomers]

  private static let queueHints: [ActionID] = [
    .down, .open, .mark, .take, .filter, .reply, .note, .escalate, .resolve, .qualify, .knowledge, .assign, .newTicket,
    .palette, .help,
  ]
  private static let ticketHints: [ActionID] = [
    .take, .reply, .note, .escalate, .resolve, .qualify, .knowledge, .explain, .cards, .nextTicket, .back,
    .palette, .help,
  ]
}

extension Words {
  var runHint: String { say(fr: "exécuter", en: "run") }
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
