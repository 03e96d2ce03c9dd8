import Console
import Desk
import Journal

/// A register as the command line has it: which option says which column, what a row of its list shows, its card.
protocol RegisterKind: Registered {
  /// An option that may be given several times fills a list.
  static var options: [(CommandOption, ColumnName)] { get }
  /// What a new entry must be given.
  static var needed: [CommandOption] { get }
  func cells(_ words: Words) -> [String]
  func card(_ session: Session, _ setting: CardSetting) throws(JournalError) -> [ThreadLine]
  /// What the card shows besides the entry itself.
  func cardJSON(_ session: Session) throws(JournalError) -> [JSON.Member]
}

extension RegisterKind {
  static var needed: [CommandOption] { [] }
}

extension Customer: RegisterKind {
  static var options: [(CommandOption, ColumnName)] {
    [
      (.name, .name), (.domain, .domains), (.site, .sites), (.contract, .contracts), (.rei, .contact),
      (.shared, .sharesTickets),
    ]
  }
  func cells(_ words: Words) -> [String] {
    [id, name, domains.joined(separator: ", "), contracts.joined(separator: ", ")]
  }
  func card(_ session: Session, _ setting: CardSetting) throws(JournalError) -> [ThreadLine] {
    try session.card(of: self).lines(setting)
  }
  func cardJSON(_ session: Session) throws(JournalError) -> [JSON.Member] {
    let card = try session.card(of: self)
    return [
      .init("balances", .array(card.contracts.map(\.json))), .init("active", .int(Int64(card.open))),
      .init("tickets", .array(card.tickets.map(\.json))),
    ]
  }
}

extension Person: RegisterKind {
  static var options: [(CommandOption, ColumnName)] {
    [
      (.name, .name), (.phone, .phone), (.customer, .customer), (.site, .site), (.language, .language), (.vip, .vip),
    ]
  }
  static var needed: [CommandOption] { [.name] }
  func cells(_ words: Words) -> [String] {
    [party.email ?? "", party.name, customer ?? "", site ?? "", vip ? words.vip : ""]
  }
  func card(_ session: Session, _ setting: CardSetting) throws(JournalError) -> [ThreadLine] {
    try session.card(of: self).lines(setting)
  }
  func cardJSON(_ session: Session) throws(JournalError) -> [JSON.Member] {
    let card = try session.card(of: self)
    return [
      .init("assets", .array(card.assets.map { LedgerFact.asset($0).d })),
      .init("tickets", .array(card.tickets.map(\.json))),
    ]
  }
}

extension Contract: RegisterKind {
  static var options: [(CommandOption, ColumnName)] {
    [
      (.name, .name), (.customer, .customer), (.start, .from), (.until, .to), (.calendar, .calendar),
      (.policy, .policy), (.itemClass, .classes), (.service, .categories), (.site, .sites), (.warn, .warnings),
      (.day, .dayMinutes),
    ]
  }
  static var needed: [CommandOption] { [.customer] }
  func cells(_ words: Words) -> [String] { [id, customer ?? "", words.term(self), name] }
  func card(_ session: Session, _ setting: CardSetting) throws(JournalError) -> [ThreadLine] {
    try session.card(of: self, at: nil).lines(setting)
  }
  func cardJSON(_ session: Session) throws(JournalError) -> [JSON.Member] {
    [.init("account", try session.account(of: self).json(at: nil))]
  }
}

extension Asset: RegisterKind {
  static var options: [(CommandOption, ColumnName)] {
    [
      (.name, .name), (.itemClass, .itemClass), (.customer, .customer), (.site, .site), (.location, .location),
      (.serial, .serial), (.warranty, .warrantyEnd), (.owner, .owner), (.contract, .contract),
      (.relation, .relations),
    ]
  }
  func cells(_ words: Words) -> [String] { [id, itemClass, customer ?? "", site ?? "", name] }
  func card(_ session: Session, _ setting: CardSetting) throws(JournalError) -> [ThreadLine] {
    try session.card(of: self).lines(setting)
  }
  func cardJSON(_ session: Session) throws(JournalError) -> [JSON.Member] {
    let card = try session.card(of: self)
    return [
      .init("around", .array(card.around.map { .string($0.id) })), .init("tickets", .array(card.tickets.map(\.json))),
    ]
  }
}

extension Group: RegisterKind {
  static var options: [(CommandOption, ColumnName)] {
    [(.name, .name), (.level, .levels), (.skills, .skills), (.domain, .domains), (.member, .members)]
  }
  func cells(_ words: Words) -> [String] {
    [id, levels.map(\.rawValue).joined(separator: " "), members.joined(separator: ", "), name]
  }
  func card(_ session: Session, _ setting: CardSetting) throws(JournalError) -> [ThreadLine] {
    session.card(of: self).lines(setting)
  }
  func cardJSON(_ session: Session) throws(JournalError) -> [JSON.Member] { [] }
}

extension ContractBalance {
  var json: JSON {
    .object(
      of: ("credited_minutes", .int(Int64(credited))), ("drawn_minutes", .int(Int64(drawn))),
      ("left_minutes", .int(Int64(left))), ("used_percent", .int(Int64(share))),
      ("day_minutes", .int(Int64(dayMinutes))))
  }
}

extension ContractStanding {
  var json: JSON { .object(of: ("contract", .string(contract.id)), ("balance", balance?.json)) }
}

extension ContractAccount {
  func json(at instant: Instant?) -> JSON {
    let until = instant ?? Instant(ms: .max)
    return .object(
      of: ("balance", balance(at: instant).json),
      ("credits", .array(credits.filter { $0.at <= until }.map(\.json))),
      ("debits", .array(debits.filter { $0.at <= until }.map(\.json))))
  }
}

extension ContractCredit {
  fileprivate var json: JSON {
    .object(
      of: ("at", .string(at.rfc3339)), ("minutes", .int(Int64(entry.minutes))),
      ("days", entry.days.map { .int(Int64($0)) }), ("correction", .bool(isCorrection)),
      ("reason", .string(entry.reason)), ("reference", entry.reference.map(JSON.string)), ("by", .string(by)))
  }
}

extension Debit {
  fileprivate var json: JSON {
    .object(
      of: ("at", .string(at.rfc3339)), ("minutes", .int(Int64(minutes))), ("ticket", .string(ticket.description)),
      ("activity", .string(activity.rawValue)), ("by", .string(by)), ("event", .string(event)))
  }
}
