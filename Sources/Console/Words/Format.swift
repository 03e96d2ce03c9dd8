import Desk

// Dates, hours and lengths of time, as each language writes them.
extension Words {
  /// Between a name and what is said of it.
  package var colon: String { say(fr: " : ", en: ": ") }

  /// `14:03`
  package func clock(_ instant: Instant, in zone: Zone) -> String {
    let second = zone.local(instant).secondOfDay
    return Instant.pad(second / 3600, 2) + ":" + Instant.pad(second / 60 % 60, 2)
  }

  /// `lun. 24/11`, `Mon 24/11`
  package func day(_ instant: Instant, in zone: Zone) -> String { day(zone.local(instant).day) }

  package func day(_ day: Day) -> String {
    weekday(day.weekday) + " " + Instant.pad(day.day, 2) + "/" + Instant.pad(day.month, 2)
  }

  /// `lun. 24/11 09:00`; with the year where it is not the current one.
  package func date(_ instant: Instant, in zone: Zone, now: Instant) -> String {
    let local = zone.local(instant).day
    let year = local.year == zone.local(now).day.year ? "" : "/\(local.year)"
    return day(local) + year + " " + clock(instant, in: zone)
  }

  /// The hour today, the day and the hour otherwise.
  package func moment(_ instant: Instant, in zone: Zone, now: Instant) -> String {
    zone.local(instant).day == zone.local(now).day ? clock(instant, in: zone) : date(instant, in: zone, now: now)
  }

  private func weekday(_ number: Int) -> String {
    let names: [String] =
      switch language {
      case .french: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."]
      case .english: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
      }
    return names[min(max(number, 1), 7) - 1]
  }

  /// A length of time in a sentence: `45 min`, `1h30`, `17h`. Units stand at their number as agents type them, in both
  /// languages and as in the columns of deadlines; minutes alone are spelled, for an `m` might be a month.
  package func length(minutes: Int) -> String {
    let (hours, rest) = max(0, minutes).quotientAndRemainder(dividingBy: 60)
    if hours == 0 { return "\(rest) min" }
    return "\(hours)h" + (rest == 0 ? "" : Instant.pad(rest, 2))
  }

  /// A length of time in at most five columns: `0h18`, `1j02` (`1d02`), `12j`, `-1h42`, years `3a` (`3y`) from 1000
  /// days on. Rounded down to the minute.
  package func remaining(seconds: Int64) -> String {
    let sign = seconds < 0 ? "-" : ""
    let minutes = Int(clamping: min(seconds.magnitude / 60, UInt64(Words.longestMinutes)))
    let unit = say(fr: "j", en: "d")
    if minutes < 1440 {
      // Past ten hours late the sign takes the place of the minutes.
      let hours = minutes / 60
      return sign + "\(hours)h" + (hours >= 10 && seconds < 0 ? "" : Instant.pad(minutes % 60, 2))
    }
    let days = minutes / 1440
    // A number cut short would tell another one.
    if days >= 1000 { return sign + "\(days / 365)" + say(fr: "a", en: "y") }
    return days < 10 ? sign + "\(days)\(unit)" + Instant.pad(minutes / 60 % 24, 2) : sign + "\(days)\(unit)"
  }

  /// Columns of an age.
  package static let ageWidth = 4

  /// An age in at most `ageWidth` columns: `12m`, `5h`, `1j` (`1d`), then years `2a` (`2y`) from 1000 days on.
  package func age(seconds: Int64) -> String {
    let minutes = Int(clamping: max(0, min(seconds / 60, Int64(Words.longestMinutes))))
    switch minutes {
    case ..<60: return "\(minutes)m"
    case ..<1440: return "\(minutes / 60)h"
    case ..<1_440_000: return "\(minutes / 1440)" + say(fr: "j", en: "d")
    default: return "\(minutes / 525_600)" + say(fr: "a", en: "y")
    }
  }

  /// Ten years: beyond that a number says no more.
  private static let longestMinutes = 5_256_000
}
