// Whether calls were carried: a call is recorded before it is, and where nothing carries it nobody has heard of it.

extension Ticket {
  /// Whether the call that an event of its thread sent was carried, as far as the thread goes.
  package func isCarried(_ page: Entry) -> Bool {
    guard case .duty(.pageSent(let call)) = page.fact else { return false }
    return call.isDelivered
      || entries.contains { if case .duty(.pageDelivered(page.event)) = $0.fact { true } else { false } }
  }

  /// Whether an event tells of calls nobody heard of: one that was not carried, or the end of a rota of which no call
  /// was carried.
  package func isUnheard(_ entry: Entry) -> Bool {
    switch entry.fact {
    case .duty(.pageSent): return !isCarried(entry)
    case .duty(.pageUnanswered(let rota)):
      let before = entries.prefix { $0.event != entry.event }
      for page in before.reversed() {
        guard case .duty(.pageSent(let call)) = page.fact, call.rota == rota else { continue }
        if isCarried(page) { return false }
        if call.step == 1 { break }
      }
      return true
    default: return false
    }
  }
}
