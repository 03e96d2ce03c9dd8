import Desk

/// Events that stand in two files: an event's id is random, so one of them is a copy.
enum EventIDs {
  /// Looks through sorted lists side by side; where two ids hash alike the files are read again to be sure.
  static func doubled(_ lists: [[EventMark]], files: [String], in archive: Archive) -> [Anomaly] {
    var pairs: Set<[UInt32]> = []
    merge(lists) { one, other in
      if one.file != other.file { pairs.insert([one.file, other.file].sorted()) }
    }
    return pairs.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { pair in
      shared(files[Int(pair[0])], files[Int(pair[1])], archive)
    }
  }

  /// Calls `meet` for each two neighbours of one id.
  private static func merge(_ lists: [[EventMark]], _ meet: (EventMark, EventMark) -> Void) {
    var places = lists.map { _ in 0 }
    var last: EventMark?
    while true {
      var next: Int?
      for (which, list) in lists.enumerated() where places[which] < list.count {
        if let best = next, lists[best][places[best]] < list[places[which]] { continue }
        next = which
      }
      guard let next else { return }
      let mark = lists[next][places[next]]
      places[next] += 1
      if let last, last.id == mark.id { meet(last, mark) }
      last = mark
    }
  }

  /// The events two files share, told at the lines of the one that did not come by them rightly: whose chain does not
  /// begin with its own name, or the later one.
  private static func shared(_ one: String, _ other: String, _ archive: Archive) -> [Anomaly] {
    guard let first = lines(of: one, archive), let second = lines(of: other, archive) else { return [] }
    let isFirstWrong = !first.isOwn && second.isOwn
    let (wrong, right) = isFirstWrong ? (first, second) : (second, first)
    let (file, holder) = isFirstWrong ? (one, other) : (other, one)
    let known = Set(right.scroll.lines.map(\.id))
    guard let line = wrong.scroll.lines.first(where: { known.contains($0.id) }) else { return [] }
    return [Anomaly(file, line.n, .duplicateEvent(in: holder))]
  }

  private static func lines(of file: String, _ archive: Archive) -> (scroll: Scroll, isOwn: Bool)? {
    let stream = Stream(root: archive.root, file: file, site: archive.site, store: archive.store)
    guard let scroll = try? stream.read() else { return nil }
    return (scroll, scroll.flaws.isEmpty && scroll.lines.first?.previous == stream.genesis)
  }
}
