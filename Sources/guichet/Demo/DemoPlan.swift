import Desk

/// What becomes of a demo ticket by today.
enum DemoEnding: UInt8, CaseIterable, Sendable {
  case unqualified, qualified, open, planned, waitUser, waitThird, resolved, closed, cancelled, spam, merged

  /// Of two hundred recent tickets. The cabinet of an ordinary Tuesday, with a little of everything.
  var share: Int {
    switch self {
    case .unqualified: 14
    case .qualified: 11
    case .open: 60
    case .planned: 15
    case .waitUser: 20
    case .waitThird: 15
    case .resolved: 25
    case .closed: 30
    case .cancelled, .merged: 3
    case .spam: 4
    }
  }

  /// How long ago such a ticket was opened, in minutes of working time.
  func age(priority: Priority) -> ClosedRange<Int> {
    let day = 510
    switch self {
    case .unqualified: return 2...150
    case .qualified: return 15...150
    case .merged: return 0...0
    case .open:
      switch priority {
      case .p0, .p1: return 25...210
      case .p2: return 30...420
      case .p3: return 40...3 * day
      case .p4: return 60...5 * day
      case .p5: return 90...8 * day
      }
    case .planned: return 120...6 * day
    case .waitUser: return 90...6 * day
    case .waitThird: return priority <= .p1 ? 100...300 : 300...10 * day
    case .resolved: return 200...4 * day
    case .closed: return 7 * day...17 * day
    case .cancelled, .spam: return 300...12 * day
    }
  }
}

/// Which story each number tells, when it began and how far it has come: what is worked out before the first ticket
/// is written. Eight bytes a recent ticket, nothing for the years behind.
struct DemoPlan: Sendable {
  struct Entry: Sendable {
    var ending: DemoEnding
    /// Index in `DemoScenarios.all`, or in `.spam`.
    var story: Int16
    /// Index in the story's qualifications.
    var size: Int8
    /// Minutes before now, of working time.
    var age: Int32
    /// The place in the plan of the ticket this one is merged into.
    var twin: Int32 = -1
  }

  /// Tickets of which the mix is that of an ordinary day; older ones are closed. 7.4 % of a large desk: 5 % is open.
  static func recent(of count: Int) -> Int { count <= 400 ? count : max(400, count / 1000 * 74) }

  /// Months a large desk goes back, in days; a small one gets eight old tickets a day.
  static let history = 608

  let count: Int
  let old: Int
  /// The recent ones, oldest first: number `old + 1 + index`.
  let entries: [Entry]
  /// For each recent place, the places merged into it.
  let merged: [Int: [Int]]

  init(seed: UInt64, count: Int) {
    self.count = max(count, 0)
    let recent = DemoPlan.recent(of: self.count)
    old = self.count - recent
    var source = SplitMix64.of(seed: seed, index: -1)
    var drawn: [Entry] = []
    drawn.reserveCapacity(recent)
    var stacks = Dictionary(
      uniqueKeysWithValues: DemoEnding.allCases.map { ($0, DemoPlan.stack($0, with: &source)) })
    for ending in DemoPlan.endings(recent, with: &source) {
      let story = stacks[ending]?.next() ?? 0
      drawn.append(DemoPlan.entry(ending, story, &source))
    }
    // A ticket is merged into an open one of the same story, a few minutes older: told by two colleagues.
    let hosts = drawn.indices.filter { drawn[$0].ending == .open && drawn[$0].age > 45 }
    var host = 0
    for index in drawn.indices where drawn[index].ending == .merged {
      guard host < hosts.count else { break }
      drawn[index].story = drawn[hosts[host]].story
      drawn[index].size = drawn[hosts[host]].size
      drawn[index].age = drawn[hosts[host]].age - 6
      drawn[index].twin = Int32(hosts[host])
      host += 7
    }
    for index in drawn.indices where drawn[index].ending == .merged && drawn[index].twin < 0 {
      drawn[index].ending = .spam
      drawn[index].story = 0
    }
    let order = drawn.indices.sorted { (drawn[$0].age, $0) > (drawn[$1].age, $1) }
    var place = [Int32](repeating: 0, count: drawn.count)
    for (position, index) in order.enumerated() { place[index] = Int32(position) }
    entries = order.map { index in
      var entry = drawn[index]
      if entry.twin >= 0 { entry.twin = place[Int(entry.twin)] }
      return entry
    }
    var merged: [Int: [Int]] = [:]
    for (position, entry) in entries.enumerated() where entry.twin >= 0 {
      merged[Int(entry.twin), default: []].append(position)
    }
    self.merged = merged
  }

