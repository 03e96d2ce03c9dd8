/// What was put to a contract's account and what was drawn from it. Pure reckoning: nothing here is stored.
package struct ContractAccount: Hashable, Sendable {
  package let contract: Contract
  /// In the order in which they count.
  package let credits: [ContractCredit]
  package let debits: [Debit]

  package init(_ contract: Contract, credits: [ContractCredit], debits: [Debit]) {
    self.contract = contract
    self.credits = credits.sorted { ($0.at, $0.event) < ($1.at, $1.event) }
    self.debits = debits.sorted { ($0.at, $0.ticket, $0.event) < ($1.at, $1.ticket, $1.event) }
  }

  /// The account of a contract; `debits` may be those of all contracts.
  package init(_ contract: Contract, in directory: Directory, debits: [Debit], zone: Zone) {
    self.init(
      contract, credits: directory.credits(of: contract.id),
      debits: debits.filter { directory.contract(paying: $0, zone)?.id == contract.id })
  }

  /// How it stood at an instant; how it stands where nil.
  package func balance(at instant: Instant? = nil) -> ContractBalance {
    let until = instant ?? Instant(ms: .max)
    return ContractBalance(
      credited: credits.filter { $0.at <= until }.map(\.entry.minutes).clampedSum,
      drawn: debits.filter { $0.at <= until }.map(\.minutes).clampedSum, dayMinutes: contract.dayMinutes,
      isCounted: !credits.isEmpty)
  }

  /// What one ticket drew, in minutes.
  package func drawn(by ticket: TicketID) -> Int {
    debits.filter { $0.ticket == ticket }.map(\.minutes).clampedSum
  }

  /// What logging so many minutes would do: asked before it is done, so that the one who would overspend is told first.
  package func allows(_ minutes: Int) -> Allowance {
    Allowance(minutes, of: contract, at: balance())
  }
}

/// How a contract's account stands, in minutes.
package struct ContractBalance: Hashable, Sendable {
  package var credited: Int
  package var drawn: Int
  /// Minutes of one day of intervention.
  package var dayMinutes: Int
  /// Whether the contract counts credits at all; corrections alone count, below nothing too.
  package var isCounted: Bool

  package init(credited: Int, drawn: Int, dayMinutes: Int, isCounted: Bool = true) {
    self.credited = credited
    self.drawn = drawn
    self.dayMinutes = dayMinutes
    self.isCounted = isCounted
  }

  /// Negative where more was drawn than there was.
  package var left: Int { credited.clampedSum(-drawn) }

  /// Percent of the credit that is drawn, rounded down; nothing credited counts as all drawn once anything is.
  package var share: Int {
    if credited <= 0 { return drawn > 0 ? 100 : 0 }
    let (hundredfold, isTooMuch) = drawn.multipliedReportingOverflow(by: 100)
    return isTooMuch ? .max : hundredfold / credited
  }

  /// Tenths of days, rounded towards zero.
  package func tenthsOfDays(_ minutes: Int) -> Int {
    let (tenfold, isTooMuch) = minutes.multipliedReportingOverflow(by: 10)
    return isTooMuch ? .max : tenfold / max(dayMinutes, 1)
  }
}

/// What logging some minutes would make of an account.
package struct Allowance: Hashable, Sendable {
  package var before: ContractBalance
  package var after: ContractBalance
  /// The highest of the contract's warnings that would be reached now.
  package var passes: Int?

  package init(_ minutes: Int, of contract: Contract, at before: ContractBalance) {
    var after = before
    after.drawn = after.drawn.clampedSum(min(max(minutes, 0), ContractEntry.limit))
    (self.before, self.after) = (before, after)
    guard before.credited > 0 else { return }
    passes = contract.warnings.sorted().last { before.share < $0 && after.share >= $0 }
  }

  /// The credit was gone before.
  package var isOverspent: Bool { before.isCounted && before.left < 0 }
  /// The last minute of them is not paid for; never where the contract counts no credit.
  package var overspends: Bool { before.isCounted && after.left < 0 }
  /// Minutes that would not be paid for.
  package var excess: Int { overspends ? -max(after.left, -ContractEntry.limit) : 0 }
}

extension Int {
  /// The sum, stopped at the ends of what can be told.
  fileprivate func clampedSum(_ other: Int) -> Int {
    let (sum, isTooMuch) = addingReportingOverflow(other)
    return isTooMuch ? (other > 0 ? .max / 2 : .min / 2) : sum
  }
}

extension [Int] {
  fileprivate var clampedSum: Int { reduce(0) { $0.clampedSum($1) } }
}
