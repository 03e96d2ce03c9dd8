import Desk
import Screen

/// The only function that changes the model. The effects are performed in order.
package func update(_ model: inout Model, _ message: Message) -> [Effect] {
  var effects = model.take(message)
  effects += model.settlePanes()
  effects += model.askForMore()
  return effects
}

extension Model {
  mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key):
      hasKeysSinceTick = true
      return press(key)
    case .paste(let text): return paste(text)
    case .resized(let size):
      self.size = size
      resizeSheet()
      return []
    case .tick(let instant): return tick(instant)
    case .woke(let timer): return woke(timer)
    case .listed(let listing, let request): return listed(listing, request)
    case .stirred: return [.list(refreshing)] + watched.map(Effect.read) + watchedDuty
    case .duty(let board): return take(board)
    case .read(let reading): return read(reading)
    case .recorded(let ticket, let verb): return recorded(ticket, verb)
    case .next(let ticket): return nextTaken(ticket)
    case .views(let views): return keeps(views)
    case .created(let ticket): return created(ticket)
    case .refused(let refusal, let verb, let id): return refused(refusal, verb, id)
    case .failed(let failure): return failed(failure)
    case .draftUnkept(let key, let failure): return draftUnkept(key, failure)
    case .draftBeside(let key, let place): return draftBeside(key, at: place)
    case .writable: return writable()
    case .articles(let articles, let text):
      if knowledge?.asked == text { knowledge?.take(articles) }
      return sheetReceives(message)
    case .article(let article):
      knowledge?.take(article)
      return sheetReceives(message) + articleWritten(article)
    case .articleDrafted(let article): return say(words.articleDrafted(article), .ok)
    case .macros(let offers, let id): return offered(offers, on: id)
    case .macroDone(let ticket, let macro): return macroDone(ticket, macro)
    case .similar, .lookalikes, .edited, .checklists, .family, .templates: return sheetReceives(message)
    case .drafts(let drafts): return take(drafts)
    case .card(let card, let subject):
      take(card, subject)
      return []
    case .handover(let note):
      take(note)
      return []
    case .standing(let standing):
      standings[standing.contract.id] = standing
      return sheetReceives(message)
    case .directory(let directory):
      self.directory = directory
      rules.directory = directory
      return retab()
    case .shared(let views):
      if views == shared { return [] }
      shared = views
      return retab()
    case .rules(let rules):
      self.rules = rules
      directory = rules.directory
      return retab() + [.duty]
    case .told(let notice): return say(words.notice(notice), .warning)
    case .zone(let zone, let name):
      (self.zone, zoneName) = (zone, name)
      return []
    case .resumed(let instant): return tick(instant) + [.list(refreshing)] + watched.map(Effect.read)
    case .hangup:
      return keepDraft(leaving: true) + [.quit]
    }
  }

  /// Tickets on the screen, to be read again when something stirs.
  var watched: [TicketID] {
    var ids: [TicketID] = []
    if let id = ticket?.id { ids.append(id) }
    if let id = preview?.id, id != ticket?.id, layout.hasSide { ids.append(id) }
    if let id = sheet?.sheet.ticket, !ids.contains(id) { ids.append(id) }
    if let id = explained, !ids.contains(id) { ids.append(id) }
    return ids
  }

  var layout: Layout { Layout(size, showsPreview: showsPreview, footRows: filterRows) }

  /// Rows of the filter bar, with its help where the list can spare them.
  private var filterRows: Int {
    guard pane == .queue, filter.isTyping else { return 0 }
    return size.height >= FilterBar.helpFrom ? FilterBar.helpRows + 1 : 1
  }

  // MARK: - Time

  private mutating func tick(_ instant: Instant) -> [Effect] {
    let isSameMinute = showsSameMinute(at: instant)
    now = instant
    if isSameMinute { return [] }
    defer { hasKeysSinceTick = false }
    let letsIn = !hasKeysSinceTick && queue.number == 0 && queue.newcomers > 0 && sheet == nil && overlay == nil
    // The balance was not known when the ticket was opened: it may be by now.
    let standing = pane == .ticket ? askStanding(again: false) : []
    return [.list(letsIn ? request : quietly)] + standing + [.wake(.due, afterMilliseconds: dueDelay)]
      + (duty == nil ? [] : [.duty])
  }

  /// Whether the clock shows the same minute as before at another time.
  func showsSameMinute(at instant: Instant) -> Bool { now.ms / Delay.minute == instant.ms / Delay.minute }

  /// What a new minute asks: how the deadlines in sight stand, and how many tickets a tab has that asks for the time.
  /// Of the other tabs the number does not change by itself, and to count closed tickets is to look at all there are.
  private var quietly: ListRequest {
    var request = refreshing
    request.counts.removeAll { !$0.asksTime || !$0.asksActiveOnly }
    return request
  }

  /// So that the consoles of a desk do not all look at the same instant: whoever looks first does it for all.
  private var dueDelay: Int {
    me.login.utf8.reduce(0) { ($0 * 31 + Int($1)) % Delay.due }
  }

  private mutating func woke(_ timer: Timer) -> [Effect] {
    switch timer {
    case .preview: return showPreview()
    case .prefix:
      if !prefix.isEmpty, overlay == nil { overlay = .following(PrefixMenu(prefix)) }
      return []
    case .notice:
      if status?.stays == false { status = nil }
      return []
    case .draft: return keepDraft()
    case .tabs: return [.list(refreshing), .duty]
    case .index: return indexing == nil ? [] : [.list(refreshing)]
    case .due: return [.tickDesk]
    case .disk: return trouble == nil ? [] : [.tryWriting, .wake(.disk, afterMilliseconds: Delay.disk)]
    case .settle:
      if sheet != nil { return sheetReceives(.woke(.settle)) }
      if pane == .queue { return filter.query.asksPhrase ? [.list(request(counting: false))] + rest() : [] }
      return searchKnowledge()
    }
  }

  /// A status message, with the timer that takes it away.
  mutating func say(_ text: String, _ tone: StatusMessage.Tone = .plain) -> [Effect] {
    let message = StatusMessage(SafeText.line(text).text, tone)
    status = message
    return message.stays ? [] : [.wake(.notice, afterMilliseconds: Delay.notice)]
  }

  // MARK: - Panes follow

  /// The hand comes near the end of the rows that are here: more are asked for. Not while a filter is being typed: the
  /// next letter leaves few of them.
  mutating func askForMore() -> [Effect] {
    guard !(pane == .queue && filter.isTyping), let wanted = queue.wanted else { return [] }
    queue.awaitMore()
    return [.list(request(wanted.part, limit: wanted.limit))]
  }

  /// Brings scroll windows and folded lines up to date with the rest.
  mutating func settlePanes() -> [Effect] {
    let layout = self.layout
    queue.follow(height: layout.list.height, halfPages: layout.isWide)
    if var ticket {
      let area = ticketArea(layout)
      let height = TicketDrawing.threadHeight(in: area.height)
      let ahead = ticket.top + height * Model.foldedAhead
      ticket.layOut(width: area.width, words: words, zone: zone, now: now, home: home, limit: ahead)
      ticket.scroll(by: 0, height: height)
      self.ticket = ticket
    }
    if layout.hasSide, pane == .queue, var preview {
      let width = layout.isWide ? ticketArea(layout).width : layout.side.width
      preview.layOut(width: width, words: words, zone: zone, now: now, home: home, limit: layout.side.height)
      self.preview = preview
    }
    if var knowledge {
      knowledge.follow(height: knowledge.listHeight(in: knowledgeArea(layout).height))
      self.knowledge = knowledge
    }
    layOutLeaf(layout)
    if case .chooser(var chooser) = overlay {
      chooser.scroll = chooser.scroll.following(
        chooser.cursor, of: chooser.shown.count, height: Chooser.rows(in: layout.full.height))
      overlay = .chooser(chooser)
    }
    return []
  }

  /// Screens of a thread folded before they are scrolled to.
  private static let foldedAhead = 4

  /// Where a ticket is read: the right pane behind its rule on a wide screen, else all but the last two rows.
  func ticketArea(_ layout: Layout) -> Area {
    layout.isWide && layout.hasSide ? layout.side.splitLeft(Layout.divider).rest : layout.full
  }

  func knowledgeArea(_ layout: Layout) -> Area { ticketArea(layout) }
}

extension Message {
  /// Whether the screen may be another once it is taken in. A loop that wakes is told the time each time, and some
  /// timers only ask: what is answered shows.
  package func mayShow(on model: Model) -> Bool {
    switch self {
    case .tick(let instant): !model.showsSameMinute(at: instant)
    case .woke(.due), .woke(.tabs), .woke(.index): false
    default: true
    }
  }
}

/// Milliseconds of the console's timers.
enum Delay {
  /// The hand has rested on a row.
  static let preview = 90
  /// A prefix key was followed by nothing.
  static let prefix = 400
  /// A message was read.
  static let notice = 5000
  /// Typing has paused: keep the words.
  static let draft = 1000
  /// Typing has settled: search.
  static let settle = 150
  /// The first screen has been painted.
  static let tabs = 20
  /// The index is being made: look how far it is.
  static let index = 500
  /// Nothing could be written: try again.
  static let disk = 5000
  /// After a new minute, at most: what is due is looked for.
  static let due = 20_000
  /// What the clock shows.
  static let minute: Int64 = 60_000
}
