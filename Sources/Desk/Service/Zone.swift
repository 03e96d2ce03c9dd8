/// A time zone of the IANA database: what the wall clock of a place showed at any instant.
///
/// The bytes come from a TZif file (`TZif.swift`); instants after its last transition follow its POSIX rule
/// (`ZoneRule.swift`). Offsets are seconds east of UTC. A zone is a value: several can be used at once.
package struct Zone: Sendable, Equatable {
  /// The offset a zone keeps from one transition to the next.
  package struct LocalType: Hashable, Sendable {
    /// Seconds east of UTC, within `Zone.offsets`.
    package let offset: Int
    package let isDaylight: Bool
    /// `CET`, `+0530` …
    package let abbreviation: String
  }

  /// A stretch of time with one offset: `start ..< end`, in seconds since 1970.
  struct Period: Equatable {
    let start: Int64
    let end: Int64
    let type: LocalType
  }

  /// The offsets RFC 9636 (3.2) allows, in seconds: just under -25 h to just under +26 h.
  package static let offsets = -89_999...93_599

  /// The name it was asked by: `Europe/Paris`.
  package let name: String
  /// When the offset changes, strictly ascending, in seconds since 1970.
  let transitions: [Int64]
  /// The type that starts at the transition of the same index.
  let starting: [LocalType]
  /// The type in force before the first transition.
  let earliest: LocalType
  /// What happens after the last transition; without it the last type lasts for ever.
  let rule: ZoneRule?

  /// Coordinated Universal Time: no transition, no offset.
  package static let utc = Zone(
    name: "UTC", transitions: [], starting: [],
    earliest: LocalType(offset: 0, isDaylight: false, abbreviation: "UTC"), rule: nil)

  /// Seconds east of UTC at an instant.
  package func offset(at instant: Instant) -> Int { period(at: instant.seconds).type.offset }

  /// The zone's letters at an instant: `CET`, `CEST`.
  package func abbreviation(at instant: Instant) -> String { period(at: instant.seconds).type.abbreviation }

  /// What the wall clock shows at an instant.
  package func local(_ instant: Instant) -> LocalTime {
    LocalTime(wallSeconds: instant.seconds + Int64(offset(at: instant)))
  }
}

/// A date and a time of day as a wall clock shows them, with no zone.
package struct LocalTime: Hashable, Comparable, Sendable {
  package var day: Day
  /// 0 ..< 86,400
  package var secondOfDay: Int

  package init(day: Day, secondOfDay: Int) {
    self.day = day
    self.secondOfDay = secondOfDay
  }

  /// From seconds since 1970-01-01 00:00 on the same wall clock.
  init(wallSeconds: Int64) {
    let number = wallSeconds.dividedDown(by: 86_400)
    self.init(day: Day(number: Int(number)), secondOfDay: Int(wallSeconds - number * 86_400))
  }

  package static func < (a: LocalTime, b: LocalTime) -> Bool { (a.day, a.secondOfDay) < (b.day, b.secondOfDay) }
}

extension Zone {
  /// Which instant is meant by a local time that the clocks show twice.
  package enum Occurrence: Sendable { case first, last }

  /// The instant at which the wall clock shows `secondOfDay` of `day`, which may pass 86,400 to reach into the
  /// days after. A time that occurs twice is read as asked; one that is skipped moves to the first instant after
  /// the gap.
  package func instant(of day: Day, secondOfDay: Int, repeated: Occurrence = .first) -> Instant {
    let wall = Int64(day.number) * 86_400 + Int64(secondOfDay)
    return Instant(seconds: seconds(atWall: wall, repeated: repeated))
  }

  /// Seconds since 1970 for a count of wall seconds. Looks at each period that could contain it.
  func seconds(atWall wall: Int64, repeated: Occurrence) -> Int64 {
    var current = period(at: wall - Int64(Zone.offsets.upperBound))
    var found: Int64?
    var gapEnd: Int64?
    while true {
      let candidate = wall - Int64(current.type.offset)
      if candidate < current.start {
        // Skipped: the clock was already past it when this period began.
        if gapEnd == nil { gapEnd = current.start }
      } else if candidate < current.end {
        if repeated == .first { return candidate }
        found = candidate
      }
      guard current.end <= wall - Int64(Zone.offsets.lowerBound) else { break }
      current = period(at: current.end)
    }
    return found ?? gapEnd ?? wall - Int64(current.type.offset)
  }

  /// The period that contains `seconds` since 1970.
  func period(at seconds: Int64) -> Period {
    guard let last = transitions.last else {
      return rule?.period(at: seconds) ?? Period(start: .min, end: .max, type: earliest)
    }
    if seconds >= last {
      guard let rule else { return Period(start: last, end: .max, type: starting[starting.count - 1]) }
      let period = rule.period(at: seconds)
      return Period(start: max(period.start, last), end: period.end, type: period.type)
    }
    let next = firstTransition(after: seconds)
    return next == 0
      ? Period(start: .min, end: transitions[0], type: earliest)
      : Period(start: transitions[next - 1], end: transitions[next], type: starting[next - 1])
  }

  /// The index of the first transition later than `seconds`, which is before the last one.
  private func firstTransition(after seconds: Int64) -> Int {
    var low = 0
    var high = transitions.count - 1
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Int64 {
  /// Division rounded towards minus infinity, for a positive divisor.
  func dividedDown(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
