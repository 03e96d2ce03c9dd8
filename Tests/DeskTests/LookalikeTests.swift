import Desk
import Kit
import Testing

/// A row with what likeness looks at.
private func row(
  _ number: Int, _ subject: String, from mail: String = "ines@acme.example", customer: String? = nil,
  asset: String? = nil, category: String? = nil, channel: Channel = .mail, state: State = .open, days: Int64 = 0
) -> Summary {
  var ticket = Ticket(id: TicketID(site: "LYO", number: number))
  let at = moment("2026-03-09 09:00") + days * 86_400
  let opening = Opening(
    subject: subject, channel: channel, requester: Party(name: "Inès", email: mail), customer: customer, asset: asset,
    receivedAt: at)
  ticket.apply(
    TicketEvent(
      id: "\(number)", site: "LYO", n: 1, lamport: 1, at: at, by: "amel", via: .cli, fact: .opened(opening)),
    under: TestDesk.rules)
  var row = Summary(ticket)
  row.category = category
  row.state = state
  return row
}

/// One pair: what is looked at beside `VPN lent depuis Lyon`, and what speaks for it; nil where nothing does.
private struct Pair: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let other: Summary
  let reasons: [Lookalike.Reason]?

  init(_ name: String, _ other: Summary, _ reasons: [Lookalike.Reason]?) {
    (testDescription, self.other, self.reasons) = (name, other, reasons)
  }
}

private let asked = row(1, "VPN lent depuis Lyon", customer: "acme", asset: "SW-1", category: "Réseau/VPN")

private let pairs: [Pair] = [
  Pair("itself", row(1, "VPN lent depuis Lyon"), nil),
  Pair(
    "same person, same words", row(2, "Le VPN est lent", days: 20), [.requester, .words(["lent", "vpn"])]),
  Pair("closed already", row(2, "VPN lent depuis Lyon", state: .closed), nil),
  Pair("same person, other words, the same day", row(2, "Souris cassée"), [.requester]),
  Pair("a machine, other words, the same day", row(2, "Souris cassée", channel: .monitor), nil),
  Pair(
    "a machine, other words, the same category", row(2, "Souris cassée", category: "Réseau/VPN", channel: .monitor), nil
  ),
  Pair("same person, other words, weeks apart", row(2, "Souris cassée", days: 20), nil),
  Pair(
    "same customer, near subject", row(2, "VPN lent", from: "luc@acme.example", customer: "acme"),
    [.customer("acme"), .words(["lent", "vpn"])]),
  Pair("same customer, another subject", row(2, "Imprimante", from: "luc@acme.example", customer: "acme"), nil),
  Pair("strangers with the same words", row(2, "VPN lent depuis Lyon", from: "luc@autre.example"), nil),
  Pair(
    "same equipment, same category",
    row(2, "Coupures", from: "luc@acme.example", asset: "SW-1", category: "Réseau/VPN"),
    [.asset("SW-1"), .category("Réseau/VPN")]),
]

/// Which tickets may be one, and why.
@Suite struct LookalikeTests {
  @Test(arguments: pairs) fileprivate func aPairIsJudged(_ pair: Pair) {
    #expect(Lookalike.of(asked, among: [pair.other], limit: 8).first?.reasons == pair.reasons)
  }

  @Test func theLikeliestComesFirstAndTheListIsShort() {
    let rows = [
      row(2, "Souris cassée"), row(3, "VPN lent depuis Lyon"),
      row(4, "VPN lent", from: "a@b.example", customer: "acme"),
    ]
    #expect(Lookalike.of(asked, among: rows, limit: 8).map(\.row.id.number) == [3, 4, 2])
    let many = (2..<60).map { row($0, "VPN lent depuis Lyon") }
    #expect(Lookalike.of(asked, among: many, limit: 8).map(\.row.id.number) == Array(2..<10))
  }
}
