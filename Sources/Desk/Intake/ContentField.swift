/// A field of the form `value; name=value; …`: `Content-Type`, `Content-Disposition` (RFC 2045 section 5.1, with the
/// continuations and charsets of RFC 2231).
struct ContentField {
  /// Before the first `;`, in lower case.
  var value: String
  private var parameters: [(name: String, value: [UInt8])] = []

  /// Parameters read from one field.
  private static let most = 200

  init(_ field: MailBytes) {
    value = Octet.word(field.prefix { $0 != Octet.semicolon })
    var at = field.firstIndex(of: Octet.semicolon) ?? field.endIndex
    while at < field.endIndex, parameters.count < ContentField.most {
      at += 1
      let name = field[at...].prefix { $0 != Octet.equal && $0 != Octet.semicolon }
      at = name.endIndex
      guard at < field.endIndex, field[at] == Octet.equal else { continue }
      let (value, next) = ContentField.value(field[(at + 1)...])
      parameters.append((Octet.word(name), value))
      at = next
    }
  }

  /// A quoted string or a token; where it ends is the next `;`.
  private static func value(_ rest: MailBytes) -> ([UInt8], next: Int) {
    let text = rest.drop(while: Octet.isSpace)
    guard text.first == Octet.quote else {
      let token = text.prefix { $0 != Octet.semicolon }
      return (Array(Octet.trim(token)), token.endIndex)
    }
    var out: [UInt8] = []
    var at = text.startIndex + 1
    while at < text.endIndex, text[at] != Octet.quote {
      // Only a quote or a backslash is taken for escaped: file names of Windows come with bare backslashes.
      if text[at] == Octet.backslash, at + 1 < text.endIndex,
        text[at + 1] == Octet.quote || text[at + 1] == Octet.backslash
      {
        at += 1
      }
      out.append(text[at])
      at += 1
    }
    return (out, text[at...].firstIndex(of: Octet.semicolon) ?? text.endIndex)
  }

  /// A parameter that is ASCII by definition, such as `boundary` or `charset`.
  func token(_ name: String) -> [UInt8]? {
    parameters.first { $0.name == name }?.value ?? extended(name)?.bytes
  }

  func word(_ name: String) -> String? { token(name).map { Octet.word($0[...]) } }

  /// A parameter people read: RFC 2231 where used, else RFC 2047, which is not allowed there but is what is sent.
  func text(_ name: String, _ header: HeaderText) -> String? {
    if let (bytes, label) = extended(name) {
      return label.isEmpty ? header.text(bytes[...]) : HeaderText.line(header.charsets.text(bytes, label: label))
    }
    return parameters.first { $0.name == name }.map { header.text($0.value[...]) }
  }

  /// The pieces `name*`, `name*0`, `name*1*` … put together.
  private func extended(_ name: String) -> (bytes: [UInt8], charset: String)? {
    var pieces: [(index: Int, value: [UInt8], coded: Bool)] = []
    for parameter in parameters where parameter.name.hasPrefix(name + "*") {
      let mark = parameter.name.dropFirst(name.count + 1)
      let coded = mark.isEmpty || mark.hasSuffix("*")
      guard let index = mark.isEmpty ? 0 : Int(coded ? mark.dropLast() : mark) else { continue }
      pieces.append((index, parameter.value, coded))
    }
    guard !pieces.isEmpty else { return nil }
    pieces.sort { $0.index < $1.index }
    var charset = ""
    var bytes: [UInt8] = []
    for (place, piece) in pieces.enumerated() {
      guard piece.coded else {
        bytes += piece.value
        continue
      }
      var value = piece.value[...]
      if place == 0, let (label, rest) = ContentField.label(value) {
        charset = label
        value = rest
      }
      bytes += ContentField.percent(value)
    }
    return (bytes, charset)
  }

  /// `charset'language'text`.
  private static func label(_ value: MailBytes) -> (String, MailBytes)? {
    guard let first = value.firstIndex(of: Octet.apostrophe),
      let second = value[(first + 1)...].firstIndex(of: Octet.apostrophe)
    else { return nil }
    return (Octet.word(value[value.startIndex..<first]), value[(second + 1)...])
  }

  private static func percent(_ text: MailBytes) -> [UInt8] {
    var out: [UInt8] = []
    var at = text.startIndex
    while at < text.endIndex {
      if text[at] == Octet.percent, at + 2 < text.endIndex, let high = Octet.hex(text[at + 1]),
        let low = Octet.hex(text[at + 2])
      {
        out.append(high << 4 | low)
        at += 3
      } else {
        out.append(text[at])
        at += 1
      }
    }
    return out
  }
}
