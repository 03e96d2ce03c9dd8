/// The two strings of terminfo(5) that change attributes: `sgr`, with its nine parameters, and `sgr0`.
package struct Capabilities {
  package let change: String
  package let reset: String

  package init(change: String, reset: String) {
    self.change = change
    self.reset = reset
  }

  /// The strings without the choice of a character set, and what chooses the plain one; nil where they are not of the
  /// usual form: `%?%p9%tALTERNATE%ePLAIN%;` in `sgr`, and PLAIN in `sgr0`.
  package var withoutCharacterSet: (change: String, reset: String, plain: String)? {
    let (start, otherwise, end) = ("%?%p9%t", "%e", "%;")
    guard let choice = change.place(of: start), let plain = change.place(of: otherwise, after: choice.upperBound),
      let last = change.place(of: end, after: plain.upperBound)
    else { return nil }
    let text = String(change[plain.upperBound..<last.lowerBound])
    // A choice within the choice would be cut in half.
    guard !text.isEmpty, !text.contains("%"), !change[choice.upperBound..<plain.lowerBound].contains("%"),
      let same = reset.place(of: text)
    else { return nil }
    let left = reset[..<same.lowerBound] + reset[same.upperBound...]
    guard !left.isEmpty else { return nil }
    return (String(change[..<choice.lowerBound] + change[last.upperBound...]), String(left), text)
  }
}

extension String {
  /// Where a piece is first found, by scalars.
  fileprivate func place(of piece: String, after start: Index? = nil) -> Range<Index>? {
    var at = start ?? startIndex
    while at < endIndex {
      let rest = unicodeScalars[at...]
      if rest.starts(with: piece.unicodeScalars) {
        return at..<unicodeScalars.index(at, offsetBy: piece.unicodeScalars.count)
      }
      at = unicodeScalars.index(after: at)
    }
    return nil
  }
}
