import Desk
import Journal
import Kit

/// Holds what was acknowledged against what a cabinet has.
struct Audit {
  /// What is wrong, in words; empty where all is well.
  private(set) var complaints: [String] = []
  private(set) var events = 0
  private(set) var acknowledged = 0
  /// Half lines that killed writers left, closed off by others.
  private(set) var torn = 0

  init(_ cabinet: Cabinet, _ said: Acknowledged) throws {
    acknowledged = said.lines.count
    let verdict = cabinet.verify()
    events = verdict.events
    for finding in verdict.findings {
      if finding.isHarmless { torn += 1 } else { complain("\(finding)") }
    }
    try audit(tickets: said, cabinet)
    audit(articles: said, cabinet)
    let people = try cabinet.directory().people
    for line in said.lines where line[0] == "person" && people[String(line[1])] == nil { complain("lost: \(line)") }
  }

  private mutating func complain(_ words: String) { if complaints.count < 20 { complaints.append(words) } }

  /// Every event once, with its words; every number once.
  private mutating func audit(tickets said: Acknowledged, _ cabinet: Cabinet) throws {
    var expected: [TicketID: [[Substring]]] = [:]
    var given: Set<TicketID> = []
    for line in said.lines where ["opened", "note", "long"].contains(line[0]) {
      guard line.count == 3, let id = TicketID(String(line[1])) else { continue }
      expected[id, default: []].append(line)
      if line[0] == "opened", !given.insert(id).inserted { complain("\(id) was given twice") }
    }
    for (id, lines) in expected {
      guard let ticket = try? cabinet.read(id).ticket else {
        complain("lost: \(id)")
        continue
      }
      var places: [String: [Entry]] = [:]
      for entry in ticket.entries { places[entry.event, default: []].append(entry) }
      for (event, entries) in places where entries.count > 1 { complain("\(id): \(event) stands twice") }
      for line in lines {
        guard let entry = places[String(line[2])]?.first else {
          if line[2] != "-" { complain("lost: \(line)") }
          continue
        }
        if !(try isWhole(entry, line, cabinet)) { complain("not whole: \(line)") }
      }
    }
  }

  private func isWhole(_ entry: Entry, _ line: [Substring], _ cabinet: Cabinet) throws -> Bool {
    guard case .noteAdded(let note) = entry.fact else { return line[0] == "opened" }
    if line[0] == "note" { return note.body.text == "note \(line[2])" }
    guard line[0] == "long", note.body.blob != nil else { return false }
    let text = try cabinet.text(of: note.body)
    return text.utf8.count > 24_000 && text.hasSuffix(" fin")
      && text.split(separator: " ").dropLast().allSatisfy { $0 == line[2] }
  }

  private mutating func audit(articles said: Acknowledged, _ cabinet: Cabinet) {
    var titles: [Substring: Substring] = [:]
    for line in said.lines where line[0] == "article" {
      if titles.updateValue(line[2], forKey: line[1]) != nil { complain("\(line[1]) was given twice") }
    }
    for (id, title) in titles {
      if (try? cabinet.article(String(id)))?.content.title != String(title) { complain("lost: article \(id)") }
    }
    var steps: [Substring: Int] = [:]
    for line in said.lines where line[0] == "step" { steps[line[1], default: 0] += 1 }
    for (id, count) in steps {
      // A step that was on the disk and not said when its writer was killed counts too.
      if ((try? cabinet.article(String(id)))?.revisions ?? 0) < count { complain("lost: a step of \(id)") }
    }
  }
}
