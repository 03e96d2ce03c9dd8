import Desk

/// Answers queries over one segment, a whole set of tickets at a time: each part of a query narrows the set that the
/// parts before have left.
struct Sieve {
  let segment: Segment
  let asker: Query.Asker
  /// Whether words stand side by side in a ticket: the dictionary only tells that all of them stand there.
  let isFound: (TicketID, TextTerm) -> Bool

  /// The tickets a query asks for.
  func tickets(_ query: Query) -> Bitmap {
    let all = domain(query)
    switch query {
    // What is asked most often asks no row: every ticket, and the active ones, which are those that come first.
    case .all: return all
    case .term(.states(let states)) where states == State.active: return all
    default:
      if !query.asksWords { segment.prepareRows(0..<(query.asksActiveOnly ? segment.active : segment.docs)) }
      return narrow(all, by: query)
    }
  }

  /// Where to look: the active tickets come first, and most queries ask for no others.
  private func domain(_ query: Query) -> Bitmap {
    var set = Bitmap(segment.docs, filledTo: query.asksActiveOnly ? segment.active : segment.docs)
    if let masked = segment.masked { set.subtract(masked) }
    return set
  }

  private func narrow(_ set: Bitmap, by query: Query) -> Bitmap {
    switch query {
    case .all: return set
    case .text(let term): return narrow(set, by: term, subjectOnly: false)
    case .term(.field(.subject, let text)):
      guard let term = TextTerm(text)?.typing else { return set }
      return narrow(set, by: term, subjectOnly: true)
    case .term(let term): return narrow(set, by: term)
    case .not(let inner):
      var left = set
      left.subtract(narrow(set, by: inner))
      return left
    case .and(let parts):
      // Words are answered from sets, and leave few tickets whose rows have to be read.
      return parts.sorted { $0.asksWords && !$1.asksWords }.reduce(set) { narrow($0, by: $1) }
    case .or(let parts):
      var union = Bitmap(segment.docs)
      for part in parts { union.formUnion(narrow(set, by: part)) }
      return union
    }
  }

  // MARK: - Words

  private func narrow(_ set: Bitmap, by term: TextTerm, subjectOnly: Bool) -> Bitmap {
    var left = set
    for pattern in term.patterns { left.formIntersection(tickets(pattern, subjectOnly, among: left)) }
    guard term.isPhrase else { return left }
    return filter(left) { ordinal in
      subjectOnly
        ? Phrase.isFound(term, in: segment.subject(segment.record(ordinal)))
        : isFound(segment.id(ordinal), term)
    }
  }

  /// Those of a set in which a word of the pattern stands. A beginning of one letter stands for thousands of words: the
  /// most frequent ones come first, and as soon as they leave out no ticket of the set the others need not be read.
  private func tickets(_ pattern: WordPattern, _ subjectOnly: Bool, among set: Bitmap) -> Bitmap {
    var found = Bitmap(segment.docs)
    guard let last = set.last else { return found }
    var entries: [LexiconEntry] = []
    segment.each(pattern) { _, entry in
      if !subjectOnly || !entry.subjects.isEmpty { entries.append(entry) }
    }
    if entries.count > 1 {
      entries.sort { subjectOnly ? $0.subjects.count > $1.subjects.count : $0.frequency > $1.frequency }
    }
    for (at, entry) in entries.enumerated() {
      segment.insert(entry, into: &found, below: last + 1, subjectOnly: subjectOnly)
      if at < Sieve.checkedWords || at % Sieve.checkedWords == 0, found.covers(set) { break }
    }
    return found
  }

  /// After each of the first words, and then after as many, it is seen whether any ticket is left to be found.
  private static let checkedWords = 16

  // MARK: - Rows

  private func narrow(_ set: Bitmap, by term: Query.Term) -> Bitmap {
    switch term {
    case .owner(let who): return filter(set, by: SegmentLayout.owner) { who.matches($0.first ?? nil, me: asker.login) }
    case .steward(let who):
      return filter(set, by: SegmentLayout.steward) { who.matches($0.first ?? nil, me: asker.login) }
    case .field(let field, let text):
      return filter(set, by: Sieve.offset(field)) { texts in
        texts.contains { Folding.fold($0 ?? "").contains(text) }
      }
    case .id(let number):
      var found = Bitmap(segment.docs)
      for ordinal in segment.ordinals(of: number) where set[ordinal] { found.insert(ordinal) }
      return found
    case .priority(let range): return filter(set, at: SegmentLayout.priority) { (it: Priority) in range ~= it.rawValue }
    case .level(let level): return filter(set, at: SegmentLayout.level) { $0 == level }
    case .states(let states): return filter(set, at: SegmentLayout.state) { (it: State) in states.contains(it) }
    case .kind(let kind): return filter(set, at: SegmentLayout.kind) { $0 == kind }
    case .channel(let channel): return filter(set, at: SegmentLayout.channel) { $0 == channel }
    case .stirred: return filter(set) { segment.record($0).stirsAt.map { $0 <= asker.now } ?? false }
    default: return filter(set) { term.matches(segment.record($0).facets, for: asker) ?? false }
    }
  }

