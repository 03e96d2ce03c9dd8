import Desk
import Screen

/// What a card is drawn with besides what it says.
package struct CardSetting: Sendable {
  package var words: Words
  package var zone: Zone
  package var now: Instant
  /// The site whose tickets need no prefix.
  package var home: String

  package init(words: Words, zone: Zone, now: Instant, home: String) {
    self.words = words
    self.zone = zone
    self.now = now
    self.home = home
  }

  var today: Day { zone.local(now).day }
}

/// A contract and how its account stands; nil where it counts no credit.
package struct ContractStanding: Hashable, Sendable {
  package var contract: Contract
  package var balance: ContractBalance?

  package init(_ contract: Contract, balance: ContractBalance?) {
    self.contract = contract
    self.balance = balance
  }

  /// How pressing it is: overspent, warned, or neither.
  package var role: Role {
    guard let balance else { return .text }
    if balance.left < 0 { return .error }
    return contract.warnings.contains { balance.share >= $0 } ? .warning : .text
  }

  /// `Contrat Infogérance+ · 41 h 30 restantes`, as a ticket's header has it.
  package func header(_ words: Words) -> ThreadLine.Piece {
    let name = SafeText.line(words.contractNamed(contract.name)).text
    return ThreadLine.Piece(name + (balance.map { " · " + words.left($0) } ?? ""), role)
  }

  /// The same in few columns: `Infogérance+ (41 h 30)`.
  func short(_ words: Words) -> ThreadLine.Piece {
    let name = Truncate.end(SafeText.line(contract.name).text, ContractStanding.shortName)
    return ThreadLine.Piece(sign + name + (balance.map { " (\(words.hours($0.left)))" } ?? ""), role)
  }

  /// In fewer still, without its name: `! Contrat -0 h 30`.
  func shortest(_ words: Words) -> ThreadLine.Piece {
    ThreadLine.Piece(sign + words.contractNamed(balance.map { words.hours($0.left) } ?? ""), role)
  }

  /// `!` overspent, `▲` warned: what the colour says, without it.
  var sign: String {
    switch role {
    case .error: "! "
    case .warning: "▲ "
    default: ""
    }
  }

  /// Whether somebody should do something about it.
  var isPressing: Bool { role != .text }

  static let shortName = 16

  fileprivate func line(_ words: Words) -> (text: String, role: Role) {
    let parts = [contract.name, words.term(contract), balance.map(words.stands) ?? words.noCredit]
    return (parts.filter { !$0.isEmpty }.joined(separator: " · "), role)
  }
}

/// What is to be known of an asset beside a ticket.
package struct AssetCard: Hashable, Sendable {
  package var asset: Asset
  package var customer: Customer?
  package var owner: Person?
  package var contract: Contract?
  /// Assets it names, by their ids.
  package var named: [String: Asset]
  /// Assets that name it.
  package var around: [Asset]
  /// The latest first.
  package var tickets: [Summary]

  package init(
    _ asset: Asset, customer: Customer? = nil, owner: Person? = nil, contract: Contract? = nil,
    named: [String: Asset] = [:], around: [Asset] = [], tickets: [Summary] = []
  ) {
    self.asset = asset
    self.customer = customer
    self.owner = owner
    self.contract = contract
    self.named = named
    self.around = around
    self.tickets = tickets
  }

  package func lines(_ setting: CardSetting) -> [ThreadLine] {
    let words = setting.words
    var card = CardLines(words)
    card.title(asset.id, asset.name, [asset.itemClass, asset.isRetired ? words.retired : nil])
    card.facts([customer?.name ?? asset.customer, asset.site, asset.location, asset.serial.map(words.serial)])
    if let end = asset.warrantyEnd, let days = asset.warrantyDays(on: setting.today) {
      card.fact(words.cardWarranty, words.warranty(end, days: days), days < 0 ? .warning : .text)
    }
    card.fact(words.cardOwner, owner.map(\.party.label) ?? asset.owner ?? "")
    card.fact(words.cardContract, contract?.name ?? asset.contract ?? "")
    let relations = asset.relations.map { words.relation($0.kind) + " " + AssetCard.label($0.target, named[$0.target]) }
    let inverse = around.flatMap { other in
      other.relations.filter { $0.target == asset.id }.map {
        words.inverse($0.kind) + " " + AssetCard.label(other.id, other)
      }
    }
    card.list(words.cardRelations, Array((relations + inverse).prefix(AssetCard.relationsShown)))
    card.tickets(words.lastTickets, tickets, home: setting.home, now: setting.now)
    return card.lines
  }

  private static let relationsShown = 40

  private static func label(_ id: String, _ asset: Asset?) -> String {
    guard let asset, asset.name != id, !asset.name.isEmpty else { return id }
    return id + " (" + asset.name + ")"
  }
}

