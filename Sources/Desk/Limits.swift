/// Every limit of the desk, in one place: bytes unless said.
package enum Limits {
  /// One line of a journal file, its newline included.
  package static let line = 64 * 1024
  /// A message or note kept in its line; a longer one goes to a blob and the line holds its beginning.
  package static let inlineBody = 24 * 1024
  /// A message or note at all.
  package static let body = 10 * 1024 * 1024
  package static let subject = 1000
  package static let shortText = 2000
  /// A person's name, an address, a place, a thing.
  package static let name = 320
  /// The name a ticket had elsewhere.
  package static let reference = 128
  /// Events of one ticket from elsewhere.
  package static let foreignEvents = 20_000
  package static let attachments = 500
  package static let recipients = 100
  package static let tags = 50
  package static let links = 500
  package static let watchers = 100
  /// Minutes of one entry of time: a day.
  package static let timeMinutes = 1440
  package static let times = 2000
  package static let tasks = 200
  package static let sessions = 200
  package static let checklists = 50
  package static let checklistItems = 100
  /// Messages split off at once.
  package static let splitEvents = 100
  /// Mergings followed from one ticket to the next, and parents: what names itself would never end.
  package static let mergeChain = 16
  package static let lineage = 64
  /// Tickets read to show one thread.
  package static let wovenTickets = 100
  package static let ticketNumber = 999_999_999
  /// How far one site's Lamport clock may run ahead of what is known here.
  package static let lamportJump: Int64 = 1_000_000
  /// Working days a ticket may wait for its requester before somebody must look again.
  package static let waitUserDays = 10
  /// Minutes within which a hand-off skipped for a P1 has to be completed.
  package static let breakGlassMinutes: Int64 = 30
  /// Rows a queue hands to a screen at once.
  package static let listRows = 20_000
  /// Terms of one query and depth of its parentheses.
  package static let queryTerms = 64
  package static let queryDepth = 16
  /// Rules of a desk, and what one of them or a macro does.
  package static let rules = 500
  package static let instructions = 20
  /// How often a rule fires on one ticket where it does not say, at all and on one day.
  package static let ruleRuns = 50
  package static let ruleRunsDaily = 10
  /// Rules that one act may set off, and how far one sets off the next.
  package static let ruleFirings = 32
  package static let ruleDepth = 4
  /// Automatic answers on one ticket a day.
  package static let automaticReplies = 5
  /// Words of one phrase (at most 64: a phrase is followed in the bits of one word), and words of one question.
  package static let phraseWords = 64
  package static let questionWords = 256
}
