import Desk
import Glibc
import Journal

/// Ways to bend a file, and the names `verify` may give to what comes of it. Of the last ones the chain is whole:
/// only what is remembered tells.
enum Bend: String, CaseIterable, Sendable {
  case cutInALine, flippedBit, changedLetter, doubledLine, swappedLines, lostMiddleLine, lostFirstLine, joinedLines
  case zerosAppended, zerosInside, strayLine, otherFilesLine, otherFilesPage, otherFile, editedAndSealedAgain, junkLine,
    renumbered
  case sameNumberTwice
  case cutAtALine, olderCopy, emptied, removed, chainMadeAnew

  /// Nothing that was acknowledged is gone.
  var isHarmless: Bool { self == .zerosAppended || self == .junkLine }

  var names: Set<String> {
    switch self {
    case .cutInALine: ["shortened"]
    // A bit can make a newline, or unmake one.
    case .flippedBit, .changedLetter, .zerosInside: ["flipped", "emptied"]
    case .doubledLine: ["doubled"]
    case .swappedLines: ["reordered"]
    case .lostMiddleLine, .lostFirstLine: ["missing"]
    case .joinedLines: ["joined"]
    case .zerosAppended: ["zeros"]
    case .otherFilesLine, .otherFilesPage, .otherFile: ["foreign"]
    case .editedAndSealedAgain, .renumbered, .chainMadeAnew: ["rewritten"]
    case .junkLine: ["closed_off"]
    case .strayLine: ["stray"]
    case .sameNumberTwice: ["duplicate_number"]
    case .cutAtALine: ["shortened"]
    case .olderCopy: ["older_copy"]
    case .emptied: ["emptied"]
    case .removed: ["removed"]
    }
  }

  func apply(to good: [UInt8], other: [UInt8], store: String, _ random: inout Seeded) -> [UInt8]? {
    var lines = good.split(separator: 10).map { Array($0) + [10] }
    let middle = 1 + random.below(lines.count - 2)
    switch self {
    case .cutInALine: return Array(good.dropLast(2 + random.below(lines.last!.count - 3)))
    case .flippedBit:
      var bytes = good
      bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
      return bytes
    case .changedLetter:
      let at = lines[middle].firstIndex(of: UInt8(ascii: "f"))!
      lines[middle][at] = UInt8(ascii: "g")
    case .doubledLine: lines.insert(lines[middle], at: random.below(2) == 0 ? middle : lines.count)
    case .swappedLines: lines.swapAt(middle, middle - 1)
    case .lostMiddleLine: lines.remove(at: middle)
    case .lostFirstLine: lines.removeFirst()
    case .joinedLines: lines[middle].removeLast()
    case .zerosAppended: return good + [UInt8](repeating: 0, count: 1 + random.below(600))
    case .zerosInside:
      var bytes = good
      let at = random.below(bytes.count - 100)
      for place in at..<(at + 1 + random.below(99)) { bytes[place] = 0 }
      return bytes
    case .otherFilesLine: lines[middle] = Array(other.split(separator: 10)[middle]) + [10]
    case .otherFilesPage:
      // A sector of another file, at the place it has there.
      let at = random.below(min(good.count, other.count) / 512) * 512
      var bytes = good
      for place in at..<min(at + 512, good.count, other.count) { bytes[place] = other[place] }
      return bytes
    case .otherFile: return other
    case .editedAndSealedAgain: lines[middle] = Bend.resealed(lines[middle], "body", "b0dy")
    case .junkLine: lines.insert(Array("{\"v\":1,\"n\":\n".utf8), at: middle)
    case .strayLine: lines.insert(Array("garbage hello\n".utf8), at: random.below(2) == 0 ? middle : lines.count)
    case .renumbered: lines[middle] = Bend.resealed(lines[middle], "\"n\":\(middle + 1)", "\"n\":\(middle + 2)")
    case .sameNumberTwice:
      // Two writers that did not lock: both lean on the same line and claim the same number.
      let text = String(decoding: lines[middle], as: UTF8.self)
      let id = text.split(separator: "\"u\":\"")[1].prefix(16)
      lines.insert(Bend.resealed(lines[middle], String(id), Token.event()), at: middle + 1)
    case .cutAtALine: lines.removeLast(1 + random.below(lines.count - 1))
    case .olderCopy: lines.removeLast(1 + random.below(lines.count - 1))
    case .emptied: return random.below(2) == 0 ? [] : [UInt8](repeating: 0, count: good.count)
    case .removed: return nil
    case .chainMadeAnew:
      var seal = Seal.genesis(store: store, file: "LYO-2.LYO.jsonl")
      return (1...(lines.count + random.below(3))).flatMap { n -> [UInt8] in
        var bytes: [UInt8] = []
        seal = Entrant(note("forged \(n)"), as: amel, at: noon).append(
          n: n, previous: seal, lamport: Int64(n), to: &bytes)
        return bytes
      }
    }
    return lines.flatMap { $0 }
  }

  /// A line with some words changed and its seal made right again.
  private static func resealed(_ line: [UInt8], _ from: String, _ to: String) -> [UInt8] {
    let text = String(decoding: line, as: UTF8.self)
    let body = text[..<text.ranges(of: ",\"h\":\"").last!.lowerBound].replacing(from, with: to)
    return Array("\(body),\"h\":\"\(SHA256.hash(Array(body.utf8)).seal)\"}\n".utf8)
  }
}

extension Cabinet {
  /// Three tickets of a few events each.
  func furnish(_ random: inout Seeded) throws {
    for at in 0..<3 {
      let (id, _) = try open(opened("ticket \(at)"), as: amel, at: noon)
      for step in 1...(5 + random.below(4)) {
        _ = try record(on: id, as: amel, at: noon + 1) { _ in [note("\(step) of \(at), found in the office")] }
      }
    }
  }
}
