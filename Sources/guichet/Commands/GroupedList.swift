import Console
import Desk
import Journal
import Screen

// `guichet list --per`: how many tickets have something in common, in place of the tickets.
extension Invocation {
  /// What to put rows together by: as asked, else as the view is read; nil for a list of tickets.
  func grouping(_ view: View?) throws(Trouble) -> (keys: [Grouping.Key], least: Int)? {
    let usual = view.flatMap(DeskView.init(of:))?.grouping
    let asked = try groupingKeys()
    guard let keys = asked ?? usual?.keys else {
      if arguments.has(.least) { throw missing(.per) }
      return nil
    }
    let least = try number(.least, 1...Limits.ticketNumber)
    return (keys, least ?? (asked == nil ? usual?.least ?? 1 : 1))
  }

  private func groupingKeys() throws(Trouble) -> [Grouping.Key]? {
    guard let text = arguments.one(.per) else { return nil }
    guard let keys = words.groupingKeys(text) else {
      let names = Grouping.Key.allCases.map { words.name($0) }
      throw Trouble(.usage, words.badChoice("--per", text, allowed: names, near: nil))
    }
    return keys
  }

  /// A line for each group; for programs the tickets are told by their whole names.
  func show(_ groups: [Grouping.Group], by keys: [Grouping.Key], home: String) {
    if printer.isJSON {
      for group in groups { printer.json(json(group, keys)) }
      return
    }
    let head = words.groupingHead + keys.map { words.capital(words.name($0)) } + [words.groupingTickets]
    let rows = groups.map { group in
      [String(group.count), String(group.active)]
        + group.values.map { $0.isEmpty ? "—" : SafeText.line(Truncate.end($0, Invocation.widestValue)).text }
        + [group.tickets.map { words.name($0, home: home) }.joined(separator: " ")]
    }
    if rows.isEmpty { return }
    for line in PlainTable.lines([head] + rows, right: 0..<2) { printer.line(line) }
  }

  /// Columns of one value at most.
  private static let widestValue = 40

  private func json(_ group: Grouping.Group, _ keys: [Grouping.Key]) -> JSON {
    let values = zip(keys, group.values).map { JSON.Member($0.rawValue, $1.isEmpty ? .null : .string($1)) }
    return .object(
      [
        .init("count", .int(Int64(group.count))), .init("active", .int(Int64(group.active))),
        .init("last_at", .string(group.lastAt.rfc3339)),
        .init("tickets", .array(group.tickets.map { .string($0.description) })),
      ] + values)
  }
}

extension DeskView {
  /// The desk's view that this is; nil for others.
  init?(of view: View) {
    guard view.id.hasPrefix("desk."), let found = DeskView(rawValue: String(view.id.dropFirst(5))) else { return nil }
    self = found
  }
}
