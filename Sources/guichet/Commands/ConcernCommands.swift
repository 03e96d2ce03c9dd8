import Console
import Desk
import Journal

// Whom and what a ticket concerns, a major incident, and what the requester thought of it all.
extension Command {
  static let major = Command(.major, [.one(.ticket)], [.reason, .every, .over]) { invocation throws(Trouble) in
    let reason = try invocation.need(.reason)
    let every = try invocation.minutesBetweenNews() ?? Major.usualMinutes
    try invocation.one { arguments throws(Trouble) in
      arguments.has(.over) ? .endMajor(reason: reason) : .declareMajor(reason: reason, every: every)
    }
  }

  static let csat = Command(.csat, [.one(.ticket), .maybe(.score)], [.comment]) { invocation throws(Trouble) in
    guard invocation.arguments.operands.count > 1 else {
      return try invocation.one { _ throws(Trouble) in .askSatisfaction }
    }
    let word = invocation.arguments.operands[1]
    guard let score = Int(word) else { throw Trouble(.usage, invocation.words.badNumber("csat", word)) }
    let comment = try invocation.optionalText(.comment)
    try invocation.one { _ throws(Trouble) in .answerSatisfaction(score: score, comment: comment) }
  }

  static let requester = Command(
    .requester, [.one(.ticket)], [.from, .mail, .phone, .customer, .site]
  ) { invocation throws(Trouble) in
    let session = try invocation.session()
    let id = try invocation.ticket(invocation.arguments.operands[0], session)
    let ticket = try invocation.read(id, session)
    let arguments = invocation.arguments
    let isNamed = arguments.has(.from) || arguments.has(.mail) || arguments.has(.phone)
    guard isNamed || arguments.has(.customer) || arguments.has(.site) else { throw invocation.missing(.from) }
    let email = try invocation.address()
    let known = email.flatMap { session.directory.person(email: $0) }
    // Somebody else brings nothing of the one before along but where they work.
    let isSame = !arguments.has(.from) && !arguments.has(.mail)
    let party =
      isSame
      ? Party(
        name: ticket.requester.name, email: ticket.requester.email,
        phone: arguments.one(.phone) ?? ticket.requester.phone)
      : Party(
        name: arguments.one(.from) ?? known?.party.name ?? "", email: email,
        phone: arguments.one(.phone) ?? known?.party.phone)
    let customer =
      arguments.one(.customer) ?? known?.customer ?? email.flatMap { session.directory.customer(email: $0)?.id }
      ?? ticket.customer
    let site = arguments.one(.site) ?? known?.site ?? (customer == ticket.customer ? ticket.site : nil)
    try invocation.act(.changeRequester(to: party, customer: customer, site: site), on: id, session)
  }

  static let concern = Command(.concern, [.one(.ticket)], [.asset, .contract]) { invocation throws(Trouble) in
    let arguments = invocation.arguments
    guard arguments.has(.asset) || arguments.has(.contract) else { throw invocation.missing(.asset) }
    let session = try invocation.session()
    let id = try invocation.ticket(arguments.operands[0], session)
    if let asset = arguments.one(.asset).map(invocation.named) {
      try invocation.act(.linkAsset(asset), on: id, session)
      invocation.tellUnregistered(.relations, asset, session.directory)
    }
    if let contract = arguments.one(.contract).map(invocation.named) {
      try invocation.act(.linkContract(contract), on: id, session)
      invocation.tellUnregistered(.contract, contract, session.directory)
    }
  }
}

extension Invocation {
  /// `-` stands for none.
  fileprivate func named(_ text: String) -> String? { text == "-" ? nil : text.trimmed }

  /// A slip, or to be registered next.
  fileprivate func tellUnregistered(_ register: ColumnName, _ name: String?, _ directory: Directory) {
    guard let name, !directory.has(register, name) else { return }
    Printer.complain(words.stranger(Stranger(register, name, in: directory)))
  }
}

extension Invocation {
  /// `--every`: minutes, or a duration as the rules write it, `30m`, `1h30`.
  fileprivate func minutesBetweenNews() throws(Trouble) -> Int? {
    guard let text = arguments.one(.every) else { return nil }
    guard let minutes = Minutes.read(text), Major.minutes.contains(minutes) else {
      throw Trouble(.usage, words.badMinutes("--every", text, Major.minutes))
    }
    return minutes
  }
}
