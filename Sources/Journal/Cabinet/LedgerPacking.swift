import Desk

// How the entries of the ledger's register are packed.
extension Agent {
  func pack(into out: inout Packer) {
    out.put(login)
    out.put(account)
    out.put(name)
    out.put(profile.rawValue)
    out.put(email)
    out.put(phone)
    out.put(skills)
    out.put(active)
    out.put(role)
  }

  init(_ source: inout Unpacker) throws(Unpacker.Spoilt) {
    let (login, account, name) = (try source.text(), try source.text(), try source.text())
    guard let profile = Profile(rawValue: try source.text()) else { throw Unpacker.Spoilt() }
    self.init(
      login: login, account: account, name: name, profile: profile, email: try source.optionalText(),
      phone: try source.optionalText(), skills: try source.texts(), active: try source.bool())
    role = try source.optionalText()
  }
}

extension Customer {
  func pack(into out: inout Packer) {
    out.put(id)
    out.put(name)
    out.put(domains)
    out.put(sites)
    out.put(contracts)
    out.put(contact)
    out.put(sharesTickets)
    out.put(isRetired)
  }

  init(_ source: inout Unpacker) throws(Unpacker.Spoilt) {
    self.init(
      id: try source.text(), name: try source.text(), domains: try source.texts(), sites: try source.texts(),
      contracts: try source.texts(), contact: try source.optionalText(), sharesTickets: try source.bool(),
      isRetired: try source.bool())
  }
}

extension Person {
  func pack(into out: inout Packer) {
    out.put(party.name)
    out.put(party.email)
    out.put(party.phone)
    out.put(customer)
    out.put(site)
    out.put(vip)
    out.put(language)
    out.put(isRetired)
  }

  init(_ source: inout Unpacker) throws(Unpacker.Spoilt) {
    let party = Party(
      name: try source.text(), email: try source.optionalText(), phone: try source.optionalText())
    self.init(
      party: party, customer: try source.optionalText(), site: try source.optionalText(), vip: try source.bool(),
      language: try source.optionalText(), isRetired: try source.bool())
  }
}

extension ConfigVersion {
  func pack(into out: inout Packer) {
    out.put(name)
    out.put(files.count)
    for file in files {
      out.put(file.name)
      out.put(file.text)
      out.put(file.blob)
    }
  }

  init(_ source: inout Unpacker) throws(Unpacker.Spoilt) {
    let name = try source.text()
    var files: [File] = []
    for _ in 0..<(try source.count()) {
      files.append(File(try source.text(), text: try source.optionalText(), blob: try source.optionalText()))
    }
    self.init(name: name, files: files)
  }
}

extension Contract {
  func pack(into out: inout Packer) {
    out.put(id)
    out.put(customer)
    out.put(name)
    out.put(from)
    out.put(to)
    out.put(calendar)
    out.put(policy)
    out.put(perimeter.classes)
    out.put(perimeter.categories)
    out.put(perimeter.sites)
    out.put(warnings.count)
    for warning in warnings { out.put(warning) }
    out.put(dayMinutes)
    out.put(isRetired)
  }

  init(_ source: inout Unpacker) throws(Unpacker.Spoilt) {
    self.init(
      id: try source.text(), customer: try source.optionalText(), name: try source.text(),
      from: try source.optionalDay(), to: try source.optionalDay(), calendar: try source.optionalText(),
      policy: try source.optionalText(),
      perimeter: Perimeter(
        classes: try source.texts(), categories: try source.texts(), sites: try source.texts()),
      warnings: try source.ints(), dayMinutes: try source.int(), isRetired: try source.bool())
  }
}

extension ContractCredit {
  static func pack(_ credits: [ContractCredit], _ out: inout Packer) {
    out.put(credits.count)
    for credit in credits {
      out.put(credit.entry.contract)
      out.put(credit.entry.minutes)
      out.put(credit.entry.days != nil)
      if let days = credit.entry.days { out.put(days) }
      out.put(credit.entry.reason)
      out.put(credit.entry.reference)
      out.put(credit.entry.since)
      out.put(credit.isCorrection)
      out.put(credit.event)
      out.put(credit.recordedAt)
      out.put(credit.by)
    }
  }

  static func list(_ source: inout Unpacker) throws(Unpacker.Spoilt) -> [ContractCredit] {
    var credits: [ContractCredit] = []
    for _ in 0..<(try source.count()) {
      let entry = ContractEntry(
        contract: try source.text(), minutes: try source.int(), days: try source.bool() ? try source.int() : nil,
        reason: try source.text(), reference: try source.optionalText(), since: try source.optionalDay())
      credits.append(
        ContractCredit(
          entry, isCorrection: try source.bool(), event: try source.text(), recordedAt: try source.instant(),
          by: try source.text()))
    }
    return credits
  }
}

extension Asset {
  func pack(into out: inout Packer) {
    out.put(id)
    out.put(itemClass)
    out.put(name)
    out.put(customer)
    out.put(site)
    out.put(serial)
    out.put(location)
    out.put(warrantyEnd)
    out.put(owner)
    out.put(contract)
    out.put(relations.count)
    for relation in relations {
      out.put(relation.kind)
      out.put(relation.target)
    }
    out.put(isRetired)
  }

  init(_ source: inout Unpacker) throws(Unpacker.Spoilt) {
    self.init(
      id: try source.text(), itemClass: try source.text(), name: try source.text(),
      customer: try source.optionalText(), site: try source.optionalText(), serial: try source.optionalText(),
      location: try source.optionalText(), warrantyEnd: try source.optionalDay(), owner: try source.optionalText(),
      contract: try source.optionalText(), relations: try AssetRelation.list(&source), isRetired: try source.bool())
  }
}

extension AssetRelation {
  fileprivate static func list(_ source: inout Unpacker) throws(Unpacker.Spoilt) -> [AssetRelation] {
    var relations: [AssetRelation] = []
    for _ in 0..<(try source.count()) { relations.append(AssetRelation(try source.word(), try source.text())) }
    return relations
  }
}

extension Group {
  func pack(into out: inout Packer) {
    out.put(id)
    out.put(name)
    out.put(levels.map(\.rawValue))
    out.put(skills)
    out.put(domains)
    out.put(members)
    out.put(isRetired)
  }

  init(_ source: inout Unpacker) throws(Unpacker.Spoilt) {
    let (id, name) = (try source.text(), try source.text())
    var levels: [Level] = []
    for word in try source.texts() {
      guard let level = Level(rawValue: word) else { throw Unpacker.Spoilt() }
      levels.append(level)
    }
    self.init(
      id: id, name: name, levels: levels, skills: try source.texts(), domains: try source.texts(),
      members: try source.texts(), isRetired: try source.bool())
  }
}

extension Packer {
  fileprivate mutating func put(_ day: Day?) { put(day?.iso) }
}

extension Unpacker {
  fileprivate mutating func optionalDay() throws(Spoilt) -> Day? {
    guard let text = try optionalText() else { return nil }
    guard let day = Day(iso: text) else { throw Spoilt() }
    return day
  }

  fileprivate mutating func ints() throws(Spoilt) -> [Int] {
    var numbers: [Int] = []
    for _ in 0..<(try count()) { numbers.append(try int()) }
    return numbers
  }
}
