import Desk

/// How often a word stands in a ticket: at most 7 times in the subject and 31 in the rest, in one byte.
struct TermFrequency: Hashable, Sendable {
  var byte: UInt8
  /// Once, in the rest: what most words do, and what postings need not say.
  static let once = TermFrequency(byte: 1)

  init(byte: UInt8) { self.byte = byte }

  var subject: Int { Int(byte &>> 5) }
  var rest: Int { Int(byte & 31) }

  mutating func count(_ field: TicketField) {
    switch field {
    case .subject: if byte < 0xE0 { byte &+= 0x20 }
    case .rest: if byte & 31 < 31 { byte &+= 1 }
    }
  }
}

/// The words of one ticket and how often each stands there.
struct WordBag: Hashable, Sendable {
  /// `length, bytes, frequency`, one word after the other, in no order.
  private(set) var packed: [UInt8] = []
  /// How many different words.
  private(set) var count = 0
  /// All words, each as often as it stands there.
  private(set) var length = 0

  init() {}

  init(_ ticket: Ticket, whole: (Body) -> String) {
    var terms = Terms(expecting: 256)
    var frequencies: [TermFrequency] = []
    ticket.eachText(whole: whole) { field, text in
      Tokens.each(in: text) { word in
        let number = terms.number(of: word)
        if number == frequencies.count { frequencies.append(TermFrequency(byte: 0)) }
        frequencies[number].count(field)
        length += 1
      }
    }
    count = frequencies.count
    for number in 0..<count {
      terms.withWord(number) { word in
        packed.append(UInt8(word.count))
        packed.append(contentsOf: word)
      }
      packed.append(frequencies[number].byte)
    }
  }

  /// Calls `body` with each word.
  func each(_ body: (UnsafeBufferPointer<UInt8>, TermFrequency) -> Void) {
    packed.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let end = at &+ 1 &+ Int(bytes[at])
        guard end < bytes.count else { return }
        body(UnsafeBufferPointer(rebasing: bytes[(at &+ 1)..<end]), TermFrequency(byte: bytes[end]))
        at = end &+ 1
      }
    }
  }

  func pack(into out: inout Packer) {
    out.put(count)
    out.put(length)
    out.put(packed)
  }

  init(_ source: inout Unpacker) throws(Unpacker.Spoilt) {
    count = try source.int()
    length = try source.int()
    packed = try source.block()
    // Sums of lengths are taken over many tickets: no single one may be beyond belief.
    guard (0...packed.count).contains(count), (0...Int(UInt32.max)).contains(length) else { throw Unpacker.Spoilt() }
  }
}
