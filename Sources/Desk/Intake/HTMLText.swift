/// HTML made plain text, for reading in a terminal: blocks become lines, links `text <address>`, lists and quotes get
/// their marks, the cells of a row stand on one line.
struct HTMLText {
  private var out: [UInt8] = []
  /// Whether anything stands on the current line.
  private var isLineEmpty = true
  /// Line ends due before the next text: 1 starts a line, 2 leaves a blank one.
  private var breaks = 0
  private var gap = false
  private var cell = false
  private var quotes = 0
  /// The quotes around the line written last.
  private var quotesBefore = 0
  private var preformatted = 0
  /// The number the next item gets in each open list; 0 in a list without numbers.
  private var lists: [Int] = []
  private var link: (address: String, start: Int)?
  private var linksLeft: Int
  /// Whether pictures show their description. Not as a rule: it is the names of logos. But some mails are pictures.
  private let showsPictures: Bool

  /// Levels of quotes and lists that are shown; deeper ones look like the last.
  private static let deepest = 8

  /// - Parameter links: how many links show their address.
  static func read(_ html: String, links: Int) -> String {
    let bytes = Array(html.utf8)[...]
    var text = HTMLText(linksLeft: links, showsPictures: false)
    text.read(bytes)
    if text.out.allSatisfy(Octet.isSpace) {
      text = HTMLText(linksLeft: links, showsPictures: true)
      text.read(bytes)
    }
    return PlainText.lines(String(decoding: text.out, as: UTF8.self))
  }

  private init(linksLeft: Int, showsPictures: Bool) {
    self.linksLeft = linksLeft
    self.showsPictures = showsPictures
  }

  private mutating func read(_ html: MailBytes) {
    for token in HTMLTokens(html) {
      switch token {
      case .text(let bytes): write(HTMLEntities.decode(bytes)[...])
      case .start(let name, let attributes): open(name, attributes)
      case .end(let name): close(name)
      }
    }
    endLink()
  }

  private mutating func open(_ name: String, _ attributes: MailBytes) {
    switch name {
    case "br": breaks = min(2, breaks + 1)
    case "p": block(isTight(attributes) ? 1 : 2)
    case "a": startLink(HTMLTokens.attribute("href", of: attributes) ?? "")
    case "img": image(HTMLTokens.attribute("alt", of: attributes) ?? "")
    case "td", "th": cell = true
    case "hr": rule()
    case "li": item()
    case "ul": openList(0)
    case "ol": openList(1)
    case "pre":
      block(2)
      preformatted += 1
    case "blockquote":
      block(2)
      quotes += 1
    default: block(HTMLText.spacing(name))
    }
  }

  private mutating func close(_ name: String) {
    switch name {
    case "a": endLink()
    case "td", "th", "br", "img", "hr": break
    case "p": breaks = max(breaks, 1)
    case "li": block(1)
    case "ul", "ol":
      _ = lists.popLast()
      block(lists.isEmpty ? 2 : 1)
    case "pre":
      preformatted = max(0, preformatted - 1)
      block(2)
    case "blockquote":
      quotes = max(0, quotes - 1)
      block(2)
    default: block(HTMLText.spacing(name))
    }
  }

  /// Line ends around an element; 0 for one that stands inside a line.
  private static func spacing(_ name: String) -> Int {
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6", "dl", "fieldset", "article", "section": 2
    case "div", "tr", "table", "thead", "tbody", "tfoot", "caption", "address", "center", "dd", "dt", "form", "body",
      "html", "head", "header", "footer", "main", "nav", "aside", "figure", "figcaption", "details", "summary",
      "option", "legend", "hgroup":
      1
    default: 0
    }
  }

  /// A paragraph of Word or Outlook: one for every line, with no space between.
  private func isTight(_ attributes: MailBytes) -> Bool {
    HTMLTokens.attribute("class", of: attributes)?.hasPrefix("Mso") ?? false
  }

  private mutating func block(_ lines: Int) {
    breaks = max(breaks, lines)
    if lines > 0 { gap = false }
  }
}

// Blocks with a mark of their own.
extension HTMLText {
  private mutating func openList(_ first: Int) {
    block(lists.isEmpty ? 2 : 1)
    if lists.count < HTMLText.deepest { lists.append(first) }
  }

  private mutating func item() {
    block(1)
    let indent = String(repeating: "  ", count: max(0, lists.count - 1))
    guard let number = lists.last, number > 0 else { return literal(indent + "- ") }
    lists[lists.count - 1] = number + 1
    literal(indent + "\(number). ")
  }

