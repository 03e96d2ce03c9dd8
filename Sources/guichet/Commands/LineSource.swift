import Glibc

/// The lines of a file of any length, one at a time: what is held is one line and a piece.
struct LineSource {
  /// A line without its newline, or one longer than may be, which is passed over.
  enum Line {
    case whole(number: Int, ArraySlice<UInt8>)
    case tooLong(number: Int)
  }

  private let descriptor: Int32
  private let limit: Int
  private var buffer: [UInt8] = []
  private var at = 0
  private var isAtEnd = false
  /// Lines begun so far.
  private(set) var number = 0
  /// Bytes of the lines given so far.
  private(set) var done = 0
  /// Why reading ended before the end.
  private(set) var failure: Int32?

  private static let piece = 1 << 18

  init(_ descriptor: Int32, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// The next line; nil at the end, or where it cannot be read further.
  mutating func next() -> Line? {
    var searched = at
    var isTooLong = false
    while true {
      if let end = newline(from: searched) {
        defer { pass(end + 1) }
        number += 1
        return isTooLong || end - at > limit ? .tooLong(number: number) : .whole(number: number, buffer[at..<end])
      }
      if buffer.count - at > limit {
        isTooLong = true
        pass(buffer.count)
      }
      searched = buffer.count - at
      guard fill() else { break }
      // What was given before is let go of when more is read.
    }
    guard failure == nil, at < buffer.count || isTooLong else { return nil }
    number += 1
    defer { pass(buffer.count) }
    return isTooLong ? .tooLong(number: number) : .whole(number: number, buffer[at...])
  }

  private func newline(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, 10, bytes.count - start)
      else { return nil }
      return base.distance(to: UnsafeRawPointer(found))
    }
  }

  private mutating func pass(_ end: Int) {
    done += end - at
    at = end
  }

  /// Reads a piece more, behind what is left of the line; false at the end.
  private mutating func fill() -> Bool {
    if isAtEnd { return false }
    buffer.removeSubrange(..<at)
    at = 0
    let old = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: LineSource.piece))
    var count = 0
    repeat {
      count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress.map { $0 + old }, LineSource.piece) }
    } while count < 0 && errno == EINTR
    if count < 0 { failure = errno }
    buffer.removeLast(LineSource.piece - max(count, 0))
    isAtEnd = count <= 0
    return !isAtEnd
  }
}

extension LineSource {
  /// Bytes of a regular file; 0 where it cannot be known.
  static func size(_ descriptor: Int32) -> Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
  }
}
