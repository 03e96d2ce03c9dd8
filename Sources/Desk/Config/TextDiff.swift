/// Two texts compared line by line, as `diff -u` writes it (POSIX diff, unified format).
package struct TextDiff: Sendable {
  package enum Line: Sendable {
    /// Where a run of changes lies: first line and number of lines, before and after.
    case place(before: (Int, Int), after: (Int, Int))
    case same(String)
    case removed(String)
    case added(String)

    /// As it is printed.
    package var text: String {
      switch self {
      case .place(let before, let after): "@@ -\(before.0),\(before.1) +\(after.0),\(after.1) @@"
      case .same(let line): " " + line
      case .removed(let line): "-" + line
      case .added(let line): "+" + line
      }
    }
  }

  /// Empty where the texts are the same.
  package let lines: [Line]

  /// Lines of a text that are compared one by one; beyond, all are gone and all are new.
  private static let limit = 4000
  /// Lines shown around a change.
  private static let context = 3

  package init(_ before: String, _ after: String) {
    lines = TextDiff.hunks(TextDiff.changes(TextDiff.split(before), TextDiff.split(after)))
  }

  /// The last line needs no newline behind it.
  private static func split(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Every line, with what became of it.
  private static func changes(_ before: [String], _ after: [String]) -> [Line] {
    if max(before.count, after.count) > limit, before != after {
      return before.map { .removed($0) } + after.map { .added($0) }
    }
    let difference = after.difference(from: before)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var all: [Line] = []
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      if removed.contains(old), old < before.count {
        all.append(.removed(before[old]))
        old += 1
      } else if added.contains(new), new < after.count {
        all.append(.added(after[new]))
        new += 1
      } else {
        all.append(.same(after[new]))
        old += 1
        new += 1
      }
    }
    return all
  }

  private static func hunks(_ all: [Line]) -> [Line] {
    let changed = all.indices.filter { if case .same = all[$0] { false } else { true } }
    var lines: [Line] = []
    var at = 0
    while at < changed.count {
      var last = at
      while last + 1 < changed.count, changed[last + 1] - changed[last] <= 2 * context { last += 1 }
      let range = max(0, changed[at] - context)..<min(all.count, changed[last] + context + 1)
      lines.append(place(of: range, in: all))
      lines += all[range]
      at = last + 1
    }
    return lines
  }

  private static func place(of range: Range<Int>, in all: [Line]) -> Line {
    func count(_ lines: ArraySlice<Line>, before: Bool) -> Int {
      lines.count { line in
        switch line {
        case .same: true
        case .removed: before
        case .added: !before
        case .place: false
        }
      }
    }
    let (old, new) = (count(all[range], before: true), count(all[range], before: false))
    let (oldStart, newStart) = (
      count(all[..<range.lowerBound], before: true), count(all[..<range.lowerBound], before: false)
    )
    return .place(before: (oldStart + (old > 0 ? 1 : 0), old), after: (newStart + (new > 0 ? 1 : 0), new))
  }
}
