import Desk

/// What streams are about, and where in the cabinet they lie.
///
///     tickets/LYO/3/42/LYO-34217.LYO.jsonl   ticket 34217 of Lyon, as Lyon wrote it
///     tickets/LYO/3/42/LYO-34217.PAR.jsonl   … and as Paris did
///     kb/LYO/KB-0113.LYO.jsonl               an article
///     ledger/LYO.jsonl                       agents, customers, people
///     duty/LYO.jsonl                         substitutions and hand-overs of those on call
///
/// A leaf holds 100 numbers: a path is computed by a human, and a new ticket changes one small folder.
package struct Subject: Hashable, Sendable {
  let folder: String
  /// The beginning of its files' names; empty for the ledgers.
  let stem: String
  /// What the feed calls it.
  let name: String

  package static func ticket(_ id: TicketID) -> Subject {
    let number = id.number
    return Subject(
      folder: "tickets/\(id.site)/\(number / 10_000)/\(number / 100 % 100)", stem: id.description,
      name: id.description)
  }

  /// Adds to a path, which names a cabinet, the file that `writer` writes about a ticket: `file(by:)` of the ticket's
  /// subject. Fifty files are looked at before a list is shown, and strings put together from ten would cost more than
  /// the looks.
  package static func put(_ id: TicketID, by writer: String, to path: inout [UInt8]) {
    path.append(contentsOf: "/tickets/".utf8)
    path.append(contentsOf: id.site.utf8)
    for number in [id.number / 10_000, id.number / 100 % 100] {
      path.append(UInt8(ascii: "/"))
      put(number, to: &path)
    }
    path.append(UInt8(ascii: "/"))
    putName(id, by: writer, to: &path)
  }

  /// The name of that file in its leaf.
  static func putName(_ id: TicketID, by writer: String, to path: inout [UInt8]) {
    path.append(contentsOf: id.site.utf8)
    path.append(UInt8(ascii: "-"))
    put(id.number, to: &path)
    path.append(UInt8(ascii: "."))
    path.append(contentsOf: writer.utf8)
    path.append(contentsOf: ".jsonl".utf8)
  }

  private static func put(_ number: Int, to path: inout [UInt8]) {
    if number >= 10 { put(number / 10, to: &path) }
    path.append(UInt8(48 + number % 10))
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
  static let duty = Subject(folder: "duty", stem: "", name: "duty")

  /// The file that `site` writes.
  package func file(by site: String) -> String { folder + "/" + (stem.isEmpty ? "" : stem + ".") + site + ".jsonl" }

  /// The site that writes a file of this name; nil where the file is not about this subject.
  func writer(of name: String) -> String? {
    let prefix = stem.isEmpty ? "" : stem + "."
    guard name.hasPrefix(prefix), name.hasSuffix(".jsonl"), name.utf8.count > prefix.utf8.count + 6 else { return nil }
    let site = String(name.dropFirst(prefix.count).dropLast(6))
    return TicketID.isSiteCode(site) ? site : nil
  }
}
