import Desk
import Screen

// Who is on call, rota by rota, and the pages nobody has answered: a leaf with a hand on the pages.
extension Model {
  /// The board was put together anew.
  mutating func take(_ board: DutyBoard?) -> [Effect] {
    duty = board
    if board == nil, isOnDuty { overlay = nil }
    return []
  }

  /// Whether the board is shown.
  var isOnDuty: Bool {
    if case .leaf(let leaf) = overlay { leaf.subject == .duty } else { false }
  }

  /// Asks for the board again where it is shown.
  var watchedDuty: [Effect] { isOnDuty ? [.duty] : [] }

  /// Keys that the board has besides those of any leaf.
  mutating func press(_ key: Key, onDuty leaf: Leaf) -> [Effect]? {
    switch key {
    case "a": return answer(leaf.link.flatMap { link in duty.map { ($0.pages, link) } })
    case "A":
      overlay = nil
      return []
    default: return nil
    }
  }

  /// At once for who was called, or is on call for it; anybody else is asked whether they mean it.
  private mutating func answer(_ at: (pages: [DutyBoard.OpenPage], link: Int)?) -> [Effect] {
    guard let at, at.pages.indices.contains(at.link) else { return say(words.noOpenPages) }
    if !rules.may(.work, me) {
      return say(words.refusal(rules.roles.refusal(.acknowledge, .work, to: rules.roles.role(of: me))), .warning)
    }
    let page = at.pages[at.link]
    if !isCalled(by: page) { return confirm(.answer(page)) }
    return [.record(.acknowledge, on: page.ticket, seen: nil)]
  }

  private func isCalled(by page: DutyBoard.OpenPage) -> Bool {
    page.call.to == me.login
      || duty?.lines.contains { $0.rota == page.call.rota && $0.now?.login == me.login } == true
  }
}
