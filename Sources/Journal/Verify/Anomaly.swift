import Desk

/// What a walk over the chains found wrong, where, and whether it is known already.
package struct Anomaly: Hashable, Sendable {
  /// Relative to the cabinet.
  package var file: String
  /// From 1; 0 where it is the file as a whole.
  package var line: Int
  package var kind: Kind
  /// An event further on in the same file tells of it: `guichet repair` has been here.
  package var isAccounted = false

  init(_ file: String, _ line: Int, _ kind: Kind) {
    self.file = file
    self.line = line
    self.kind = kind
  }

  /// The kinds of damage, each named for what is to be seen in the file.
  package enum Kind: Hashable, Sendable {
    /// Bytes after the last newline: a writer is at work, or died.
    case torn(bytes: Int)
    /// Zeros after the last newline: the power went before the data had reached the disk.
    case zeros(bytes: Int)
    /// A whole last line that lacks its newline only.
    case unended
    /// Half a line that a later writer has closed off and passed over.
    case closedOff
    /// Bytes that another hand put there: no line begins so, not even one that was cut. No event suffered.
    case stray(bytes: Int)
    /// A line whose bytes are not those that were sealed.
    case flipped
    /// Several whole lines in one: their newlines are lost.
    case joined(lines: Int)
    /// Its seal is right, yet it does not say what a line must say.
    case malformed
    /// Events that no line holds.
    case missing(from: Int, to: Int)
    case reordered(n: Int)
    /// The same line, or the same event, a second time.
    case doubled(n: Int)
    /// Bytes of another file; which one, where it lies in the same folder.
    case foreign(of: String?)
    /// A line changed and sealed again, or a whole chain written anew.
    case rewritten
    /// Two lines that claim one number.
    case duplicateNumber(n: Int)
    /// An event that another file holds as well.
    case duplicateEvent(in: String)
    /// A file that claims to be the one that lies elsewhere.
    case duplicateFile(of: String)
    /// Cut at the end of a line: shorter, in bytes, than is remembered.
    case shortened(from: Int, to: Int)
    /// As `shortened`, and another file than it was, or of an earlier date: an older copy was put back.
    case olderCopy(from: Int, to: Int)
    case emptied
    /// A file that is remembered and is no longer there.
    case removed
    /// A file whose name does not belong where it lies.
    case misnamed
    /// A line of a newer format: no damage, but not understood here.
    case newerFormat(Int)
    /// A Lamport clock too far ahead to be believed.
    case clockJump(to: Int64)
    case unreadable(errno: Int32)
  }

  /// No event suffered: a writer that died before it acknowledged, or a newer program.
  package var isHarmless: Bool {
    switch kind {
    case .torn, .zeros, .unended, .closedOff, .newerFormat: true
    default: false
    }
  }

  /// Events that were there are no longer to be read.
  package var losesEvents: Bool {
    switch kind {
    case .flipped, .joined, .malformed, .missing, .rewritten, .shortened, .olderCopy, .emptied, .removed, .unreadable:
      true
    default: false
    }
  }

  /// It asks for nobody's attention: nothing suffered, or all of it is told of and nothing is lost.
  package var isSettled: Bool { isHarmless || (isAccounted && !losesEvents) }
}

extension Anomaly.Kind {
  /// Its name in JSON output and in the event that accounts for it.
  package var name: String {
    switch self {
    case .torn: "torn"
    case .zeros: "zeros"
    case .unended: "unended"
    case .closedOff: "closed_off"
    case .stray: "stray"
    case .flipped: "flipped"
    case .joined: "joined"
    case .malformed: "malformed"
    case .missing: "missing"
    case .reordered: "reordered"
    case .doubled: "doubled"
    case .foreign: "foreign"
    case .rewritten: "rewritten"
    case .duplicateNumber: "duplicate_number"
    case .duplicateEvent: "duplicate_event"
    case .duplicateFile: "duplicate_file"
    case .shortened: "shortened"
    case .olderCopy: "older_copy"
    case .emptied: "emptied"
    case .removed: "removed"
    case .misnamed: "misnamed"
    case .newerFormat: "newer_format"
    case .clockJump: "clock_jump"
    case .unreadable: "unreadable"
    }
  }
}

/// What a walk over every chain found.
package struct Verdict: Hashable, Sendable {
  package var files = 0
  package var events = 0
  package var findings: [Anomaly] = []
  /// The ends of all files, where all were looked at; of a file with something against it, as it was known before.
  package var heads: HeadList?
  /// Tickets merged or split: whether the other of each pair agrees is asked of the tickets.
  package var paired: Set<TicketID> = []

  /// No event was lost, changed or added by another hand, as far as can be told.
  package var isSound: Bool { findings.allSatisfy(\.isSettled) }

  mutating func sort() {
    findings.sort { ($0.file, $0.line, $0.kind.name) < ($1.file, $1.line, $1.kind.name) }
  }
}
