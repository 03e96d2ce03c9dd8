/// The runs of one clock of a ticket: when it started, paused, went on, stopped. It knows no calendar and no goal, so
/// a change of either re-reads the same runs and forgets no pause.
package struct Stopwatch: Hashable, Sendable {
  package enum Standing: Hashable, Sendable {
    /// Never started.
    case idle
    case running
    /// Will go on: there is no deadline meanwhile.
    case paused
    /// Its aim was met, or there is no aim any more; a reopening may start it again, what was used is kept.
    case stopped
  }

  /// A stretch during which it ran; the last one has no end while it runs.
  package struct Run: Hashable, Sendable {
    package let start: Instant
    package fileprivate(set) var end: Instant?
  }

  package private(set) var standing = Standing.idle
  /// In order, none empty, no two touching: an empty pause leaves no trace.
  package private(set) var runs: [Run] = []

  /// The most runs kept; a clock paused more often goes on without pausing.
  package static let runLimit = 4096

  package init() {}

  /// Starts, or goes on after a pause or a stop. An instant before what is already known counts as that one.
  package mutating func start(at instant: Instant) {
    guard standing != .running else { return }
    standing = .running
    if let last = runs.last, let end = last.end, instant <= end || runs.count >= Stopwatch.runLimit {
      runs[runs.count - 1].end = nil
    } else {
      runs.append(Run(start: instant))
    }
  }

  package mutating func pause(at instant: Instant) { halt(at: instant, as: .paused) }

  package mutating func stop(at instant: Instant) { halt(at: instant, as: .stopped) }

  private mutating func halt(at instant: Instant, as next: Standing) {
    if standing == .running, let last = runs.last {
      if instant > last.start { runs[runs.count - 1].end = instant } else { runs.removeLast() }
    }
    standing = next
  }
}

extension Stopwatch {
  /// Working seconds counted at `now`, which is not before the last change.
  package func used(on calendar: WorkingCalendar, at now: Instant) -> Int64 {
    runs.reduce(0) { $0 + calendar.elapsedMilliseconds(from: $1.start, to: $1.end ?? now) } / 1000
  }

  /// The instant at which it has counted `seconds`: for a goal, its deadline. One that was passed before a pause
  /// stays where it was; nil where it is not reached and does not run.
  package func instant(reaching seconds: Int64, on calendar: WorkingCalendar) -> Instant? {
    guard (0...WorkingCalendar.addLimit).contains(seconds) else { return nil }
    var left = seconds * 1000
    for run in runs {
      guard let end = run.end else { return calendar.add(milliseconds: left, to: run.start) }
      let elapsed = calendar.elapsedMilliseconds(from: run.start, to: end)
      if elapsed >= left { return calendar.add(milliseconds: left, to: run.start) }
      left -= elapsed
    }
    return nil
  }

  /// The instant at which `percent` of a goal is used: a warning at 75, the deadline at 100.
  package func instant(percent: Int, of goal: Int64, on calendar: WorkingCalendar) -> Instant? {
    guard (0...Stopwatch.percentLimit).contains(percent), (0...WorkingCalendar.addLimit).contains(goal) else {
      return nil
    }
    return instant(reaching: goal * Int64(percent) / 100, on: calendar)
  }

  /// The highest percentage of a goal that can be asked for.
  package static let percentLimit = 1000

  /// Whether a deadline passed while there was still something to meet, given the goal's deadline as `instant` gives it.
  /// Met exactly at the deadline is in time; waiting is no breach.
  package func isBreached(due: Instant?, at now: Instant) -> Bool {
    guard let due, let last = runs.last else { return false }
    return due < last.end ?? now
  }
}
