import Desk
import Screen

/// What happens to the console: keys, the terminal, time, and the shell's answers to its effects.
package enum Message: Sendable {
  case key(Key)
  /// Bracketed paste, or a burst of characters too quick for hands.
  case paste(String)
  case resized(Size)
  /// The time, at least once a minute.
  case tick(Instant)
  /// A timer asked for by `Effect.wake` has run out.
  case woke(Timer)
  /// The answer to `Effect.list`.
  case listed(Listing, for: ListRequest)
  /// Somebody else wrote in the cabinet.
  case stirred
  /// The answer to `Effect.read`: the ticket as far as it reads.
  case read(Reading)
  /// An intent was followed and its events are on the disk.
  case recorded(Ticket, Verb)
  /// The answer to `Effect.next`: the ticket taken; nil where there is none to take.
  case next(Ticket?)
  /// A ticket was opened and is on the disk.
  case created(Ticket)
  /// An intent was refused by the desk's rules.
  case refused(Refusal, Verb, on: TicketID?)
  /// The cabinet could not be read or written; nothing was recorded.
  case failed(Failure)
  /// The views this agent keeps: the answer to `Effect.keepViews`.
  case views([SavedView])
  /// The views that the whole desk shares are these from now on.
  case shared([SavedView])
  /// A draft could not be kept on the disk.
  case draftUnkept(String, Failure)
  /// Another console has written under a draft's key meanwhile: the draft lies beside that one, at this place.
  case draftBeside(key: String, place: Int)
  /// The disk takes what is written to it: the answer to `Effect.tryWriting`, where it does.
  case writable
  /// The answers to `Effect.checklists` and `Effect.family`.
  case checklists([ChecklistTemplate])
  case family(TicketID, [Summary])
  case similar([Summary], for: String)
  /// The answer to `Effect.lookalikes`.
  case lookalikes([Lookalike], of: TicketID)
  case articles([Article], for: String)
  /// An article as it now is, after a reading or a writing.
  case article(Article)
  /// A resolution left an article, to be read over before anybody else reads it.
  case articleDrafted(String)
  /// The answers to `Effect.macros` and `Effect.templates`.
  case macros([MacroOffer], on: TicketID)
  case templates([ReadyText], on: TicketID)
  /// A macro was done and its events are on the disk.
  case macroDone(Ticket, String)
  /// What `$VISUAL` left; nil where it was left without saving, or could not run.
  case edited(String?)
  /// Something the agent should know, which is no failure.
  case told(Setup.Notice)
  case drafts([Draft])
  /// The answers to `Effect.card` and `Effect.standing`.
  case card(DeskCard, CardSubject)
  case standing(ContractStanding)
  case directory(Directory)
  /// The answer to `Effect.duty`; nil where the desk has no rota.
  case duty(DutyBoard?)
  /// The answer to `Effect.handover`: the note of this shift so far.
  case handover(HandoverNote)
  /// Another configuration was put in force.
  case rules(Rules)
  /// Times are told in this zone from now on; with its name, where the agent may take it for another.
  case zone(Zone, named: String?)
  /// Back from ^Z: hours may have passed.
  case resumed(Instant)
  /// The terminal is gone or the session is being ended: keep what is unsaved and leave.
  case hangup
}

/// A ticket as it was read, with what is wrong with its file.
package struct Reading: Hashable, Sendable {
  package var ticket: Ticket
  package var damage: [Damage]
  /// The tickets whose events belong into its thread, or that are its half of a pair, as far as they were read.
  package var others: [TicketID: Ticket]

  package init(ticket: Ticket, damage: [Damage] = [], others: [TicketID: Ticket] = [:]) {
    self.ticket = ticket
    self.damage = damage
    self.others = others
  }

  /// What is read from top to bottom: the ticket's own events and those it shows of others.
  package var thread: [Entry] { ticket.thread(with: others) }
  package var halves: [HalfPair] { ticket.halfPairs(with: others) }

  /// What a reader found wrong in a ticket's file. The rest was read all the same.
  package enum Damage: Hashable, Sendable {
    /// Bytes after the last whole line: a writer is at work, or died.
    case tornTail
    /// Lines that are no event or fail their hash.
    case junk(lines: Int)
    /// A line that does not follow the one before: lines are missing, doubled or out of order.
    case brokenChain(line: Int)
    /// Lines of a newer format.
    case foreignVersion(Int)
    /// Shorter than it was, or another file: put back from an older copy.
    case rolledBack
    case unreadable(errno: Int32)
  }
}

/// Why the cabinet did not do what was asked. The words say what to do about it.
package enum Failure: Error, Hashable, Sendable {
  /// Another process holds the ticket's lock.
  case locked(TicketID)
  case diskFull
  /// The account has used up its share of the disk.
  case quota
  /// The disk took a part of what was to be recorded, and then no more.
  case partly(path: String)
  /// The disk does not read or write there.
  case diskError(path: String)
  /// The account, or the machine, has too many files open.
  case tooManyFiles
  case readOnly
  case permission(path: String)
  /// The disk refused to confirm a write: nothing more is written by this process.
  case notConfirmed
  case noSuchTicket(TicketID)
  case noSuchArticle(String)
  /// The ticket's file is damaged in a way that writing to it is refused.
  case damaged(TicketID)
  case system(operation: String, path: String, errno: Int32)
  /// Behind a forced command there is no editor: it would open a shell.
  case noEditor
  /// `$VISUAL` or `$EDITOR` could not be run, or ended with an error: the text is as it was.
  case editorFailed(String)
  /// What the editor left is no text that can be taken; it lies in this file.
  case editorKept(String)

  /// Whether nothing at all can be written until somebody does something about the disk.
  package var isLasting: Bool {
    switch self {
    case .diskFull, .quota, .partly, .diskError, .tooManyFiles, .readOnly, .permission, .notConfirmed: true
    case .locked, .noSuchTicket, .noSuchArticle, .damaged, .system, .noEditor, .editorFailed, .editorKept: false
    }
  }
}

/// Words that were not sent yet. Kept at each pause, so that a lost line loses nothing.
package struct Draft: Hashable, Sendable {
  /// What it is a draft of.
  package enum Kind: String, CaseIterable, Sendable {
    case reply, ask, note, resolve, escalate, intake, hold, `return`, completeHandoff, article
  }

  package var kind: Kind
  /// nil for a ticket not opened yet.
  package var ticket: TicketID?
  /// Field by field, in the sheet's own names.
  package var fields: [String: String]
  package var savedAt: Instant
  /// 1, or where it lies beside another of its kind and ticket, written in another console: 2 and so on.
  package var place: Int
  /// The words it goes on from, as they were read: what it may take the place of. nil where it began empty.
  package var origin: [String: String]?

  package init(
    kind: Kind, ticket: TicketID?, fields: [String: String], savedAt: Instant, place: Int = 1,
    origin: [String: String]? = nil
  ) {
    self.kind = kind
    self.ticket = ticket
    self.fields = fields
    self.savedAt = savedAt
    self.place = place
    self.origin = origin
  }

  /// What it is a draft of, wherever it lies: `reply.LYO-34217`, `intake`.
  package var subject: String { ticket.map { "\(kind.rawValue).\($0)" } ?? kind.rawValue }

  /// The name it lies under: `reply.LYO-34217`, and `reply.LYO-34217.2` beside it.
  package var key: String { place == 1 ? subject : "\(subject).\(place)" }
}
