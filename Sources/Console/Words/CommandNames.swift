/// The commands of the command line, in the order of the help.
package enum CommandName: String, CaseIterable, Sendable {
  case demo, `init`
  case new, list, search, show
  case next, take, assign, steal, release, skip
  case qualify, priority, plan, ask, hold, resume
  case reply, note
  case escalate, handoff, `return`
  case resolve, close, reopen, cancel, restore, spam, waive
  case tag, link, watch
  case merge, unmerge, split
  case time, task, remote, checklist, major, csat, requester, concern
  case kb, agent, group, customer, contract, asset, person, view, config
  case rules, macro, template, recurring
  case oncall, page, handover
  case explain, replay, flow, sla, tick
  case mail, `import`, verify, repair, index, theme, doctor

  /// What it is about: the sections of the help.
  package var subject: CommandSubject {
    switch self {
    case .demo, .`init`: .start
    case .new, .list, .search, .show: .tickets
    case .next, .take, .assign, .steal, .release, .skip, .qualify, .priority, .plan, .ask, .hold, .resume, .reply,
      .note, .escalate, .handoff, .return, .resolve, .close, .reopen, .cancel, .restore, .spam, .waive, .tag, .link,
      .watch, .merge, .unmerge, .split, .time, .task, .remote, .checklist, .major, .csat, .requester, .concern:
      .acts
    case .kb, .agent, .group, .customer, .contract, .asset, .person, .view, .config, .rules, .macro, .template,
      .recurring, .oncall, .page, .handover:
      .desk
    case .explain, .replay, .flow, .sla, .tick: .clocks
    case .mail, .import, .verify, .repair, .index, .theme, .doctor: .upkeep
    }
  }
}

/// The sections of the help.
package enum CommandSubject: CaseIterable, Sendable {
  case start, tickets, acts, desk, clocks, upkeep
}

/// What commands take besides options.
package enum Operand: Hashable, Sendable {
  case ticket, tickets, filter, subject, agent, level, priority, tag, relation, target, article, words, login, id
  case name, file, folder, action(String)
  case duration, event, score, rota
  /// An entry of a register, or a file of them.
  case entry
}

/// Every option of every command: one meaning each. The raw value is what is typed after `--`.
package enum CommandOption: String, CaseIterable, Sendable {
  case cabinet, `as`, lang, theme, json, mono, restricted, help, version
  case from, mail, phone, customer, site, asset, channel, occurred, body, note
  case kind, gravity, impact, category, tag
  case order, limit, save
  case skip
  case reason, to, start, chosenBy = "chosen-by", until, party, `private`
  case symptom, tried, hypothesis, needed, evidence, breakGlass = "break-glass"
  case code, summary, cause, message, byPhone = "by-phone", kb
  case remove, name, level, account, skills, domain, contract, vip, inactive
  case rei, shared, language, retired
  case itemClass = "class", serial, location, warranty, owner, relation, member
  case calendar, service, warn, day, by, reference, encoding
  case product, step, keyword, answer, audience, queries
  case map, view, columns, digit, replace, per, least
  case dryRun = "dry-run", strict, all, checkpoint, against, copy
  case tickets, seed, date
  case anew, quiet
  case clock, policy, since, rules, template
  case anyway, resolved = "show"
  case activity, notBillable = "not-billable", done, correct, type, place, travel, end, outcome, tool, consent
  case at, sign, accept
  case item, tick, untick, every, over, comment, children, ids, subject

  /// Said before or after any command.
  package static let global: [CommandOption] = [
    .cabinet, .as, .lang, .theme, .json, .mono, .restricted, .help, .version,
  ]

  /// A letter for the options typed most.
  package var letter: Character? {
    switch self {
    case .help: "h"
    case .json: "j"
    case .cabinet: "C"
    case .body: "b"
    case .reason: "r"
    case .summary: "s"
    case .until: "u"
    case .limit: "n"
    case .version: "V"
    default: nil
    }
  }

  /// Whether a value follows.
  package var takesValue: Bool {
    switch self {
    case .json, .mono, .restricted, .help, .version, .private, .breakGlass, .byPhone, .remove, .vip, .inactive, .dryRun,
      .anew, .quiet, .strict, .all, .anyway, .resolved, .notBillable, .over, .children, .ids, .shared, .retired, .sign,
      .accept, .replace:
      false
    default: true
    }
  }

  /// Whether it may be given several times.
  package var repeats: Bool {
    switch self {
    case .tag, .domain, .site, .step, .keyword, .skills, .item, .tick, .untick, .itemClass, .relation, .member,
      .service, .warn:
      true
    default: false
    }
  }
}
