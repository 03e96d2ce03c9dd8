import Desk
import Screen

/// One thing an agent can do. The table below is the only one: keys, hints, help, palette and manual read it.
package struct Action: Sendable {
  package let id: ActionID
  /// Where it makes sense.
  package let panes: [Pane]
  /// The keys that start it; several keys in a row for one behind a prefix. Empty: by name only.
  package let keys: [[Key]]
  /// Further keys where a text is read.
  package let textKeys: [[Key]]
  /// What it asks of the desk; nil for what only moves on screen.
  package let verb: Verb?
  /// The right it needs; nil where it needs none, or where the ticket's level decides.
  package let right: Right?
  /// The sheet it opens; nil where it acts at once.
  package let sheet: SheetKind?
  /// Whether several marked tickets may be acted on at once.
  package let isBulk: Bool

  init(
    _ id: ActionID, _ keys: String, inText textKeys: String = "", in panes: [Pane], verb: Verb? = nil,
    right: Right? = nil, sheet: SheetKind? = nil,
    bulk: Bool = false
  ) {
    self.id = id
    self.panes = panes
    self.keys = Action.sequences(keys)
    self.textKeys = Action.sequences(textKeys)
    self.verb = verb
    self.right = right
    self.sheet = sheet
    isBulk = bulk
  }

  private static func sequences(_ written: String) -> [[Key]] {
    written.split(separator: "|").map { $0.split(separator: " ").compactMap { Key(name: String($0)) } }
  }

  /// All the keys that start it in a pane.
  package func keys(in pane: Pane) -> [[Key]] { pane == .queue ? keys : keys + textKeys }

  /// The action of an identifier: every identifier has one (a test says so).
  package static func of(_ id: ActionID) -> Action { byID[id] ?? table[0] }

  private static let byID = Dictionary(uniqueKeysWithValues: table.map { ($0.id, $0) })
  private static let tickets: [Pane] = [.queue, .ticket]
  private static let all = Pane.allCases

  /// Written keys are those of `Key.name`; `|` parts the ways, a space the keys of one way.
  package static let table: [Action] = [
    Action(.newTicket, "n", in: tickets, right: .open, sheet: .intake),
    Action(.take, "t", in: tickets, verb: .take, bulk: true),
    Action(.next, "N", in: tickets, right: .work),
    Action(.reply, "r", in: tickets, verb: .reply, right: .work, sheet: .reply),
    Action(.replyFamily, "", in: tickets, verb: .reply, right: .work, sheet: .replyFamily),
    Action(.note, "c", in: tickets, verb: .note, right: .work, sheet: .note, bulk: true),
    Action(.escalate, "e", in: tickets, verb: .escalate, right: .escalate, sheet: .escalate),
    Action(.assign, "a", in: tickets, verb: .assign, right: .work, sheet: .assign, bulk: true),
    Action(.steal, "T", in: tickets, verb: .steal, sheet: .steal, bulk: true),
    Action(.release, "s l", in: tickets, verb: .release, right: .work, sheet: .release, bulk: true),
    Action(.skip, "s n", in: tickets, verb: .skip, right: .work, sheet: .skip, bulk: true),
    Action(.qualify, "p", in: tickets, verb: .qualify, right: .work, sheet: .qualify, bulk: true),
    Action(.prioritise, "P", in: tickets, verb: .prioritise, right: .work, sheet: .prioritise, bulk: true),
    Action(.resolve, "s r", in: tickets, verb: .resolve, right: .resolve, sheet: .resolve),
    Action(.ask, "s a", in: tickets, verb: .ask, right: .work, sheet: .ask),
    Action(.hold, "s f", in: tickets, verb: .hold, right: .work, sheet: .hold, bulk: true),
    Action(.plan, "s p", in: tickets, verb: .plan, right: .work, sheet: .plan, bulk: true),
    Action(.resume, "s c", in: tickets, verb: .resume, right: .work, bulk: true),
    Action(.returnDown, "s d", in: tickets, verb: .return, right: .returnDown, sheet: .return),
    Action(.completeHandoff, "s h", in: tickets, verb: .completeHandoff, right: .work, sheet: .completeHandoff),
    Action(.close, "s x", in: tickets, verb: .close, right: .confirm, sheet: .close, bulk: true),
    Action(.reopen, "s o", in: tickets, verb: .reopen, right: .work, sheet: .reopen, bulk: true),
    Action(.cancel, "s t", in: tickets, verb: .cancel, right: .work, sheet: .cancel, bulk: true),
    Action(.restore, "s v", in: tickets, verb: .restore, right: .restore, sheet: .restore, bulk: true),
    Action(.spam, "s i", in: tickets, verb: .spam, right: .work, bulk: true),
    Action(.unspam, "s j", in: tickets, verb: .unspam, right: .work, bulk: true),
    Action(.tag, "", in: tickets, verb: .tag, right: .work, sheet: .tag, bulk: true),
    Action(.link, "L", in: tickets, verb: .link, right: .work, sheet: .link),
    Action(.merge, "f", in: tickets, verb: .merge, right: .merge, sheet: .merge),
    Action(.split, "", in: tickets, verb: .split, right: .merge, sheet: .split),
    Action(.unmerge, "", in: tickets, verb: .unmerge, right: .merge),
    Action(.time, "m", in: tickets, verb: .logTime, right: .work, sheet: .time),
    Action(.task, "", in: tickets, verb: .addTask, right: .work, sheet: .task),
    Action(.checklist, "", in: tickets, verb: .applyChecklist, right: .work, sheet: .checklist),
    Action(.tick, "", in: tickets, verb: .tick, right: .work, sheet: .tick),
    Action(.major, "", in: tickets, verb: .declareMajor, right: .declareMajor, sheet: .major),
    Action(.endMajor, "", in: tickets, verb: .endMajor, right: .declareMajor, sheet: .endMajor),
    Action(.opinion, "", in: tickets, verb: .answerSatisfaction, right: .confirm, sheet: .opinion),
    Action(.macro, "", in: tickets, right: .work),
    Action(.watch, "w", in: tickets, verb: .watch, right: .work, bulk: true),

    Action(.knowledge, "b", in: tickets),
    Action(.searchKnowledge, "/", in: [.knowledge]),
    Action(.insertReply, "i", in: [.knowledge]),
    Action(.rateUp, "+", in: [.knowledge]),
    Action(.rateDown, "-", in: [.knowledge]),
    Action(.writeArticle, "", in: all, right: .writeArticle, sheet: .article),

    Action(.explain, "D", in: tickets),
    Action(.cards, "i", in: tickets),
    Action(.open, "Enter|l|Right", in: [.queue, .knowledge]),
    Action(.back, "q|Esc|h|Left", in: [.ticket, .knowledge]),
    Action(.nextTicket, "J|C-n", in: [.ticket]),
    Action(.previousTicket, "K", in: [.ticket]),
    Action(.nextPane, "Tab|BackTab", in: tickets),
    Action(.filter, "/", in: [.queue]),
    Action(.dropFilter, "", in: [.queue]),
    Action(.newcomers, ";", in: [.queue]),
    Action(.togglePreview, "v", in: [.queue]),
    Action(.foldQuotes, "z", in: [.ticket]),
    // The unshifted digit row of a French keyboard opens the same views.
    Action(.view1, "1|&", in: tickets),
    Action(.view2, "2|é", in: tickets),
    Action(.view3, "3|\"", in: tickets),
    Action(.view4, "4|'", in: tickets),
    Action(.view5, "5|(", in: tickets),
    Action(.view6, "6|-", in: tickets),
    Action(.view7, "7|è", in: tickets),
    Action(.view8, "8|_", in: tickets),
    Action(.view9, "9|ç", in: tickets),
    Action(.viewAll, "0|à", in: tickets),

    Action(.saveView, "A-v", in: [.queue], sheet: .view),
    Action(.dropView, "", in: [.queue]),

    Action(.mark, "Space", in: [.queue]),
    Action(.markRange, "V", in: [.queue]),
    Action(.markAll, "*", in: [.queue]),
    Action(.clearMarks, "", in: [.queue]),

    Action(.down, "j|Down", in: all),
    Action(.up, "k|Up", in: all),
    Action(.halfDown, "C-d", in: all),
    Action(.halfUp, "C-u", in: all),
    Action(.pageDown, "PageDown|C-f", inText: "Space", in: all),
    Action(.pageUp, "PageUp", in: all),
    Action(.top, "g g|Home", in: all),
    Action(.bottom, "G|End", in: all),

    Action(.palette, ":|C-p", in: all),
    Action(.help, "?|F1", in: all),
    Action(.onCall, "A", in: all),
    Action(.handover, "", in: all),
    Action(.drafts, "", in: all),
    Action(.copyID, "y y", in: tickets),
    Action(.copyMail, "y m", in: tickets),
    Action(.copyPhone, "y t", in: tickets),
    Action(.reload, "R", in: all),
    Action(.redraw, "C-l", in: all),
    Action(.suspend, "C-z", in: all),
    Action(.quit, "q", in: [.queue]),
    Action(.quitNow, "Q", in: all),
  ]
}
