/// Text cut or padded to a number of columns. A wide character is never halved: a space takes the odd column.
package enum Truncate {
  /// The text, or its beginning followed by `…`, in at most `width` columns.
  package static func end(_ text: String, _ width: Int, ellipsis: String = "…") -> String {
    guard width > 0 else { return "" }
    if text.utf8.count <= width || Width.of(text) <= width { return text }
    let room = width - Width.of(ellipsis)
    guard room >= 0 else { return "" }
    return head(text.unicodeScalars, room) + ellipsis
  }

  /// The text, or `…` followed by its end: for paths, where the end says most.
  package static func start(_ text: String, _ width: Int, ellipsis: String = "…") -> String {
    guard width > 0 else { return "" }
    let total = Width.of(text)
    if total <= width { return text }
    let room = width - Width.of(ellipsis)
    guard room >= 0 else { return "" }
    var excess = total - room
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first, excess > 0 || Width.of(scalar) == 0 {
      excess -= Width.of(scalar)
      rest.removeFirst()
    }
    return ellipsis + String(rest)
  }

  /// The text, or its two ends around `…`.
  package static func middle(_ text: String, _ width: Int) -> String {
    guard width > 0, Width.of(text) > width else { return width > 0 ? text : "" }
    let tail = (width - 1) / 2
    return head(text.unicodeScalars, width - 1 - tail) + "…" + start(text, tail, ellipsis: "")
  }

  private static func head(_ scalars: String.UnicodeScalarView, _ width: Int) -> String {
    var columns = 0
    var end = scalars.startIndex
    while end < scalars.endIndex {
      columns += Width.of(scalars[end])
      if columns > width { break }
      end = scalars.index(after: end)
    }
    return String(scalars[..<end])
  }
}

/// Where a text stands in a space wider than itself.
package enum Alignment: Hashable, Sendable {
  case left, right, centre
}

extension Truncate {
  /// The text in exactly `width` columns, cut with `…` or padded with spaces.
  package static func fit(_ text: String, _ width: Int, _ alignment: Alignment = .left) -> String {
    let cut = end(text, width)
    let room = max(0, width - Width.of(cut))
    switch alignment {
    case .left: return cut + String(repeating: " ", count: room)
    case .right: return String(repeating: " ", count: room) + cut
    case .centre:
      return String(repeating: " ", count: room / 2) + cut + String(repeating: " ", count: room - room / 2)
    }
  }
}
