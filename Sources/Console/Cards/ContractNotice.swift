import Desk
import Screen

/// What a ticket's header says of its contract, in three lengths: that it does not cover the ticket, else how its
/// account stands.
package struct ContractNotice {
  package let full: ThreadLine.Piece
  package let short: ThreadLine.Piece
  package let shortest: ThreadLine.Piece
  /// Whether somebody should know.
  package let isPressing: Bool

  package init(_ scope: Scope, _ standing: ContractStanding, _ words: Words) {
    guard let outside = words.outOfScope(scope) else {
      let header = standing.header(words)
      full = ThreadLine.Piece(standing.sign + header.text, header.role)
      (short, shortest) = (standing.short(words), standing.shortest(words))
      isPressing = standing.isPressing
      return
    }
    let name = Truncate.end(SafeText.line(scope.contract.name).text, ContractStanding.shortName)
    full = ThreadLine.Piece(SafeText.line(outside).text, .warning)
    short = ThreadLine.Piece("▲ " + words.outsideContract(name), .warning)
    shortest = ThreadLine.Piece("▲ " + words.outsideContract(""), .warning)
    isPressing = true
  }
}
