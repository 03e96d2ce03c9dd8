import Journal

/// Files of the index made of hostile parts, with magic, sizes and checksums right: a checksum would stop every
/// mutation at the door, and the readers behind it would never meet one.
struct IndexImages {
  var segments: [[UInt8]] = []
  var manifest: [UInt8]?
  /// What the manifest says of it names the log.
  var generation: Int64 = 1
  var log: [UInt8] = []
  var folders: [UInt8]?
  var ledger: [UInt8]?
  var queries: [String] = []
  var feed: [UInt8] = []
  var wantsUpkeep = false

  /// What names the cabinet and its rules in the files.
  struct Seals {
    /// As a segment holds them.
    var segment: [UInt8]
    /// As a manifest packs them.
    var manifest: [UInt8]
    /// The end of a manifest made now: time and boot.
    var now: [UInt8]
    var store: String
  }

  init(_ chunks: Chunks, seals: Seals) {
    var parts: [Chunks.Tag: [UInt8]] = [:]
    var tables = [[[UInt8]]](repeating: [], count: IndexImages.tables)
    var ledgerPatches: [UInt8] = []
    for chunk in chunks.list {
      switch chunk.meaning {
      case .next:
        segments.append(IndexImages.segment(parts, seals))
        parts = [:]
      case .manifest:
        let tail = chunk.bytes.dropFirst() + ((chunk.bytes.first ?? 0) & 1 == 1 ? seals.now : [])
        generation = Array(tail).varint
        manifest = IndexImages.summed("guichet-manifest-1\n", seals.manifest + tail)
      case .log:
        var entry = Bytes()
        entry.word(UInt32(chunk.bytes.count))
        entry.word(UInt32(truncatingIfNeeded: Checksum.of(chunk.bytes)))
        log += entry.all + chunk.bytes
      case .folders: folders = IndexImages.summed("guichet-folders-1\n", chunk.bytes)
      case .ledger: tables[Int(chunk.bytes.first ?? 0) % IndexImages.tables].append(Array(chunk.bytes.dropFirst()))
      case .ledgerPatch: ledgerPatches += chunk.bytes
      case .query: queries.append(String(decoding: chunk.bytes.prefix(200), as: UTF8.self))
      case .feed: feed += chunk.bytes
      case .options: wantsUpkeep = (chunk.bytes.first ?? 0) & 1 == 1
      default: parts[chunk.meaning, default: []] += chunk.bytes
      }
    }
    if parts[.rows] != nil || parts[.header] != nil { segments.append(IndexImages.segment(parts, seals)) }
    if tables.contains(where: { !$0.isEmpty }) || !ledgerPatches.isEmpty {
      ledger = IndexImages.ledger(tables, ledgerPatches, seals)
    }
  }

  private static func summed(_ magic: String, _ body: [UInt8]) -> [UInt8] {
    var out = Bytes()
    out.all += magic.utf8
    out.word(Checksum.of(body))
    return out.all + body
  }

  /// A segment of these sections. Header patches come before the sum.
  private static func segment(_ parts: [Chunks.Tag: [UInt8]], _ seals: Seals) -> [UInt8] {
    let rows = parts[.rows] ?? []
    let docs = rows.count / 128
    var body: [UInt8] = []
    var table = Bytes()
    for tag in Chunks.Tag.sections {
      var bytes = parts[tag] ?? []
      switch tag {
      case .rows: bytes = bytes.sized(docs * 128)
      case .lengths: bytes = bytes.sized(docs * 2)
      case .lookup: bytes = bytes.sized(docs * 12)
      case .ranks: bytes = bytes.sized(docs / 2 * 28)
      default: break
      }
      table.word(UInt64(512 + body.count))
      table.word(UInt64(bytes.count))
      body += bytes
      body = body.sized((body.count + 7) / 8 * 8)
    }
    var checks = Bytes()
    for start in stride(from: 0, to: body.count, by: 4096) {
      checks.word(UInt32(truncatingIfNeeded: Checksum.of(Array(body[start..<min(start + 4096, body.count)]))))
    }
    table.word(UInt64(512 + body.count))
    table.word(UInt64(checks.all.count))
    var head = Bytes()
    head.all = Array("guichet-segm-6\r\n".utf8)
    head.word(UInt64(0))
    head.word(UInt64(512 + body.count + checks.all.count))
    head.all += seals.segment
    head.word(UInt32(docs))
    head.word(UInt32(docs / 2))
    head.word(UInt64(docs * 7))
    var header = (head.all + table.all).sized(512)
    header.apply(patches: parts[.header] ?? [])
    header.set(16, Checksum.of(Array(header[24...])) ^ Checksum.of(checks.all))
    return header + body + checks.all
  }

  /// Tables of the ledger's file.
  private static let tables = 13

  /// A file of what the ledgers of a cabinet without ledgers say.
  private static func ledger(_ tables: [[[UInt8]]], _ patches: [UInt8], _ seals: Seals) -> [UInt8] {
    var head = Bytes()
    head.put(seals.store)
    head.put(0)
    var places = Bytes()
    var blocks: [UInt8] = []
    for table in tables {
      let table = table.isEmpty ? [[0]] : table
      head.put(Int64(table.count))
      for block in table {
        places.word(UInt64(blocks.count) << 32 | UInt64(block.count))
        places.word(Checksum.of(block))
        blocks += block
      }
    }
    // No configuration was ever in force, and no contract spoken of.
    head.put(0)
    head.put(0)
    head.put("")
    var out = Bytes()
    out.all += "guichet-ledger-6\n".utf8
    out.word(UInt64(0))
    out.word(UInt64(head.all.count))
    var bytes = out.all + head.all + places.all + blocks
    bytes.apply(patches: patches)
    let length = Int(bytes.word(25, as: UInt64.self).clamped(to: UInt64(bytes.count - 33)))
    bytes.set(17, Checksum.of(Array(bytes[33..<(33 + length)])))
    return bytes
  }
}

extension UInt64 {
  fileprivate func clamped(to most: UInt64) -> UInt64 { Swift.min(self, most) }
}
