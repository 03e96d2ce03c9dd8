import Desk
import Screen

// Texts laid over the panes: a ticket's clocks, the cards of what it concerns.
extension Model {
  /// Explains the clocks of the ticket at hand; read first where it is not known as it is now.
  mutating func explain() -> [Effect] {
    guard let row = targets.first else { return [] }
    prefix = []
    overlay = .leaf(Leaf(.clocks(row.id)))
    let isKnown = reading(of: row.id).map { $0.ticket.lamport >= row.lamport } ?? false
    return isKnown ? [] : [.read(row.id)]
  }

  /// Offers the cards of what the ticket at hand concerns.
  mutating func offerCards() -> [Effect] {
    guard let row = targets.first else { return [] }
    let subjects = subjects(of: row)
    guard subjects.count > 1 else { return subjects.first.map { openCard($0) } ?? [] }
    let items = subjects.map { subject in
      ChooserItem(
        .card(subject), Truncate.fit(words.title(of: subject), Model.cardLabel) + " " + label(of: subject),
        names: [Words(.french), Words(.english)].map { $0.title(of: subject) } + [label(of: subject)])
    }
    overlay = .chooser(Chooser(.cards, items, theme: theme))
    return []
  }

  /// Columns of what a subject is, before its name.
  private static let cardLabel = 13

  mutating func openCard(_ subject: CardSubject) -> [Effect] {
    overlay = .leaf(Leaf(.card(subject)))
    return [.card(subject)]
  }

  /// What a ticket concerns, as far as its row, or the ticket where it was read, tells.
  func subjects(of row: Summary) -> [CardSubject] {
    let ticket = reading(of: row.id)?.ticket
    let party = ticket?.requester ?? row.requester
    var subjects: [CardSubject] = []
    if !party.label.isEmpty { subjects.append(.person(party, customer: row.customer)) }
    let customer = row.customer ?? row.asset.flatMap { directory.assets[$0]?.customer }
    if let customer { subjects.append(.customer(customer)) }
    let question = Scope.Question(
      customer: customer, asset: row.asset, site: row.site, category: row.category, day: zone.local(row.openedAt).day)
    let scope = ticket?.scope(under: rules, zone: zone) ?? Scope.of(question, in: directory)
    if let scope { subjects.append(.contract(scope.contract.id)) }
    if let asset = row.asset, !asset.isEmpty { subjects.append(.asset(asset)) }
    return subjects
  }

  private func label(of subject: CardSubject) -> String {
    switch subject {
    case .person(let party, _): party.label
    case .customer(let id): directory.customers[id]?.name ?? id
    case .contract(let id): directory.contracts[id]?.name ?? id
    case .asset(let id): [id, directory.assets[id]?.name ?? ""].filter { !$0.isEmpty }.joined(separator: "  ")
    }
  }

  /// A card came.
  mutating func take(_ card: DeskCard, _ subject: CardSubject) {
    guard case .leaf(var leaf) = overlay, leaf.subject == .card(subject) else { return }
    leaf.card = card
    overlay = .leaf(leaf)
  }

  /// The hand-over note came.
  mutating func take(_ note: HandoverNote) {
    guard case .leaf(var leaf) = overlay, leaf.subject == .handover else { return }
    leaf.note = note
    overlay = .leaf(leaf)
  }

  /// The ticket whose clocks lie open.
  var explained: TicketID? {
    if case .leaf(let leaf) = overlay, case .clocks(let id) = leaf.subject { id } else { nil }
  }

  mutating func layOutLeaf(_ layout: Layout) {
    guard case .leaf(var leaf) = overlay else { return }
    let width = leafWidth(layout)
    let lamport = explained.flatMap { reading(of: $0)?.ticket.lamport }
    let setting = Leaf.Setting(
      width: width, language: words.language, minute: now.ms / Delay.minute, lamport: lamport, card: leaf.card,
      duty: leaf.subject == .duty ? duty : nil, note: leaf.note, zone: zone.name)
    let shown = leaf
    leaf.layOut(setting, height: layout.full.height - Leaf.border) { lines(of: shown, width: width) }
    overlay = .leaf(leaf)
  }

  // MARK: - Keys

  mutating func press(_ key: Key, in leaf: Leaf) -> [Effect] {
    switch leaf.subject {
    case .confirmation(let confirmation): if let effects = press(key, to: confirmation) { return effects }
    case .duty: if let effects = press(key, onDuty: leaf) { return effects }
    case .clocks, .card, .handover: break
    }
    return move(key, in: leaf)
  }

  private mutating func move(_ key: Key, in leaf: Leaf) -> [Effect] {
    var leaf = leaf
    switch key {
    case .escape, .ctrl("g"), .left, "q", "h", "D", "i":
      overlay = nil
      return []
    case .enter, .right, "l":
      guard let id = leaf.ticket else { return [] }
      overlay = nil
      return open(id)
    case .down, "j", .tab: leaf.step(1)
    case .up, "k", .backtab: leaf.step(-1)
    case .ctrl("d"): leaf.halfPage(by: 1)
    case .ctrl("u"): leaf.halfPage(by: -1)
    case .pageDown, .ctrl("f"), " ": leaf.page(by: 1)
    case .pageUp, .ctrl("b"): leaf.page(by: -1)
    case .home, "g": leaf.toTop()
    case .end, "G": leaf.toBottom()
    default: return say(words.nothingOn(words.key(key)))
    }
    overlay = .leaf(leaf)
    return []
  }
}