  /// Each ending as often as its share, shuffled.
  private static func endings(_ count: Int, with source: inout SplitMix64) -> [DemoEnding] {
    var endings: [DemoEnding] = []
    endings.reserveCapacity(count)
    var owed = 0
    let total = DemoEnding.allCases.reduce(0) { $0 + $1.share }
    for ending in DemoEnding.allCases {
      owed += ending.share * count
      while endings.count < (owed + total / 2) / total { endings.append(ending) }
    }
    endings.shuffle(using: &source)
    return endings
  }

  private static func entry(_ ending: DemoEnding, _ story: Int16, _ source: inout SplitMix64) -> Entry {
    let sizes = ending == .spam ? [] : DemoScenarios.all[Int(story)].qualifications
    let size = source.below(sizes.count)
    let priority = sizes.isEmpty ? .p3 : PriorityMatrix.standard[sizes[size].impact, sizes[size].gravity]
    let range = ending.age(priority: priority)
    // Two ages out of three are in the younger half: a queue has a long tail.
    let span = range.upperBound - range.lowerBound
    let age = range.lowerBound + (source.chance(65) ? source.below(span / 2 + 1) : source.below(span + 1))
    return Entry(ending: ending, story: story, size: Int8(size), age: Int32(age))
  }

  /// Stories dealt one after another, and again from the first.
  private struct Stack {
    var stories: [Int16]
    var place = 0

    mutating func next() -> Int16? {
      guard !stories.isEmpty else { return nil }
      defer { place = (place + 1) % stories.count }
      return stories[place]
    }
  }

  /// The stories that can end so, shuffled. A crisis is dealt first to the open ones and a vendor's to those that
  /// wait, so that the smallest demo has one of each.
  private static func stack(_ ending: DemoEnding, with source: inout SplitMix64) -> Stack {
    if ending == .spam { return Stack(stories: DemoScenarios.spam.indices.map(Int16.init)) }
    let all = DemoScenarios.all
    var stories = deck.filter { fits(all[Int($0)], ending) }
    stories.shuffle(using: &source)
    let first =
      switch ending {
      case .open: stories.first { all[Int($0)].isMajor }.map { [$0] } ?? []
      case .waitThird: all.indices.filter { all[$0].level.isVendor && fits(all[$0], ending) }.map(Int16.init)
      default: [Int16]()
      }
    return Stack(stories: first + stories)
  }

  /// Every story as often as it is met: crises seldom.
  static let deck: [Int16] = DemoScenarios.all.indices.flatMap { index in
    let story = DemoScenarios.all[index]
    let worst = story.qualifications.map { PriorityMatrix.standard[$0.impact, $0.gravity] }.min() ?? .p3
    let copies = story.isMajor ? 1 : worst == .p1 || story.level >= .n3 ? 2 : worst == .p2 || worst == .p5 ? 3 : 4
    return [Int16](repeating: Int16(index), count: copies)
  }

  static func fits(_ story: DemoScenario, _ ending: DemoEnding) -> Bool {
    switch ending {
    case .unqualified: !story.isMajor
    case .planned: !story.plan.isEmpty
    case .waitUser: !story.ask.isEmpty && !story.isMajor
    case .waitThird: story.third != nil
    case .cancelled: story.kind == .request
    case .merged, .qualified, .open, .resolved, .closed, .spam: true
    }
  }
}
