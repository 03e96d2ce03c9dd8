/// The header of a message or of a MIME part (RFC 5322 section 2.2): its fields in order, unfolded, not yet decoded.
package struct HeaderFields: Sendable {
  /// One field.
  package struct Field: Sendable {
    /// In lower case.
    package var name: String
    /// Without folding, as sent otherwise.
    package var value: [UInt8]
    /// Written `Name :`, which only obsolete syntax allows (RFC 5322 section 4.5).
    package var isObsolete = false
  }

  package private(set) var fields: [Field] = []

  /// The first field called `name` (in lower case). Where a field that may stand once is doubled, the first one wins,
  /// and one in today's syntax before one in the obsolete, as in the mail readers its sender could have tested with.
  package func first(_ name: String) -> MailBytes? {
    let named = fields.first { $0.name == name && !$0.isObsolete } ?? fields.first { $0.name == name }
    return named.map { $0.value[...] }
  }

  /// All fields called `name`, in the order of `first`.
  package func all(_ name: String) -> [MailBytes] {
    let named = fields.filter { $0.name == name }
    return (named.filter { !$0.isObsolete } + named.filter(\.isObsolete)).map { $0.value[...] }
  }

  package func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

  /// The value of a field as a lower-case word, for fields that are ASCII by definition; empty where absent.
  package func word(_ name: String) -> String { first(name).map(Octet.word) ?? "" }
}

extension HeaderFields {
  /// Reads the header at the start of `bytes`.
  /// - Returns: the fields and where the body starts.
  ///
  /// A line that is no field is skipped where the header goes on after it; where it does not, the empty line was
  /// forgotten and the body starts there. The `From ` line of a mailbox file is skipped.
  static func read(_ bytes: MailBytes, bareCR: Bool, limits: MailLimits) -> (HeaderFields, body: Int) {
    var header = HeaderFields()
    var lines = MailLines(bytes, bareCR: bareCR)
    var line = lines.next()
    while let here = line {
      if here.isEmpty { return (header, here.next) }
      line = lines.next()
      let text = here.text.prefix(limits.headerLine)
      if let colon = colon(of: text) {
        header.open(text, colon, limits)
      } else if Octet.isBlank(text[text.startIndex]), !header.fields.isEmpty {
        header.fold(text, limits)
      } else if isEnvelope(text) {
        continue
      } else if header.fields.isEmpty || !goesOn(line) {
        return (header, here.start)
      }
    }
    return (header, bytes.endIndex)
  }

  /// Where the colon of a field stands: after a name of printable ASCII, with blanks allowed before it (RFC 5322
  /// section 4.5).
  private static func colon(of line: MailBytes) -> Int? {
    var at = line.startIndex
    while at < line.endIndex, line[at] > 32, line[at] < 127, line[at] != Octet.colon { at += 1 }
    guard at > line.startIndex else { return nil }
    while at < line.endIndex, Octet.isBlank(line[at]) { at += 1 }
    return at < line.endIndex && line[at] == Octet.colon ? at : nil
  }

  private static func isEnvelope(_ line: MailBytes) -> Bool {
    Octet.starts(line, with: "from ") || Octet.starts(line, with: ">from ")
  }

  private static func goesOn(_ next: MailLines.Line?) -> Bool {
    guard let next, let first = next.text.first else { return false }
    return Octet.isBlank(first) || colon(of: next.text) != nil
  }

  private mutating func open(_ line: MailBytes, _ colon: Int, _ limits: MailLimits) {
    guard fields.count < limits.headerFields else { return }
    let value = Octet.trim(line[(colon + 1)...])
    let name = line[line.startIndex..<colon]
    fields.append(Field(name: Octet.word(name), value: Array(value), isObsolete: name.last.map(Octet.isBlank) ?? false))
  }

  private mutating func fold(_ line: MailBytes, _ limits: MailLimits) {
    let room = limits.headerField - fields[fields.count - 1].value.count
    fields[fields.count - 1].value += line.prefix(max(0, room))
  }
}
