extension Configuration {
  /// The faults as they show beside the ledger's registers: a policy that asks for a customer or a contract that is
  /// not registered matches no ticket yet, a contract may name a calendar or policy that is not there, and a calendar
  /// that a contract names is used.
  ///
  /// `roles`: those in force until now.
  package func faults(
    beside directory: Directory, _ automation: Automation? = nil, after roles: Roles = Roles()
  ) -> [ConfigFault] {
    let contracts = directory.contracts.all.values.filter { !$0.isRetired }.sorted { $0.id < $1.id }
    let named = Set(contracts.compactMap(\.calendar)).union(automation?.calendars ?? [])
    let kept = faults.filter { fault in
      if case .unused(.calendar, let name) = fault.problem { !named.contains(name) } else { true }
    }
    let automatic = automation?.faults(beside: directory) ?? []
    return
      (kept + strangers(in: directory) + missing(for: contracts) + queueFaults + checklistFaults
      + roleFaults(beside: directory, after: roles) + automatic).sorted()
  }

  /// What policies ask for and nobody has registered.
  private func strangers(in directory: Directory) -> [ConfigFault] {
    policies.entries.flatMap { entry -> [ConfigFault] in
      let contracts = entry.contracts.sorted().filter { directory.contracts[$0] == nil }
      let customers = entry.customers.sorted().filter { directory.customers[$0] == nil }
      let problems =
        contracts.map { ConfigFault.Problem.unregistered(.contract, $0) }
        + customers.map { ConfigFault.Problem.unregistered(.customer, $0) }
      return problems.map { ConfigFault(file: ConfigFile.policies.name, at: entry.place, $0) }
    }
  }

  /// What contracts name and no file defines.
  private func missing(for contracts: [Contract]) -> [ConfigFault] {
    let calendars = Array(self.calendars.calendars.keys)
    let policies = self.policies.entries.map(\.name) + ServicePolicies(office: .always).all.map(\.name)
    return contracts.flatMap { contract in
      contract.strangers(among: calendars, policies: policies).map { stranger in
        let (file, sort) =
          stranger.register == .calendar
          ? (ConfigFile.calendars, ConfigFault.Sort.calendar) : (ConfigFile.policies, .policy)
        return ConfigFault(
          file: file.name, at: ConfigPlace(), .missingFor(sort, stranger.name, contract: contract.id))
      }
    }
  }
}
