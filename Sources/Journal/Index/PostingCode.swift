/// One entry of a word's postings: how many tickets further on, doubled, plus one where a frequency other than
/// "once" follows in a byte of its own.
enum PostingCode {
  static func size(_ delta: UInt32, _ frequency: UInt32) -> Int {
    let hasByte = frequency != UInt32(TermFrequency.once.byte)
    let value = UInt64(delta) &<< 1
    return (value < 1 &<< 7 ? 1 : value < 1 &<< 14 ? 2 : value < 1 &<< 21 ? 3 : value < 1 &<< 28 ? 4 : 5)
      &+ (hasByte ? 1 : 0)
  }

  static func put(
    _ delta: UInt32, _ frequency: UInt32, to out: UnsafeMutableBufferPointer<UInt8>, at cursor: inout Int
  ) {
    let hasByte = frequency != UInt32(TermFrequency.once.byte)
    var rest = UInt64(delta) &<< 1 | (hasByte ? 1 : 0)
    while rest >= 0x80 {
      out[cursor] = UInt8(truncatingIfNeeded: rest) | 0x80
      cursor &+= 1
      rest &>>= 7
    }
    out[cursor] = UInt8(truncatingIfNeeded: rest)
    cursor &+= 1
    if hasByte {
      out[cursor] = UInt8(truncatingIfNeeded: frequency)
      cursor &+= 1
    }
  }
}
