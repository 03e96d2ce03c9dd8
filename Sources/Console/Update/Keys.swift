import Desk
import Screen

// Who has the keys: a box, a sheet, a field, else the pane.
extension Model {
  mutating func press(_ key: Key) -> [Effect] {
    switch key {
    case .ctrl("z"): return keepDraft() + [.suspend]
    case .ctrl("l"): return [.redraw]
    default: break
    }
    let wasQuitting = isQuitting
    isQuitting = false
    if status?.stays == true || wasQuitting { status = nil }
    if case .chooser(let chooser) = overlay { return press(key, in: chooser) }
    if case .leaf(let leaf) = overlay { return press(key, in: leaf) }
    if case .conflict(let conflict) = overlay { return press(key, in: conflict) }
    if sheet != nil { return pressInSheet(key) }
    if awaitedSheet != nil { return hold(key) }
    if let pasted { return press(key, afterPaste: pasted) }
    if pane == .queue, filter.isTyping { return pressInFilter(key) }
    if pane == .knowledge, knowledge?.isTyping == true { return pressInSearch(key) }
    if wasQuitting, key == "q", prefix.isEmpty { return leave() }
    return pressInPane(key)
  }

  private mutating func pressInPane(_ key: Key) -> [Effect] {
    let keys = prefix + [key]
    if case .following(let menu) = overlay {
      if scrolls(key, menu) { return [] }
      overlay = nil
    }
    prefix = []
    if keys.count > 1, key == .escape { return [] }
    switch Keymap.meaning(of: keys, in: pane) {
    case .action(let id): return run(id)
    case .prefix:
      prefix = keys
      return [.wake(.prefix, afterMilliseconds: Delay.prefix)]
    case .nothing:
      if key == .escape { return escape() }
      return say(words.noKey(keys.map { words.key($0) }.joined(separator: " ")))
    }
  }

  /// Escape takes away one thing at a time, the nearest first.
  private mutating func escape() -> [Effect] {
    if !queue.marks.isEmpty {
      queue.clearMarks()
    } else if filter.isActive {
      return dropFilter()
    }
    status = nil
    return []
  }

  // MARK: - Paste

  /// Pasted text runs no command: it goes where text is typed, or is set aside.
  mutating func paste(_ text: String) -> [Effect] {
    if case .chooser(var chooser) = overlay {
      chooser.field.insert(text)
      narrow(&chooser)
      overlay = .chooser(chooser)
      return []
    }
    if overlay != nil { return say(words.pasteIgnored(text.count)) }
    if sheet != nil { return withSheet { $0.paste(text, $1) } }
    if awaitedSheet != nil {
      let before = awaitedSheet?.paste ?? ""
      awaitedSheet?.paste = before + text
      return []
    }
    if pane == .queue, filter.isTyping {
      filter.field.insert(text)
      return narrow()
    }
    if pane == .knowledge, knowledge?.isTyping == true {
      knowledge?.field.insert(text)
      return [.wake(.settle, afterMilliseconds: Delay.settle)]
    }
    pasted = text
    status = StatusMessage(words.pasteIgnored(text.count), .warning)
    return []
  }

  private mutating func press(_ key: Key, afterPaste text: String) -> [Effect] {
    pasted = nil
    status = nil
    switch key {
    case "c" where whyNot(.note) == nil:
      let effects = run(.note)
      awaitedSheet?.paste = text
      return effects + withSheet { $0.paste(text, $1) }
    case "/" where pane == .queue:
      let effects = run(.filter)
      filter.field.insert(String(text.prefix(FilterBar.limit)))
      return effects + narrow()
    case .escape: return []
    default: return press(key)
    }
  }

  // MARK: - Filter

  private mutating func pressInFilter(_ key: Key) -> [Effect] {
    switch key {
    case .escape: return dropFilter()
    case .enter:
      filter.keep()
      if !filter.isActive { return dropFilter() }
      return []
    case .up, .ctrl("p"):
      filter.recall(-1)
      return narrow()
    case .down, .ctrl("n"):
      filter.recall(1)
      return narrow()
    case .tab:
      filter.complete(french: words.language == .french)
      return narrow()
    default:
      return filter.field.handle(key) ? narrow() : []
    }
  }

  /// Asks for the rows that the filter lets through, letter by letter; the tabs keep their counts. For a phrase whole
  /// tickets may have to be read: that waits for a pause.
  mutating func narrow() -> [Effect] {
    filter.read()
    if query == queue.asked?.query { return rest() }
    if filter.query.asksPhrase { return [.wake(.settle, afterMilliseconds: Delay.settle)] }
    return [.list(request(counting: false, limit: queue.sight))] + rest()
  }

  mutating func dropFilter() -> [Effect] {
    filter.drop()
    if let row = handBeforeFilter { queue.grasp(row) }
    handBeforeFilter = nil
    return query == queue.asked?.query ? rest() : [.list(request)] + rest()
  }

  // MARK: - The search field of the knowledge base

  private mutating func pressInSearch(_ key: Key) -> [Effect] {
    switch key {
    case .escape, .tab, .down:
      knowledge?.isTyping = false
      return []
    case .enter:
      knowledge?.isTyping = false
      return searchKnowledge()
    default:
      guard knowledge?.field.handle(key) == true else { return [] }
      return [.wake(.settle, afterMilliseconds: Delay.settle)]
    }
  }

  mutating func searchKnowledge() -> [Effect] {
    guard let text = knowledge?.field.text.trimmed, text != knowledge?.asked || knowledge?.articles == nil else {
      return []
    }
    knowledge?.asked = text
    return [.searchArticles(text)]
  }

  /// The hand has moved: the preview follows when it rests.
  func rest() -> [Effect] {
    layout.hasSide ? [.wake(.preview, afterMilliseconds: Delay.preview)] : []
  }
}
