import Desk
import Journal

/// A file of which each line is one JSON value (JSON Lines, jsonlines.org), one at a time. Blank lines are passed over;
/// a line that is none is told and the next goes on.
struct JSONLines {
  enum Line {
    /// `bytes`: what it took to write it.
    case value(line: Int, bytes: Int, JSON)
    case flaw(line: Int, Flaw)
  }

  /// Why a line is no value.
  enum Flaw {
    /// Longer than so many bytes.
    case tooLong(limit: Int)
    /// Bytes from the line's start to where it stops being JSON.
    case notJSON(offset: Int)
  }

  private var lines: LineSource
  private let limit: Int
  /// Bytes of the file, where it is a regular one; else 0.
  let total: Int

  /// - Parameter limit: bytes of one line.
  init(_ descriptor: Int32, limit: Int) {
    lines = LineSource(descriptor, limit: limit)
    total = LineSource.size(descriptor)
    self.limit = limit
  }

  /// Bytes given so far.
  var done: Int { lines.done }
  /// Why reading ended before the end.
  var failure: Int32? { lines.failure }

  /// The next line that is not blank; nil at the end, or where it cannot be read further.
  mutating func next() -> Line? {
    while let line = lines.next() {
      switch line {
      case .tooLong(let number): return .flaw(line: number, .tooLong(limit: limit))
      case .whole(let number, let bytes):
        if bytes.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
        let value = bytes.withUnsafeBytes { buffer in
          Result { () throws(JSONError) in try JSONReader.read(buffer) }
        }
        switch value {
        case .success(let value): return .value(line: number, bytes: bytes.count, value)
        case .failure(let error): return .flaw(line: number, .notJSON(offset: error.offset))
        }
      }
    }
    return nil
  }
}
