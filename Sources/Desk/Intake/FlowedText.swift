/// `format=flowed` (RFC 3676): lines that end in a blank go on in the next one, so that a text fits any width.
enum FlowedText {
  /// The text in paragraphs, its quote marks kept.
  /// - Parameter deleteSpace: `DelSp=yes`: the blank that marks the flow is no part of the text.
  static func unfold(_ text: String, deleteSpace: Bool) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var open: Int?
    for line in Array(text.utf8).split(separator: Octet.lf, omittingEmptySubsequences: false) {
      let depth = line.prefix { $0 == Octet.greater }.count
      var body = line.dropFirst(depth)
      if body.first == Octet.space { body = body.dropFirst() }  // Space-stuffing, section 4.4.
      let isSignature = body.elementsEqual([Octet.dash, Octet.dash, Octet.space])
      if open != depth || isSignature {
        if open != nil { out.append(Octet.lf) }
        out += [UInt8](repeating: Octet.greater, count: depth)
        if depth > 0 { out.append(Octet.space) }
      }
      let flows = body.last == Octet.space && !isSignature
      out += flows && deleteSpace ? body.dropLast() : body
      open = flows ? depth : nil
      if !flows { out.append(Octet.lf) }
    }
    if out.last == Octet.lf { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }
}
