import Console
import Desk
import Glibc
import Journal
import Screen

// Whether all is well: the files, the terminal, the account.
extension Command {
  static let verify = Command(.verify, [.any(.ticket)]) { invocation throws(Trouble) in
    let words = invocation.words
    let cabinet: Cabinet
    do throws(JournalError) { cabinet = try Cabinet(opening: invocation.settings.cabinet) } catch {
      throw Trouble(error, words)
    }
    var only: Set<TicketID>?
    for word in invocation.arguments.operands {
      guard let id = TicketID(word, home: cabinet.site) else {
        throw Trouble(.usage, words.badTicket(word, home: cabinet.site))
      }
      only = (only ?? []).union([id])
    }
    let verdict = cabinet.verify(only: only)
    for damage in verdict.damage {
      if invocation.printer.isJSON {
        invocation.printer.json(damage.json)
      } else {
        let place = damage.line > 0 ? "\(damage.file):\(damage.line)" : damage.file
        invocation.printer.line("\(damage.kind.isHarmless ? "·" : "!") \(place): \(words.damage(damage))")
      }
    }
    let sum = words.verified(files: verdict.files, events: verdict.events)
    guard verdict.isSound else { throw Trouble(.data, sum + words.unsound) }
    if !invocation.printer.isJSON { invocation.printer.line("✓ " + sum) }
  }

  static let doctor = Command(.doctor) { invocation throws(Trouble) in
    let environment = invocation.start.environment
    let words = invocation.words
    var rows: [(String, String)] = [
      ("guichet", Guichet.version), ("TERM", environment["TERM"] ?? "—"),
      ("LANG", environment["LC_ALL"].nonEmpty ?? environment["LC_CTYPE"].nonEmpty ?? environment["LANG"] ?? "—"),
      ("SSH", invocation.start.isRemote ? "✓" : "—"), (words.accountTitle, invocation.start.account),
      (words.zoneTitle, invocation.settings.zone.name), (words.cabinetTitle, invocation.settings.cabinet),
    ]
    for fault in invocation.settings.faults { rows.append(("!", words.fault(fault))) }
    do throws(Trouble) {
      let session = try invocation.session()
      rows.append((words.agentTitle, "\(session.me.login) (\(words.name(session.me.profile)))"))
      var status = statvfs()
      if statvfs(session.cabinet.root, &status) == 0 {
        rows.append((words.freeTitle, "\(UInt64(status.f_bavail) * UInt64(status.f_frsize) / (1 << 20)) MiB"))
      }
      let waiting = (try? session.cabinet.rawMail().count) ?? 0
      if waiting > 0 { rows.append(("!", words.waitingMail(waiting, session.cabinet.root + "/spool"))) }
      rows.append((words.ticketsTitle, "\((try? session.index().count) ?? 0)"))
    } catch { rows.append(("!", error.words)) }
    for (name, value) in rows { invocation.printer.line("\(name): \(value)") }
  }
}

extension Words {
  func damage(_ damage: Damage) -> String {
    let known: Reading.Damage? =
      switch damage.kind {
      case .torn, .unended: .tornTail
      case .junk: .junk(lines: 1)
      case .brokenChain: .brokenChain(line: damage.line)
      case .foreignVersion: .foreignVersion(1)
      case .shortened, .replaced: .rolledBack
      case .unreadable(let code): .unreadable(errno: code)
      default: nil
      }
    if let known { return self.damage(known) }
    return switch damage.kind {
    case .missing(let from, let to): missingEvents(from: from, to: to)
    case .doubled(let n): doubledEvent(n)
    case .empty: emptyFile
    case .misnamed: misnamedFile
    default: clockJump
    }
  }
}

extension Damage {
  var json: JSON {
    .object(
      of: ("file", .string(file)), ("line", .int(Int64(line))), ("damage", .string("\(kind)")),
      ("harmless", .bool(kind.isHarmless)))
  }
}
