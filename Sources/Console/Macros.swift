import Desk

/// A macro as it is offered for a ticket.
package struct MacroOffer: Hashable, Sendable {
  package var macro: Macro
  /// What it would record now; nothing where it could not be done.
  package var facts: [Fact]
  /// Why it could not be done now; nil where it could.
  package var stop: Macro.Stop?

  package init(_ macro: Macro, facts: [Fact] = [], stop: Macro.Stop? = nil) {
    self.macro = macro
    self.facts = facts
    self.stop = stop
  }
}

/// A reply template, filled in for a ticket.
package struct ReadyText: Hashable, Sendable {
  package var name: String
  /// nil: the ticket's own.
  package var subject: String?
  package var body: String

  package init(name: String, subject: String?, body: String) {
    self.name = name
    self.subject = subject
    self.body = body
  }

  /// Its lines that say something.
  private var lines: [Substring] { body.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) } }

  /// The first of its lines that none of the others has: a greeting tells nobody which one it is.
  func line(apartFrom others: [ReadyText]) -> String {
    let theirs = Set(others.filter { $0.name != name }.flatMap(\.lines))
    return (lines.first { !theirs.contains($0) } ?? lines.first).map(String.init) ?? ""
  }
}

// Macros in the console: asked for by name, tried by the shell on the ticket as it is, then chosen from a list.
extension Model {
  /// Asks what the macros would do to the selected ticket.
  func askMacros() -> [Effect] { targets.first.map { [.macros(on: $0.id)] } ?? [] }

  mutating func offered(_ offers: [MacroOffer], on id: TicketID) -> [Effect] {
    if offers.isEmpty { return say(words.noMacros, .warning) }
    // The hand has gone elsewhere meanwhile.
    guard overlay == nil, sheet == nil else { return [] }
    overlay = .chooser(macroList(offers, on: id))
    return []
  }

  private func macroList(_ offers: [MacroOffer], on id: TicketID) -> Chooser {
    let items = offers.map { offer in
      let title = offer.macro.title(in: words.language.rawValue)
      let whyNot = offer.stop.map { words.macroStopped(offer.macro.name, $0, because: words.refusal($0.refusal)) }
      return ChooserItem(
        .macro(offer, on: id), title, right: title == offer.macro.name ? "" : offer.macro.name,
        help: words.deeds(offer.macro.then), whyNot: whyNot, names: [title, offer.macro.name])
    }
    return Chooser(.macros, items, theme: theme)
  }

  /// Applies the macro chosen, to the ticket as the agent saw it; what leaves the house is shown first.
  mutating func apply(_ offer: MacroOffer, to id: TicketID, unless whyNot: String?) -> [Effect] {
    if let whyNot { return say(whyNot, .warning) }
    if offer.sendsWords { return confirm(.macro(offer, on: id)) }
    return [.macro(offer.macro.name, on: id, seen: summary(of: id)?.lamport)]
  }

  mutating func macroDone(_ ticket: Ticket, _ macro: String) -> [Effect] {
    let told =
      words.macroDone(macro, on: words.name(ticket.id, home: home))
      + followed(on: ticket, since: reading(of: ticket.id))
    return recorded(ticket, .note) + say(told, .ok)
  }
}
