/// An input of the index fuzzer: the parts that files are assembled from, each with what it is.
///
///     tag (1 byte)  length (2 bytes, little-endian)  bytes  …
///
/// Any bytes are such an input: a length beyond the end means what is left.
package struct Chunks {
  package struct Chunk {
    package var tag: UInt8
    package var bytes: [UInt8]

    package init(_ tag: Tag, _ bytes: [UInt8]) {
      self.tag = tag.rawValue
      self.bytes = bytes
    }

    fileprivate init(raw tag: UInt8, _ bytes: [UInt8]) {
      self.tag = tag
      self.bytes = bytes
    }

    package var meaning: Tag { Tag(rawValue: tag % UInt8(Tag.allCases.count)) ?? .rows }
  }

  /// New ones go to the end: inputs that are kept name them by number.
  package enum Tag: UInt8, CaseIterable {
    case rows, lengths, lookup, strings, heap, marks, dictionary, blocks, postings, replaced
    /// Offset in the header (2 bytes) and a byte to put there, again and again.
    case header
    /// What came so far is one segment; another begins.
    case next
    /// The manifest behind its seal; first a byte whose lowest bit asks for the time and boot of now at the end.
    case manifest
    /// The body of one entry of the log.
    case log
    case folders
    /// First a byte that says of which table.
    case ledger
    /// Offset in the whole ledger file and a byte to put there.
    case ledgerPatch
    case query
    case feed
    /// What else is done: 1 upkeep.
    case options
    case ranks
    case subjects

    /// The sections of a segment in the order of the file.
    static let sections: [Tag] = [
      .rows, .lengths, .lookup, .strings, .heap, .marks, .dictionary, .blocks, .postings, .subjects, .ranks,
      .replaced,
    ]
  }

  package var list: [Chunk] = []

  package init(_ list: [Chunk]) { self.list = list }

  package init(reading bytes: [UInt8]) {
    var at = 0
    while at + 3 <= bytes.count, list.count < Chunks.most {
      let length = Int(bytes[at + 1]) | Int(bytes[at + 2]) << 8
      let end = min(at + 3 + length, bytes.count)
      list.append(Chunk(raw: bytes[at], Array(bytes[(at + 3)..<end])))
      at = end
    }
  }

  package var bytes: [UInt8] {
    list.flatMap { chunk in
      let body = chunk.bytes.prefix(Chunks.longest)
      return [chunk.tag, UInt8(truncatingIfNeeded: body.count), UInt8(truncatingIfNeeded: body.count >> 8)] + body
    }
  }

  package static let longest = 65_535
  private static let most = 256
}
