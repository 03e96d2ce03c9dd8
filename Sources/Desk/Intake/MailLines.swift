/// The lines of a mail, cut in place. A line ends in LF, or CR LF; where the first line of the mail ends in a bare CR
/// (mails that went through old Macintosh software) CR ends a line too.
struct MailLines: IteratorProtocol, Sequence {
  /// One line.
  struct Line {
    /// Without its end.
    var text: MailBytes
    /// Where the next line starts.
    var next: Int
    var start: Int { text.startIndex }
    var isEmpty: Bool { text.isEmpty }
  }

  private var rest: MailBytes
  private let bareCR: Bool

  init(_ bytes: MailBytes, bareCR: Bool) {
    rest = bytes
    self.bareCR = bareCR
  }

  /// Whether the first line ends in a CR that no LF follows.
  static func endInBareCR(_ bytes: MailBytes) -> Bool {
    for at in bytes.indices {
      if bytes[at] == Octet.lf { return false }
      if bytes[at] == Octet.cr {
        let after = bytes[(at + 1)...].drop { $0 == Octet.cr }
        return after.first != Octet.lf
      }
    }
    return false
  }

  mutating func next() -> Line? {
    guard let start = rest.indices.first else { return nil }
    var at = start
    let end = rest.endIndex
    while at < end, rest[at] != Octet.lf, !(bareCR && rest[at] == Octet.cr) { at += 1 }
    var next = at < end ? at + 1 : end
    if at < end, rest[at] == Octet.cr, next < end, rest[next] == Octet.lf { next += 1 }
    while at > start, rest[at - 1] == Octet.cr { at -= 1 }
    let line = Line(text: rest[start..<at], next: next)
    rest = rest[next...]
    return line
  }
}
