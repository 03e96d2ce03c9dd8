import Desk

// How a row stands in the index file. A change here asks for another `IndexFile.format`.
extension Row {
  func pack(into out: inout Packer) {
    summary.pack(into: &out)
    packMarks(into: &out)
  }

  func packMarks(into out: inout Packer) {
    out.put(marks.count)
    for mark in marks {
      out.put(mark.site)
      out.put(mark.size)
      out.put(mark.modified)
      out.put(mark.inode)
      out.put(mark.head)
    }
    switch alarm?.kind {
    case .shortened(let from, let to):
      out.put(1)
      out.put(alarm?.file ?? "")
      out.put(from)
      out.put(to)
    case nil: out.put(0)
    default:
      out.put(2)
      out.put(alarm?.file ?? "")
    }
  }

  init(_ source: inout Unpacker) throws(Unpacker.Spoilt) { self = try Row(try Summary(&source), &source) }

  init(_ summary: Summary, _ source: inout Unpacker) throws(Unpacker.Spoilt) {
    self.summary = summary
    marks = try Row.marks(&source)
    switch try source.int() {
    case 0: alarm = nil
    case 1:
      alarm = Damage(
        file: try source.text(), line: 0, kind: .shortened(from: try source.int(), to: try source.int()))
    default: alarm = Damage(file: try source.text(), line: 0, kind: .replaced)
    }
  }
}

extension Row {
  static func marks(_ source: inout Unpacker) throws(Unpacker.Spoilt) -> [Mark] {
    var marks: [Mark] = []
    for _ in 0..<(try source.count()) {
      marks.append(
        Mark(
          site: try source.text(), size: try source.int(), modified: try source.int64(), inode: try source.word(),
          head: try source.seal()))
    }
    return marks
  }
}

extension Summary {
  func pack(into out: inout Packer) {
    out.put(id.site)
    out.put(id.number)
    out.put(subject)
    out.put(state)
    out.put(level)
    out.put(priority)
    out.put(isOverridden)
    out.put(isQualified)
    out.put(kind)
    out.put(category)
    out.put(group)
    out.put(owner)
    out.put(steward)
    out.put(requester.name)
    out.put(requester.email)
    out.put(requester.phone)
    out.put(customer)
    out.put(site)
    out.put(asset)
    out.put(channel)
    out.put(tags)
    out.put(openedAt)
    out.put(receivedAt)
    out.put(updatedAt)
    pack(due, into: &out)
    out.put(nextDate)
    out.put(stirsAt)
    out.put(awaitsReply)
    out.put(owesHandoff)
    out.put(lamport)
    out.put((isDamaged ? 1 : 0) + (hasBounced ? 2 : 0))
  }

  private func pack(_ due: Due?, into out: inout Packer) {
    switch due?.standing {
    case nil: out.put(0)
    case .running(let at, let warning):
      out.put(1)
      out.put(at)
      out.put(warning)
    case .paused(let left):
      out.put(2)
      out.put(left)
    }
    if let due { out.put(due.clock) }
  }

  init(_ source: inout Unpacker) throws(Unpacker.Spoilt) {
    let id = TicketID(site: try source.text(), number: try source.int())
    guard TicketID.isSiteCode(id.site), (1...Limits.ticketNumber).contains(id.number) else { throw Unpacker.Spoilt() }
    var summary = Summary(Ticket(id: id))
    summary.subject = try source.text()
    summary.state = try source.word()
    summary.level = try source.word()
    summary.priority = try source.word()
    summary.isOverridden = try source.bool()
    summary.isQualified = try source.bool()
    summary.kind = try source.word()
    summary.category = try source.optionalText()
    summary.group = try source.optionalText()
    summary.owner = try source.optionalText()
    summary.steward = try source.optionalText()
    summary.requester = Party(
      name: try source.text(), email: try source.optionalText(), phone: try source.optionalText())
    summary.customer = try source.optionalText()
    summary.site = try source.optionalText()
    summary.asset = try source.optionalText()
    summary.channel = try source.word()
    summary.tags = try source.texts()
    summary.openedAt = try source.instant()
    summary.receivedAt = try source.instant()
    summary.updatedAt = try source.instant()
    summary.due = try Summary.due(&source)
    summary.nextDate = try source.optionalInstant()
    summary.stirsAt = try source.optionalInstant()
    summary.awaitsReply = try source.bool()
    summary.owesHandoff = try source.bool()
    summary.lamport = try source.number()
    let marks = try source.int()
    summary.isDamaged = marks & 1 != 0
    summary.hasBounced = marks & 2 != 0
    self = summary
  }

  private static func due(_ source: inout Unpacker) throws(Unpacker.Spoilt) -> Due? {
    let standing: Due.Standing
    switch try source.int() {
    case 0: return nil
    case 1: standing = .running(due: try source.instant(), warning: try source.instant())
    default: standing = .paused(left: try source.number())
    }
    return Due(clock: try source.word(), standing: standing)
  }
}
