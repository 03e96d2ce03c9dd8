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
  private var lines: JSONLines
  private let words: Words

  /// Bytes of one ticket's whole life.
  private static let longestLine = 64 << 20

  init(_ descriptor: Int32, _ words: Words) {
    lines = JSONLines(descriptor, limit: LineLifeSource.longestLine)
    self.words = words
  }

  var total: Int { lines.total }
  var done: Int { lines.done }
  var failure: Int32? { lines.failure }

  mutating func next() -> LifeArrival? {
    guard let line = lines.next() else { return nil }
    switch line {
    case .flaw(let number, let flaw): return .refused(line: number, words.flaw(flaw))
    case .value(let number, let bytes, let json):
      do throws(FieldFlaw) {
        return .life(line: number, bytes: bytes, try ForeignLife(json: json))
      } catch { return .refused(line: number, words.flaw(error)) }
    }
  }
}

/// Lives put together from the rows of an event log. Rows of one case may stand anywhere: all are read before the
/// first life is given.
struct EventLogSource: LifeSource {
  private var arrivals: [LifeArrival] = []
  private var at = 0
  let total: Int
  let failure: Int32?

  /// Bytes of one row.
  private static let longestRow = 1 << 20

  init(_ descriptor: Int32, _ map: EventMap, _ words: Words) {
    var lines = JSONLines(descriptor, limit: EventLogSource.longestRow)
    var log = EventLog(map)
    while let line = lines.next() {
      switch line {
      case .flaw(let number, let flaw): arrivals.append(.refused(line: number, words.flaw(flaw)))
      case .value(let number, _, let json):
        do throws(FieldFlaw) {
          try log.add(EventRow(line: number, json: json))
        } catch { arrivals.append(.refused(line: number, words.flaw(error))) }
      }
    }
    total = lines.total
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

extension Words {
  fileprivate func flaw(_ flaw: JSONLines.Flaw) -> String {
    switch flaw {
    case .tooLong(let limit): lineTooLong(limit: limit)
    case .notJSON(let offset): notJSON(at: offset)
    }
  }
}
