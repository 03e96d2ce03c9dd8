import Desk
import Glibc

/// `index/ledger`: what the ledgers say, folded, in an order in which one entry is found without reading the others.
/// Derived, deletable, never synced; replaced whole; whatever is wrong with it, the ledgers are read instead.
///
///     guichet-ledger-6\n  checksum of the head  length of the head  head  places  blocks
///
/// The head names the cabinet, the ledgers it was made of, which configuration is in force since when, and the edition of
/// the contracts. Each table is cut into blocks of some 2 KB by the hash of the key; a table's places (16 bytes each:
/// offset and length of a block, its checksum) tell where they lie. An entry costs two small readings whatever the number
/// of entries.
final class LedgerFile: Register, Sendable {
  /// The ledgers as they were when they were folded, in the order of their sites.
  typealias Marks = [SiteMark]

  struct SiteMark: Hashable, Sendable {
    let site: String
    let mark: FileMark
  }

  private let handle: Handle
  /// Where the places begin, and the blocks after them.
  private let places: Int
  private let blocks: Int
  /// How many blocks each table has, in their order. Every command opens this file: dictionaries would cost it more
  /// than all the rest, for what the runtime looks up for each kind of key.
  private let counts: [Int]
  let reigns: [RuleBook.Reign]
  let contractEdition: ContractEdition
  /// For when a block proves to be spoilt.
  private let archive: Archive

  enum Table: Int, CaseIterable {
    case agents, accounts, customers, domains, people, versions, contracts, credits, assets, groups
    case contractsOfCustomer, assetsOfOwner, assetsAround
  }

  static let file = "index/ledger"
  private static let magic = Array("guichet-ledger-6\n".utf8)
  private static let fixed = magic.count + 16
  private static let placeLength = 16
  private static let blockLength = 2048
  /// Bytes of a head, and of a block, that will be read.
  private static let headLimit = 1 << 20
  private static let blockLimit = 1 << 24
  /// Bytes that hold most heads.
  private static let firstReading = 4096

  /// nil where there is none for this cabinet and these ledgers, or its head is spoilt.
  init?(_ archive: Archive, marks: Marks) {
    guard let handle = try? Disk.open(archive.root + "/" + LedgerFile.file, O_RDONLY),
      let start = LedgerFile.read(handle, 0, LedgerFile.firstReading), start.starts(with: LedgerFile.magic),
      start.count > LedgerFile.fixed
    else { return nil }
    let (sum, length) = start.withUnsafeBytes {
      (LedgerFile.word($0, LedgerFile.magic.count), LedgerFile.word($0, LedgerFile.magic.count + 8))
    }
    guard length <= LedgerFile.headLimit else { return nil }
    let end = LedgerFile.fixed + Int(length)
    guard
      let head = end <= start.count
        ? Array(start[LedgerFile.fixed..<end])
        : LedgerFile.read(handle, LedgerFile.fixed, Int(length)), head.count == Int(length), Checksum.of(head) == sum,
      let known = head.withUnsafeBytes({ try? LedgerFile.head($0, archive.store, marks) })
    else { return nil }
    self.handle = handle
    self.archive = archive
    (counts, reigns, contractEdition) = known
    places = end
    blocks = end + known.counts.reduce(0, +) * LedgerFile.placeLength
  }

  /// The head's counts of blocks, its reigns and its contracts' edition; nil where it was made of other ledgers.
  private static func head(
    _ head: UnsafeRawBufferPointer, _ store: String, _ marks: Marks
  ) throws(Unpacker.Spoilt) -> (counts: [Int], reigns: [RuleBook.Reign], contractEdition: ContractEdition)? {
    var source = Unpacker(head)
    guard try source.text() == store, try source.int() == marks.count else { return nil }
    for mark in marks {
      guard try source.text() == mark.site, try FileMark(&source) == mark.mark else { return nil }
    }
    var counts: [Int] = []
    for _ in Table.allCases {
      let count = try source.int()
      guard (1...blockLimit).contains(count) else { return nil }
      counts.append(count)
    }
    var reigns: [RuleBook.Reign] = []
    for _ in 0..<(try source.count()) {
      let since = Instant(ms: try source.int64())
      reigns.append(RuleBook.Reign(since: since, version: try source.text()))
    }
    let edition = ContractEdition(count: try source.int(), last: try source.text())
    return source.isAtEnd ? (counts, reigns, edition) : nil
  }

  // MARK: - One entry

  func agent(_ login: String) -> Agent? { one(.agents, login, Agent.init) { agents()[$0] } }

  func agent(account: String) -> Agent? {
    guard let login = one(.accounts, account, Unpacker.reference, { key in folded().agent(account: key)?.login }) else {
      return nil
    }
    return agent(login)
  }

  func customer(_ id: String) -> Customer? { one(.customers, id, Customer.init) { customers()[$0] } }

  func customer(domain: String) -> Customer? {
    let id = one(.domains, domain, Unpacker.reference) { key in
      customers().values.filter { $0.domains.contains { $0.lowercased() == key } }.map(\.id).min()
    }
    return id.flatMap { customer($0) }
  }