  private static func offset(_ field: Query.Field) -> Int {
    switch field {
    case .site: SegmentLayout.site
    case .category: SegmentLayout.category
    case .customer: SegmentLayout.customer
    case .asset: SegmentLayout.asset
    case .from: SegmentLayout.requester
    case .tag: SegmentLayout.tags
    case .group: SegmentLayout.group
    case .subject: SegmentLayout.subjectStart
    }
  }

  /// Rows share their texts: each text is asked once.
  private func filter(_ set: Bitmap, by offset: Int, _ test: ([String?]) -> Bool) -> Bitmap {
    let isList = offset == SegmentLayout.requester || offset == SegmentLayout.tags
    var known: [UInt32: Bool] = [:]
    return filter(set) { ordinal in
      let number = segment.record(ordinal).word(offset)
      if let answer = known[number] { return answer }
      // The third text of a requester is a telephone number, which no field asks for.
      let texts =
        isList
        ? Array(segment.texts(number).prefix(offset == SegmentLayout.requester ? 2 : .max)) : [segment.text(number)]
      let answer = test(texts)
      known[number] = answer
      return answer
    }
  }

  /// By a byte that names a value of a closed list: each value is asked once.
  private func filter<T: CaseIterable>(_ set: Bitmap, at offset: Int, _ test: (T) -> Bool) -> Bitmap {
    var wanted: UInt64 = 0
    let values = Array(T.allCases)
    for (place, value) in values.enumerated() where test(value) { wanted |= 1 &<< UInt64(place) }
    return filter(set) { ordinal in
      let place = segment.record(ordinal).byte(offset)
      // A byte that names none reads as the first.
      return wanted &>> UInt64(Int(place) < values.count ? place : 0) & 1 == 1
    }
  }

  private func filter(_ set: Bitmap, _ test: (Int) -> Bool) -> Bitmap {
    var left = Bitmap(segment.docs)
    set.each(below: segment.docs) { ordinal in
      if test(ordinal) { left.insert(ordinal) }
      return true
    }
    return left
  }
}

extension Segment {
  /// The words of the dictionary that a pattern stands for.
  func each(_ pattern: WordPattern, _ body: (UnsafeBufferPointer<UInt8>, LexiconEntry) -> Void) {
    pattern.root.withUnsafeBufferPointer { root in
      if case .exact = pattern.kind {
        if let entry = entry(of: root) { body(root, entry) }
        return
      }
      each(prefix: root) { word, entry in
        if pattern.includes(word) { body(word, entry) }
        return true
      }
    }
  }

  func id(_ ordinal: Int) -> TicketID {
    let record = record(ordinal)
    return TicketID(
      site: text(record.word(SegmentLayout.ticketSite)) ?? "", number: Int(record.word(SegmentLayout.number)))
  }
}

extension Bitmap {
  /// The numbers below `end`.
  init(_ size: Int, filledTo end: Int) {
    self.init(size)
    fill(to: min(end, size))
  }
}

// A ticket of the log: no dictionary, but few of them.
extension IndexLog.Entry {
  func matches(_ query: Query, for asker: Query.Asker, isFound: (TicketID, TextTerm) -> Bool) -> Bool {
    switch query {
    case .all: true
    case .text(let term):
      term.patterns.allSatisfy(bag.contains) && (!term.isPhrase || isFound(row.summary.id, term))
    case .term(let term): term.matches(row.summary, for: asker)
    case .not(let inner): !matches(inner, for: asker, isFound: isFound)
    case .and(let parts): parts.allSatisfy { matches($0, for: asker, isFound: isFound) }
    case .or(let parts): parts.contains { matches($0, for: asker, isFound: isFound) }
    }
  }
}

extension WordBag {
  func contains(_ pattern: WordPattern) -> Bool {
    var isFound = false
    each { word, _ in if !isFound { isFound = pattern.includes(word) } }
    return isFound
  }
}
