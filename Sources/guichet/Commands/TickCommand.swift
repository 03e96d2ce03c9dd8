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
    let hook = invocation.settings.hook(for: premises.cabinet.site)
    do throws(JournalError) {
      let index = premises.index()
      let ticker = Ticker(cabinet: premises.cabinet, index: index)
      strokes = try ticker.tick(at: now)
      if let automation = premises.shelf.automation, let reign = premises.directory.reigns.last {
        let opened = ticker.openRecurring(automation, premises.shelf, since: reign.since, at: now)
        strokes.done += opened.done
        strokes.unopened = opened.unopened
      }
      let paged = try Pager(cabinet: premises.cabinet, index: index, hook: hook, words: words).page(at: now)
      strokes.done += paged.done
      strokes.failures += paged.failures
      strokes.waiting += paged.waiting
    } catch { throw Trouble(error, words) }
    for stroke in strokes.done { invocation.tell(stroke, home: premises.cabinet.site) }
    // At each look anew for as long as they wait: cron sends it to whoever keeps the desk.
    for page in strokes.waiting where premises.cabinet.site != DemoCabinet.site {
      let name = words.name(page.ticket, home: premises.cabinet.site)
      Printer.complain("! \(name)  " + words.waits(page, hasProgram: hook != nil))
    }
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
    let name = words.name(stroke.id, home: home)
    // What nobody heard of is told whether or not it is asked for: cron sends it to whoever keeps the desk.
    for fact in stroke.facts where fact.isAlarm {
      let told = stroke.isUnheard ? words.unheard(fact) : nil
      Printer.complain("! \(name)  \(told ?? words.stroke(fact))  \(stroke.subject)")
    }
    guard !arguments.has(.quiet) else { return }
    for fact in stroke.facts where !fact.isAlarm {
      printer.line("\(name)\t\(words.stroke(fact))\t\(stroke.subject)")
    }
  }
}

extension Fact {
  /// Whoever is on call did not hear of it, or did not answer.
  fileprivate var isAlarm: Bool {
    switch self {
    case .duty(.pageFailed), .duty(.pageUnanswered): true
    default: false
    }
  }
}
