import Desk

/// A moment as people type it, in French or English whatever the screen speaks.
///
/// | typed | read as |
/// | --- | --- |
/// | `4h` `30m` `1h 30m` | so long from now |
/// | `2j` `2d` `1w` `2j 9h` | so many calendar days on, at the same time of day or the one given |
/// | `demain 9h` `tomorrow 9:00` `lundi` `monday 14h30` | the next such day; 09:00 where no time is given |
/// | `25/11` `25/11 14:00` `25/11/2026` | day, then month; the next to come where no year is given |
/// | `2026-11-25 14:00` | ISO 8601 |
/// | `14:00` `14h30` `à 9h` `2pm` | the next time the clock shows it |
///
/// `4h` alone is a span and `4h30` a time, as both are written; the screen shows what was understood.
/// A date in the past is read with `looking: .back`: everything above then means the last, or so long ago.
package enum When {
  /// Which way a date without its year, or a time without its day, is looked for.
  package enum Direction: Hashable, Sendable { case ahead, back }

  /// Why a text is no moment.
  package enum Flaw: Error, Hashable, Sendable {
    case blank
    /// Not a form of the table above; the word that was not understood.
    case unknown(String)
    /// A day that no calendar has, `31/2`, `11/25`.
    case noSuchDay(String)
    /// A time that no clock shows, `25:00`.
    case noSuchTime(String)
    /// Further away than `When.years`.
    case tooFar
  }

  /// Years from now that a typed date may be away.
  package static let years = 10
  /// Characters read at most.
  package static let limit = 60
  /// The time of day meant by a day alone, and by today alone.
  static let morning = 9 * 3600
  static let evening = 18 * 3600

  /// Reads a moment. Times are those of `zone`; one the clocks skip is the first instant after the gap, one they
  /// show twice the first.
  package static func read(
    _ text: String, now: Instant, in zone: Zone, looking direction: Direction = .ahead
  ) throws(Flaw) -> Instant {
    guard text.utf8.count <= limit * 4, text.count <= limit else { throw .unknown(String(text.prefix(12)) + "…") }
    var reader = WhenReader(now: now, zone: zone, direction: direction)
    for word in WhenReader.words(text) { try reader.take(word) }
    let instant = try reader.resolve()
    guard abs(instant - now) <= Int64(years) * 366 * 86_400 else { throw .tooFar }
    return instant
  }
}

/// Gathers the words of a typed moment: a day, a span and a time, each at most once.
private struct WhenReader {
  let now: Instant
  let zone: Zone
  let direction: When.Direction
  private var day: DayWord?
  private var seconds: Int64?
  private var days: Int?
  private var time: Int?
  /// `à`, `at`: what follows is a time.
  private var expectsTime = false
  private var lastWord = ""
  /// The word before was the `y` of `il y a`.
  private var isY = false

  private enum DayWord {
    case date(Day)
    /// Of no given year.
    case dayMonth(day: Int, month: Int, typed: String)
    /// ISO 8601, 1 Monday.
    case weekday(Int)
    /// From today.
    case offset(Int)
  }

  init(now: Instant, zone: Zone, direction: When.Direction) {
    self.now = now
    self.zone = zone
    self.direction = direction
  }

  private static let fillers: Set<String> = [
    "le", "la", "the", "on", "in", "dans", "il", "y", "ago", "next", "last", "prochain", "prochaine", "dernier", "vers",
    "pour", "by", "until", "jusque", "et", "and",
  ]
  private static let offsets = [
    "aujourd'hui": 0, "today": 0, "demain": 1, "tomorrow": 1, "apres-demain": 2, "hier": -1, "yesterday": -1,
    "avant-hier": -2,
  ]
  private static let weekdays = [
    ["lundi", "lun", "monday", "mon"], ["mardi", "mar", "tuesday", "tue"], ["mercredi", "mer", "wednesday", "wed"],
    ["jeudi", "jeu", "thursday", "thu"], ["vendredi", "ven", "friday", "fri"], ["samedi", "sam", "saturday", "sat"],
    ["dimanche", "dim", "sunday", "sun"],
  ]
  private static let noons = ["midi": 12 * 3600, "noon": 12 * 3600]

