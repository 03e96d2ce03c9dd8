import Console
import Desk
import Glibc
import Journal

// `guichet sla`: questions about working time on standard input, one JSON object a line; one answer a line, in order
// (`guichet.docc`, "Reckoning working time"). It needs no cabinet.
extension Command {
  static let sla = Command(.sla, [.maybe(.file)]) { invocation throws(Trouble) in
    let words = invocation.words
    let file = invocation.arguments.operands.first ?? "-"
    let descriptor = file == "-" ? dup(0) : Glibc.open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Trouble(.noInput, words.unreadableFile(file)) }
    defer { _ = Glibc.close(descriptor) }
    var lines = JSONLines(descriptor, limit: WorkingTimeStream.longestLine)
    var stream = WorkingTimeStream()
    while let line = lines.next() { invocation.printer.json(stream.answer(line)) }
    if lines.failure != nil { throw Trouble(.io, words.unreadableFile(file)) }
    if stream.failures > 0 { throw Trouble(.data, words.unanswered(stream.failures, of: stream.questions)) }
  }
}

/// Lines in, answers out: what is wrong with a line is told in its place, and the next goes on.
struct WorkingTimeStream {
  private var desk = WorkingTimeDesk(zone: ZoneFiles.named)
  private(set) var questions = 0
  private(set) var failures = 0

  /// Bytes of one question.
  static let longestLine = 1 << 20

  mutating func answer(_ line: JSONLines.Line) -> JSON {
    questions += 1
    switch line {
    case .flaw(let number, .tooLong(let limit)):
      return failure(number, .object(of: ("error", "too_long"), ("limit", .int(Int64(limit)))))
    case .flaw(let number, .notJSON(let offset)):
      return failure(number, .object(of: ("error", "no_json"), ("byte", .int(Int64(offset + 1)))))
    case .value(let number, _, let question):
      do throws(WorkingTimeFlaw) { return try desk.answer(question) } catch {
        return failure(number, error.json, id: question["id"])
      }
    }
  }

  private mutating func failure(_ number: Int, _ flaw: JSON, id: JSON? = nil) -> JSON {
    failures += 1
    guard case .object(let members) = flaw else { return flaw }
    let head = [JSON.Member("line", .int(Int64(number)))] + (id.map { [JSON.Member("id", $0)] } ?? [])
    return .object(head + members)
  }
}
