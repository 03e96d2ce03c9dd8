/// Texts that many rows share are kept once and called by number.
enum Interning {
  /// `nil` is number 0; a text begins with a byte of its own, so that the empty text is not nil.
  static func number(of text: String?, in strings: inout Terms) -> UInt32 {
    var bytes: [UInt8] = []
    if let text {
      bytes.append(1)
      bytes.append(contentsOf: text.utf8)
    }
    return number(of: bytes, in: &strings)
  }

  /// Several texts under one number, each with its length before it: `UInt32.max` for one that is missing.
  static func number(of texts: [String?], in strings: inout Terms) -> UInt32 {
    var out = Sink()
    for text in texts {
      out.put(text.map { UInt32($0.utf8.count) } ?? .max)
      if let text { out.put(contentsOf: text.utf8) }
    }
    return number(of: out.bytes, in: &strings)
  }

  private static func number(of bytes: [UInt8], in strings: inout Terms) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(strings.number(of: $0)) }
  }
}
