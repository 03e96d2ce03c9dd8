import Desk

// The hand-over note, in Markdown.
extension Words {
  /// The whole note. Times are those of `zone`, which its title names where a reader may expect another.
  package func handover(
    _ note: HandoverNote, onCall: [String], in zone: Zone, named zoneName: String? = nil, home: String
  ) -> String {
    func moment(_ instant: Instant) -> String { self.moment(instant, in: zone, now: note.to) }
    let span =
      say(
        fr: "du \(date(note.from, in: zone, now: note.to)) au \(date(note.to, in: zone, now: note.to))",
        en: "from \(date(note.from, in: zone, now: note.to)) to \(date(note.to, in: zone, now: note.to))")
    var lines = ["# " + say(fr: "Relève", en: "Hand-over") + " — " + span + (zoneName.map { " (\($0))" } ?? "")]
    if !onCall.isEmpty { lines += [""] + onCall.map { "- " + $0 } }
    for section in HandoverNote.Section.allCases {
      guard let entries = note.lines[section], !entries.isEmpty else { continue }
      lines += ["", "## " + name(section) + " (\(entries.count))", ""]
      lines += entries.map { "- " + line($0, home: home, moment: moment) }
    }
    if note.isEmpty { lines += ["", nothingToReport] }
    return lines.joined(separator: "\n")
  }

  private func line(_ line: HandoverNote.Line, home: String, moment: (Instant) -> String) -> String {
    let head = "\(line.priority.name) \(name(line.ticket, home: home)) \(line.subject)"
    let parts = remarks(on: line, moment: moment)
    return head + (parts.isEmpty ? "" : " — " + parts.joined(separator: ", "))
  }

  /// What is said of a ticket after its subject: when, what, whose it is.
  func remarks(on line: HandoverNote.Line, moment: (Instant) -> String) -> [String] {
    [line.at.map(moment), detail(line.detail), line.owner.map { "@" + $0 }].compactMap { $0 }
  }

  private func detail(_ detail: HandoverNote.Detail) -> String? {
    switch detail {
    case .none: nil
    case .page(let call, let answered):
      "\(call.rota) → \(call.to)" + (call.step > 1 ? " (\(call.step))" : "") + ", "
        + (answered.map { say(fr: "répondu par \($0)", en: "answered by \($0)") }
          ?? (call.isDelivered ? say(fr: "sans réponse", en: "no answer") : notCarried))
    case .unanswered(let rota, let isHeard): isHeard ? nobodyAnswered(rota) : nobodyHeard(rota)
    case .clock(let clock): name(clock)
    case .escalated(let from, let to): "\(from.rawValue) → \(to.rawValue)"
    case .waiting(let party): party
    case .task(let title, let assignee): title + (assignee.map { " (@\($0))" } ?? "")
    case .reason(let reason): reason
    }
  }

  func name(_ section: HandoverNote.Section) -> String {
    switch section {
    case .majors: say(fr: "Incidents majeurs en cours", en: "Major incidents going on")
    case .pages: say(fr: "Appels", en: "Pages")
    case .late: say(fr: "Échéances dépassées", en: "Deadlines passed")
    case .soon: say(fr: "Échéances dans les 4h", en: "Deadlines within 4h")
    case .opened: say(fr: "P0 et P1 ouverts", en: "P0 and P1 opened")
    case .escalated: say(fr: "P0 et P1 escaladés", en: "P0 and P1 escalated")
    case .ended: say(fr: "P0 et P1 résolus ou clos", en: "P0 and P1 resolved or closed")
    case .vendor: say(fr: "En attente d’un tiers", en: "Waiting for a third party")
    case .tasks: say(fr: "Tâches à faire", en: "Open tasks")
    }
  }

  var nothingToReport: String { say(fr: "Rien à signaler.", en: "Nothing to report.") }

  /// The title of the note in the console; `nil` while it is being made.
  func handoverTitle(_ note: HandoverNote?, in zone: Zone, now: Instant) -> String {
    let title = say(fr: "Relève", en: "Hand-over")
    guard let from = note.map({ moment($0.from, in: zone, now: now) }) else { return title }
    return title + say(fr: " depuis \(from)", en: " since \(from)")
  }
  var handoverAdvice: String {
    say(fr: "La signer : guichet handover --sign", en: "To sign it: guichet handover --sign")
  }

  // MARK: - Signing

  package func handoverSigned(_ by: String) -> String {
    say(
      fr: "✓ note signée par \(by) ; l’équipe suivante : guichet handover --accept",
      en: "✓ note signed by \(by); the next shift: guichet handover --accept")
  }
  package func handoverSignedAlready(_ at: String) -> String {
    say(
      fr: "Note déjà signée (\(at)) : rien de plus n’est enregistré.",
      en: "The note is signed already (\(at)): nothing more is recorded.")
  }
  package func handoverAccepted(_ by: String, from: String, at: String) -> String {
    say(fr: "✓ relève prise par \(by), note de \(from) (\(at))", en: "✓ taken over by \(by), note of \(from) (\(at))")
  }
  package var noHandover: String {
    say(fr: "Aucune note n’attend d’être acceptée.", en: "No note waits to be accepted.")
  }
  package func ownHandover(_ by: String) -> String {
    say(
      fr: "La note est de \(by) : c’est à celui qui prend la relève de l’accepter.",
      en: "The note is of \(by): whoever takes over accepts it.")
  }
  package func handoverCut(_ number: Int) -> String {
    say(
      fr: "seuls les \(number) tickets actifs changés en dernier ont été lus",
      en: "only the \(number) active tickets that changed last were read")
  }
}
