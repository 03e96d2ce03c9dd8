// Working time counted backwards, and counted in days: what `guichet sla` is asked besides deadlines.

extension WorkingCalendar {
  /// The instant from which `seconds` of working time pass until `end`: the last closing for none. nil for a negative
  /// or endless time, or where it was never open before.
  package func subtract(_ seconds: Int64, from end: Instant) -> Instant? {
    guard (0...WorkingCalendar.addLimit).contains(seconds) else { return nil }
    let wanted = seconds * 1000
    // Spans are only found forwards: look from further and further back.
    var reach: Int64 = 8 * 86_400_000
    while reach <= Int64(WorkingCalendar.searchDays) * 86_400_000 {
      var spans: [Range<Int64>] = []
      for span in OpenSpans(self, from: Instant(ms: end.ms - reach)) {
        guard span.lowerBound < end.ms else { break }
        spans.append(span.lowerBound..<min(span.upperBound, end.ms))
      }
      var left = wanted
      for span in spans.reversed() {
        if left <= Int64(span.count) { return Instant(ms: span.upperBound - left) }
        left -= Int64(span.count)
      }
      reach *= 4
    }
    return nil
  }

  /// The same time of day so many open days later (earlier for a negative count), moved to when somebody works: the
  /// next opening where it went ahead, the last closing where it went back. nil where no such day is found.
  package func moved(byOpenDays count: Int, from start: Instant, back: Bool) -> Instant? {
    let wall = zone.local(start)
    var day = wall.day.number
    var left = count
    for _ in 0..<WorkingCalendar.searchDays where left > 0 {
      day += back ? -1 : 1
      if !hours(of: day).isEmpty { left -= 1 }
    }
    guard left == 0 else { return nil }
    let moved = zone.instant(of: Day(number: day), secondOfDay: wall.secondOfDay)
    return back ? subtract(0, from: moved) : add(0, to: moved)
  }
}
