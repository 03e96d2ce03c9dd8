import Desk
import Glibc

/// A journal file as it was read: the lines that are events, and what is wrong with the rest.
package struct Scroll: Sendable {
  /// Valid lines in file order.
  package private(set) var lines: [Line] = []
  package private(set) var flaws: [Flaw] = []
  /// Bytes read: the size of the file.
  package private(set) var size = 0
  /// What stands after the last newline.
  package private(set) var tail = Tail.clean

  /// How a file ends.
  package enum Tail: Hashable, Sendable {
    case clean
    /// Bytes that are no line: a writer is at work, or died.
    case torn
    /// A whole valid line that lacks its newline only. The next writer makes it count.
    case unended
  }

  /// Something wrong at a line, counted from 1.
  package struct Flaw: Hashable, Sendable {
    package var line: Int
    package var kind: Damage.Kind
  }

  /// Flaws up to the last valid line.
  private var settled = 0

  /// What the next line leans on.
  package var head: Seal
  /// The highest number and the highest clock of the valid lines.
  package private(set) var lastNumber = 0
  package private(set) var lamport: Int64 = 0

  /// Reads all of a file. A line is an event only if its seal is right; what is not is a flaw and reading goes on.
  /// With `adoptingUnended` a last line that lacks only its newline counts, as it does for a writer.
  package init(_ bytes: UnsafeRawBufferPointer, genesis: Seal, adoptingUnended: Bool = false) {
    head = genesis
    size = bytes.count
    var spans: [UnsafeRawBufferPointer] = []
    var start = 0
    while start < bytes.count, let base = bytes.baseAddress {
      guard let newline = memchr(base + start, 10, bytes.count - start) else { break }
      let end = base.distance(to: UnsafeRawPointer(newline))
      spans.append(UnsafeRawBufferPointer(start: base + start, count: end - start))
      start = end + 1
    }
    take(spans)
    if start < bytes.count {
      takeTail(UnsafeRawBufferPointer(rebasing: bytes[start...]), spans.count + 1, adoptingUnended)
    }
  }

  /// Takes in whole lines. Their seals are worked out together: half the work of reading a line is its hash.
  private mutating func take(_ spans: [UnsafeRawBufferPointer]) {
    let bodies = spans.map { Line.body(of: $0) }
    let digests = SHA256.hash(each: bodies.compactMap(\.self))
    lines.reserveCapacity(digests.count)
    var next = 0
    for (at, span) in spans.enumerated() {
      guard bodies[at] != nil else {
        flaws.append(Flaw(line: at + 1, kind: .junk(Line.fault(of: span), passedOver: false)))
        continue
      }
      switch Line.read(span, hashed: digests[next].seal) {
      case .success(let line): follow(line, at + 1)
      case .failure(let fault): flaws.append(Flaw(line: at + 1, kind: .junk(fault, passedOver: false)))
      }
      next += 1
    }
  }

  private mutating func takeTail(_ bytes: UnsafeRawBufferPointer, _ number: Int, _ adopting: Bool) {
    guard case .success(let line) = Line.read(bytes) else {
      tail = .torn
      flaws.append(Flaw(line: number, kind: .torn(bytes: bytes.count)))
      return
    }
    tail = .unended
    if adopting { follow(line, number) } else { flaws.append(Flaw(line: number, kind: .unended)) }
  }

  /// Takes in a valid line and notes how it stands to the one before.
  private mutating func follow(_ line: Line, _ number: Int) {
    if line.version != Line.format { flaws.append(Flaw(line: number, kind: .foreignVersion(line.version))) }
    if line.previous == head { passOver() } else { flaws.append(Flaw(line: number, kind: .brokenChain)) }
    if line.n <= lastNumber {
      flaws.append(Flaw(line: number, kind: .doubled(n: line.n)))
    } else if line.n > lastNumber + 1 {
      flaws.append(Flaw(line: number, kind: .missing(from: lastNumber + 1, to: line.n - 1)))
    }
    if line.lamport > lamport + Limits.lamportJump {
      flaws.append(Flaw(line: number, kind: .clockJump(to: line.lamport)))
    } else {
      lamport = max(lamport, line.lamport)
    }
    lastNumber = max(lastNumber, line.n)
    head = line.seal
    lines.append(line)
    settled = flaws.count
  }

  /// A valid line leans on the valid line before it: what lies between was no event when it was written.
  private mutating func passOver() {
    for at in settled..<flaws.count {
      if case .junk(let fault, _) = flaws[at].kind { flaws[at].kind = .junk(fault, passedOver: true) }
    }
  }

  /// The events of the valid lines; one that stands twice counts once.
  package func events<P: Payload>(site: String) -> [Event<P>] {
    guard flaws.contains(where: { if case .doubled = $0.kind { true } else { false } }) else {
      return lines.map { $0.event(site: site) }
    }
    var seen: Set<String> = []
    return lines.filter { seen.insert($0.id).inserted }.map { $0.event(site: site) }
  }
}
