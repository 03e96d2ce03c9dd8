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

  /// Reads `LYO-34217.PAR.jsonl`: as the program writes it, and no other way.
  static func parse(_ name: String) -> (TicketID, writer: String)? {
    var name = name
    return name.withUTF8 { bytes in
      let ending = ".jsonl".utf8
      guard bytes.count > ending.count, bytes.suffix(ending.count).elementsEqual(ending),
        let dash = bytes.firstIndex(of: UInt8(ascii: "-")), let dot = bytes[dash...].firstIndex(of: UInt8(ascii: ".")),
        dot < bytes.count - ending.count, let number = number(bytes[(dash + 1)..<dot])
      else { return nil }
      let site = String(decoding: bytes[..<dash], as: UTF8.self)
      let writer = String(decoding: bytes[(dot + 1)..<(bytes.count - ending.count)], as: UTF8.self)
      guard TicketID.isSiteCode(site), TicketID.isSiteCode(writer) else { return nil }
      return (TicketID(site: site, number: number), writer)
    }
  }

  /// A ticket's number in digits, without a zero before them.
  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard (1...9).contains(digits.count), digits.first != UInt8(ascii: "0") else { return nil }
    var number = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
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
