import Desk
import Screen

/// One of many, found by typing a part of it: an agent, a category, a requester, an article.
///
/// Each word typed has to begin a word of the candidate; accents and case do not count. A free picker also takes
/// what nobody listed (a new requester); the others only take a candidate.
package struct Picker: Hashable, Sendable {
  package struct Candidate: Hashable, Sendable {
    package var id: String
    package var label: String
    /// Shown dim at the right, and searched as well: a login, a customer.
    package var detail: String

    package init(id: String, label: String, detail: String = "") {
      self.id = id
      self.label = label
      self.detail = detail
    }
  }

  /// Candidates shown at once.
  package static let shown = 5

  package private(set) var field: TextField
  package private(set) var matches: [Candidate] = []
  /// The row that Enter takes; nil where it takes none.
  package private(set) var highlighted: Int?
  package private(set) var chosen: String?
  package let isFree: Bool
  /// Others are looked for elsewhere as one types: what is given is shown as it is.
  package let isRemote: Bool
  private var candidates: [Candidate]
  /// The words of each candidate as they are compared, each after a space; made at the first search.
  private var folded: [[UInt8]] = []

  package init(
    _ candidates: [Candidate], text: String = "", chosen: String? = nil, isFree: Bool, isRemote: Bool = false
  ) {
    self.candidates = candidates
    self.isFree = isFree
    self.isRemote = isRemote
    field = TextField(text, limit: 200)
    self.chosen = chosen
    search()
  }

  /// The chosen id; the text as typed where anything goes; else nothing.
  package var value: String { chosen ?? (isFree ? field.text : "") }
  package var text: String { field.text }

  /// The list is open until something is chosen; a free one once something is typed.
  package var isOpen: Bool { chosen == nil && !matches.isEmpty && (!isFree || !field.isEmpty) }

  /// What `search` elsewhere has found for what is typed.
  package mutating func offer(_ found: [Candidate]) {
    candidates = found
    folded = []
    search()
  }

  /// Enter takes the first: the list was asked for, to take one of it.
  package mutating func highlightFirst() { highlighted = matches.isEmpty ? nil : 0 }

  package mutating func choose(_ candidate: Candidate) {
    field.text = candidate.label
    chosen = candidate.id
    search()
  }

  /// Takes the highlighted candidate; false where there is none.
  package mutating func takeHighlighted() -> Bool {
    guard isOpen, let highlighted, matches.indices.contains(highlighted) else { return false }
    choose(matches[highlighted])
    return true
  }

  /// Takes the one candidate whose name is exactly what was typed; false where there is none, or several.
  package mutating func takeNamed() -> Bool {
    let typed = Picker.fold(field.text)
    let named = matches.filter { Picker.fold($0.label) == typed }
    guard chosen == nil, named.count == 1, let candidate = named.first else { return false }
    choose(candidate)
    return true
  }

  /// Text put back from a draft.
  package mutating func restore(text: String, chosen id: String?) {
    field.text = text
    chosen = id
    search()
  }

  package mutating func insert(_ text: String) {
    field.insert(text)
    typed()
  }

  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .down, .ctrl("n"):
      guard isOpen else { return false }
      // At the last one the hand stays: leaving here would take the text as typed.
      highlighted = min((highlighted ?? -1) + 1, min(matches.count, Picker.shown) - 1)
    case .up, .ctrl("p"):
      guard isOpen, let place = highlighted, place > 0 else { return false }
      highlighted = place - 1
    default:
      let was = field.text
      guard field.handle(key) else { return false }
      if field.text != was { typed() }
    }
    return true
  }

  private mutating func typed() {
    chosen = nil
    search()
  }

  private mutating func search() {
    let words = Picker.fold(field.text)
    if isRemote {
      matches = candidates
    } else if chosen != nil {
      matches = []
    } else if words.isEmpty {
      matches = isFree ? [] : Array(candidates.prefix(Picker.shown + 1))
    } else {
      matches = found(words.map { Array((" " + $0).utf8) })
    }
    highlighted = words.isEmpty || matches.isEmpty ? nil : 0
  }

  /// The first candidates that have them all.
  private mutating func found(_ words: [[UInt8]]) -> [Candidate] {
    if folded.isEmpty { folded = candidates.map { Picker.folded($0) } }
    var found: [Candidate] = []
    for (place, text) in folded.enumerated() where words.allSatisfy({ text.holds($0) }) {
      found.append(candidates[place])
      if found.count > Picker.shown { break }
    }
    return found
  }

  private static func fold(_ text: String) -> [String] {
    Folding.fold(text).split { $0 == " " || $0 == "-" || $0 == "'" || $0 == "/" || $0 == "." }.map(String.init)
  }

  private static func folded(_ candidate: Candidate) -> [UInt8] {
    fold(candidate.label + " " + candidate.detail).reduce(into: []) { $0 += Array((" " + $1).utf8) }
  }

  func height(focused: Bool) -> Int { 1 + (focused && isOpen ? min(matches.count, Picker.shown) : 0) }

  func draw(into frame: inout Frame, in area: Area, window: Area, focused: Bool, placeholder: String) {
    let line = area.line(0, in: window)
    if field.isEmpty, !focused || !placeholder.isEmpty {
      frame.put(Truncate.end(placeholder.isEmpty ? "—" : placeholder, line.width), .placeholder, in: line)
    }
    let layout = field.layout(width: line.width)
    frame.put(layout.text, focused ? .input : .inputIdle, in: line)
    guard focused else { return }
    frame.cursor = area.cursor(x: layout.cursor, y: 0, in: window)
    guard isOpen else { return }
    for (row, candidate) in matches.prefix(Picker.shown).enumerated() {
      let isHighlighted = row == highlighted
      let spot = area.line(row + 1, in: window)
      frame.put(isHighlighted ? "▌" : " ", .cursor, in: spot)
      let label = SafeText.line(candidate.label).text
      let detail = SafeText.line(candidate.detail).text
      let room = max(0, spot.width - 2)
      let kept = detail.isEmpty ? 0 : min(Width.of(detail), room / 2)
      let cut = Truncate.end(label, max(0, room - (kept > 0 ? kept + 2 : 0)))
      let end = frame.put(cut, x: 2, isHighlighted ? .choiceCurrent : .choice, in: spot)
      if kept > 0 { frame.put(Truncate.end(detail, max(0, spot.width - end - 2)), x: end + 2, .textDim, in: spot) }
    }
  }
}

extension [UInt8] {
  /// Whether the text holds a piece.
  fileprivate func holds(_ piece: [UInt8]) -> Bool {
    withUnsafeBufferPointer { text in
      piece.withUnsafeBufferPointer { piece in
        guard let first = piece.first, text.count >= piece.count else { return piece.isEmpty }
        for start in 0...(text.count - piece.count) where text[start] == first {
          var length = 1
          while length < piece.count, text[start + length] == piece[length] { length += 1 }
          if length == piece.count { return true }
        }
        return false
      }
    }
  }
}