  /// The words of a text, folded; a number and a unit that follows it are one word.
  static func words(_ text: String) -> [String] {
    let units: Set<String> = [
      "h", "m", "min", "mn", "j", "d", "w", "heure", "heures", "hour", "hours", "minute", "minutes", "jour", "jours",
      "day", "days", "semaine", "semaines", "sem", "week", "weeks", "am", "pm",
    ]
    var words: [String] = []
    for part in Folding.fold(text).split(whereSeparator: { $0 == " " || $0 == "," }) {
      let word = part.last == "." ? String(part.dropLast()) : String(part)
      if word.isEmpty { continue }
      if let last = words.last, units.contains(word), last.utf8.allSatisfy(isDigitByte) {
        words[words.count - 1] = last + word
      } else if word.count > 10, let mark = word.firstIndex(of: "t"), word.first.map(\.isASCII) == true,
        word.utf8.first.map(isDigitByte) == true
      {
        // ISO 8601 with its T.
        words.append(String(word[..<mark]))
        words.append(String(word[word.index(after: mark)...]))
      } else {
        words.append(word)
      }
    }
    return words
  }

  mutating func take(_ word: String) throws(When.Flaw) {
    let isAfterY = isY
    isY = word == "y"
    if word == "a" || word == "at" {
      // Not that of `il y a 2h`.
      expectsTime = !isAfterY
      return
    }
    if WhenReader.fillers.contains(word) { return }
    lastWord = word
    if let offset = WhenReader.offsets[word] { return try set(.offset(offset), word) }
    if let index = WhenReader.weekdays.firstIndex(where: { $0.contains(word) }) {
      return try set(.weekday(index + 1), word)
    }
    if let noon = WhenReader.noons[word] { return try set(time: noon, word) }
    if let date = try date(word) { return try set(date, word) }
    if !expectsTime, day == nil, days == nil, time == nil, takeSpan(word) { return }
    if let time = try clock(word) { return try set(time: time, word) }
    throw .unknown(word)
  }

  /// A date may follow its weekday, as the screen writes them: `lun. 24/11`.
  private mutating func set(_ word: DayWord, _ typed: String) throws(When.Flaw) {
    guard days == nil, seconds == nil else { throw .unknown(typed) }
    switch (day, word) {
    case (nil, _), (.weekday, .date), (.weekday, .dayMonth): day = word
    default: throw .unknown(typed)
    }
  }

  private mutating func set(time value: Int, _ typed: String) throws(When.Flaw) {
    guard time == nil, seconds == nil else { throw .unknown(typed) }
    time = value
    expectsTime = false
  }

  // MARK: - Spans

  /// `4h`, `30m`, `2j`: a number and its unit, with nothing after it.
  private mutating func takeSpan(_ word: String) -> Bool {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 5, let number = Int(digits) else { return false }
    switch word.dropFirst(digits.count) {
    case "h", "heure", "heures", "hour", "hours": add(Int64(number) * 3600)
    case "m", "min", "mn", "minute", "minutes": add(Int64(number) * 60)
    case "j", "d", "jour", "jours", "day", "days": days = number
    case "w", "sem", "semaine", "semaines", "week", "weeks": days = number * 7
    default: return false
    }
    return true
  }

  private mutating func add(_ more: Int64) { seconds = (seconds ?? 0) + more }

  // MARK: - Days

  private func date(_ word: String) throws(When.Flaw) -> DayWord? {
    let isSlashed = word.contains("/")
    let isISO = !isSlashed && word.count { $0 == "-" } == 2
    guard isSlashed || isISO else { return nil }
    let numbers = word.split(separator: isISO ? "-" : "/", omittingEmptySubsequences: false).map { part in
      part.count <= 4 && part.utf8.allSatisfy(isDigitByte) ? Int(part) : nil
    }
    guard numbers.allSatisfy({ $0 != nil }) else { throw .unknown(word) }
    let parts = numbers.compactMap { $0 }
    switch parts.count {
    case 2: return .dayMonth(day: parts[0], month: parts[1], typed: word)
    case 3 where isISO: return .date(try valid(parts[0], parts[1], parts[2], word))
    case 3: return .date(try valid(parts[2] < 100 ? 2000 + parts[2] : parts[2], parts[1], parts[0], word))
    default: throw .unknown(word)
    }
  }

