import Desk
import Screen

// What each action does.
extension Model {
  /// Runs an action, or says why not.
  mutating func run(_ id: ActionID) -> [Effect] {
    if let reason = whyNot(id) { return say(reason, .warning) }
    let action = Action.of(id)
    if id == .saveView { return openViewSheet() }
    if let kind = action.sheet { return openSheet(kind, for: action) + asked(by: kind) }
    if let verb = action.verb { return act(action, verb) }
    if let number = viewNumber(id) { return show(view: number) }
    switch id {
    case .next: return [.next]
    case .dropView: return dropView()
    case .open: return pane == .queue ? openSelection() : []
    case .back: return back()
    case .nextTicket: return step(1)
    case .previousTicket: return step(-1)
    case .nextPane: return nextPane()
    case .explain: return explain()
    case .cards: return offerCards()
    case .knowledge: return openKnowledge()
    case .searchKnowledge:
      knowledge?.isTyping = true
      return []
    case .insertReply: return insertReply()
    case .rateUp: return rate(true)
    case .rateDown: return rate(false)
    case .palette:
      overlay = .chooser(palette())
      return [.loadDrafts]
    case .help:
      overlay = .chooser(help())
      return []
    case .macro: return askMacros()
    case .onCall:
      overlay = .leaf(Leaf(.duty))
      return [.duty]
    case .handover:
      overlay = .leaf(Leaf(.handover))
      return [.handover]
    case .drafts:
      overlay = .chooser(draftsList())
      return [.loadDrafts]
    case .copyID, .copyMail, .copyPhone: return copy(id)
    case .reload: return [.list(refreshing)] + watched.map(Effect.read)
    case .redraw: return [.redraw]
    case .suspend: return keepDraft() + [.suspend]
    case .quitNow: return leave()
    case .quit:
      isQuitting = true
      return say(words.quitAgain)
    default: return pane == .queue ? runInQueue(id) : runInText(id)
    }
  }

  /// Ends the console. Words that could not be written would be lost: the agent is told, and asked again.
  mutating func leave() -> [Effect] {
    let kept = keepDraft(leaving: true)
    if !unkept.isEmpty, !isWarnedOfLoss {
      isWarnedOfLoss = true
      return kept + say(words.draftsWouldBeLost(unkept.count), .error)
    }
    return kept + [.quit]
  }

  private mutating func runInQueue(_ id: ActionID) -> [Effect] {
    let height = max(1, layout.list.height)
    switch id {
    case .down: queue.move(by: 1)
    case .up: queue.move(by: -1)
    case .halfDown: queue.move(by: max(1, height / 2))
    case .halfUp: queue.move(by: -max(1, height / 2))
    case .pageDown: queue.move(by: height)
    case .pageUp: queue.move(by: -height)
    case .top: if !queue.moveToTop() { return [.list(request(.first))] + rest() }
    case .bottom: if !queue.moveToBottom() { return [.list(request(.last))] + rest() }
    case .mark: queue.toggleMark()
    case .markRange: queue.markRange()
    case .markAll:
      if queue.isAll {
        queue.markAll()
      } else {
        awaitsMarks = true
        return [.list(request(.first, limit: Model.mostMarks))]
      }
    case .clearMarks: queue.clearMarks()
    case .dropFilter: return dropFilter()
    case .togglePreview:
      showsPreview.toggle()
      if showsPreview { preview = nil }
    case .newcomers:
      let hadNews = queue.newcomers > 0
      return (hadNews ? [] : say(words.nothingNew)) + [.list(request)] + rest()
    case .filter:
      if !filter.isActive { handBeforeFilter = queue.hand }
      filter.isTyping = true
      status = nil
    default: break
    }
    return rest()
  }

  private mutating func runInText(_ id: ActionID) -> [Effect] {
    let height = textHeight
    switch id {
    case .down where pane == .knowledge: knowledge?.move(by: 1)
    case .up where pane == .knowledge: knowledge?.move(by: -1)
    case .down: scroll(by: 1)
    case .up: scroll(by: -1)
    case .halfDown: scroll(by: max(1, height / 2))
    case .halfUp: scroll(by: -max(1, height / 2))
    case .pageDown: scroll(by: max(1, height - 1))
    case .pageUp: scroll(by: -max(1, height - 1))
    case .top: scroll(by: -Model.far)
    case .bottom: scroll(by: Model.far)
    case .foldQuotes: ticket?.unfoldsQuotes.toggle()
    default: break
    }
    return []
  }

  /// Further than any thread goes.
  private static let far = 10_000_000

  /// Rows of the text being read.
  private var textHeight: Int {
    switch pane {
    case .knowledge:
      let height = knowledgeArea(layout).height
      return max(1, height - KnowledgeDrawing.furniture(in: height) - (knowledge?.listHeight(in: height) ?? 1))
    default: return TicketDrawing.threadHeight(in: ticketArea(layout).height)
    }
  }

  private mutating func scroll(by rows: Int) {
    let height = textHeight
    if pane == .ticket, var ticket {
      let needed = max(0, ticket.top + rows) + height
      ticket.layOut(
        width: ticketArea(layout).width, words: words, zone: zone, now: now, home: home, limit: needed)
      ticket.scroll(by: rows, height: height)
      self.ticket = ticket
    } else if let top = knowledge?.top, let article = knowledge?.article {
      let lines = ThreadLine.lines(of: article, width: knowledgeArea(layout).width, words: words).count
      knowledge?.top = Scroll(top: top).moved(by: rows, of: lines, height: height).top
    }
  }

  // MARK: - Acting at once

  private mutating func act(_ action: Action, _ verb: Verb) -> [Effect] {
    let legal = targets.filter { refusal(action, verb, on: $0) == nil }
    let effects = legal.compactMap { row in intent(verb, row).map { Effect.record($0, on: row.id, seen: row.lamport) } }
    if legal.count > 1 { bulk = BulkAction(verb: verb, waiting: effects.count) }
    return effects
  }

  private func intent(_ verb: Verb, _ row: Summary) -> Intent? {
    switch verb {
    case .take: .take
    case .resume: .resume(.agent)
    case .spam: .spam
    case .unspam: .unspam
    case .unmerge: .unmerge
    case .watch: reading(of: row.id)?.ticket.watchers.contains(me.login) == true ? .unwatch(me.login) : .watch(me.login)
    default: nil
    }
  }

  private mutating func copy(_ id: ActionID) -> [Effect] {
    guard let row = targets.first else { return [] }
    let text =
      switch id {
      case .copyMail: row.requester.email ?? ""
      case .copyPhone: row.requester.phone ?? ""
      default: targets.map { words.name($0.id, home: home) + " " + $0.subject }.joined(separator: "\n")
      }
    return [.copy(text)] + say(words.copied(text))
  }
}
