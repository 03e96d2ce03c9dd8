/// Everything an agent can do by a key or by name, in the order the help shows it.
package enum ActionID: String, CaseIterable, Hashable, Sendable {
  // Work on tickets.
  case newTicket, next, skip, take, reply, note, escalate, assign, steal, release, qualify, prioritise
  case resolve, ask, hold, plan, resume, returnDown, completeHandoff
  case close, reopen, cancel, restore, spam, unspam, tag, link, watch
  case split, checklist, replyFamily
  case merge, unmerge, time, task, tick, major, endMajor, opinion, macro
  // The knowledge base.
  case knowledge, searchKnowledge, insertReply, rateUp, rateDown, writeArticle
  // Looking.
  case explain, cards
  case open, back, nextTicket, previousTicket, nextPane
  case filter, dropFilter, newcomers, togglePreview, foldQuotes
  case view1, view2, view3, view4, view5, view6, view7, view8, view9, viewAll, saveView, dropView
  // Marks.
  case mark, markRange, markAll, clearMarks
  // Moving.
  case down, up, halfDown, halfUp, pageDown, pageUp, top, bottom
  // The rest.
  case palette, help, onCall, handover, drafts, copyID, copyMail, copyPhone, reload, redraw, suspend, quit, quitNow
}

/// A place keys are pressed in.
package enum Pane: String, CaseIterable, Hashable, Sendable {
  case queue, ticket, knowledge
}