  private func valid(_ year: Int, _ month: Int, _ day: Int, _ word: String) throws(When.Flaw) -> Day {
    guard (1...12).contains(month), (1...31).contains(day), (1900...9999).contains(year) else { throw .noSuchDay(word) }
    let date = Day(year, month, day)
    guard Day(number: date.number) == date else { throw .noSuchDay(word) }
    return date
  }

  // MARK: - Times

  /// `9h`, `14h30`, `14:00`, `9:00`, `2pm`, `2:30pm` as seconds of the day.
  private func clock(_ word: String) throws(When.Flaw) -> Int? {
    var rest = Substring(word)
    var half: Int?
    if rest.hasSuffix("am") || rest.hasSuffix("pm") {
      half = rest.hasSuffix("pm") ? 12 : 0
      rest = rest.dropLast(2)
    }
    let hours = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(hours.count), var hour = Int(hours) else { return nil }
    var minutes = rest.dropFirst(hours.count)
    if let mark = minutes.first {
      guard mark == "h" || mark == ":" else { return nil }
      minutes = minutes.dropFirst()
      // `9:` is not finished.
      if mark == ":", minutes.isEmpty { return nil }
    } else if half == nil {
      return nil
    }
    guard minutes.isEmpty || (minutes.count == 2 && minutes.utf8.allSatisfy(isDigitByte)) else { return nil }
    let minute = Int(minutes) ?? 0
    if let half {
      guard (1...12).contains(hour) else { throw .noSuchTime(word) }
      hour = hour % 12 + half
    }
    guard hour < 24, minute < 60 else { throw .noSuchTime(word) }
    return hour * 3600 + minute * 60
  }

  // MARK: - Together

  func resolve() throws(When.Flaw) -> Instant {
    let here = zone.local(now)
    let sign = direction == .ahead ? 1 : -1
    if let seconds {
      return (try days.map { (count: Int) throws(When.Flaw) in try after(count * sign, here, nil) } ?? now) + seconds
        * Int64(sign)
    }
    if let days { return try after(days * sign, here, time) }
    switch day {
    case .date(let date): return at(date)
    case .dayMonth(let day, let month, let typed): return try nearestYear(day, month, typed, here)
    case .weekday(let weekday): return nearest(here.day, every: 7) { $0.weekday == weekday }
    case .offset(0) where time == nil:
      let evening = zone.instant(of: here.day, secondOfDay: When.evening)
      return direction == .back ? min(now, zone.instant(of: here.day, secondOfDay: When.morning)) : evening
    case .offset(let offset): return at(here.day + offset)
    case nil:
      guard time != nil else { throw lastWord.isEmpty && !expectsTime ? .blank : .unknown(lastWord) }
      return nearest(here.day, every: 1) { _ in true }
    }
  }

  private func at(_ day: Day) -> Instant { zone.instant(of: day, secondOfDay: time ?? When.morning) }

  private func after(_ count: Int, _ here: LocalTime, _ time: Int?) throws(When.Flaw) -> Instant {
    guard count.magnitude <= When.years * 366 else { throw .tooFar }
    return zone.instant(of: here.day + count, secondOfDay: time ?? here.secondOfDay)
  }

  /// The first day on, or back, that fits and whose time has not passed, or has.
  private func nearest(_ today: Day, every days: Int, _ fits: (Day) -> Bool) -> Instant {
    let step = direction == .ahead ? 1 : -1
    for distance in 0...days + 1 {
      let day = today + distance * step
      let instant = at(day)
      if fits(day), direction == .ahead ? instant > now : instant <= now { return instant }
    }
    return at(today + days * step)
  }

  private func nearestYear(_ day: Int, _ month: Int, _ typed: String, _ here: LocalTime) throws(When.Flaw) -> Instant {
    guard (1...12).contains(month), (1...31).contains(day) else { throw .noSuchDay(typed) }
    let step = direction == .ahead ? 1 : -1
    // Eight years hold a 29 February whatever the century.
    for distance in 0...8 {
      let date = Day(here.day.year + distance * step, month, day)
      guard Day(number: date.number) == date else { continue }
      let instant = at(date)
      if direction == .ahead ? instant > now : instant <= now { return instant }
    }
    throw .noSuchDay(typed)
  }
}

private func isDigitByte(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
