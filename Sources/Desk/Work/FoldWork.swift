// What the facts of the work family make of a ticket.

extension Work {
  /// Never refuses; what names an event that is not there changes nothing.
  mutating func apply(_ fact: WorkFact, _ event: TicketEvent) {
    switch fact {
    case .timeLogged(let time):
      times.add(
        TimeSpent(event: event.id, by: event.by, at: event.at, logged: time, minutes: Work.bounded(time.minutes)))
    case .timeCorrected(let target, let minutes, let reason):
      times.change(target) {
        $0.minutes = Work.bounded(minutes)
        $0.correction = TimeSpent.Correction(by: event.by, at: event.at, reason: reason)
      }
    case .taskAdded(let task): tasks.add(TaskSheet(event: event.id, by: event.by, at: event.at, task: task))
    case .taskDone(let target, let outcome):
      tasks.change(target) { $0.outcome = TaskSheet.Outcome(by: event.by, at: event.at, text: outcome) }
    case .remoteSession(let session):
      sessions.add(SessionRecord(event: event.id, by: event.by, session: session))
    case .checklistApplied(let name, let items):
      checklists.add(Checklist(event: event.id, name: name, items: items.map { Checklist.Item(text: $0) }))
    case .checklistTicked(let target, let item, let isDone):
      checklists.change(target) { list in
        guard item >= 1, item <= list.items.count else { return }
        list.items[item - 1].doneBy = isDone ? event.by : nil
      }
    }
  }

  /// A line written by hand may say anything; a day has so many minutes.
  private static func bounded(_ minutes: Int) -> Int { min(max(0, minutes), Limits.timeMinutes) }
}
