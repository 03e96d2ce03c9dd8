/// When a rota changes hands: moments of the week on the wall clock of its zone, and whose turn begins at each.
///
/// A moment that the clocks skip is the first instant after the gap, one they show twice the first of the two. One that
/// falls on a holiday is put off to the same hour of the next day that is none, where holidays are given.
package struct HandoverPlan: Equatable, Sendable {
  /// A moment of the week.
  package struct Moment: Hashable, Comparable, Sendable {
    /// ISO 8601: 1 Monday … 7 Sunday.
    package let weekday: Int
    /// 0 ..< 86,400
    package let second: Int

    package init(weekday: Int, second: Int) {
      self.weekday = weekday
      self.second = second
    }

    package static func < (a: Moment, b: Moment) -> Bool { (a.weekday, a.second) < (b.weekday, b.second) }
  }

  /// When the next of the members takes over.
  package enum Rotation: String, CaseIterable, Hashable, Sendable {
    /// At every hand-over.
    case shift
    /// Each day: the shifts of a day are held by members in a row, who move on by one the day after.
    case day
    /// Each week likewise: three shifts of eight hours, mornings this week, afternoons the next, nights the third.
    case week
  }

  /// One holder's time, from a hand-over to the next.
  package struct Turn: Hashable, Sendable {
    /// Which of the members, counted on from 0 without end.
    package let number: Int
    package let start: Instant
    package let end: Instant
  }

  /// Sorted, each once; never none.
  package let moments: [Moment]
  /// The first hand-over is the first moment of this day or after it.
  package let start: Day
  package let rotation: Rotation
  package let zone: Zone
  /// Days on which nobody hands over.
  package let holidays: Holidays
  /// Whether each day has the same moments.
  private let isDaily: Bool

  /// Days a hand-over is put off at most: a longer run of holidays is handed over within.
  package static let putOff = 14
  /// Moments of one week.
  package static let limit = 7 * 24

  /// nil without a moment.
  package init?(
    _ moments: [Moment], from start: Day, rotation: Rotation = .shift, zone: Zone, putOffOn holidays: Holidays = .none
  ) {
    guard !moments.isEmpty else { return nil }
    let sorted = Array(Set(moments)).sorted()
    self.moments = sorted
    self.start = start
    self.rotation = rotation
    self.zone = zone
    self.holidays = holidays
    let days = (1...7).map { day in sorted.filter { $0.weekday == day }.map(\.second) }
    isDaily = days.allSatisfy { $0 == days[0] }
  }

  /// The turn that an instant falls in; nil before the first.
  package func turn(at instant: Instant) -> Turn? {
    let (last, next) = around(instant)
    guard let last else { return nil }
    return Turn(number: last.turn, start: last.at, end: next ?? instant + 1)
  }

  /// The first hand-over after an instant.
  package func handover(after instant: Instant) -> Instant? { around(instant).next ?? begins(after: instant) }

  /// The first hand-over of all, where it is still to come.
  private func begins(after instant: Instant) -> Instant? {
    let days = (0...(7 + HandoverPlan.putOff)).flatMap { handovers(on: start + $0) }
    return days.map(\.at).filter { $0 > instant }.min()
  }

  /// A hand-over: when, which it is of all, and whose turn begins.
  private struct Handover {
    let at: Instant
    let ordinal: Int
    let turn: Int
  }

  /// The hand-over that an instant is under, and when the next one is.
  private func around(_ instant: Instant) -> (last: Handover?, next: Instant?) {
    let today = zone.local(instant).day
    let reach = 8 + (holidays == .none ? 0 : HandoverPlan.putOff)
    var last: Handover?
    var next: Instant?
    for day in -reach...reach {
      for handover in handovers(on: today + day) {
        if handover.at > instant {
          next = next.map { min($0, handover.at) } ?? handover.at
        } else if last.map({ ($0.at, $0.ordinal) < (handover.at, handover.ordinal) }) ?? true {
          last = handover
        }
      }
    }
    return (last, next)
  }

  /// The hand-overs meant for a day, put off where it is a holiday.
  private func handovers(on day: Day) -> [Handover] {
    guard day >= start else { return [] }
    let weekday = day.weekday
    let first = moments.firstIndex { $0.weekday >= start.weekday } ?? moments.count
    let monday = start.number - (start.weekday - 1)
    let weeks = (day.number - monday) / 7
    let date = workday(from: day)
    var place = 0
    return moments.indices.compactMap { at in
      guard moments[at].weekday == weekday else { return nil }
      defer { place += 1 }
      let ordinal = weeks * moments.count + at - first
      let turn =
        switch rotation {
        case .shift: ordinal
        case .day: day.number - start.number + place
        case .week: (day.number - start.number) / 7 + (isDaily ? place : (at - first + moments.count) % moments.count)
        }
      return Handover(at: zone.instant(of: date, secondOfDay: moments[at].second), ordinal: ordinal, turn: turn)
    }
  }

  private func workday(from day: Day) -> Day {
    guard holidays != .none else { return day }
    return (0...HandoverPlan.putOff).lazy.map { day + $0 }.first { !holidays.contains($0) } ?? day
  }
}
