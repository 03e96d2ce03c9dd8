/// What was done on a ticket besides what was said: time, tasks, sessions at a distance, checklists.
package struct Work: Hashable, Sendable {
  package internal(set) var times = Sheaf<TimeSpent>()
  package internal(set) var tasks = Sheaf<TaskSheet>()
  package internal(set) var sessions = Sheaf<SessionRecord>()
  package internal(set) var checklists = Sheaf<Checklist>()

  package init() {}

  /// Minutes in all, and those drawn from a contract or invoiced.
  package var minutes: Int { times.reduce(0) { $0 + $1.minutes } }
  package var billableMinutes: Int { times.reduce(0) { $0 + ($1.isBillable ? $1.minutes : 0) } }

  package var openTasks: [TaskSheet] { tasks.filter(\.isOpen) }
}

/// A task and what came of it.
package struct TaskSheet: Enrolled {
  package var event: String
  package var by: String
  package var at: Instant
  package var task: WorkTask
  package var outcome: Outcome?

  /// How a task ended.
  package struct Outcome: Hashable, Sendable {
    package var by: String
    package var at: Instant
    package var text: String
  }

  package var isOpen: Bool { outcome == nil }
}

/// A session at a distance, and who held it.
package struct SessionRecord: Enrolled {
  package var event: String
  package var by: String
  package var session: RemoteSession
}

/// A list of things to do in their order, some done.
package struct Checklist: Enrolled {
  package var event: String
  package var name: String
  package var items: [Item]

  package struct Item: Hashable, Sendable {
    package var text: String
    /// Who ticked it.
    package var doneBy: String?
  }

  package var done: Int { items.count { $0.doneBy != nil } }
  package var isComplete: Bool { done == items.count }
}
