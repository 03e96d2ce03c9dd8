import Desk

/// The fields of all sheets, by the names drafts keep them under.
package enum FieldName: String, CaseIterable, Hashable, Sendable {
  case requester, email, phone, customer, site, subject, similar, words, occurredAt, channel, kind, category, grid
  case visibility, note, cc, rule, body, quote, after, waitReason, until, party, start, chosenBy
  case level, glass, symptom, tried, hypothesis, needed, evidence, agent
  case code, summary, rootCause, told, message, knowledge, article, why
  case due, reason, way, tag, worn, cause, priority, computed, relation, target, ticketNumber
  case title, articleKind, audience, product, steps, readyReply, keywords
  case minutes, activity, billing, task, taskKind, place, item, every, score, comment
  case template
  case viewName, filter, order, columns, digit, extent, checklist, confirm

  /// The fields that a refusal of the desk may mean, the likeliest first; the first one shown has its words.
  package static func blamed(by field: Refusal.Field) -> [FieldName] {
    switch field {
    case .subject: [.subject]
    case .requester: [.requester]
    case .body: [.body, .words, .message, .note]
    case .reason: [.reason]
    case .until: [.until]
    case .start: [.start]
    case .party: [.party]
    case .category: [.category]
    case .symptom: [.symptom]
    case .tried: [.tried]
    case .hypothesis: [.hypothesis]
    case .needed: [.needed]
    case .evidence: [.evidence]
    case .summary: [.summary]
    case .rootCause: [.rootCause]
    case .message: [.message]
    case .knowledge: [.why, .knowledge]
    case .article: [.article]
    case .agent: [.agent]
    case .recipient: [.cc]
    case .number: [.confirm]
    case .occurredAt: [.occurredAt]
    case .priority: [.priority]
    case .tag: [.tag]
    case .link: [.target, .ticketNumber]
    case .name: [.title, .requester]
    case .filter: [.filter]
    case .columns: [.columns]
    case .time: [.minutes]
    case .task: [.task]
    case .place: [.place]
    case .item: [.item]
    case .every: [.every]
    case .score: [.score]
    case .comment: [.comment]
    case .checklist: [.checklist]
    case .event: [.message]
    case .attachment, .watcher, .login, .date, .outcome, .end, .travel, .tool, .consent,
      .doneAt, .asset, .contract:
      []
    }
  }
}
