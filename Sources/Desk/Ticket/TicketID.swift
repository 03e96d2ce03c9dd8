/// A ticket's name: the code of the site that opened it and a number given there once, `LYO-34217`.
package struct TicketID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package var site: String
  package var number: Int

  package init(site: String, number: Int) {
    self.site = site
    self.number = number
  }

  /// Reads `LYO-34217`; with a home site also `34217` and `#34217`.
  package init?(_ text: String, home: String? = nil) {
    var rest = Substring(text)
    if rest.first == "#" { rest = rest.dropFirst() }
    var site = home
    if let dash = rest.lastIndex(of: "-") {
      site = String(rest[..<dash]).uppercased()
      rest = rest[rest.index(after: dash)...]
    }
    guard let site, TicketID.isSiteCode(site), rest.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let number = Int(rest),
      number > 0, number <= Limits.ticketNumber
    else { return nil }
    self.init(site: site, number: number)
  }

  /// Two to six capital letters or digits, a letter first: what a file name and a phone call can bear.
  package static func isSiteCode(_ code: String) -> Bool {
    (2...6).contains(code.utf8.count)
      && code.utf8.enumerated().allSatisfy { at, byte in
        (65...90).contains(byte) || (at > 0 && (48...57).contains(byte))
      }
  }

  package var description: String { "\(site)-\(number)" }
  package static func < (a: TicketID, b: TicketID) -> Bool { (a.site, a.number) < (b.site, b.number) }
}
