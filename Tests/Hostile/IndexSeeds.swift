import Desk
import Glibc
import Journal

extension IndexRig {
  /// Inputs to begin with: the parts of an index as the program makes it, and parts made by hand.
  package static func seeds(root: String) throws -> [[UInt8]] {
    let rig = try Cabinet.create(at: root, site: "LYO")
    let now = Instant(rfc3339: "2026-03-01T08:00:00.000Z") ?? Instant(ms: 0)
    let actor = Actor(name: "amel", profile: .n1, via: .tui)
    for at in 1...5 { _ = try rig.open(facts(at), as: actor, at: now) }
    _ = try rig.record(on: TicketID(site: "LYO", number: 2), as: actor, at: now) { _ in [.markedSpam] }
    let index = Index(rig)
    _ = try index.refresh()
    _ = try rig.open(facts(6), as: actor, at: now)
    _ = try index.refresh()
    let folder = root + "/index/"
    let files = names(folder)
    let segment = parts(of: bytes(folder + (files.first { $0.hasPrefix("segment-") } ?? "")))
    let log = entries(of: bytes(folder + (files.first { $0.hasPrefix("log-") } ?? "")))
    let one = manifest(["segment-1-0"])
    let query = Chunks.Chunk(.query, Array("bureau or -lent* subject:\"ecran noir\"".utf8))
    let upkeep = Chunks.Chunk(.options, [1])
    let folders = Chunks.Chunk(.folders, Array(bytes(folder + "folders").dropFirst(26)))
    let feed = Chunks.Chunk(.feed, Array("+LYO-1\n=LYO-2\n".utf8))
    let replaced = Chunks.Chunk(.replaced, replacing("segment-1-0", [0, 1, 4]))
    let lots: [[Chunks.Chunk]] =
      [
        [one] + segment, [one] + segment + log + [query], [manifest([])] + log + [folders, feed],
        [manifest(["segment-1-0", "segment-2-0"])] + segment + [Chunks.Chunk(.next, [])] + segment + [replaced, query],
        [one] + segment + log + [folders, feed, upkeep], ledger(), [one] + segment + ledger() + [upkeep],
      ]
      // The half entry at the end has the log made a segment.
      + unbelievable(log).map { [one] + segment + [$0, Chunks.Chunk(.log, [0x80])] }
      + [.max, Int64(UInt32.max)].map { last in
        [manifest(["segment-1-0"], generation: last)] + segment + log + [Chunks.Chunk(.log, [0x80])]
      }
    return lots.map { Chunks($0).bytes }
  }

  private static func parts(of segment: [UInt8]) -> [Chunks.Chunk] {
    Chunks.Tag.sections.enumerated().map { at, tag in
      let (start, length): (UInt64, UInt64) = (segment.word(64 + at * 16), segment.word(72 + at * 16))
      return Chunks.Chunk(tag, Array(segment[Int(start)..<Int(start + length)]))
    }
  }

  private static func entries(of log: [UInt8]) -> [Chunks.Chunk] {
    var found: [Chunks.Chunk] = []
    var at = 0
    while at + 8 < log.count {
      let length = Int(log.word(at, as: UInt32.self))
      found.append(Chunks.Chunk(.log, Array(log[(at + 8)..<(at + 8 + length)])))
      at += 8 + length
    }
    return found
  }

  /// An entry of the log with a number that no ticket has.
  private static func unbelievable(_ log: [Chunks.Chunk]) -> [Chunks.Chunk] {
    // Kind, site, number.
    guard let entry = log.first(where: { $0.bytes.starts(with: [2, 6, 76, 89, 79]) }) else { return [] }
    var least = Bytes()
    least.put(.min)
    var most = Bytes()
    most.put(.max)
    let (head, rest) = (entry.bytes.prefix(5), entry.bytes.dropFirst(6))
    let bodies = [head + [1] + rest, head + least.all + rest, head + most.all + rest]
    return bodies.map { Chunks.Chunk(.log, Array($0)) }
  }

  private static func manifest(_ segments: [String], generation: Int64 = 1) -> Chunks.Chunk {
    var out = Bytes()
    out.all = [1]
    out.put(generation)
    out.put(segments)
    out.put(Int64(min(segments.count, 1)))
    out.all.append(1)
    out.put("#0123456789abcdef\n")
    out.put(18)
    out.put([String]())
    return Chunks.Chunk(.manifest, out.all)
  }

  private static func replacing(_ name: String, _ ordinals: [UInt32]) -> [UInt8] {
    var out = Bytes()
    out.word(UInt32(name.utf8.count))
    out.all += name.utf8
    out.word(UInt32(ordinals.count))
    for ordinal in ordinals { out.word(ordinal) }
    return out.all
  }

  static func ledger() -> [Chunks.Chunk] {
    func block(_ table: UInt8, _ fill: (inout Bytes) -> Void) -> Chunks.Chunk {
      var out = Bytes()
      out.all = [table]
      out.put(1)
      fill(&out)
      return Chunks.Chunk(.ledger, out.all)
    }
    func nothing(_ out: inout Bytes, _ count: Int) { out.all += [UInt8](repeating: 0, count: count) }
    return [
      // Key, login, account, name, profile; mail, telephone, skills, active, role.
      block(0) {
        for text in ["amel", "amel", "unix-amel", "Amel", "n1"] { $0.put(text) }
        nothing(&$0, 2)
        $0.put(["réseau"])
        $0.all += [1, 0]
      },
      block(1) { for text in ["amel", "amel"] { $0.put(text) } },
      // Key, id, name, domains, sites, contracts; contact, shares, retired.
      block(2) {
        for text in ["acme", "acme", "ACME"] { $0.put(text) }
        for texts in [["acme.fr"], ["Lyon"], ["or"]] { $0.put(texts) }
        nothing(&$0, 3)
      }, block(3) { for text in ["acme.fr", "acme"] { $0.put(text) } },
      // Key, name; mail, telephone, customer, site, VIP, language, retired.
      block(4) {
        for text in ["zoé", "Zoé"] { $0.put(text) }
        nothing(&$0, 4)
        $0.all += [1, 0, 0]
      },
      // Key, id; customer, name; from, to, calendar, policy; classes, categories, sites, warnings, minutes, retired.
      block(6) {
        for text in ["or", "or"] { $0.put(text) }
        nothing(&$0, 1)
        $0.put("Or")
        nothing(&$0, 4)
        for texts in [["serveur"], ["Réseau"], []] { $0.put(texts) }
        $0.put(1)
        $0.put(80)
        $0.put(510)
        nothing(&$0, 1)
      },
    ]
  }
}
