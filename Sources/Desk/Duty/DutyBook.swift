/// What was recorded of being on call, folded: substitutions in the order that counts, and the notes handed over.
package struct DutyBook: Hashable, Sendable {
  /// As they were recorded.
  package private(set) var swaps: [Recorded<DutySwap>] = []
  package private(set) var handovers: [Handover] = []

  /// What was recorded, when and by whom.
  package struct Recorded<Value: Hashable & Sendable>: Hashable, Sendable {
    package let value: Value
    package let event: String
    package let at: Instant
    package let by: String
  }

  /// A note that was signed, and who took over with it.
  package struct Handover: Hashable, Sendable {
    package let note: Recorded<SignedHandover>
    package fileprivate(set) var accepted: (by: String, at: Instant)?

    package static func == (a: Handover, b: Handover) -> Bool {
      a.note == b.note && a.accepted?.by == b.accepted?.by && a.accepted?.at == b.accepted?.at
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(note) }
  }

  package init(_ events: [DutyEvent] = []) { for event in events { apply(event) } }

  /// Lets an event happen, in the order of the clocks. A note is accepted once, by another than who signed it.
  package mutating func apply(_ event: DutyEvent) {
    switch event.fact {
    case .swapped(let swap): swaps.append(Recorded(value: swap, event: event.id, at: event.at, by: event.by))
    case .handoverSigned(let note):
      handovers.append(Handover(note: Recorded(value: note, event: event.id, at: event.at, by: event.by)))
    case .handoverAccepted(let note):
      guard let at = handovers.lastIndex(where: { $0.note.event == note }), handovers[at].accepted == nil,
        handovers[at].note.by != event.by
      else { return }
      handovers[at].accepted = (event.by, event.at)
    case .unknown: break
    }
  }

  /// The substitutions of a rota, as they were recorded.
  package func swaps(of rota: String) -> [DutySwap] { swaps.map(\.value).filter { $0.rota == rota } }

  /// The note that the same agent signed a moment ago, which waits and tells all that this one would: signing twice is
  /// a slip of the hand, and who takes over would be shown the second, which is empty.
  package func signed(again note: SignedHandover, by agent: String) -> Handover? {
    guard let last = handovers.last, last.accepted == nil, last.note.by == agent, last.note.value.from <= note.from,
      note.to - last.note.value.to < DutyBook.again
    else { return nil }
    return last
  }

  /// Seconds within which a note is not signed anew.
  private static let again: Int64 = 60

  /// The last note nobody has taken over with yet.
  package var awaiting: Handover? { handovers.last { $0.accepted == nil } }
}
