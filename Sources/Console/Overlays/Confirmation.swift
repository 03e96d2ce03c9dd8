import Desk
import Screen

/// What one key must not do, shown before it is done: what it will come to, and another key than the one that asked for
/// it. Enter does nothing here.
package enum Confirmation: Hashable, Sendable {
  /// A page is answered by somebody who was not called.
  case answer(DutyBoard.OpenPage)
  /// A macro sends words to the requester.
  case macro(MacroOffer, on: TicketID)

  /// The key that does it: the initial of what it does, in either language.
  package var key: Key {
    switch self {
    case .answer: "p"
    case .macro: "e"
    }
  }
}

extension Model {
  /// Asks before it is done.
  mutating func confirm(_ confirmation: Confirmation) -> [Effect] {
    overlay = .leaf(Leaf(.confirmation(confirmation)))
    return []
  }

  mutating func press(_ key: Key, to confirmation: Confirmation) -> [Effect]? {
    switch key {
    case confirmation.key:
      putAway(confirmation)
      return effects(of: confirmation)
    case .escape, .ctrl("g"), "q":
      putAway(confirmation)
      return []
    case .enter: return say(words.nothingOn(words.key(key)))
    default: return nil
    }
  }

  /// Back to where it was asked for.
  private mutating func putAway(_ confirmation: Confirmation) {
    if case .answer = confirmation { overlay = .leaf(Leaf(.duty)) } else { overlay = nil }
  }

  private func effects(of confirmation: Confirmation) -> [Effect] {
    switch confirmation {
    case .answer(let page): [.record(.acknowledge, on: page.ticket, seen: nil)]
    case .macro(let offer, let id): [.macro(offer.macro.name, on: id, seen: summary(of: id)?.lamport)]
    }
  }

  func lines(of confirmation: Confirmation, width: Int) -> [ThreadLine] {
    switch confirmation {
    case .answer(let page): lines(toAnswer: page, width: width)
    case .macro(let offer, let id): lines(of: offer, on: id, width: width)
    }
  }

  /// The page, whom it calls, and what answering it means.
  private func lines(toAnswer page: DutyBoard.OpenPage, width: Int) -> [ThreadLine] {
    [
      ThreadLine([
        .init(page.priority.name + "  ", .priority(page.priority.rawValue)),
        .init(words.name(page.ticket, home: home) + "  "), .init(SafeText.line(page.subject).text),
      ]),
      ThreadLine([.init(words.called(page, calledName(page), words.moment(page.at, in: zone, now: now)))]),
      ThreadLine([.init(words.standing(of: page), page.isUnanswered || page.isLost ? .error : .textDim)]), .blank,
      ThreadLine([.init(words.answeringMeans, .textDim)]),
    ]
  }

  /// The name of who is called, as people call them.
  func calledName(_ page: DutyBoard.OpenPage) -> String {
    SafeText.line(directory.agents[page.call.to]?.name ?? page.call.to).text
  }
}
