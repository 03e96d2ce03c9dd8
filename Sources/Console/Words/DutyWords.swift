import Desk
import Screen

// What is said of who is on call.
extension Words {
  /// A wall clock time, `lun. 24/11 09:00`.
  package func wall(_ time: LocalTime) -> String {
    day(time.day) + " " + Instant.pad(time.secondOfDay / 3600, 2) + ":" + Instant.pad(time.secondOfDay / 60 % 60, 2)
  }

  func dutyFlaw(_ flaw: DutyFlaw) -> String {
    switch flaw {
    case .unknownAgent(let rota, let login, let near):
      say(fr: "astreinte « \(rota) » : agent « \(login) » inconnu", en: "rota “\(rota)”: unknown agent “\(login)”")
        + (near.map { say(fr: " ; \($0) ?", en: "; \($0)?") } ?? "")
    case .inactiveAgent(let rota, let login):
      say(
        fr: "astreinte « \(rota) » : \(login) ne travaille plus ici", en: "rota “\(rota)”: \(login) works here no more")
    case .levelNotHeld(let rota, let login, let level):
      say(
        fr: "astreinte « \(rota) » : \(login) n’est pas \(level.rawValue)",
        en: "rota “\(rota)”: \(login) is not \(level.rawValue)")
    case .hole(let rota, let from, let to):
      say(
        fr: "astreinte « \(rota) » : personne du \(wall(from)) au \(wall(to))",
        en: "rota “\(rota)”: nobody from \(wall(from)) to \(wall(to))")
    case .gap(let rotas, let from, let to):
      say(
        fr: "\(rotas.joined(separator: ", ")) : personne du \(wall(from)) au \(wall(to))",
        en: "\(rotas.joined(separator: ", ")): nobody from \(wall(from)) to \(wall(to))")
    case .overlap(let rota, let other, let line, let from, let to):
      say(
        fr: "« \(rota) » et « \(other) » (ligne \(line)) appellent tous deux du \(wall(from)) au \(wall(to))",
        en: "“\(rota)” and “\(other)” (line \(line)) both page from \(wall(from)) to \(wall(to))")
    case .noNext(let rota):
      say(
        fr: "astreinte « \(rota) » : pas de second à appeler ensuite",
        en: "rota “\(rota)”: there is no second to call next")
    }
  }

  // MARK: - guichet oncall

  package var noRotas: String {
    say(
      fr: "Aucune astreinte : elles s’écrivent dans config/rotas.json (guichet config init).",
      en: "No rota: they are written in config/rotas.json (guichet config init).")
  }
  /// `known`: those there are, told where none is near.
  package func noRota(_ name: String, near: String?, known: [String]) -> String {
    let all = known.isEmpty ? "" : say(fr: " Il y a : ", en: " There are: ") + known.joined(separator: ", ")
    return say(fr: "Aucune astreinte « \(name) ».", en: "No rota “\(name)”.")
      + (near.map { say(fr: " \($0) ?", en: " \($0)?") } ?? all)
  }
  package var nobody: String { say(fr: "personne", en: "nobody") }
  package func untilThen(_ moment: String) -> String { say(fr: "jusqu’à \(moment)", en: "until \(moment)") }
  package func thenAgent(_ name: String) -> String { say(fr: "puis \(name)", en: "then \(name)") }
  package func fromThen(_ moment: String) -> String { say(fr: "à partir de \(moment)", en: "from \(moment)") }
  package func inPlaceOf(_ name: String, _ reason: String) -> String {
    say(fr: "à la place de \(name)", en: "in place of \(name)")
      + (reason.isEmpty ? "" : say(fr: " : \(reason)", en: ": \(reason)"))
  }
  package func swapRecorded(_ swap: DutySwap, from: String, to: String) -> String {
    say(
      fr: "✓ \(swap.rota) : \(swap.by) remplace \(swap.whom) du \(from) au \(to)",
      en: "✓ \(swap.rota): \(swap.by) replaces \(swap.whom) from \(from) to \(to)")
  }
  package func swapStands(_ swap: DutySwap, from: String, to: String) -> String {
    say(
      fr: "\(swap.rota) : \(swap.by) remplace déjà \(swap.whom) du \(from) au \(to), rien à noter",
      en: "\(swap.rota): \(swap.by) replaces \(swap.whom) from \(from) to \(to) already, nothing to record")
  }
  package func swapOverlaps(_ earlier: DutySwap, from: String, to: String) -> String {
    say(
      fr:
        "! un remplacement de \(earlier.whom) par \(earlier.by) du \(from) au \(to) était déjà noté ; le dernier compte",
      en: "! a replacement of \(earlier.whom) by \(earlier.by) from \(from) to \(to) was there; the last one counts")
  }
  package func swapBelow(_ name: String, rota: String, level: Level) -> String {
    say(
      fr: "\(name) ne tient pas le niveau \(level.rawValue) de l’astreinte « \(rota) » : choisir qui le tient.",
      en: "\(name) does not hold level \(level.rawValue) of the rota “\(rota)”: choose somebody who does.")
  }
  package func swapOutsider(_ name: String, group: String) -> String {
    say(
      fr: "! \(name) n’est pas du groupe « \(group) » de cette astreinte",
      en: "! \(name) is not of this rota’s group, “\(group)”")
  }
  package func swapUseless(_ login: String, _ rota: String) -> String {
    say(
      fr: "\(login) n’est pas d’astreinte « \(rota) » pendant ce temps : rien n’est changé.",
      en: "\(login) is not on call for “\(rota)” during that time: nothing is changed.")
  }
  package var swapSame: String {
    say(fr: "Personne ne se remplace soi-même.", en: "Nobody stands in for themselves.")
  }
  package var swapNoTime: String {
    say(fr: "La fin doit suivre le début.", en: "The end has to come after the start.")
  }

