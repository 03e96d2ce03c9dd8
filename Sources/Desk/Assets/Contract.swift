/// What a customer is owed: from when to when, during which hours, for what, and how much working time is paid for.
package struct Contract: Hashable, Sendable {
  package var id: String
  /// `Customer.id`
  package var customer: String?
  package var name: String
  /// First and last day, both included; open where nil.
  package var from: Day?
  package var to: Day?
  /// The coverage: name of a calendar of the configuration.
  package var calendar: String?
  /// What is promised: name of a policy of the configuration.
  package var policy: String?
  package var perimeter: Perimeter
  /// Percents of the credit at which a warning is due, ascending.
  package var warnings: [Int]
  /// Minutes of one day of intervention.
  package var dayMinutes: Int
  /// Ended before its time: kept for its past.
  package var isRetired: Bool

  /// Warned once the fifth that is left is begun, and once nothing is left.
  package static let usualWarnings = [80, 100]
  /// Percents of a credit that may be warned of: to the double of what was paid for.
  package static let shares = 1...200
  /// The nominal day of the usual office hours, 8 h 30.
  package static let usualDay = 510
  /// Minutes of a day that a contract may have.
  package static let dayRange = 1...1440

  package init(
    id: String, customer: String? = nil, name: String, from: Day? = nil, to: Day? = nil, calendar: String? = nil,
    policy: String? = nil, perimeter: Perimeter = Perimeter(), warnings: [Int] = Contract.usualWarnings,
    dayMinutes: Int = Contract.usualDay, isRetired: Bool = false
  ) {
    self.id = id
    self.customer = customer
    self.name = name
    self.from = from
    self.to = to
    self.calendar = calendar
    self.policy = policy
    self.perimeter = perimeter
    self.warnings = warnings
    self.dayMinutes = min(max(dayMinutes, Contract.dayRange.lowerBound), Contract.dayRange.upperBound)
    self.isRetired = isRetired
  }

  package func isInForce(on day: Day) -> Bool {
    !isRetired && (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }

  var json: JSON {
    .object(
      of: ("id", .string(id)), ("customer", customer.map(JSON.string)), ("name", .string(name)),
      ("from", from.map { .string($0.iso) }), ("to", to.map { .string($0.iso) }),
      ("calendar", calendar.map(JSON.string)), ("policy", policy.map(JSON.string)),
      ("classes", .strings(perimeter.classes)), ("categories", .strings(perimeter.categories)),
      ("sites", .strings(perimeter.sites)), ("warnings", .array(warnings.map { .int(Int64($0)) })),
      ("day_minutes", .int(Int64(dayMinutes))), ("retired", isRetired ? true : nil))
  }

  init?(json: JSON) {
    guard let id = json["id"]?.string, let name = json["name"]?.string else { return nil }
    let perimeter = Perimeter(
      classes: json["classes"]?.strings ?? [], categories: json["categories"]?.strings ?? [],
      sites: json["sites"]?.strings ?? [])
    self.init(
      id: id, customer: json["customer"]?.string, name: name, from: json.day("from"), to: json.day("to"),
      calendar: json["calendar"]?.string, policy: json["policy"]?.string, perimeter: perimeter,
      warnings: json["warnings"]?.array?.compactMap(\.int).map { Int(clamping: $0) } ?? Contract.usualWarnings,
      dayMinutes: Int(clamping: json["day_minutes"]?.int ?? Int64(Contract.usualDay)),
      isRetired: json["retired"]?.bool ?? false)
  }
}

/// What a contract covers; an empty list covers all of its kind.
package struct Perimeter: Hashable, Sendable {
  /// `Asset.itemClass`
  package var classes: [String]
  /// Categories by their beginnings.
  package var categories: [String]
  package var sites: [String]

  package init(classes: [String] = [], categories: [String] = [], sites: [String] = []) {
    self.classes = classes
    self.categories = categories
    self.sites = sites
  }

  package var isEverything: Bool { classes.isEmpty && categories.isEmpty && sites.isEmpty }
}

/// Working time put to a contract's account, or taken off it again: an entry is never edited, another corrects it.
package struct ContractEntry: Hashable, Sendable {
  package var contract: String
  /// What is added; negative where it is taken off.
  package var minutes: Int
  /// Days as they were sold, where they were: `minutes` is what they came to.
  package var days: Int?
  package var reason: String
  /// An order, an invoice.
  package var reference: String?
  /// From when it counts, where that is not when it was recorded.
  package var since: Day?

  /// Minutes of one entry either way: some two thousand years of work cannot be sold, and sums cannot overflow.
  package static let limit = 1_000_000_000

  package init(
    contract: String, minutes: Int, days: Int? = nil, reason: String, reference: String? = nil, since: Day? = nil
  ) {
    self.contract = contract
    self.minutes = min(max(minutes, -ContractEntry.limit), ContractEntry.limit)
    self.days = days
    self.reason = reason
    self.reference = reference
    self.since = since
  }

  var json: JSON {
    .object(
      of: ("contract", .string(contract)), ("minutes", .int(Int64(minutes))), ("days", days.map { .int(Int64($0)) }),
      ("reason", .string(reason)), ("reference", reference.map(JSON.string)), ("since", since.map { .string($0.iso) }))
  }

  init?(json: JSON) {
    guard let contract = json["contract"]?.string, let minutes = json["minutes"]?.int,
      let reason = json["reason"]?.string
    else { return nil }
    self.init(
      contract: contract, minutes: Int(clamping: minutes), days: json["days"]?.int.map { Int(clamping: $0) },
      reason: reason, reference: json["reference"]?.string, since: json.day("since"))
  }
}

/// An entry as the ledger recorded it.
package struct ContractCredit: Hashable, Sendable {
  package var entry: ContractEntry
  /// A correction of earlier ones.
  package var isCorrection: Bool
  package var event: String
  package var recordedAt: Instant
  package var by: String

  package init(_ entry: ContractEntry, isCorrection: Bool, event: String, recordedAt: Instant, by: String) {
    self.entry = entry
    self.isCorrection = isCorrection
    self.event = event
    self.recordedAt = recordedAt
    self.by = by
  }

  /// From when it counts, days beginning as UTC has them.
  package var at: Instant { entry.since.map { Instant(seconds: Int64($0.number) * 86_400) } ?? recordedAt }
}
