import Desk
import Screen

/// What the console asks of the world. The shell performs effects in order and answers with messages.
package enum Effect: Hashable, Sendable {
  case list(ListRequest)
  case read(TicketID)
  /// Decided by the shell under the ticket's lock. `seen`: the Lamport clock the agent was looking at,
  /// nil to go ahead whatever changed.
  case record(Intent, on: TicketID, seen: Int64?)
  /// The first ticket of the queue to be taken is taken, under its lock.
  case next
  case open(Opening, message: Letter?, qualification: Qualification?, note: Note?)
  /// A new ticket that shows these messages of another.
  case split([String], of: TicketID, subject: String?)
  /// The same words to the requester of each of these tickets.
  case replyAll(String, on: [TicketID])
  /// The checklists of the desk.
  case checklists
  /// The active tickets under one.
  case family(TicketID)
  /// Open tickets that resemble a subject being typed.
  case similar(String)
  /// The active tickets that one may be the duplicate of.
  case lookalikes(TicketID)
  case searchArticles(String)
  /// What is to be known of somebody or something beside a ticket.
  case card(CardSubject)
  /// How a contract stands, by its id.
  case standing(String)
  /// What the desk's macros would do to a ticket now.
  case macros(on: TicketID)
  /// All a macro says, or nothing. `seen` as of `record`.
  case macro(String, on: TicketID, seen: Int64?)
  /// The reply templates, filled in for a ticket.
  case templates(on: TicketID)
  case createArticle(ArticleContent)
  case rateArticle(String, helpful: Bool, ticket: TicketID?)
  case saveDraft(Draft)
  /// As it was last kept or read: what another console has put in its place meanwhile stays.
  case dropDraft(Draft)
  case loadDrafts
  /// Who is on call, and the pages nobody has answered.
  case duty
  /// What the next shift has to know.
  case handover
  /// The views this agent keeps are these from now on.
  case keepViews([SavedView])
  /// Sees whether the disk takes what is written to it, after it did not.
  case tryWriting
  /// What the desk has to do by itself is done in the background, where there is any.
  case tickDesk
  /// Opens `$VISUAL` or `$EDITOR` on a text; `name` ends the file's name.
  case edit(String, name: String)
  /// Asks the terminal to copy (OSC 52).
  case copy(String)
  case useTheme(String)
  /// A timer: one of a kind at a time, a new one replaces it.
  case wake(Timer, afterMilliseconds: Int)
  /// Paints every cell again (^L).
  case redraw
  /// ^Z
  case suspend
  case bell
  case quit
}

/// Why the console wants to be woken.
package enum Timer: Hashable, Sendable {
  /// The hand has rested: the preview may follow.
  case preview
  /// A prefix key has waited for its second key: show what may follow.
  case prefix
  /// A status message has been read.
  case notice
  /// Typing has paused: keep the draft.
  case draft
  /// The filter, or a subject, has settled: search.
  case settle
  /// The first screen is there: the tabs that take longer are counted.
  case tabs
  /// The index is still being made.
  case index
  /// Nothing could be written a while ago.
  case disk
  /// A minute has begun a while ago: what is due is looked for, each console at its own second.
  case due
}
