import Console
import Desk
import Glibc
import Journal

// Registers as files: `guichet asset import parc.csv`, `guichet asset export`.
extension Invocation {
  /// Bytes of one table.
  private static let tableLimit = 256 << 20
  /// Lines that are wrong, told one by one.
  private static let flawsTold = 1000

  /// Takes in what is right in a table, and names what is not.
  func takeIn<Kind: RegisterKind>(_ kind: Kind.Type) throws(Trouble) {
    let path = try operand(.file)
    let (cabinet, directory) = try ledger()
    let plan = RegisterImport(CSV(try text(of: path)), as: kind, in: directory)
    for column in plan.unknown {
      Printer.complain("guichet: " + words.lineRefused(path, 1, words.unknownColumn(column.header, near: column.near)))
    }
    guard plan.missing.isEmpty else {
      throw Trouble(.data, words.lineRefused(path, 1, words.missingColumns(plan.missing)))
    }
    for flaw in plan.flaws.prefix(Invocation.flawsTold) {
      Printer.complain("guichet: " + words.lineRefused(path, flaw.line, words.flaw(flaw.problem)))
    }
    if plan.flaws.count > Invocation.flawsTold {
      Printer.complain(words.moreRefused(plan.flaws.count - Invocation.flawsTold))
    }
    let isTrial = arguments.has(.dryRun)
    if isTrial { tell(plan) } else if !plan.facts.isEmpty { try record(plan.facts, cabinet, directory) }
    tellStrangers(plan, of: path, cabinet, directory)
    try report(plan, isTrial: isTrial)
  }

  /// What the table names and nobody registered, nor the configuration has.
  private func tellStrangers(
    _ plan: RegisterImport, of path: String, _ cabinet: Cabinet, _ directory: Directory
  ) {
    for one in plan.strangers { Printer.complain(words.stranger(one.stranger, in: path, line: one.line)) }
    if plan.moreStrangers > 0 { Printer.complain(words.moreStrangers(plan.moreStrangers)) }
    let contracts = (plan.facts + plan.doubtful).compactMap {
      if case .contract(let contract) = $0 { contract } else { nil }
    }
    if contracts.allSatisfy({ $0.calendar == nil && $0.policy == nil }) { return }
    let rules = RuleShelf(directory, cabinet.configShelf).present
    var told: Set<Stranger> = []
    for contract in contracts {
      for stranger in contract.strangers(under: rules) where told.insert(stranger).inserted {
        Printer.complain(words.stranger(stranger, in: path, line: plan.lines[contract.id]))
      }
    }
  }

  /// What a trial would make: `+` new, `~` changed and which columns.
  private func tell(_ plan: RegisterImport) {
    if printer.isJSON { return }
    for key in plan.created { printer.line("+ " + key) }
    for change in plan.changed {
      printer.line("~ " + change.key + "  " + change.columns.map(words.column).joined(separator: ", "))
    }
  }

  private func report(_ plan: RegisterImport, isTrial: Bool) throws(Trouble) {
    let text = words.registered(plan, isTrial: isTrial)
    if printer.isJSON {
      printer.json(
        .object(
          of: ("created", .int(Int64(plan.created.count))), ("changed", .int(Int64(plan.changed.count))),
          ("unchanged", .int(Int64(plan.unchanged))), ("refused", .int(Int64(plan.refused))),
          ("dry_run", .bool(isTrial))))
      if !plan.flaws.isEmpty { throw Trouble(.data, "") }
    } else if !plan.flaws.isEmpty {
      throw Trouble(.data, text)
    } else {
      printer.line("✓ " + text)
    }
  }

  private func text(of path: String) throws(Trouble) -> String {
    let bytes = try contents(of: path, limit: Invocation.tableLimit)
    if let name = arguments.one(.encoding) {
      guard let text = TextEncoding.decode(bytes, named: name.lowercased(), by: Iconv()) else {
        throw Trouble(.usage, words.unknownEncoding(name))
      }
      return text
    }
    guard let text = TextEncoding.utf8(bytes) else {
      let guess = TextEncoding.guess(bytes)
      throw Trouble(.data, words.lineRefused(path, guess.line, words.notUTF8(probably: guess.name)))
    }
    return text
  }

  /// Writes the register out: to standard output, or to a file that is not there yet; as a table, or one object a line.
  func giveOut<Kind: RegisterKind>(_ kind: Kind.Type) throws(Trouble) {
    let (_, directory) = try ledger()
    let entries = kind.roll(directory).values.sorted { $0.key < $1.key }
    var text = ""
    if printer.isJSON {
      for entry in entries { text += String(decoding: JSONWriter.bytes(entry.fact.d), as: UTF8.self) + "\n" }
    } else {
      text = CSV.line(kind.columns.map { words.column($0.name) })
      for entry in entries { text += CSV.line(entry.cells) }
    }
    guard arguments.operands.count > 1, arguments.operands[1] != "-" else { return printer.file(text) }
    let path = arguments.operands[1]
    // Spreadsheets take a file for UTF-8 by its mark only; a program would stumble over it.
    guard Invocation.layDown(Array(((printer.isJSON ? "" : "\u{FEFF}") + text).utf8), to: path) else {
      throw Trouble(.cannotCreate, words.cannotCreate(path))
    }
    if printer.isJSON {
      return printer.json(.object(of: ("exported", .int(Int64(entries.count))), ("path", .string(path))))
    }
    printer.line(words.exported(entries.count, to: path))
  }

  /// Nothing is ever overwritten.
  static func layDown(_ bytes: [UInt8], to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
