import Console
import Desk
import Glibc
import Journal

/// Where the lives of an import come from.
protocol LifeSource {
  /// Bytes there are, as far as that is known, and bytes given so far.
  var total: Int { get }
  var done: Int { get }
  /// Why reading ended before the end.
  var failure: Int32? { get }
  mutating func next() -> LifeArrival?
}

/// A life, or a line that makes none and why.
enum LifeArrival {
  /// `bytes`: what it took to write it.
  case life(line: Int, bytes: Int, ForeignLife)
  case refused(line: Int, String)
}

/// Lives written one a line.
struct LineLifeSource: LifeSource {
  private var lines: LineSource
  private let words: Words
  let total: Int

  /// Bytes of one ticket's whole life.
  static let longestLine = 64 << 20

  init(_ descriptor: Int32, _ words: Words) {
    lines = LineSource(descriptor, limit: LineLifeSource.longestLine)
    total = LineSource.size(descriptor)
    self.words = words
  }

  var done: Int { lines.done }
  var failure: Int32? { lines.failure }

  mutating func next() -> LifeArrival? {
    while let line = lines.next() {
      switch line {
      case .tooLong(let number): return .refused(line: number, words.lineTooLong(limit: LineLifeSource.longestLine))
      case .whole(let number, let bytes):
        if bytes.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
        switch JSON.read(bytes) {
        case .failure(let error): return .refused(line: number, words.notJSON(at: error.offset))
        case .success(let json):
          do throws(FieldFlaw) {
            return .life(line: number, bytes: bytes.count, try ForeignLife(json: json))
          } catch { return .refused(line: number, words.flaw(error)) }
        }
      }
    }
    return nil
  }
}

/// Lives put together from the rows of an event log. Rows of one case may stand anywhere: all are read before the
/// first life is given.
struct EventLogSource: LifeSource {
  private var arrivals: [LifeArrival] = []
  private var at = 0
  let total: Int
  private(set) var failure: Int32?

  /// Bytes of one row.
  static let longestRow = 1 << 20

  init(_ descriptor: Int32, _ map: EventMap, _ words: Words) {
    total = LineSource.size(descriptor)
    var lines = LineSource(descriptor, limit: EventLogSource.longestRow)
    var log = EventLog(map)
    while let line = lines.next() {
      switch line {
      case .tooLong(let number):
        arrivals.append(.refused(line: number, words.lineTooLong(limit: EventLogSource.longestRow)))
      case .whole(let number, let bytes):
        if bytes.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
        switch JSON.read(bytes) {
        case .failure(let error): arrivals.append(.refused(line: number, words.notJSON(at: error.offset)))
        case .success(let json):
          do throws(FieldFlaw) {
            try log.add(EventRow(line: number, json: json))
          } catch { arrivals.append(.refused(line: number, words.flaw(error))) }
        }
      }
    }
    failure = lines.failure
    for life in log.lives() {
      switch life {
      case .success(let (line, life)): arrivals.append(.life(line: line, bytes: Int.max, life))
      case .failure(let flaw): arrivals.append(.refused(line: flaw.line, words.flaw(flaw.flaw)))
      }
    }
  }

  var done: Int { arrivals.isEmpty ? total : total / arrivals.count * at }

  mutating func next() -> LifeArrival? {
    guard at < arrivals.count else { return nil }
    defer { at += 1 }
    return arrivals[at]
  }
}

extension JSON {
  /// One line as JSON.
  fileprivate static func read(_ bytes: ArraySlice<UInt8>) -> Result<JSON, JSONError> {
    bytes.withUnsafeBytes { buffer in
      Result { () throws(JSONError) in try JSONReader.read(buffer) }
    }
  }
}

extension LineSource {
  /// Bytes of a regular file; 0 where it cannot be known.
  static func size(_ descriptor: Int32) -> Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
  }
}
