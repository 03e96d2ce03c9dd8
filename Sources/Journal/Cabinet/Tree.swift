import Desk
import Glibc

/// The folders under `tickets/`.
struct Tree: Sendable {
  let root: String

  /// The leaves, relative to the root: `tickets/LYO/3/42`.
  func leaves() throws(JournalError) -> [String] {
    var leaves: [String] = []
    for site in try Disk.names(in: root + "/tickets").sorted() where TicketID.isSiteCode(site) {
      for ten in try numbers(in: "tickets/" + site) {
        for leaf in try numbers(in: "tickets/\(site)/\(ten)") { leaves.append("tickets/\(site)/\(ten)/\(leaf)") }
      }
    }
    return leaves
  }

  /// Every stream of a ticket: whose it is and its file's name within its leaf.
  func walk(_ visit: (TicketID, String) -> Void) throws(JournalError) {
    for leaf in try leaves() {
      for name in try Disk.names(in: root + "/" + leaf) {
        if let (id, _) = Tree.parse(name) { visit(id, leaf + "/" + name) }
      }
    }
  }

  /// Reads `LYO-34217.PAR.jsonl`.
  static func parse(_ name: String) -> (TicketID, writer: String)? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2] == "jsonl", let id = TicketID(String(parts[0])), id.description == parts[0],
      TicketID.isSiteCode(String(parts[1]))
    else { return nil }
    return (id, String(parts[1]))
  }

  /// The numbers that belong in a leaf.
  static func ids(in leaf: String) -> [TicketID] {
    let parts = leaf.split(separator: "/")
    guard parts.count == 4, TicketID.isSiteCode(String(parts[1])), let ten = Int(parts[2]), let hundred = Int(parts[3]),
      (0...99_999).contains(ten), (0...99).contains(hundred)
    else { return [] }
    let first = ten * 10_000 + hundred * 100
    return (first..<first + 100).map { TicketID(site: String(parts[1]), number: $0) }
  }

  private func numbers(in folder: String) throws(JournalError) -> [Int] {
    try Disk.names(in: root + "/" + folder).compactMap { Int($0) }.sorted()
  }
}
