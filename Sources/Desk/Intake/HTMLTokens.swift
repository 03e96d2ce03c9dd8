/// The pieces of an HTML text, in order: runs of text and tags. Not a parser: no tree is built, so nothing can nest too
/// deep, and no page is refused. Every byte is looked at a bounded number of times, whatever is left open.
struct HTMLTokens: IteratorProtocol, Sequence {
  enum Token {
    /// Text with its entities not yet decoded.
    case text(MailBytes)
    /// A tag that opens; its attributes not yet read.
    case start(name: String, attributes: MailBytes)
    case end(name: String)
  }

  private let html: MailBytes
  private var at: Int
  /// The element whose content is no HTML and goes on to its end tag.
  private var raw: String?
  /// Turned off once a search ran to the end in vain, so that it does not run again.
  private var hasTags = true
  private var hasQuotes = true
  private var hasCommentEnds = true
  private var unclosed: Set<String> = []

  private static let rawElements: Set = ["script", "style", "title", "xmp", "iframe", "noembed", "noframes"]

  init(_ html: MailBytes) {
    self.html = html
    at = html.startIndex
  }

  mutating func next() -> Token? {
    while at < html.endIndex {
      if let name = raw {
        raw = nil
        skip(to: name)
      } else if html[at] != Octet.less {
        return .text(text(from: at))
      } else if !hasTags || !startsTag(at + 1) {
        return .text(text(from: at + 1, including: at))
      } else if let token = tag() {
        return token
      }
    }
    return nil
  }

  private mutating func text(from start: Int, including first: Int? = nil) -> MailBytes {
    let from = first ?? start
    at = html[start...].firstIndex(of: Octet.less) ?? html.endIndex
    return html[from..<at]
  }

  private func startsTag(_ at: Int) -> Bool {
    guard at < html.endIndex else { return false }
    let byte = html[at]
    if byte == 47 { return at + 1 < html.endIndex && Octet.isLetter(html[at + 1]) }
    return Octet.isLetter(byte) || byte == 33 || byte == Octet.question
  }

  /// The tag at `at`; nil for what is none (a comment, a declaration).
  private mutating func tag() -> Token? {
    if html[(at + 1)...].starts(with: [33, Octet.dash, Octet.dash]) {
      at = commentEnd()
      return nil
    }
    guard let close = tagEnd() else {
      hasTags = false
      return .text(text(from: at + 1, including: at))
    }
    let inner = html[(at + 1)..<close]
    at = close + 1
    guard let first = inner.first, first != 33, first != Octet.question else { return nil }
    let isEnd = first == 47
    let name = inner.dropFirst(isEnd ? 1 : 0).prefix { !Octet.isSpace($0) && $0 != 47 }
    let word = Octet.word(name)
    if isEnd { return .end(name: word) }
    if HTMLTokens.rawElements.contains(word) { raw = word }
    return .start(name: word, attributes: inner[name.endIndex...])
  }

  /// Where the `>` of the tag stands, past quoted attributes; where a quote is never closed, the next `>` at all.
  private mutating func tagEnd() -> Int? {
    if hasQuotes {
      var quote: UInt8 = 0
      for index in (at + 1)..<html.endIndex {
        let byte = html[index]
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == Octet.greater {
          return index
        } else if byte == Octet.quote || byte == Octet.apostrophe {
          // Only after `=` does a quote open a value: `<p don't>` has none.
          if isValue(index) { quote = byte }
        }
      }
      hasQuotes = false
    }
    return html[(at + 1)...].firstIndex(of: Octet.greater)
  }

  private func isValue(_ quote: Int) -> Bool {
    var index = quote - 1
    while index > at, Octet.isBlank(html[index]), quote - index < 8 { index -= 1 }
    return html[index] == Octet.equal
  }

  private mutating func commentEnd() -> Int {
    if hasCommentEnds {
      var index = at + 4
      while let dashes = Octet.pair(Octet.dash, Octet.dash, in: html, from: index) {
        if dashes + 2 < html.endIndex, html[dashes + 2] == Octet.greater { return dashes + 3 }
        index = dashes + 1
      }
      hasCommentEnds = false
    }
    return html[at...].firstIndex(of: Octet.greater).map { $0 + 1 } ?? html.endIndex
  }

  /// Past the content of an element that is no HTML. One that is never closed hides nothing.
  private mutating func skip(to name: String) {
    guard !unclosed.contains(name) else { return }
    let wanted = Array(name.utf8)
    var index = at
    while let mark = Octet.pair(Octet.less, 47, in: html, from: index) {
      if html[(mark + 2)...].prefix(wanted.count).map(Octet.lower) == wanted {
        at = mark
        return
      }
      index = mark + 2
    }
    unclosed.insert(name)
  }
}

extension HTMLTokens {
  /// The value of an attribute, its entities decoded; empty where it has none.
  static func attribute(_ name: String, of attributes: MailBytes) -> String? {
    let wanted = Array(name.utf8)
    var at = attributes.startIndex
    let end = attributes.endIndex
    while at < end {
      while at < end, Octet.isSpace(attributes[at]) || attributes[at] == 47 { at += 1 }
      let start = at
      while at < end, !Octet.isSpace(attributes[at]), attributes[at] != Octet.equal { at += 1 }
      let isWanted = attributes[start..<at].map(Octet.lower) == wanted
      while at < end, Octet.isSpace(attributes[at]) { at += 1 }
      var value: MailBytes = []
      if at < end, attributes[at] == Octet.equal {
        at += 1
        while at < end, Octet.isSpace(attributes[at]) { at += 1 }
        if at < end, attributes[at] == Octet.quote || attributes[at] == Octet.apostrophe {
          let quote = attributes[at]
          let close = attributes[(at + 1)...].firstIndex(of: quote) ?? end
          value = attributes[(at + 1)..<close]
          at = close < end ? close + 1 : end
        } else {
          let from = at
          while at < end, !Octet.isSpace(attributes[at]) { at += 1 }
          value = attributes[from..<at]
        }
      }
      if isWanted {
        return HeaderText.line(String(decoding: HTMLEntities.decode(value, inAttribute: true), as: UTF8.self))
      }
      if at == start { at += 1 }
    }
    return nil
  }
}
