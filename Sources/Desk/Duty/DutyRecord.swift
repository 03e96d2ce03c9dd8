/// What is recorded of being on call apart from any ticket: substitutions, and notes handed from shift to shift.
package enum DutyRecord: Payload {
  case swapped(DutySwap)
  /// Signed by the one who leaves.
  case handoverSigned(SignedHandover)
  /// Accepted by the one who takes over; `note` is the event that signed it.
  case handoverAccepted(note: String)
  /// An event of a newer version, kept as it came.
  case unknown(op: String, d: JSON)

  package var op: String {
    switch self {
    case .swapped: "oncall.swapped"
    case .handoverSigned: "handover.signed"
    case .handoverAccepted: "handover.accepted"
    case .unknown(let op, _): op
    }
  }

  package var d: JSON {
    switch self {
    case .swapped(let swap): swap.json
    case .handoverSigned(let note): note.json
    case .handoverAccepted(let note): .object(of: ("note", .string(note)))
    case .unknown(_, let d): d
    }
  }

  package init(op: String, d: JSON) { self = DutyRecord.read(op: op, d: d) ?? .unknown(op: op, d: d) }

  private static func read(op: String, d: JSON) -> DutyRecord? {
    switch op {
    case "oncall.swapped": DutySwap(json: d).map(DutyRecord.swapped)
    case "handover.signed": SignedHandover(json: d).map(DutyRecord.handoverSigned)
    case "handover.accepted": d["note"]?.string.map { .handoverAccepted(note: $0) }
    default: nil
    }
  }
}

package typealias DutyEvent = Event<DutyRecord>

/// A note that tells the next shift what happened in this one.
package struct SignedHandover: Hashable, Sendable {
  /// What it tells of.
  package var from: Instant
  package var to: Instant
  /// As it was read when it was signed, in Markdown; its beginning where it is longer than a line takes.
  package var text: String

  /// Bytes of a note that are kept.
  package static let limit = 24 * 1024

  package init(from: Instant, to: Instant, text: String) {
    self.from = from
    self.to = to
    self.text = text.utf8.count <= SignedHandover.limit ? text : SignedHandover.cut(text)
  }

  private static func cut(_ text: String) -> String {
    var kept = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if kept.utf8.count + line.utf8.count + 4 > limit { break }
      kept += line + "\n"
    }
    return kept + "…"
  }

  var json: JSON {
    .object(of: ("from", .string(from.rfc3339)), ("to", .string(to.rfc3339)), ("text", .string(text)))
  }

  init?(json: JSON) {
    guard let from = json["from"]?.string.flatMap(Instant.init(rfc3339:)),
      let to = json["to"]?.string.flatMap(Instant.init(rfc3339:)), let text = json["text"]?.string
    else { return nil }
    self.init(from: from, to: to, text: text)
  }
}
