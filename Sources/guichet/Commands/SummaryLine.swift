import Console
import Desk
import Journal

// Rows by the thousand, written without a value of JSON or a string for each cell.
extension Page {
  /// A row as `--json` prints it: `Summary.json` through `JSONWriter`, whose members stand in the order of their names.
  package mutating func put(json row: borrowing Summary) {
    put("{")
    if let asset = row.asset { member("\"asset\":", asset, before: ",") }
    if row.awaitsReply { put("\"awaits_reply\":true,") }
    if row.hasBounced { put("\"bounced\":true,") }
    if let category = row.category { member("\"category\":", category, before: ",") }
    member("\"channel\":", row.channel.rawValue, before: ",")
    if let customer = row.customer { member("\"customer\":", customer, before: ",") }
    if row.isDamaged { put("\"damaged\":true,") }
    if let due = row.due { put(json: due) }
    put("\"id\":")
    put(json: row.id)
    member("\"kind\":", row.kind.rawValue, before: ",")
    put("\"lamport\":")
    put(row.lamport)
    member(",\"level\":", row.level.rawValue, before: ",")
    if let next = row.nextDate { member("\"next_date\":", next) }
    member("\"opened_at\":", row.openedAt)
    if row.owesHandoff { put("\"owes_handoff\":true,") }
    if let owner = row.owner { member("\"owner\":", owner, before: ",") }
    member("\"priority\":", row.priority.name, before: ",")
    put(row.isQualified ? "\"qualified\":true," : "\"qualified\":false,")
    member("\"received_at\":", row.receivedAt)
    put(json: row.requester)
    if let site = row.site { member("\"site\":", site, before: ",") }
    member("\"state\":", row.state.rawValue, before: ",")
    if let steward = row.steward { member("\"steward\":", steward, before: ",") }
    member("\"subject\":", row.subject, before: ",")
    if !row.tags.isEmpty {
      put("\"tags\":")
      for (place, tag) in row.tags.enumerated() { member(place == 0 ? "[" : ",", tag) }
      put("],")
    }
    put("\"updated_at\":")
    put(json: row.updatedAt)
    put("}\n")
  }

  @inline(__always)
  private mutating func member(_ key: StaticString, _ value: String, before: StaticString = "") {
    put(key)
    put(json: value)
    put(before)
  }

  @inline(__always)
  private mutating func member(_ key: StaticString, _ value: Instant) {
    put(key)
    put(json: value)
    put(",")
  }

  private mutating func put(json due: Summary.Due) {
    put("\"due\":{")
    switch due.standing {
    case .running(let instant, let warning):
      member("\"at\":", instant)
      clock(due.clock)
      put(",")
      put("\"warning_at\":")
      put(json: warning)
    case .paused(let left):
      clock(due.clock)
      put(",\"paused_with\":")
      put(left)
    }
    put("},")
  }

  /// Named as its case is.
  private mutating func clock(_ clock: ServiceClock) {
    switch clock {
    case .acknowledge: put("\"clock\":\"acknowledge\"")
    case .firstReply: put("\"clock\":\"firstReply\"")
    case .update: put("\"clock\":\"update\"")
    case .resolve: put("\"clock\":\"resolve\"")
    case .ola: put("\"clock\":\"ola\"")
    case .uc: put("\"clock\":\"uc\"")
    }
  }

  private mutating func put(json id: TicketID) {
    guard TicketID.isSiteCode(id.site) else { return member("", id.description, before: ",") }
    put("\"")
    put(own: id.site)
    put("-")
    put(Int64(id.number))
    put("\",")
  }

  private mutating func put(json party: Party) {
    put("\"requester\":{")
    if let email = party.email { member("\"email\":", email, before: ",") }
    member("\"name\":", party.name)
    if let phone = party.phone { member(",\"phone\":", phone) }
    put("},")
  }

  /// A row as a list in a pipe prints it, cells parted by tabs.
  package mutating func put(_ row: borrowing ListedRow, _ words: Words, home: String, now: Instant) {
    if row.isOf(home) {
      put("#")
      put(Int64(row.number))
    } else {
      put(line: row.id.description)
    }
    cell(own: row.priority.name)
    cell(own: words.standing(row.due, now))
    cell(own: words.short(row.state))
    cell(own: row.level.rawValue)
    if let owner = row.owner { cell(owner) } else { cell(own: "—") }
    cell(row.requester)
    if row.isDamaged {
      // A mark and text that goes on with a combining one would make other characters together.
      put("\t")
      put(line: "¿ " + row.subject.string)
    } else {
      cell(row.subject)
    }
    put("\n")
  }

  @inline(__always)
  private mutating func cell(own text: String) {
    put("\t")
    put(own: text)
  }

  @inline(__always)
  private mutating func cell(_ text: ListedRow.Text) {
    put("\t")
    switch text {
    case .string(let text): put(line: text)
    case .bytes(let bytes): put(line: bytes)
    }
  }
}

extension Words {
  /// How a row's deadline stands, in the narrow column of a list.
  package func due(_ row: borrowing Summary, _ now: Instant) -> String { standing(row.due, now) }

  func standing(_ due: Summary.Due?, _ now: Instant) -> String {
    switch due?.standing {
    case .running(let due, _): remaining(seconds: due - now)
    case .paused(let left): "‖" + remaining(seconds: left)
    case nil: ""
    }
  }
}
