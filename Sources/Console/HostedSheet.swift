import Desk
import Screen

/// A sheet on the screen, and what the console keeps beside it.
package struct HostedSheet: Sendable {
  package var sheet: any Sheet
  package let kind: SheetKind
  /// The tickets it acts on, where several are marked; its own ticket otherwise.
  package var targets: [TicketID]
  /// The Lamport clocks of those tickets as the sheet was opened.
  package var seen: [TicketID: Int64] = [:]
  /// Effects of the last submission not answered yet.
  package var awaited = 0
  package var refusal: Refusal?
  /// What was submitted last: a conflict may send it again.
  package var submission: [Effect] = []
  /// The fields as last kept on the disk.
  package var kept: Draft?
  /// Where its words are kept among drafts of the same kind and ticket, and the words they go on from.
  package var place = 1
  package var origin: [String: String]?

  package init(_ sheet: any Sheet, kind: SheetKind, targets: [TicketID]) {
    self.sheet = sheet
    self.kind = kind
    self.targets = targets
  }
}

/// A sheet that will open as soon as its ticket is read, and what is typed meanwhile.
package struct AwaitedSheet: Sendable {
  package let kind: SheetKind
  package let tickets: [TicketID]
  package let draft: Draft?
  package var keys: [Key] = []
  package var paste: String?

  /// More than a hand types while a file is read.
  static let keyLimit = 200
}
