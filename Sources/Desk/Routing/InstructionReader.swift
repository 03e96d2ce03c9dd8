// An instruction as it is written: one verb with its value, and what goes with that verb.
//
//     { tag: "vip" }   { escalate: "N2", needed: "accès au serveur" }   { assign: { by: ["skill", "load"] } }

extension AutomationNotes {
  /// The verbs and what may stand beside each.
  private static let verbs: [(verb: String, beside: [String])] = [
    ("qualify", []), ("priority", ["reason"]), ("group", []), ("assign", ["steal"]), ("escalate", ["needed"]),
    ("return", ["reason"]), ("tag", []), ("untag", []), ("note", []), ("reply", []), ("ask", ["reason", "for"]),
    ("hold", ["reason", "for"]), ("watch", []), ("unwatch", []), ("steward", []), ("checklist", ["items"]),
    ("task", []), ("time", ["activity"]), ("resolve", []), ("close", []), ("cancel", []), ("spam", []), ("resume", []),
    ("release", []), ("major", ["every"]),
  ]

  /// Each that reads. Where no reason is given, the name of the rule or macro is the reason.
  mutating func instructions(_ node: ConfigNode?, of name: String, language: String) -> [Instruction] {
    let entries = notes.list(node, under: "then")
    if entries.count > Limits.instructions {
      notes.add(.tooMany(limit: Limits.instructions), at: entries[Limits.instructions].place)
    }
    return entries.prefix(Limits.instructions).compactMap { instruction($0, of: name, language: language) }
  }

  private mutating func instruction(_ node: ConfigNode, of name: String, language: String) -> Instruction? {
    guard let members = node.members else {
      notes.add(.wrongShape(.object, under: "then"), at: node.place)
      return nil
    }
    let known = AutomationNotes.verbs
    guard let verb = known.first(where: { verb in members.contains { $0.key == verb.verb } }) else {
      let key = members.first
      notes.unknown(.action, key?.key ?? "", among: known.map(\.verb), at: key?.place ?? node.place)
      return nil
    }
    let beside = notes.members(of: node, keys: [verb.verb] + verb.beside)
    guard let value = beside[verb.verb] else { return nil }
    let reason = fields(beside["reason"], under: "reason") ?? FieldText(plain: name)
    switch verb.verb {
    case "qualify": return qualification(value).map(Instruction.qualify)
    case "priority": return priority(value).map { .prioritise($0, reason: reason) }
    case "group": return group(value, under: "group").map { .route(group: $0) }
    case "assign": return assign(value, steals: notes.flag(beside["steal"], under: "steal") ?? false)
    case "escalate":
      let needed = fields(beside["needed"], under: "needed") ?? FieldText(plain: name)
      return level(value, under: "escalate").map { .escalate($0, needed: needed) }
    case "return": return level(value, under: "return").map { .return($0, reason: reason) }
    case "tag": return tag(value, "tag").map(Instruction.tag)
    case "untag": return tag(value, "untag").map(Instruction.untag)
    case "note": return fields(value, under: "note").map(Instruction.note)
    case "reply": return wording(value, language: language).map(Instruction.reply)
    case "ask": return ask(value, beside, language)
    case "hold": return hold(value, beside)
    case "watch": return agent(value, under: "watch").map(Instruction.watch)
    case "unwatch": return agent(value, under: "unwatch").map(Instruction.unwatch)
    case "steward": return agent(value, under: "steward").map(Instruction.steward)
    case "checklist": return checklist(value, beside["items"], at: node)
    case "task": return fields(value, under: "task").map(Instruction.task)
    case "time": return time(value, beside["activity"])
    case "resolve": return ending(value, of: name, language: language).map(Instruction.resolve)
    case "cancel": return fields(value, under: "cancel").map { .cancel(reason: $0) }
    case "major": return major(value, beside["every"])
    case "close": return asked(value, "close", .close)
    case "spam": return asked(value, "spam", .spam)
    case "resume": return asked(value, "resume", .resume)
    default: return asked(value, "release", .release)
    }
  }

  /// `true`: what there is nothing else to say of.
  private mutating func asked(_ node: ConfigNode, _ key: String, _ instruction: Instruction) -> Instruction? {
    guard let flag = notes.flag(node, under: key) else { return nil }
    if flag { return instruction }
    notes.add(.badValue("false", expected: "true"), at: node.place)
    return nil
  }

  private mutating func tag(_ node: ConfigNode, _ key: String) -> String? {
    guard let tag = notes.text(node, under: key) else { return nil }
    if tag.utf8.count <= Limits.name, !tag.contains(where: \.isNewline) { return tag }
    notes.add(.badLength(limit: Limits.name), at: node.place)
    return nil
  }

