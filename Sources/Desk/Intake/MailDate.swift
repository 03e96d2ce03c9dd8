/// The date of a mail (RFC 5322 section 3.3), the obsolete forms included:
///
///     Fri, 21 Nov 1997 09:55:06 -0600
///     21 Nov 97 09:55 GMT
enum MailDate {
  /// The instant a `Date` field names; nil where it names none.
  static func read(_ field: MailBytes) -> Instant? {
    let words = words(field)
    guard let month = words.firstIndex(where: { self.month($0) != nil }), month > 0, month + 1 < words.count,
      let monthNumber = self.month(words[month]), let day = number(words[month - 1]), (1...31).contains(day),
      let year = year(words[month + 1]),
      let time = words.dropFirst(month + 2).first(where: { $0.contains(Octet.colon) }),
      let seconds = clock(time)
    else { return nil }
    let zone = words.last.map(offset) ?? 0
    return Instant(seconds: Int64(Day(year, monthNumber, day).number * 86_400 + seconds - zone))
  }

  /// Cut at white space, commas and comments.
  private static func words(_ field: MailBytes) -> [MailBytes] {
    field.prefix(200).prefix { $0 != 40 }.split { Octet.isSpace($0) || $0 == Octet.comma }
  }

  private static func month(_ word: MailBytes) -> Int? {
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    return names.firstIndex(of: Octet.word(word.prefix(3))).map { $0 + 1 }
  }

  /// Up to five digits.
  private static func number(_ word: MailBytes) -> Int? {
    guard (1...5).contains(word.count), word.allSatisfy(Octet.isDigit) else { return nil }
    return word.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// Two digits are of this century up to 49, three count from 1900 (RFC 5322 section 4.3).
  private static func year(_ word: MailBytes) -> Int? {
    guard let year = number(word), year <= 9999 else { return nil }
    switch word.count {
    case 2: return year < 50 ? 2000 + year : 1900 + year
    case 3: return 1900 + year
    default: return year
    }
  }

  private static func clock(_ word: MailBytes) -> Int? {
    let parts = word.split(separator: Octet.colon).map(number)
    guard parts.count >= 2, let hour = parts[0], let minute = parts[1], hour < 24, minute < 60 else { return nil }
    let second = parts.count > 2 ? parts[2] ?? 0 : 0
    return second <= 60 ? hour * 3600 + minute * 60 + second : nil
  }

  /// Seconds east of UTC; an unknown name means UTC (RFC 5322 section 4.3).
  private static func offset(_ word: MailBytes) -> Int {
    if let sign = word.first, sign == 43 || sign == Octet.dash, word.count == 5, let value = number(word.dropFirst()) {
      return (value / 100 * 3600 + value % 100 * 60) * (sign == Octet.dash ? -1 : 1)
    }
    let hours = [
      "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "cet": 1, "cest": 2,
    ]
    return (hours[Octet.word(word)] ?? 0) * 3600
  }
}