  private mutating func rule() {
    guard !out.isEmpty else { return }
    block(1)
    literal("----------")
    block(1)
  }

  private mutating func image(_ alt: String) {
    if showsPictures, !alt.isEmpty { literal("[" + alt + "]") }
  }

  private mutating func startLink(_ address: String) {
    endLink()
    link = (address, out.count)
  }

  /// Shows where a link leads, unless its text says so or nothing of it can be seen.
  private mutating func endLink() {
    guard let (address, start) = link else { return }
    link = nil
    let text = HeaderText.line(String(decoding: out[min(start, out.count)...], as: UTF8.self))
    let schemes = ["http://", "https://", "mailto:", "ftp://", "tel:"]
    guard linksLeft > 0, !text.isEmpty, let scheme = schemes.first(where: { address.lowercased().hasPrefix($0) }) else {
      return
    }
    let bare = address.dropFirst(scheme.utf8.count)
    let shown = text.hasSuffix("/") ? String(text.dropLast()) : text
    if [address, String(bare)].contains(where: { $0 == shown || $0 == shown + "/" }) { return }
    linksLeft -= 1
    // Straight behind the text, whatever is due after it.
    out += (" <" + address + ">").utf8
    gap = true
  }
}

// The pen.
extension HTMLText {
  private mutating func literal(_ text: String) {
    startText()
    out += text.utf8
    isLineEmpty = false
  }

  private mutating func write(_ text: MailBytes) {
    var at = text.startIndex
    while at < text.endIndex {
      let byte = text[at]
      if preformatted > 0 {
        preformat(byte)
      } else if Octet.isSpace(byte) {
        gap = true
      } else if let length = HTMLText.blankLength(text, at) {
        if length.isSpace, !isLineEmpty, breaks == 0 { literal(" ") }
        at += length.bytes - 1
      } else {
        startText()
        out.append(byte)
        isLineEmpty = false
      }
      at += 1
    }
  }

  /// U+00A0, which is a space that stays; U+00AD, U+200B, U+034F and U+FEFF, which are nothing to see.
  private static func blankLength(_ text: MailBytes, _ at: Int) -> (bytes: Int, isSpace: Bool)? {
    let rest = text[at...]
    switch rest.first {
    case 0xC2:
      if rest.dropFirst().first == 0xA0 { return (2, true) }
      return rest.dropFirst().first == 0xAD ? (2, false) : nil
    case 0xCD: return rest.dropFirst().first == 0x8F ? (2, false) : nil
    case 0xE2: return rest.starts(with: [0xE2, 0x80, 0x8B]) ? (3, false) : nil
    case 0xEF: return rest.starts(with: [0xEF, 0xBB, 0xBF]) ? (3, false) : nil
    default: return nil
    }
  }

  private mutating func preformat(_ byte: UInt8) {
    if byte == Octet.lf {
      breaks = min(2, breaks + 1)
    } else if byte != Octet.cr {
      startText()
      out.append(byte)
      isLineEmpty = false
    }
  }

  /// Writes the line ends, marks and blanks that are due before text.
  private mutating func startText() {
    if breaks > 0, !out.isEmpty {
      while let last = out.last, Octet.isBlank(last) { out.removeLast() }
      if breaks > 1 { out += [Octet.lf] + mark(min(quotes, quotesBefore)) }
      out.append(Octet.lf)
      isLineEmpty = true
    }
    if isLineEmpty, breaks > 0 || out.isEmpty {
      out += mark(quotes)
      if quotes > 0 { out.append(Octet.space) }
      quotesBefore = quotes
    } else if cell, !isLineEmpty {
      out += " | ".utf8
    } else if gap, !isLineEmpty {
      out.append(Octet.space)
    }
    breaks = 0
    cell = false
    gap = false
  }

  private func mark(_ depth: Int) -> [UInt8] {
    [UInt8](repeating: Octet.greater, count: min(depth, HTMLText.deepest))
  }

  /// The charset an HTML page declares in its `<meta>`, near its start.
  static func declaredCharset(_ html: [UInt8]) -> String? {
    let head = Array(html.prefix(2048).map(Octet.lower))
    var at = 0
    let wanted = Array("charset".utf8)
    while at + wanted.count < head.count {
      if head[at] == wanted[0], head[at...].starts(with: wanted) {
        let rest = head[(at + wanted.count)...].drop { Octet.isSpace($0) || $0 == Octet.equal || $0 == Octet.quote }
        let label = rest.prefix {
          Octet.isLetter($0) || Octet.isDigit($0) || $0 == Octet.dash || $0 == Octet.underscore
        }
        return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
      }
      at += 1
    }
    return nil
  }
}