  func version(_ name: String) -> ConfigVersion? { one(.versions, name, ConfigVersion.init) { versions()[$0] } }

  func contract(_ id: String) -> Contract? { one(.contracts, id, Contract.init) { contracts()[$0] } }
  func credits(of contract: String) -> [ContractCredit]? {
    one(.credits, contract, ContractCredit.list) { credits()[$0] }
  }
  func asset(_ id: String) -> Asset? { one(.assets, id, Asset.init) { assets()[$0] } }
  func group(_ id: String) -> Group? { one(.groups, id, Group.init) { groups()[$0] } }

  func ids(_ reference: Reference, to key: String) -> [String] {
    one(Table(reference), key, Unpacker.references) { key in
      reference.pairs(of: folded()).filter { $0.key == key }.map(\.id).sorted()
    } ?? []
  }

  func person(_ key: String) -> Person? { one(.people, key, Person.init) { people()[$0] } }

  /// The entry of a key. A text that can be written in several ways (NFC, NFD) is looked for among all, as a
  /// dictionary compares; so is any where the block is spoilt.
  private func one<Value>(
    _ table: Table, _ key: String, _ unpack: (inout Unpacker) throws(Unpacker.Spoilt) -> Value,
    _ among: (String) -> Value?
  ) -> Value? {
    guard let block = block(table, LedgerFile.number(key, of: counts[table.rawValue])) else { return among(key) }
    let found = block.withUnsafeBytes { bytes in
      Result<Value?, Unpacker.Spoilt> { () throws(Unpacker.Spoilt) in
        var source = Unpacker(bytes)
        for _ in 0..<(try source.count()) {
          let isIt = try source.text() == key
          let value = try unpack(&source)
          if isIt { return value }
        }
        return nil
      }
    }
    guard case .success(let value) = found else { return among(key) }
    if value == nil, !key.utf8.allSatisfy({ $0 < 0x80 }) { return among(key) }
    return value
  }

  // MARK: - All entries

  func agents() -> [String: Agent] { all(.agents, Agent.init) ?? folded().agents.all }
  func customers() -> [String: Customer] { all(.customers, Customer.init) ?? folded().customers.all }
  func people() -> [String: Person] { all(.people, Person.init) ?? folded().people.all }

  func contracts() -> [String: Contract] { all(.contracts, Contract.init) ?? folded().contracts.all }
  func credits() -> [String: [ContractCredit]] { all(.credits, ContractCredit.list) ?? folded().credits.all }
  func assets() -> [String: Asset] { all(.assets, Asset.init) ?? folded().assets.all }
  func groups() -> [String: Group] { all(.groups, Group.init) ?? folded().groups.all }

  func versions() -> [String: ConfigVersion] { all(.versions, ConfigVersion.init) ?? folded().versions.all }

  private func all<Value>(
    _ table: Table, _ unpack: (inout Unpacker) throws(Unpacker.Spoilt) -> Value
  ) -> [String: Value]? {
    var entries: [String: Value] = [:]
    for number in 0..<(counts[table.rawValue]) {
      guard let block = block(table, number) else { return nil }
      let isWhole: Void? = block.withUnsafeBytes { bytes in
        try? { () throws(Unpacker.Spoilt) in
          var source = Unpacker(bytes)
          for _ in 0..<(try source.count()) { entries[try source.text()] = try unpack(&source) }
        }()
      }
      if isWhole == nil { return nil }
    }
    return entries
  }

  /// The ledgers themselves; the file that made it necessary goes, so that the next to ask makes another.
  private func folded() -> Directory {
    unlink(archive.root + "/" + LedgerFile.file)
    return (try? archive.foldLedger().directory) ?? Directory()
  }

  // MARK: - Bytes

  /// A block whose checksum is right.
  private func block(_ table: Table, _ number: Int) -> [UInt8]? {
    let before = counts.prefix(table.rawValue).reduce(0, +)
    let at = places + (before + number) * LedgerFile.placeLength
    guard let place = LedgerFile.read(handle, at, LedgerFile.placeLength), place.count == LedgerFile.placeLength else {
      return nil
    }
    let (span, sum) = place.withUnsafeBytes { (LedgerFile.word($0, 0), LedgerFile.word($0, 8)) }
    let (offset, length) = (Int(span >> 32), Int(span & 0xFFFF_FFFF))
    guard length <= LedgerFile.blockLimit, let bytes = LedgerFile.read(handle, blocks + offset, length),
      bytes.count == length, Checksum.of(bytes) == sum
    else { return nil }
    return bytes
  }

  /// Up to so many bytes; nil on an error.
  private static func read(_ handle: borrowing Handle, _ offset: Int, _ length: Int) -> [UInt8]? {
    var got = 0
    let fd = handle.fd
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      got = Disk.again { pread(fd, buffer.baseAddress, length, off_t(offset)) }
      count = max(got, 0)
    }
    return got < 0 ? nil : bytes
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  /// The block that a key belongs to.
  private static func number(_ key: String, of count: Int) -> Int {
    var key = key
    return key.withUTF8 { Int(Checksum.of(UnsafeRawBufferPointer($0)) % UInt64(count)) }
  }
}

