import Desk

/// What streams are about, and where in the cabinet they lie.
///
///     tickets/LYO/3/42/LYO-34217.LYO.jsonl   ticket 34217 of Lyon, as Lyon wrote it
///     tickets/LYO/3/42/LYO-34217.PAR.jsonl   … and as Paris did
///     kb/LYO/KB-0113.LYO.jsonl               an article
///     ledger/LYO.jsonl                       agents, customers, people
///
/// A leaf holds 100 numbers: a path is computed by a human, and a new ticket changes one small folder.
struct Subject: Hashable, Sendable {
  let folder: String
  /// The beginning of its files' names; empty for the ledger.
  let stem: String
  /// What the feed calls it.
  let name: String

  static func ticket(_ id: TicketID) -> Subject {
    let number = id.number
    return Subject(
      folder: "tickets/\(id.site)/\(number / 10_000)/\(number / 100 % 100)", stem: id.description,
      name: id.description)
  }

  /// The ticket that a file of this name is about.
  static func ticket(of file: String) -> TicketID? {
    guard let name = file.split(separator: "/").last, let dot = name.firstIndex(of: ".") else { return nil }
    return TicketID(String(name[..<dot]))
  }

  static func article(_ number: Int, of site: String) -> Subject {
    let stem = "KB-" + Instant.pad(number, 4)
    return Subject(folder: "kb/" + site, stem: stem, name: "kb/\(site)/\(stem)")
  }

  static let ledger = Subject(folder: "ledger", stem: "", name: "ledger")

  /// The file that `site` writes.
  func file(by site: String) -> String { folder + "/" + (stem.isEmpty ? "" : stem + ".") + site + ".jsonl" }

  /// The site that writes a file of this name; nil where the file is not about this subject.
  func writer(of name: String) -> String? {
    let prefix = stem.isEmpty ? "" : stem + "."
    guard name.hasPrefix(prefix), name.hasSuffix(".jsonl"), name.utf8.count > prefix.utf8.count + 6 else { return nil }
    let site = String(name.dropFirst(prefix.count).dropLast(6))
    return TicketID.isSiteCode(site) ? site : nil
  }
}
