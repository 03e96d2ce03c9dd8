/// A row's words as they are compared: folded, in bytes, field by field. Folding is dear (accents) and looking is
/// cheap; an index folds each row once.
package struct FoldedWords: Hashable, Sendable {
  /// UTF-8, the fields parted by newlines so that no phrase is found across two.
  private let bytes: [UInt8]

  package init(_ row: Summary) {
    var bytes: [UInt8] = []
    for word in row.words where !word.isEmpty {
      bytes.append(contentsOf: Folding.fold(word).utf8)
      bytes.append(10)
    }
    self.bytes = bytes
  }

  /// Whether a folded text is found within one of the fields.
  package func contains(_ folded: String) -> Bool {
    var folded = folded
    return folded.withUTF8 { needle in
      bytes.withUnsafeBufferPointer { FoldedWords.find(needle, in: $0) }
    }
  }

  private static func find(_ needle: UnsafeBufferPointer<UInt8>, in hay: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = needle.first else { return true }
    var at = 0
    let last = hay.count - needle.count
    while at <= last {
      if hay[at] == first {
        var offset = 1
        while offset < needle.count, hay[at &+ offset] == needle[offset] { offset &+= 1 }
        if offset == needle.count { return true }
      }
      at &+= 1
    }
    return false
  }
}
