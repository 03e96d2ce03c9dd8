/// Something wrong with a file of the cabinet. The rest of the file reads all the same.
package struct Damage: Hashable, Sendable {
  /// Relative to the cabinet.
  package var file: String
  /// From 1; 0 where it is the file as a whole.
  package var line: Int
  package var kind: Kind

  package init(file: String, line: Int, kind: Kind) {
    self.file = file
    self.line = line
    self.kind = kind
  }

  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// Bytes after the last whole line: a writer is at work, or died. The next writer closes them off.
    case torn(bytes: Int)
    /// A whole line that lacks its newline only: never acknowledged; the next writer makes it count.
    case unended
    /// A line that is no event, and why. Where the chain passes over it nothing after it leant on it.
    case junk(Line.Fault, passedOver: Bool)
    /// A line that does not lean on the one before: lines are missing, doubled, out of order or of another file.
    case brokenChain
    /// Numbers that no line has.
    case missing(from: Int, to: Int)
    /// A number no higher than one before it.
    case doubled(n: Int)
    /// A line of a newer format: no damage, but not understood here.
    case foreignVersion(Int)
    /// A Lamport clock too far ahead to be believed.
    case clockJump(to: Int64)
    /// A file of no valid line at all.
    case empty
    /// A file whose name does not belong where it lies.
    case misnamed
    /// Shorter than it was known to be, or gone.
    case shortened(from: Int, to: Int)
    /// As long as it was known to be, or longer, but not the same lines.
    case replaced
    case unreadable(errno: Int32)

    /// Whether it tells of a writer that died, or of a newer program, and not of lost or changed events. Where the
    /// fragment stands for an event that was acknowledged, the chain is broken after it, or the remembered head gone.
    package var isHarmless: Bool {
      switch self {
      case .torn, .unended, .foreignVersion, .junk(.fragment, _): true
      default: false
      }
    }
  }
}
