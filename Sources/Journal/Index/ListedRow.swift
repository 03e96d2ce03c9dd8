import Desk

/// What a plain list prints of a ticket, its texts as they lie in the index: to make a `Summary` of a row costs more
/// than twice what printing it does. Good for as long as the call that hands it over.
package struct ListedRow {
  package let site: Text
  package let number: Int
  package let priority: Priority
  package let state: State
  package let level: Level
  package let due: Summary.Due?
  package let isDamaged: Bool
  package let owner: Text?
  /// The requester's name, else the address.
  package let requester: Text
  package let subject: Text

  /// A text of a row, which is UTF-8 in either case.
  package enum Text {
    case bytes(UnsafeRawBufferPointer)
    case string(String)

    package var string: String {
      switch self {
      case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
      case .string(let text): text
      }
    }
  }

  /// A row that is made already.
  package init(_ row: Summary) {
    site = .string(row.id.site)
    number = row.id.number
    priority = row.priority
    state = row.state
    level = row.level
    due = row.due
    isDamaged = row.isDamaged
    owner = row.owner.map(Text.string)
    requester = .string(row.requester.label)
    subject = .string(row.subject)
  }

  /// A row where it lies. All its texts are read and checked here: what does not check sets `Segment.isSpoilt` before
  /// anything is printed.
  init(_ ordinal: Int, in segment: Segment) {
    let record = segment.record(ordinal)
    let flags = record.flags
    site = .bytes(segment.textBytes(record.word(SegmentLayout.ticketSite)))
    number = Int(record.word(SegmentLayout.number))
    priority = record.priority
    state = record.state
    level = record.level
    due = record.due
    isDamaged = flags.contains(.damaged)
    let owner = record.word(SegmentLayout.owner)
    self.owner = owner == 0 ? nil : .bytes(segment.textBytes(owner))
    requester = .bytes(segment.labelBytes(record.word(SegmentLayout.requester)))
    subject = .bytes(segment.subjectBytes(record))
  }

  /// Whether the ticket is of a site.
  package func isOf(_ code: String) -> Bool {
    switch site {
    case .string(let text): text == code
    case .bytes(let bytes): code.utf8.elementsEqual(bytes)
    }
  }

  package var id: TicketID { TicketID(site: site.string, number: number) }
}
