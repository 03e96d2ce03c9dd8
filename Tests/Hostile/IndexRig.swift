import Desk
import Glibc
import Journal

/// A small cabinet whose index is replaced by hostile files, and then asked all that a user asks.
package final class IndexRig {
  private let root: String
  private let seals: IndexImages.Seals
  private let mainQueries: [Query]

  private static let now = Instant(rfc3339: "2026-03-02T12:00:00.000Z") ?? Instant(ms: 0)
  private static let actor = Actor(name: "amel", profile: .n1, via: .tui)
  private static let store = "abcdefghjkmnpqrstvwxyz0123"
  private static let feedHead = Array("#0123456789abcdef\n".utf8)
  private static let queryTexts = [
    "imprimante", "impr", "\"reseau lent\"", "-bureau @me", "#2", "subject:ecran from:luc", "updated:<3d or tag:vip",
    "state:resolved owner:none", "site:lyon customer:acme group:n2 p1",
  ]

  /// Makes the cabinet in a folder that is not there yet.
  package init(root: String) throws {
    self.root = root
    _ = try Cabinet.create(at: root, site: "LYO")
    // The same seals on every machine, so that an input means the same everywhere.
    let charter =
      "{\"format\":1,\"site\":\"LYO\",\"site_id\":\"\(IndexRig.store)\",\"store\":\"\(IndexRig.store)\"}\n"
    IndexRig.write(Array(charter.utf8), root + "/guichet.json")
    let cabinet = try Cabinet(opening: root)
    for at in 1...2 {
      _ = try cabinet.open(IndexRig.facts(at), as: IndexRig.actor, at: IndexRig.now)
    }
    _ = try Index(cabinet).refresh()
    let index = root + "/index/"
    let manifest = IndexRig.bytes(index + "manifest")
    let body = Array(manifest.dropFirst("guichet-manifest-1\n".utf8.count + 8))
    // Two varints are the seal; time and boot close it, the boot's 36 letters after one byte of length.
    var end = 0
    for _ in 0..<2 { end = (body[end...].firstIndex { $0 < 0x80 } ?? end) + 1 }
    var nowAt = body.count - 38
    while nowAt > 0, body[nowAt - 1] >= 0x80 { nowAt -= 1 }
    let name = IndexRig.names(index).first { $0.hasPrefix("segment-") } ?? ""
    let segment = IndexRig.bytes(index + name)
    seals = IndexImages.Seals(
      segment: Array(segment[32..<48]), manifest: Array(body[..<end]), now: Array(body[nowAt...]),
      store: IndexRig.store)
    mainQueries = IndexRig.queryTexts.compactMap { try? Query($0) }
  }

  static func facts(_ at: Int) -> [Fact] {
    [
      .opened(
        Opening(
          subject: "Écran noir \(at)", channel: .phone, requester: Party(name: "Luc", email: "luc@acme.fr"),
          customer: "ACME", site: "Lyon")), .noteAdded(Note(Body("imprimante du bureau \(at), réseau lent"))),
      .tagAdded("vip"),
    ]
  }

  /// Puts the files in place and asks. Whatever they say, it must come back, and soon.
  package func run(_ input: [UInt8]) {
    let images = IndexImages(Chunks(reading: input), seals: seals)
    place(images)
    guard let cabinet = try? Cabinet(opening: root) else { return }
    let index = Index(cabinet)
    ask(index, images.queries)
    askDirectory(cabinet)
    _ = try? index.refresh()
    if images.wantsUpkeep { _ = try? index.upkeep() }
    ask(index, images.queries)
    _ = index.alarms
  }

  /// What the directory says of the ledger's file that the seeds begin with: an image whose head is no longer that of
  /// the program would be passed over, and none of its readers met.
  package func believed() -> [String?] {
    place(IndexImages(Chunks(IndexRig.ledger()), seals: seals))
    let directory = try? Cabinet(opening: root).directory()
    return [
      directory?.agents["amel"]?.name, directory?.agent(account: "amel")?.login, directory?.customers["acme"]?.name,
      directory?.customer(email: "a@acme.fr")?.id, directory?.people["zoé"]?.party.name,
      directory?.contracts["or"]?.name,
    ]
  }

  private func place(_ images: IndexImages) {
    let index = root + "/index/"
    for name in IndexRig.names(index) where name != "lock" { unlink(index + name) }
    for (at, bytes) in images.segments.prefix(4).enumerated() { IndexRig.write(bytes, index + "segment-\(at + 1)-0") }
    if !images.log.isEmpty { IndexRig.write(images.log, index + "log-\(images.generation)") }
    if let folders = images.folders {
      IndexRig.write(folders, index + "folders")
      // Not looked at within the last second.
      var times = [timespec(), timespec()]
      utimensat(AT_FDCWD, index + "folders", &times, 0)
    }
    if let ledger = images.ledger { IndexRig.write(ledger, index + "ledger") }
    if let manifest = images.manifest { IndexRig.write(manifest, index + "manifest") }
    IndexRig.write(IndexRig.feedHead + images.feed, root + "/run/feed")
  }

  private func ask(_ index: Index, _ texts: [String]) {
    let asker = Query.Asker(login: "amel", now: IndexRig.now)
    let own = texts.prefix(3).compactMap { try? Query($0, typing: true) }
    for order in Order.allCases {
      let counts = order == .next ? mainQueries : []
      let found = index.list(
        ListRequest(.all, order: order, asker: asker, limit: 300, counts: counts, countsPressing: true))
      guard let middle = found.rows.dropFirst(found.rows.count / 2).first else { continue }
      let place = order.place(of: middle, at: IndexRig.now)
      for part: ListRequest.Part in [.last, .after(place), .before(place), .around(place), .none] {
        _ = index.list(ListRequest(.all, order: order, asker: asker, part: part, limit: 3, holding: [middle.id]))
      }
    }
    for query in own + mainQueries {
      let listing = index.list(ListRequest(query, order: .updated, asker: asker, limit: 3))
      for row in listing.rows { _ = index.summary(row.id) }
    }
    for text in texts.prefix(2) + ["imprimante", "bure", "ecran lent"] {
      _ = index.search(Question(text, typing: true), within: .all, asker: asker, limit: 10)
    }
    for id in [
      TicketID(site: "LYO", number: 1), TicketID(site: "PAR", number: 999_999_999), TicketID(site: "", number: -1),
    ] {
      _ = index.summary(id)
    }
  }

  private func askDirectory(_ cabinet: Cabinet) {
    guard let directory = try? cabinet.directory() else { return }
    for key in ["amel", "", "zoé", "acme"] {
      _ = directory.agents[key]
      _ = directory.customers[key]
      _ = directory.people[key]
      _ = directory.agent(account: key)
      _ = directory.customer(email: "a@\(key).fr")
    }
    _ = directory.contracts["or"]
    _ = directory.assets["SRV-1"]
    _ = directory.groups["reseau"]
    _ = directory.contracts(of: "acme")
    _ = directory.contracts.all
    _ = directory.credits.all
    _ = directory.assets.all
    _ = directory.groups.all
    _ = directory.versions.all
    _ = directory.agents.all
    _ = directory.customers.all
    _ = directory.people.all
  }

  // MARK: - Files

  static func write(_ bytes: [UInt8], _ path: String) {
    let file = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0 else { return }
    _ = Glibc.write(file, bytes, bytes.count)
    close(file)
  }

  static func bytes(_ path: String) -> [UInt8] {
    let file = Glibc.open(path, O_RDONLY)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let got = read(file, &bytes, bytes.count)
    return Array(bytes.prefix(max(got, 0)))
  }

  static func names(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