  // MARK: - Pages

  /// What somebody who is called at night is told first.
  package func pageText(_ ticket: Ticket, _ call: DutyCall, _ agent: Agent) -> String {
    // What somebody else wrote stays on its line.
    let subject = SafeText.line(ticket.subject).text
    let who = SafeText.line(ticket.requester.label + (ticket.customer.map { " (\($0))" } ?? "")).text
    let lines = [
      "\(ticket.priority.name) \(ticket.id)  \(subject)",
      say(fr: "Demandeur : \(who)", en: "Requester: \(who)"),
      say(
        fr: "\(agent.name), astreinte « \(call.rota) », appel n° \(call.step).",
        en: "\(agent.name), on call “\(call.rota)”, call no. \(call.step)."),
      say(fr: "Répondre : guichet page ack \(ticket.id)", en: "Answer: guichet page ack \(ticket.id)"),
    ]
    return lines.joined(separator: "\n")
  }

  package var noPageHook: String {
    say(
      fr: "aucun programme n’appelle : page_hook = /chemin dans ~/.config/guichet/guichet.conf",
      en: "no program calls anybody: page_hook = /path in ~/.config/guichet/guichet.conf")
  }
  package var demonstrationCallsNobody: String {
    say(
      fr: "une démonstration n’appelle personne : les numéros y sont inventés",
      en: "a demonstration calls nobody: its numbers are made up")
  }
  package func noHookThere(_ path: String) -> String {
    say(fr: "page_hook : \(path) ne peut être exécuté", en: "page_hook: \(path) cannot be run")
  }
  /// Of a call that nothing carried: nobody heard of it.
  var notCarried: String { say(fr: "non transmis", en: "not delivered") }
  func nobodyAnswered(_ rota: String) -> String {
    say(fr: "personne n’a répondu (\(rota))", en: "nobody answered (\(rota))")
  }
  func nobodyHeard(_ rota: String) -> String {
    say(
      fr: "personne n’a été joint, aucun appel transmis (\(rota))",
      en: "nobody was reached, no page delivered (\(rota))")
  }
  /// What whoever sees a call that was not carried can do.
  package var callByHand: String {
    say(
      fr: "Non transmis : appeler soi-même (numéros : guichet oncall) ; ce qui manque : guichet doctor.",
      en: "Not delivered: call by hand (numbers: guichet oncall); what is missing: guichet doctor.")
  }
  /// The same where the numbers stand below.
  var callByHandHere: String {
    say(
      fr: "Non transmis : appeler soi-même ; ce qui manque : guichet doctor.",
      en: "Not delivered: call by hand; what is missing: guichet doctor.")
  }
  /// What `tick` says of a call that waits and that it does not carry.
  package func waits(_ page: DutyBoard.OpenPage, hasProgram: Bool) -> String {
    say(
      fr: "l’appel de \(page.call.to) (\(page.call.rota)) n’est pas transmis, appeler soi-même",
      en: "the page to \(page.call.to) (\(page.call.rota)) is not delivered, call by hand")
      + (hasProgram ? reason(page) : colon + noPageHook)
  }