  /// `"amel"`, or `{ by: ["skill", "load"], group: "reseau", most: 20 }`.
  private mutating func assign(_ node: ConfigNode, steals: Bool) -> Instruction? {
    if node.members == nil { return agent(node, under: "assign").map { .assign(.agent($0), steals: steals) } }
    let members = notes.members(of: node, keys: ["by", "group", "most"])
    guard let names = notes.texts(members["by"], under: "by") else {
      if members["by"] == nil { notes.add(.missingKey("by"), at: node.place) }
      return nil
    }
    let known = Assignment.Strategy.allCases.map { ($0.rawValue, $0) }
    let strategies = names.compactMap { name -> Assignment.Strategy? in
      notes.name(name.text, at: name.place, .strategy, among: known)
    }
    guard !strategies.isEmpty else { return nil }
    let choice = Assignment.Choice(
      strategies, group: group(members["group"], under: "group"),
      most: notes.number(members["most"], under: "most", 1...10_000))
    return .assign(.choice(choice), steals: steals)
  }

  private mutating func ask(_ node: ConfigNode, _ beside: [String: ConfigNode], _ language: String) -> Instruction? {
    let reason = beside["reason"] == nil ? .information : waitReason(beside["reason"], .user)
    guard let wording = wording(node, language: language), let reason, let delay = delay(beside, at: node) else {
      return nil
    }
    return .ask(wording, reason: reason, delay: delay)
  }

  private mutating func hold(_ node: ConfigNode, _ beside: [String: ConfigNode]) -> Instruction? {
    if beside["reason"] == nil { notes.add(.missingKey("reason"), at: node.place) }
    guard let party = fields(node, under: "hold"), let reason = waitReason(beside["reason"], .third),
      let delay = delay(beside, at: node)
    else { return nil }
    return .hold(party: party, reason: reason, delay: delay)
  }

  private mutating func waitReason(_ node: ConfigNode?, _ who: WaitingFor) -> WaitReason? {
    guard let node, let text = notes.text(node, under: "reason") else { return nil }
    return notes.name(text, at: node.place, .reason, among: WaitReason.reasons(for: who).map { ($0.rawValue, $0) })
  }

  private mutating func delay(_ beside: [String: ConfigNode], at node: ConfigNode) -> Int64? {
    if beside["for"] == nil { notes.add(.missingKey("for"), at: node.place) }
    return duration(beside["for"], under: "for")
  }

  /// With its items, or one of the desk's own by its name.
  mutating func checklist(_ node: ConfigNode, _ items: ConfigNode?, at place: ConfigNode) -> Instruction? {
    guard let name = notes.text(node, under: "checklist") else { return nil }
    guard let items else {
      if let template = checklists.first(where: { $0.isNamed(name) }) {
        return .checklist(name: template.name, items: template.items)
      }
      if checklists.isEmpty {
        notes.add(.missingKey("items"), at: place.place)
      } else {
        notes.unknown(.checklist, name, among: checklists.map(\.name), at: node.place)
      }
      return nil
    }
    let read = notes.list(items, under: "items").compactMap { notes.text($0, under: "items") }
    if (1...Limits.checklistItems).contains(read.count) { return .checklist(name: name, items: read) }
    notes.add(.badValue(String(read.count), expected: "1–\(Limits.checklistItems)"), at: items.place)
    return nil
  }

  private mutating func time(_ node: ConfigNode, _ activity: ConfigNode?) -> Instruction? {
    guard let seconds = duration(node, under: "time") else { return nil }
    let minutes = Int(clamping: (seconds + 59) / 60)
    guard (1...Limits.timeMinutes).contains(minutes) else {
      notes.add(.badValue("\(minutes)", expected: "1–\(Limits.timeMinutes)"), at: node.place)
      return nil
    }
    guard activity != nil else { return .time(minutes: minutes, activity: .diagnosis) }
    return word(activity, under: "activity", .activity, as: Activity.self).map { .time(minutes: minutes, activity: $0) }
  }

  private mutating func major(_ node: ConfigNode, _ every: ConfigNode?) -> Instruction? {
    var minutes = Major.usualMinutes
    if every != nil {
      guard let seconds = duration(every, under: "every") else { return nil }
      minutes = min(max(Int(clamping: seconds / 60), Major.minutes.lowerBound), Major.minutes.upperBound)
    }
    return fields(node, under: "major").map { .major(reason: $0, every: minutes) }
  }

  private mutating func ending(_ node: ConfigNode, of name: String, language: String) -> Instruction.Ending? {
    let members = notes.members(of: node, keys: ["code", "summary", "cause", "message", "kb"])
    for key in ["code", "summary"] where members[key] == nil { notes.add(.missingKey(key), at: node.place) }
    let message = members["message"].flatMap { wording($0, language: language) }
    guard let code = word(members["code"], under: "code", .code, as: ResolutionCode.self),
      let summary = fields(members["summary"], under: "summary"), (members["message"] == nil) == (message == nil)
    else { return nil }
    let cause = fields(members["cause"], under: "cause")
    let article = notes.text(members["kb"], under: "kb")
    return Instruction.Ending(
      code: code, summary: summary, rootCause: cause, message: message,
      knowledge: article.map(KnowledgeDecision.linked) ?? .notReusable(name))
  }
}
