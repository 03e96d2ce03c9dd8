extension Stem {
  static func french(_ word: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> Int {
    var count = number.cut(word, count)
    count = derivations.cut(word, count)
    count = conjugation.cut(word, count)
    count = last.cut(word, count)
    return undoubled(word, count)
  }

  /// Plurals: `journaux` → `journal`, `bateaux` → `bateau`.
  private static let number = EndingTable("eaux>eau/1 aux>al eux>eu/1 ss>ss s> x>x")

  /// Nouns and adjectives made of another word: `installation`, `installateur` → `install`.
  private static let derivations = EndingTable(
    """
    issement> issante> issant> atrice> ateur> ation> ition> xion>ct eture> ure> ement>e ment> euse>eu eur> ance> ence> ite>
    able> ible> iste> isme> ive> if> cage>c age>/5 ique> ale>al elle>el enne>en onne>on ette>et
    """)

  /// Verbs: `imprimait`, `imprimer` → `imprim`.
  private static let conjugation = EndingTable(
    """
    eraient> iraient> erait> irait> eront> iront> aient> erons> erez> assent> issent> issait> ait> ai> ant> ante>
    era> ira> ees> ee> er> ez> ons> ent> ies> ie> ir> it> es> e> is> i>
    """)

  private static let last = EndingTable("e> i> qu>c")
}

extension Stem {
  /// `install` and `instal`, `stopp` and `stop`: the second of two like consonants goes.
  static func undoubled(_ word: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> Int {
    guard count > kept, word[count - 1] == word[count - 2] else { return count }
    return count - 1
  }
}
