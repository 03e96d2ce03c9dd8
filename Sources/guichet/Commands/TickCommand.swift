import Console
import Desk
import Journal

// `guichet tick`: for cron or a systemd timer, once a minute. Whoever may write in the cabinet may run it, agent of the
// desk or not; it acts as the desk's timer.
extension Command {
  static let tick = Command(.tick, [], [.quiet]) { invocation throws(Trouble) in
    let words = invocation.words
    let premises = try Premises(invocation.settings.cabinet, words)
    let now = Clock.now
    let strokes: Ticker.Strokes
    do throws(JournalError) {
      strokes = try Ticker(cabinet: premises.cabinet, index: premises.index()).tick(at: now)
    } catch { throw Trouble(error, words) }
    for stroke in strokes.done { invocation.tell(stroke, home: premises.cabinet.site) }
    for failure in strokes.failures {
      Printer.complain("\(failure.id): \(Trouble(failure.error, on: failure.id, words).words)")
    }
    if !strokes.failures.isEmpty { throw Trouble(.temporary, "") }
  }
}

extension Invocation {
  fileprivate func tell(_ stroke: Ticker.Stroke, home: String) {
    if printer.isJSON {
      let facts = stroke.facts.map { JSON.object(of: ("op", .string($0.op)), ("d", $0.d)) }
      return printer.json(.object(of: ("id", .string(stroke.id.description)), ("facts", .array(facts))))
    }
    guard !arguments.has(.quiet) else { return }
    for fact in stroke.facts {
      printer.line("\(words.name(stroke.id, home: home))\t\(words.stroke(fact))\t\(stroke.subject)")
    }
  }
}
