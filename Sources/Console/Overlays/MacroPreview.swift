import Desk
import Screen

// What a macro would do to a ticket, shown before it is done.
extension Model {
  /// Each step as it would be recorded now; words that leave the house in full, with whom they go to.
  func lines(of offer: MacroOffer, on id: TicketID, width: Int) -> [ThreadLine] {
    let steps = offer.facts.flatMap { lines(of: $0, width: width) }
    return [ThreadLine([.init(offer.macro.title(in: words.language.rawValue), .textStrong)]), .blank] + steps
  }

  private func lines(of fact: Fact, width: Int) -> [ThreadLine] {
    switch fact {
    case .messageOut(let letter):
      let to = letter.to.joined(separator: ", ")
      return [
        ThreadLine([.init(words.publicReply, .replyPublic)]),
        ThreadLine([
          .init(words.recipientLabel, .label),
          .init(to.isEmpty ? words.noRecipient : to, to.isEmpty ? .warning : .text),
        ]),
        letter.subject.map { ThreadLine([.init(words.subjectLabel, .label), .init(SafeText.line($0).text)]) },
      ].compactMap { $0 } + body(letter.body, "│ ", .replyPublic, width)
    case .noteAdded(let note):
      return [ThreadLine([.init("┊ ", .noteInternal), .init(words.internalNote(note.visibility), .noteInternal)])]
        + body(note.body, "┊ ", .noteInternal, width)
    default:
      let sentence = words.sentence(fact, home: home, zone: zone, now: now)
      return sentence.map { [ThreadLine([.init("· ", .system), .init(SafeText.line($0).text)])] } ?? []
    }
  }

  private func body(_ body: Body, _ edge: String, _ role: Role, _ width: Int) -> [ThreadLine] {
    Wrap.lines(SafeText.body(body.text).text, width: max(1, width - 2)).map {
      ThreadLine([.init(edge, role), .init($0)])
    }
  }
}

extension MacroOffer {
  /// Whether words leave the house.
  package var sendsWords: Bool { facts.contains { if case .messageOut = $0 { true } else { false } } }
}
