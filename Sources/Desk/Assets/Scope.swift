/// Whether a contract covers a ticket, and if not, why.
package struct Scope: Hashable, Sendable {
  /// The contract held against the ticket.
  package var contract: Contract
  /// Empty: it is covered.
  package var breaches: [Breach]

  /// One reason why a ticket is outside of a contract.
  package enum Breach: Hashable, Sendable {
    case begins(Day)
    case ended(Day)
    case retired
    /// The asset is of a class that is not covered.
    case itemClass(String)
    case category(String)
    case site(String)
  }

  package var isIn: Bool { breaches.isEmpty }

  package init(_ contract: Contract, breaches: [Breach]) {
    self.contract = contract
    self.breaches = breaches
  }

  /// What is known of a ticket that a contract may ask.
  package struct Question: Hashable, Sendable {
    package var customer: String?
    /// `Contract.id` the ticket was linked to.
    package var contract: String?
    package var asset: String?
    package var site: String?
    package var category: String?
    package var day: Day

    package init(
      customer: String?, contract: String? = nil, asset: String? = nil, site: String? = nil, category: String? = nil,
      day: Day
    ) {
      self.customer = customer
      self.contract = contract
      self.asset = asset
      self.site = site
      self.category = category
      self.day = day
    }
  }

  /// Holds a contract against a question. What is not known of the ticket is no breach.
  package init(of question: Question, under contract: Contract, itemClass: String?) {
    var breaches: [Breach] = []
    if contract.isRetired { breaches.append(.retired) }
    if let from = contract.from, question.day < from { breaches.append(.begins(from)) }
    if let to = contract.to, to < question.day { breaches.append(.ended(to)) }
    if let itemClass, !itemClass.isEmpty, !Scope.has(contract.perimeter.classes, itemClass) {
      breaches.append(.itemClass(itemClass))
    }
    let categories = contract.perimeter.categories
    if let category = question.category, !categories.isEmpty, !Category.isAny(categories, of: category) {
      breaches.append(.category(category))
    }
    if let site = question.site, !site.isEmpty, !Scope.has(contract.perimeter.sites, site) {
      breaches.append(.site(site))
    }
    self.init(contract, breaches: breaches)
  }

  private static func has(_ names: [String], _ name: String) -> Bool {
    names.isEmpty || names.contains { Folding.fold($0) == Folding.fold(name) }
  }

  /// How a ticket stands to the contracts of its customer: the contract it is linked to, else its asset's, else the
  /// one that covers it best. nil where there is no contract at all: then nothing was promised and nothing is outside.
  package static func of(_ question: Question, in directory: Directory) -> Scope? {
    let asset = question.asset.flatMap { directory.assets[$0] }
    func scope(_ contract: Contract) -> Scope { Scope(of: question, under: contract, itemClass: asset?.itemClass) }
    if let linked = question.contract ?? asset?.contract, let contract = directory.contracts[linked] {
      return scope(contract)
    }
    let scopes = (question.customer ?? asset?.customer).map { directory.contracts(of: $0).map(scope) } ?? []
    return scopes.enumerated().min { ($0.element.breaches.count, $0.offset) < ($1.element.breaches.count, $1.offset) }?
      .element
  }
}

extension Ticket {
  /// How it stands to the contracts of its customer.
  package func scope(under rules: Rules, zone: Zone) -> Scope? {
    let question = Scope.Question(
      customer: customer, contract: contract, asset: asset, site: site, category: qualification?.category,
      day: zone.local(openedAt).day)
    return Scope.of(question, in: rules.directory)
  }
}
