import Desk

// Why an action cannot be done now: nil, or the words for it. A disabled key is never silent.
extension Model {
  /// The tickets an action would be done to: the marked rows, the selected one, or the one being read.
  package var targets: [Summary] {
    switch pane {
    case .queue: queue.targets
    case .ticket: ticket.flatMap { summary(of: $0.id) }.map { [$0] } ?? []
    case .knowledge: knowledge?.ticket.flatMap { summary(of: $0) }.map { [$0] } ?? []
    }
  }

  /// A ticket's row, from the queue or from what was read.
  func summary(of id: TicketID) -> Summary? {
    let row = queue.selection?.id == id ? queue.selection?.summary : queue.summary(of: id)
    guard let reading = reading(of: id) else { return row }
    if let row, row.lamport >= reading.ticket.lamport { return row }
    return Summary(reading.ticket, under: rules, isDamaged: !reading.damage.isEmpty)
  }

  package func whyNot(_ id: ActionID) -> String? { whyNot(id, on: Action.of(id).verb == nil ? [] : targets) }

  /// The same for tickets already looked up: a list of all actions asks for them once.
  func whyNot(_ id: ActionID, on targets: [Summary]) -> String? {
    let action = Action.of(id)
    if let verb = action.verb {
      if targets.isEmpty { return words.nothingSelected }
      if targets.count > 1, !action.isBulk { return words.oneAtATime }
      if id == .replyFamily, let row = targets.first, let reading = reading(of: row.id), reading.ticket.children.isEmpty
      {
        return words.noChildren
      }
      let refusals = targets.map { refusal(action, verb, on: $0) }
      return refusals.contains(nil) ? nil : refusals.first.flatMap { $0 }.map { words.refusal($0) }
    }
    if let right = action.right, !rules.may(right, me) {
      return words.refusal(rules.roles.refusal(.note, right, to: rules.roles.role(of: me)))
    }
    return whyNotHere(id)
  }

  /// What the desk's rules say before anything is asked: the same refusals `decide` would give.
  func refusal(_ action: Action, _ verb: Verb, on row: Summary) -> Refusal? {
    let (roles, role) = (rules.roles, rules.roles.role(of: me))
    func lacks(_ right: Right) -> Refusal? { roles.may(right, role) ? nil : roles.refusal(verb, right, to: role) }
    if let refusal = action.right.flatMap(lacks) { return refusal }
    if !verb.from.contains(row.state) { return .wrongState(verb, state: row.state) }
    switch verb {
    case .take:
      if let refusal = lacks(.toTake(row.level)) { return refusal }
      return row.owner.map { $0 == me.login ? .alreadyYours : .owned(by: $0) }
    case .steal:
      guard let owner = row.owner else { return .notOwned }
      if owner == me.login { return .alreadyYours }
      return lacks(rules.rightToSteal(from: owner, as: role))
    case .resolve:
      return roles.mayEnd(row.level, role) ? nil : .levelNotHeld(agent: me.login, level: row.level)
    case .skip: return row.owner.flatMap { $0 == me.login ? nil : .owned(by: $0) }
    case .release: return row.owner == nil ? .notOwned : nil
    case .completeHandoff: return row.owesHandoff ? nil : .nothingOwed
    case .return: return row.level == .n1 ? .levelNotBelow(.n1, current: .n1) : nil
    case .escalate:
      if row.level == .v5 { return .levelNotAbove(.v5, current: .v5) }
      // For a P0 or P1 the glass may be broken; any other ticket is qualified first.
      if !row.isQualified, row.priority > .p1 { return .notQualified }
      return row.level >= .n3 ? lacks(.escalateToVendor) : nil
    case .reopen:
      return row.state == .closed ? lacks(.reopenClosed) : nil
    default: return nil
    }
  }

  private func whyNotHere(_ id: ActionID) -> String? {
    switch id {
    case .open where pane == .queue: return queue.selection == nil ? words.nothingSelected : nil
    case .nextTicket: return queue.number.map { $0 + 1 < queue.count } == true ? nil : words.noNext
    case .previousTicket: return queue.number.map { $0 > 0 } == true ? nil : words.noPrevious
    case .knowledge: return nil
    case .macro: return targets.isEmpty ? words.nothingSelected : targets.count > 1 ? words.oneAtATime : nil
    case .insertReply:
      if knowledge?.ticket == nil { return words.noTicketForReply }
      return knowledge?.article?.content.reply == nil ? words.noReadyReply : nil
    case .rateUp, .rateDown: return knowledge?.article == nil ? words.noArticle : nil
    case .togglePreview:
      return Layout(size, showsPreview: true).hasSide ? nil : words.noRoomForPreview
    case .dropFilter: return filter.isActive ? nil : words.noFilter
    case .dropView:
      return saved.contains { $0.view.id == currentView.id } ? nil : words.notYourView
    case .clearMarks: return queue.marks.isEmpty ? words.noMarks : nil
    case .mark, .markRange, .markAll: return queue.rows.isEmpty ? words.nothingSelected : nil
    case .onCall: return duty == nil ? words.noRotas : nil
    case .drafts: return drafts.isEmpty ? words.noDrafts : nil
    case .explain: return targets.count == 1 ? nil : targets.isEmpty ? words.nothingSelected : words.oneAtATime
    case .cards:
      guard let row = targets.first else { return words.nothingSelected }
      if targets.count > 1 { return words.oneAtATime }
      return subjects(of: row).isEmpty ? words.noConcern : nil
    case .copyID: return targets.isEmpty ? words.nothingSelected : nil
    case .copyMail: return targets.first?.requester.email == nil ? words.noAddress : nil
    case .copyPhone: return targets.first?.requester.phone == nil ? words.noPhone : nil
    default: return viewNumber(id).map { $0 < views.count ? nil : words.noView } ?? nil
    }
  }

  /// The place of the view an action opens; nil for other actions.
  func viewNumber(_ id: ActionID) -> Int? {
    let numbered: [ActionID] = [.view1, .view2, .view3, .view4, .view5, .view6, .view7, .view8, .view9]
    if id == .viewAll { return views.count - 1 }
    return numbered.firstIndex(of: id).map { $0 < views.count - 1 ? $0 : views.count }
  }
}
