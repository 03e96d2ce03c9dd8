import Desk
import Glibc

/// `index/log-N`: what changed since the segments were made, appended by whoever wrote a ticket or read one anew.
///
///     length (UInt32)  checksum (UInt32)  kind  …
///
/// An entry is one write; one that does not check ends the reading, and what it and those after it told is found
/// again by way of the feed.
struct IndexLog {
  /// A ticket as it was read, with its words.
  struct Entry: Sendable {
    var row: Row
    var bag: WordBag
  }

  /// Reading found all there is, or bytes that are no entry.
  struct Reading {
    var entries: [Entry] = []
    var place: FeedPlace?
    /// Bytes read and understood.
    var end = 0
    var isSpoilt = false
  }

  let path: String

  /// Its length in bytes; nil where there is none.
  var size: Int? { (try? Disk.status(path)).map { Int($0.st_size) } }

  /// What was appended from `offset` on.
  func read(from offset: Int) -> Reading {
    var reading = Reading(end: offset)
    guard let handle = try? Disk.open(path, O_RDONLY), let bytes = try? Disk.read(handle, from: offset) else {
      return reading
    }
    bytes.withUnsafeBytes { bytes in
      var at = 0
      while at + 8 <= bytes.count {
        let length = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
        let sum = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self))
        guard length > 0, length <= IndexLog.longest else {
          reading.isSpoilt = true
          return
        }
        // Half an entry: its writer is at work, or died.
        guard length <= bytes.count - at - 8 else { return }
        let body = UnsafeRawBufferPointer(rebasing: bytes[(at + 8)..<(at + 8 + length)])
        guard IndexLog.sum(body) == sum, (try? IndexLog.take(body, &reading)) != nil else {
          reading.isSpoilt = true
          return
        }
        at += 8 + length
        reading.end = offset + at
      }
    }
    return reading
  }

  private static func take(_ body: UnsafeRawBufferPointer, _ reading: inout Reading) throws(Unpacker.Spoilt) {
    var source = Unpacker(body)
    switch try source.int() {
    case rowKind: reading.entries.append(Entry(row: try Row(&source), bag: try WordBag(&source)))
    default: reading.place = try FeedPlace(&source)
    }
  }

  /// Appends tickets, and how far the feed had been read once they were. Says whether it did.
  @discardableResult func append(_ entries: [Entry], place: FeedPlace?) -> Bool {
    var out = Sink()
    for entry in entries {
      var body = Packer()
      body.put(IndexLog.rowKind)
      entry.row.pack(into: &body)
      entry.bag.pack(into: &body)
      IndexLog.frame(body.bytes, into: &out)
    }
    if let place {
      var body = Packer()
      body.put(IndexLog.placeKind)
      place.pack(into: &body)
      IndexLog.frame(body.bytes, into: &out)
    }
    guard let handle = try? Disk.open(path, O_WRONLY | O_APPEND | O_CREAT) else { return false }
    return (try? Disk.write(out.bytes, to: handle)) != nil
  }

  private static func frame(_ body: [UInt8], into out: inout Sink) {
    guard body.count <= longest else { return }
    out.put(UInt32(body.count))
    out.put(body.withUnsafeBytes { sum($0) })
    out.put(contentsOf: body)
  }

  private static func sum(_ bytes: UnsafeRawBufferPointer) -> UInt32 { UInt32(truncatingIfNeeded: Checksum.of(bytes)) }

  private static let rowKind = 1
  private static let placeKind = 2
  /// Bytes of one entry: a ticket of more words than that waits for the next segment.
  private static let longest = 8 << 20
}