// Making it.
extension LedgerFile {
  /// Replaces the file; nothing is said where the disk would not have it.
  static func save(_ directory: Directory, _ archive: Archive, marks: Marks) {
    guard let bytes = bytes(directory, archive.store, marks) else { return }
    try? Disk.makeFolders("index", under: archive.root)
    try? Derived.replace(file, with: bytes, under: archive.root)
  }

  /// nil where there is more than places can tell of.
  private static func bytes(_ directory: Directory, _ store: String, _ marks: Marks) -> [UInt8]? {
    var places: [UInt8] = []
    var blocks: [UInt8] = []
    var head = Packer()
    head.put(store)
    head.put(marks.count)
    for mark in marks {
      head.put(mark.site)
      mark.mark.pack(into: &head)
    }
    for table in Table.allCases {
      let cut = cut(table.entries(of: directory))
      head.put(cut.count)
      for block in cut {
        guard blocks.count <= UInt32.max else { return nil }
        append(UInt64(blocks.count) << 32 | UInt64(block.count), to: &places)
        append(Checksum.of(block), to: &places)
        blocks += block
      }
    }
    let reigns = directory.reigns
    head.put(reigns.count)
    for reign in reigns {
      head.put(reign.since)
      head.put(reign.version)
    }
    head.put(directory.contractEdition.count)
    head.put(directory.contractEdition.last)
    var out = magic
    append(Checksum.of(head.bytes), to: &out)
    append(UInt64(head.bytes.count), to: &out)
    return out + head.bytes + places + blocks
  }

  /// Entries packed one by one, put into blocks by their keys.
  private static func cut(_ entries: [(key: String, pack: (inout Packer) -> Void)]) -> [[UInt8]] {
    var measure = Packer()
    for entry in entries {
      measure.put(entry.key)
      entry.pack(&measure)
    }
    var groups = [[Int]](repeating: [], count: measure.bytes.count / blockLength + 1)
    for (at, entry) in entries.enumerated() { groups[number(entry.key, of: groups.count)].append(at) }
    return groups.map { group in
      var block = Packer()
      block.put(group.count)
      for at in group {
        block.put(entries[at].key)
        entries[at].pack(&block)
      }
      return block.bytes
    }
  }

  private static func append(_ word: UInt64, to out: inout [UInt8]) {
    withUnsafeBytes(of: word.littleEndian) { out.append(contentsOf: $0) }
  }
}

extension LedgerFile.Table {
  /// What the table holds, each with its packing.
  fileprivate func entries(of directory: Directory) -> [(key: String, pack: (inout Packer) -> Void)] {
    switch self {
    case .agents: return directory.agents.all.map { (key, agent) in (key, agent.pack) }
    case .accounts:
      let logins = directory.agents.values.map { ($0.account, $0.login) }
      return Dictionary(logins, uniquingKeysWith: min).map { (key, login) in (key, { $0.put(login) }) }
    case .customers: return directory.customers.all.map { (key, customer) in (key, customer.pack) }
    case .domains:
      let ids = directory.customers.values.flatMap { customer in customer.domains.map { ($0.lowercased(), customer.id) }
      }
      return Dictionary(ids, uniquingKeysWith: min).map { (key, id) in (key, { $0.put(id) }) }
    case .people: return directory.people.all.map { (key, person) in (key, person.pack) }
    case .versions: return directory.versions.all.map { (key, version) in (key, version.pack) }
    case .contracts: return directory.contracts.all.map { (key, contract) in (key, contract.pack) }
    case .credits: return directory.credits.all.map { (key, credits) in (key, { ContractCredit.pack(credits, &$0) }) }
    case .assets: return directory.assets.all.map { (key, asset) in (key, asset.pack) }
    case .groups: return directory.groups.all.map { (key, group) in (key, group.pack) }
    case .contractsOfCustomer: return LedgerFile.Table.ids(.contractsOfCustomer, directory)
    case .assetsOfOwner: return LedgerFile.Table.ids(.assetsOfOwner, directory)
    case .assetsAround: return LedgerFile.Table.ids(.assetsAround, directory)
    }
  }

  init(_ reference: Reference) {
    switch reference {
    case .contractsOfCustomer: self = .contractsOfCustomer
    case .assetsOfOwner: self = .assetsOfOwner
    case .assetsAround: self = .assetsAround
    }
  }

  private static func ids(
    _ reference: Reference, _ directory: Directory
  ) -> [(key: String, pack: (inout Packer) -> Void)] {
    Dictionary(grouping: reference.pairs(of: directory), by: \.key).map { key, pairs in
      (key, { $0.put(pairs.map(\.id).sorted()) })
    }
  }
}

extension Unpacker {
  /// The key of an entry of another table.
  fileprivate static func reference(_ source: inout Unpacker) throws(Spoilt) -> String { try source.text() }
  /// The keys of entries of another table.
  fileprivate static func references(_ source: inout Unpacker) throws(Spoilt) -> [String] { try source.texts() }
}
