import Console
import Desk
import Journal
import Screen

// The state of everything, on one page.
extension Command {
  static let doctor = Command(.doctor) { invocation throws(Trouble) in
    let words = invocation.words
    let doctor = Doctor(
      start: invocation.start, settings: invocation.settings, words: words,
      cabinet: try? Cabinet(opening: invocation.settings.cabinet),
      session: try? Session(invocation.settings, invocation.start, agent: invocation.global.agent, via: .cli))
    let results = doctor.results
    if !invocation.printer.isJSON { invocation.printer.line("✓ guichet \(Guichet.version)") }
    for result in results { invocation.tell(result) }
    let failures = results.count { $0.state == .failure }
    let sum = words.doctored(failures: failures, warnings: results.count { $0.state == .warning })
    guard failures == 0 else { throw Trouble(.refused, sum) }
    if !invocation.printer.isJSON { invocation.printer.line(sum) }
  }
}

extension Invocation {
  fileprivate func tell(_ result: Doctor.Result) {
    if printer.isJSON {
      printer.json(
        .object(
          of: ("check", .string(result.checkup.rawValue)), ("state", .string(result.state.rawValue)),
          ("text", .string(result.text))))
      return
    }
    let mark =
      switch result.state {
      case .ok: "✓"
      case .warning: "!"
      case .failure: "✗"
      }
    let title = words.title(of: result.checkup)
    printer.line("\(mark) \(title)\(String(repeating: " ", count: max(1, 22 - Width.of(title))))\(result.text)")
  }
}
