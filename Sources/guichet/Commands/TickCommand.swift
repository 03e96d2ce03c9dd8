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
    var strokes: Ticker.Strokes
    do throws(JournalError) {
      let ticker = Ticker(cabinet: premises.cabinet, index: premises.index())
      strokes = try ticker.tick(at: now)
      if let automation = premises.shelf.automation, let reign = premises.directory.reigns.last {
        let opened = ticker.openRecurring(automation, premises.shelf, since: reign.since, at: now)
        strokes.done += opened.done
        strokes.unopened = opened.unopened
      }
    } catch { throw Trouble(error, words) }
    for stroke in strokes.done { invocation.tell(stroke, home: premises.cabinet.site) }
    for failure in strokes.failures {
      Printer.complain("\(failure.id): \(Trouble(failure.error, on: failure.id, words).words)")
    }
    for (name, error) in strokes.unopened {
      Printer.complain("\(name): \(Trouble(error, on: nil, words).words)")
    }
    if !strokes.failures.isEmpty || !strokes.unopened.isEmpty { throw Trouble(.temporary, "") }
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