/// What is to be known of a customer.
package struct CustomerCard: Hashable, Sendable {
  package var customer: Customer
  package var contact: Person?
  package var contracts: [ContractStanding]
  /// Tickets that are active now.
  package var open: Int
  package var tickets: [Summary]

  package init(
    _ customer: Customer, contact: Person? = nil, contracts: [ContractStanding] = [], open: Int = 0,
    tickets: [Summary] = []
  ) {
    self.customer = customer
    self.contact = contact
    self.contracts = contracts
    self.open = open
    self.tickets = tickets
  }

  package func lines(_ setting: CardSetting) -> [ThreadLine] {
    let words = setting.words
    var card = CardLines(words)
    card.title(
      customer.id, customer.name,
      [customer.sharesTickets ? words.sharedTickets : nil, customer.isRetired ? words.retired : nil])
    if let address = customer.contact {
      let known = [contact?.party.name, address, contact?.party.phone].compactMap(\.self).filter { !$0.isEmpty }
      card.fact(words.singleContact, known.joined(separator: " · "))
    }
    card.fact(words.cardSites, customer.sites.joined(separator: ", "))
    card.fact(words.cardDomains, customer.domains.joined(separator: ", "))
    card.list(words.cardContracts, contracts.map { $0.line(words) })
    card.tickets(words.openTickets(open), tickets, home: setting.home, now: setting.now)
    return card.lines
  }
}

/// What is to be known of a requester.
package struct PersonCard: Hashable, Sendable {
  package var person: Person
  package var customer: Customer?
  package var assets: [Asset]
  package var tickets: [Summary]

  package init(_ person: Person, customer: Customer? = nil, assets: [Asset] = [], tickets: [Summary] = []) {
    self.person = person
    self.customer = customer
    self.assets = assets
    self.tickets = tickets
  }

  package func lines(_ setting: CardSetting) -> [ThreadLine] {
    let words = setting.words
    var card = CardLines(words)
    card.title(
      person.party.label, "",
      [person.vip ? words.vip : nil, person.language, person.isRetired ? words.retired : nil])
    card.facts([person.party.email, person.party.phone, customer?.name ?? person.customer, person.site])
    card.list(words.cardAssets, assets.prefix(PersonCard.assetsShown).map { "\($0.id)  \($0.name)" })
    card.tickets(words.lastTickets, tickets, home: setting.home, now: setting.now)
    return card.lines
  }

  private static let assetsShown = 20
}

/// A contract with its account.
package struct ContractCard: Hashable, Sendable {
  package var account: ContractAccount
  package var customer: Customer?
  /// How it stood then; how it stands where nil.
  package var at: Instant?

  package init(_ account: ContractAccount, customer: Customer? = nil, at: Instant? = nil) {
    self.account = account
    self.customer = customer
    self.at = at
  }

  /// `drawnFrom`: debits shown at most, the latest.
  package func lines(_ setting: CardSetting, drawnFrom most: Int = 20) -> [ThreadLine] {
    let (words, contract) = (setting.words, account.contract)
    var card = CardLines(words)
    card.title(contract.id, contract.name, [words.term(contract), contract.isRetired ? words.retired : nil])
    card.facts([customer?.name ?? contract.customer, contract.calendar, contract.policy])
    let perimeter = contract.perimeter
    card.fact(
      words.cardPerimeter,
      perimeter.isEverything
        ? words.perimeterOfAll : (perimeter.classes + perimeter.categories + perimeter.sites).joined(separator: ", "))
    let balance = account.balance(at: at)
    let standing = ContractStanding(contract, balance: account.credits.isEmpty ? nil : balance)
    card.fact(words.cardBalance, standing.balance.map(words.stands) ?? words.noCredit, standing.role)
    card.list(words.credits, account.credits.filter { counts($0.at) }.map { credit(setting, $0) })
    card.list(words.drawdown, account.debits.filter { counts($0.at) }.suffix(most).map { debit(setting, $0) })
    return card.lines
  }

  private func counts(_ moment: Instant) -> Bool { at.map { moment <= $0 } ?? true }

  private func credit(_ setting: CardSetting, _ credit: ContractCredit) -> String {
    let words = setting.words
    let sign = credit.entry.minutes < 0 ? "" : "+"
    return [
      setting.zone.local(credit.at).day.iso, sign + words.hours(credit.entry.minutes),
      credit.isCorrection ? words.correction : "", credit.entry.reason, credit.entry.reference ?? "",
    ].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private func debit(_ setting: CardSetting, _ debit: Debit) -> String {
    let words = setting.words
    return [
      setting.zone.local(debit.at).day.iso, words.hours(-debit.minutes), words.name(debit.ticket, home: setting.home),
      debit.by,
    ].joined(separator: "  ")
  }
}

/// A group with who is in it.
package struct GroupCard: Hashable, Sendable {
  package var group: Group
  /// Members known, by login.
  package var members: [String: Agent]

  package init(_ group: Group, members: [String: Agent] = [:]) {
    self.group = group
    self.members = members
  }

  package func lines(_ setting: CardSetting) -> [ThreadLine] {
    let words = setting.words
    var card = CardLines(words)
    card.title(
      group.id, group.name,
      [group.levels.map(\.rawValue).joined(separator: " "), group.isRetired ? words.retired : nil])
    card.fact(words.cardSkills, group.skills.joined(separator: ", "))
    card.fact(words.cardDomains, group.domains.joined(separator: ", "))
    card.list(words.cardMembers, group.members.map { $0 + (members[$0].map { "  " + $0.name } ?? "") })
    return card.lines
  }
}
