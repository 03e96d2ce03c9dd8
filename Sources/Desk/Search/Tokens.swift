/// Text cut into words as they are compared: folded (see `Folding`), in UTF-8, one after the other.
///
/// A word is a run of letters, digits and `_` (the `\w` of regular expressions); all else parts words, so `PC-01689`
/// is two. Accents fold away, composed or not. A Han or kana character is a word by itself: those scripts do not
/// part theirs. What French elides before an apostrophe (`l’`, `d’`, `qu’`) is no word. Bytes that are no UTF-8 part
/// words.
///
/// This runs over every text of a desk when its index is made anew: nothing is allocated for a word.
package enum Tokens {
  /// Bytes of one word; of a longer one the beginning is kept, whole characters only.
  package static let longest = 64

  /// Calls `body` with each folded word; the bytes are good until it returns.
  package static func each(in text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    scan(text) { word, _ in body(word) }
  }

  package static func each(in text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var text = text
    text.withUTF8 { each(in: $0, body) }
  }

  /// The words of a short text, such as a query.
  package static func words(_ text: String) -> [String] {
    var words: [String] = []
    each(in: text) { words.append(String(decoding: $0, as: UTF8.self)) }
    return words
  }

  /// Whether a text ends within a word or at its end, so that more letters would make it longer.
  package static func endsWord(_ text: String) -> Bool {
    text.unicodeScalars.last.map { Letters.kind($0) != .parting } ?? false
  }

  /// Calls `body` with each folded word and the bytes of the text it was read from.
  package static func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { room in
      Letters.ascii.withUnsafeBufferPointer { ascii in
        Letters.latin.withUnsafeBufferPointer { latin in
          var cutter = Cutter(text: text, word: room, ascii: ascii, latin: latin)
          cutter.run(body)
        }
      }
    }
  }
}

/// One pass over a text.
private struct Cutter {
  let text: UnsafeBufferPointer<UInt8>
  let word: UnsafeMutableBufferPointer<UInt8>
  let ascii: UnsafeBufferPointer<UInt8>
  let latin: UnsafeBufferPointer<UInt16>
  private var at = 0
  /// Of the word being read: where it began, how much of it is kept, and how much may be.
  private var start = 0
  private var length = 0
  private var room = Tokens.longest

  typealias Body = (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void

  init(
    text: UnsafeBufferPointer<UInt8>, word: UnsafeMutableBufferPointer<UInt8>, ascii: UnsafeBufferPointer<UInt8>,
    latin: UnsafeBufferPointer<UInt16>
  ) {
    self.text = text
    self.word = word
    self.ascii = ascii
    self.latin = latin
  }

  mutating func run(_ body: Body) {
    while at < text.count {
      let byte = text[at]
      if byte < 0x80 {
        let folded = ascii[Int(byte)]
        if folded != 0 {
          if length == 0 { begin() }
          put(folded)
        } else if length > 0 {
          end(at, byte == 0x27 ? at &+ 1 : nil, body)
        }
        at &+= 1
      } else if byte >= 0xC3, byte <= 0xC5, at &+ 1 < text.count, text[at &+ 1] & 0xC0 == 0x80 {
        takeLatin(Int(byte & 0x1F) << 6 | Int(text[at &+ 1] & 0x3F), body)
        at &+= 2
      } else {
        at &+= takeOther(body)
      }
    }
    if length > 0 { end(at, nil, body) }
  }

  /// U+00C0…U+017F, by table.
  private mutating func takeLatin(_ code: Int, _ body: Body) {
    let folded = latin[code &- 0xC0]
    if folded == 0 {
      if length > 0 { end(at, nil, body) }
      return
    }
    if length == 0 { begin() }
    if folded > 0xFF, length &+ 2 > room { room = length }
    put(UInt8(truncatingIfNeeded: folded))
    if folded > 0xFF { put(UInt8(truncatingIfNeeded: folded >> 8)) }
  }

  /// Any other character: how many bytes it takes.
  private mutating func takeOther(_ body: Body) -> Int {
    let (scalar, width) = Letters.decode(text, at)
    switch Letters.kind(scalar) {
    case .mark: break
    case .parting: if length > 0 { end(at, Letters.isApostrophe(scalar) ? at &+ width : nil, body) }
    case .letter:
      if length == 0 { begin() }
      put(scalar)
    case .word:
      if length > 0 { end(at, nil, body) }
      begin()
      put(scalar)
      end(at &+ width, nil, body)
    }
    return width
  }

  private mutating func begin() {
    start = at
    room = Tokens.longest
  }

  private mutating func put(_ byte: UInt8) {
    guard length < room else { return }
    word[length] = byte
    length &+= 1
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let folded = scalar.properties.lowercaseMapping.utf8
    // Once a character does not fit, none after it is kept.
    if length &+ folded.count > room { room = length }
    for byte in folded { put(byte) }
  }

  /// The word is over at `place`. It counts, unless an apostrophe (after which the text goes on at `rest`) says that
  /// it was elided.
  private mutating func end(_ place: Int, _ rest: Int?, _ body: Body) {
    let kept = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(word)[..<length])
    length = 0
    if let rest, Letters.isElided(kept), Letters.beginWord(text, rest) { return }
    body(kept, start..<place)
  }
}