  package var noOpenPages: String { say(fr: "Aucun appel sans réponse.", en: "No page waits for an answer.") }
  /// Answering is for those who were called: who may, and what it would do.
  package func notCalled(_ ticket: String, _ answerers: PageAnswerers) -> String {
    let levels = answerers.levels.map(\.rawValue)
    let others = levels.map { say(fr: "qui tient \($0)", en: "who holds \($0)") }
    let who = (answerers.logins.prefix(Self.mostAnswerers) + others).joined(separator: ", ")
    return say(
      fr: "\(ticket) : vous n’êtes pas appelé ; peuvent répondre : \(who). "
        + "--anyway arrête l’appel quand même : plus personne n’est appelé, et le ticket reste à prendre.",
      en: "\(ticket): you were not called; may answer: \(who). "
        + "--anyway stops the page all the same: nobody else is called, and the ticket is still to be taken.")
  }
  /// Logins named of those who may answer.
  private static var mostAnswerers: Int { 8 }
  package var pageTest: String { say(fr: "Essai d’appel : rien à faire.", en: "Test call: nothing to do.") }
  package func pageCarried(_ login: String) -> String {
    say(fr: "✓ appel transmis à \(login)", en: "✓ page delivered to \(login)")
  }
  package func pageFailed(_ login: String, _ reason: String) -> String {
    say(fr: "L’appel à \(login) a échoué : \(reason)", en: "The page to \(login) failed: \(reason)")
  }

  /// A page that nobody heard of, or answered.
  package func troubled(_ page: DutyBoard.OpenPage) -> String {
    let head = "\(page.ticket) → \(page.call.to)"
    return say(fr: "\(head) : \(standing(of: page))", en: "\(head): \(standing(of: page))")
  }

  /// How an open page stands: delivered and unanswered, being tried, lost.
  package func standing(of page: DutyBoard.OpenPage) -> String {
    if page.isUnanswered {
      return page.isHeard
        ? say(fr: "! personne n’a répondu", en: "! nobody answered")
        : say(fr: "! personne n’a été joint", en: "! nobody was reached") + reason(page)
    }
    if page.isLost { return say(fr: "! non transmis", en: "! not delivered") + reason(page) }
    if page.call.isDelivered { return say(fr: "sans réponse", en: "no answer yet") }
    return say(fr: "pas encore transmis", en: "not delivered yet") + reason(page)
  }

  private func reason(_ page: DutyBoard.OpenPage) -> String {
    page.failure.map { say(fr: " : \($0)", en: ": \($0)") } ?? ""
  }

  // MARK: - Console

  package var dutyTitle: String { say(fr: "Astreintes", en: "On call") }
  var answerHint: String { say(fr: "répondre", en: "answer") }
  /// Whom a page calls, where it is the agent at the console.
  var you: String { say(fr: "vous", en: "you") }
  /// `20:00` today, `lun. 09:00` within the week, else with the day.
  package func near(_ instant: Instant, in zone: Zone, now: Instant) -> String {
    let days = zone.local(instant).day.number - zone.local(now).day.number
    guard (1...6).contains(days) else { return moment(instant, in: zone, now: now) }
    return day(instant, in: zone).prefix { $0 != " " } + " " + clock(instant, in: zone)
  }
  /// A rota outside its hours.
  package var outsideHours: String { say(fr: "hors de ses heures", en: "outside its hours") }
  /// `2 appels sans réponse, 1 non transmis`: that nobody answers is only said of what somebody heard. `isShort`: `3
  /// appels en cours` of both kinds.
  package func openPages(_ pages: [DutyBoard.OpenPage], isShort: Bool = false) -> String {
    let heard = pages.count(where: \.isHeard)
    let unheard = pages.count - heard
    if isShort, heard > 0, unheard > 0 {
      return count(pages.count, fr: ("appel en cours", "appels en cours"), en: ("open page", "open pages"))
    }
    let answers = count(
      heard, fr: ("appel sans réponse", "appels sans réponse"), en: ("page unanswered", "pages unanswered"))
    if unheard == 0 { return answers }
    if heard > 0 { return answers + ", " + say(fr: "\(unheard) non transmis", en: "\(unheard) not delivered") }
    return count(
      unheard, fr: ("appel non transmis", "appels non transmis"), en: ("page not delivered", "pages not delivered"))
  }
  /// `N2 d’astreinte : Chloé (jusqu’à 20:00)`
  package func onCall(_ rota: String, _ who: String, until: String?) -> String {
    say(fr: "\(rota) d’astreinte : \(who)", en: "\(rota) on call: \(who)")
      + (until.map { " (" + untilThen($0) + ")" } ?? "")
  }
}
