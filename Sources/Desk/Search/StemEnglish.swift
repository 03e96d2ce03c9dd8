extension Stem {
  static func english(_ word: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> Int {
    var count = plural.cut(word, count)
    let verb = past.cut(word, count)
    if verb < count { count = isLongDouble(word, verb) ? verb : undoubled(word, verb) }
    count = adverbs.cut(word, count)
    count = derived.cut(word, count)
    count = rest.cut(word, count)
    return undoubled(word, count)
  }

  /// `install` and `process` have their two letters before the ending too: what follows must see them.
  private static func isLongDouble(_ word: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> Bool {
    word[count - 1] == 0x6C || word[count - 1] == 0x73
  }

  private static let plural = EndingTable("ysis>ys sses>ss ies>y ss>ss us>us is>is s>")
  private static let past = EndingTable("eed>ee ed> ing>")
  private static let adverbs = EndingTable("ically>ic ably>able ly>")
  private static let derived = EndingTable(
    """
    ization>ize ational>ate ation>ate ition>ite iveness>ive fulness> ousness>ous ibility>ible ability>able ality>al
    ivity>ive xion>ct ator>ate izer>ize ness> ment> ful> ance> ence> able> ible> ical>ic icity>ic
    """)
  private static let rest = EndingTable("ative> ate> ize> ise> ive> ion> ous> al> er> or> ic> ity> e> y>i i>i")
}
