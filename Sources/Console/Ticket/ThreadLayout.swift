import Desk
import Screen

/// Folds a ticket into lines: damage first, then the thread, then what hangs on it.
///
/// The left edge says who may read, without any colour: `│` public, `┊` internal, `·` a change.
package struct ThreadLayout {
  package let width: Int
  package let words: Words
  package let zone: Zone
  package let now: Instant
  package let home: String
  package let unfoldsQuotes: Bool

  /// Quoted lines shown of a longer quotation.
  static let shownQuotes = 2
  /// Columns before the text: hour and edge.
  static let indent = 9

  package init(width: Int, words: Words, zone: Zone, now: Instant, home: String, unfoldsQuotes: Bool) {
    self.width = width
    self.words = words
    self.zone = zone
    self.now = now
    self.home = home
    self.unfoldsQuotes = unfoldsQuotes
  }

  private var textWidth: Int { max(1, width - ThreadLayout.indent - 1) }

  /// The lines of a reading, about as many as `limit`, and whether these are all. Entries later than `seen` are
  /// marked as news.
  package func fold(_ reading: Reading, seen: Int64?, limit: Int) -> (lines: [ThreadLine], isWhole: Bool) {
    var lines = damage(reading.damage) + unfinished(reading.halves)
    var day = zone.local(now).day
    var hadNews = false
    for entry in reading.thread {
      if lines.count >= limit { return (lines, false) }
      let entryDay = zone.local(entry.at).day
      if entryDay != day {
        day = entryDay
        lines.append(separator(entryDay))
      }
      let start = lines.count
      lines += self.lines(of: entry, ticket: entry.origin.flatMap { reading.others[$0] } ?? reading.ticket)
      let isNews = entry.origin == nil && entry.by != Actor.timer.name
      if let seen, isNews, entry.lamport > seen, !hadNews, start < lines.count {
        hadNews = true
        lines[start].startsNews = true
      }
    }
    return (lines + attached(reading.ticket), true)
  }

  /// All the lines of a reading.
  package func lines(of reading: Reading, seen: Int64?, limit: Int = .max) -> [ThreadLine] {
    fold(reading, seen: seen, limit: limit).lines
  }

  private func damage(_ damage: [Reading.Damage]) -> [ThreadLine] {
    damage.flatMap { damage in
      Wrap.lines(words.damage(damage), width: max(1, width - 3)).enumerated().map {
        ThreadLine([.init($0.offset == 0 ? " ! " : "   ", .error), .init($0.element, .warning)])
      }
    }
  }

  private func unfinished(_ halves: [HalfPair]) -> [ThreadLine] {
    halves.flatMap { half in
      Wrap.lines(words.unfinished(half, home: home), width: max(1, width - 3)).enumerated().map {
        ThreadLine([.init($0.offset == 0 ? " ! " : "   ", .error), .init($0.element, .warning)])
      }
    }
  }

  private func separator(_ day: Day) -> ThreadLine {
    let year = day.year == zone.local(now).day.year ? "" : "/\(day.year)"
    return ThreadLine([.init("       ── \(words.day(day))\(year) ──", .time)])
  }

  // MARK: - Entries

  private func lines(of entry: Entry, ticket: Ticket) -> [ThreadLine] {
    let hour = " " + words.clock(entry.at, in: zone) + " "
    let by = safe(entry.by)
    switch entry.fact {
    case .messageIn(let letter):
      let from = letter.from.map { safe($0.label) } ?? safe(ticket.requester.label)
      let head = [
        ThreadLine.Piece(hour, .time), .init("│ ", .replyPublic), .init(from.isEmpty ? by : from, .author),
        .init(" → guichet", .textDim),
      ]
      let right = words.name(letter.channel) + (letter.isAuto ? " · " + words.automatic : "") + elsewhere(entry)
      return [ThreadLine(head, right: right + " ")] + body(letter.body, edge: "│", .replyPublic)
        + files(letter.attachments, "│")
    case .messageOut(let letter):
      let to = safe(letter.to.first ?? ticket.requester.label)
      let head = [
        ThreadLine.Piece(hour, .time), .init("│ ", .replyPublic), .init(by, .author),
        .init(" → " + to, .textDim), .init("  " + words.publicReply, .replyPublic),
      ]
      let right = words.name(letter.channel) + elsewhere(entry)
      return [ThreadLine(head, right: right + " ")] + body(letter.body, edge: "│", .replyPublic)
        + files(letter.attachments, "│")
    case .noteAdded(let note):
      let head = [
        ThreadLine.Piece(hour, .time), .init("┊ ", .noteInternal),
        .init(words.internalNote(note.visibility), .noteInternal), .init("  " + by, .author),
      ]
      let right = elsewhere(entry)
      return [ThreadLine(head, right: right.isEmpty ? nil : right.dropFirst(3) + " ")]
        + body(note.body, edge: "┊", .noteInternal) + files(note.attachments, "┊")
    default:
      let unheard = ticket.isUnheard(entry) ? words.unheard(entry.fact) : nil
      guard let sentence = unheard ?? words.sentence(entry.fact, home: home, zone: zone, now: now) else { return [] }
      let origin = entry.origin.map { words.name($0, home: home) + " : " } ?? ""
      return Wrap.lines(safe(origin + by + " " + sentence), width: textWidth).enumerated().map { place, line in
        ThreadLine([
          .init(place == 0 ? hour : "       ", .time), .init(place == 0 ? "· " : "  ", .system), .init(line, .system),
        ])
      }
    }
  }

  /// ` · de #12`, ` · → #13`: where a message was recorded, or went.
  private func elsewhere(_ entry: Entry) -> String {
    (entry.origin.map { " · " + words.comesFrom(words.name($0, home: home)) } ?? "")
      + (entry.movedTo.map { " · → " + words.name($0, home: home) } ?? "")
  }

  private func body(_ body: Body, edge: String, _ role: Role) -> [ThreadLine] {
    let shown = SafeText.body(body.text)
    let lead = ThreadLine.Piece("       " + edge + " ", role)
    var lines: [ThreadLine] = []
    var quoted: [Substring] = []
    func flush() {
      if quoted.isEmpty { return }
      let folds = !unfoldsQuotes && quoted.count > ThreadLayout.shownQuotes + 1
      let kept = folds ? quoted.prefix(ThreadLayout.shownQuotes) : quoted[...]
      for line in kept.flatMap({ Wrap.lines($0, width: textWidth) }) {
        lines.append(ThreadLine([lead, .init(line, .quote)]))
      }
      if folds {
        lines.append(ThreadLine([lead, .init("> […] " + words.foldedQuotes(quoted.count - kept.count), .quote)]))
      }
      quoted = []
    }
    for line in trimmed(shown.text) {
      if line.utf8.first == UInt8(ascii: ">") {
        quoted.append(line)
      } else {
        flush()
        lines += Wrap.lines(line, width: textWidth).map { ThreadLine([lead, .init($0)]) }
      }
    }
    flush()
    if shown.hidden > 0 { lines.append(ThreadLine([lead, .init(words.hidden(shown.hidden), .hidden)])) }
    if body.blob != nil { lines.append(ThreadLine([lead, .init(words.bodyGoesOn, .textDim)])) }
    return lines + [ThreadLine([.init("       " + edge, role)])]
  }

  /// The lines of a text without the blank ones at its end.
  private func trimmed(_ text: String) -> [Substring] {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    while let last = lines.last, last.allSatisfy({ $0 == UInt8(ascii: " ") }) { lines.removeLast() }
    return lines.map { Substring($0) }
  }

  private func files(_ files: [Attachment], _ edge: String) -> [ThreadLine] {
    files.prefix(ThreadLayout.shownFiles).map {
      ThreadLine([
        .init("       " + edge + " ", .textDim), .init(words.attachment(safe($0.name), bytes: $0.bytes), .link),
      ])
    }
  }

  private static let shownFiles = 20

  private func safe(_ text: String) -> String { SafeText.line(text).text }

  // MARK: - What hangs on it

  private func attached(_ ticket: Ticket) -> [ThreadLine] {
    var lines: [ThreadLine] = []
    if let handoff = ticket.handoff {
      lines.append(.rule(words.handoffTitle))
      lines += field(words.field(.symptom), handoff.symptom)
      lines += field(words.field(.tried), handoff.tried)
      lines += field(words.field(.hypothesis), handoff.hypothesis)
      lines += field(words.field(.needed), handoff.needed)
      lines += field(words.field(.evidence), handoff.evidence)
    }
    if let resolution = ticket.resolution {
      lines.append(.rule(words.resolutionTitle))
      lines += field(words.name(resolution.code), resolution.summary)
      lines += field(words.field(.rootCause), resolution.rootCause ?? "")
    }
    lines += work(ticket)
    if !ticket.links.isEmpty || !ticket.watchers.isEmpty || !ticket.tags.isEmpty {
      lines.append(.rule(words.linksTitle))
      for link in ticket.links.prefix(Limits.links) {
        lines += field(words.name(link), words.name(link.target, home: home))
      }
      lines += field(words.watchers, ticket.watchers.joined(separator: ", "))
      lines += field(words.tags, ticket.tags.joined(separator: ", "))
    }
    return lines
  }

  /// What was done besides what was said, and what they thought of it.
  private func work(_ ticket: Ticket) -> [ThreadLine] {
    var lines: [ThreadLine] = []
    if let major = ticket.major {
      let due = ticket.communicationDue.map { words.communicationOwed(at: words.moment($0, in: zone, now: now)) }
      lines += field(words.majorLabel, [major.reason, due ?? ""].filter { !$0.isEmpty }.joined(separator: " · "))
    }
    lines += field(words.contractLabel, ticket.contract ?? "")
    if ticket.work.minutes > 0 { lines += field(words.timeLabel, words.timeSpent(ticket.work)) }
    for (place, time) in ticket.work.times.enumerated() where time.minutes > 0 {
      lines += field(
        "\(words.timeLabel) \(place + 1)",
        "\(words.minutes(time.minutes)) \(words.name(time.logged.activity)), \(time.by)"
          + (time.isBillable ? "" : words.notBilled))
    }
    for (place, sheet) in ticket.work.tasks.enumerated() {
      lines += field("\(words.taskLabel) \(place + 1)", words.sentence(sheet, zone: zone, now: now))
    }
    for list in ticket.work.checklists {
      let open = list.items.enumerated().filter { $0.element.doneBy == nil }.map {
        "\($0.offset + 1) \($0.element.text)"
      }
      lines += field(list.name, ([words.progress(of: list)] + open).joined(separator: " · "))
    }
    if let satisfaction = ticket.satisfaction { lines += field(words.opinionLabel, words.opinion(satisfaction)) }
    return lines.isEmpty ? [] : [.rule(words.workTitle)] + lines
  }

  /// A name and its text, folded under itself; nothing where it is blank.
  private func field(_ name: String, _ text: String) -> [ThreadLine] {
    if text.allSatisfy(\.isWhitespace) { return [] }
    let room = min(20, max(1, width / 3))
    let label = " " + Truncate.fit(words.capital(name), room) + " "
    return Wrap.lines(SafeText.body(text).text, width: max(1, width - room - 3)).enumerated().map { place, line in
      ThreadLine([.init(place == 0 ? label : String(repeating: " ", count: room + 2), .label), .init(line)])
    }
  }
}
