/// Message identifiers (RFC 5322 section 3.6.4), kept with their angle brackets, which are part of them.
enum MessageID {
  /// The identifiers of a field, in order and once each. Text around them is skipped; a word with an `@` that forgot
  /// its brackets gets them.
  static func all(_ field: MailBytes) -> [String] {
    var found: [String] = []
    var seen: Set<String> = []
    for id in bracketed(field) + (field.contains(Octet.less) ? [] : bare(field)) where seen.insert(id).inserted {
      found.append(id)
    }
    return found
  }

  private static func bracketed(_ field: MailBytes) -> [String] {
    var found: [String] = []
    var open: Int?
    for at in field.indices {
      if field[at] == Octet.less { open = at }
      if field[at] == Octet.greater, let start = open {
        // Blanks inside come from folding.
        let id = field[start...at].filter { !Octet.isSpace($0) }
        if id.count > 2 { found.append(HeaderText.line(String(decoding: id, as: UTF8.self))) }
        open = nil
      }
    }
    return found
  }

  private static func bare(_ field: MailBytes) -> [String] {
    field.split { Octet.isSpace($0) || $0 == Octet.comma }.filter { $0.contains(Octet.at) }
      .map { "<" + HeaderText.line(String(decoding: $0, as: UTF8.self)) + ">" }
  }
}
