import Desk
import Screen

/// What one sheet is for: its fields, how they hang together and what is made of them. `FormSheet` does the rest.
protocol Purpose: Sendable {
  var kind: SheetKind { get }
  var look: SheetLook { get }
  /// Rows of the fields when everything of use is in sight.
  var rows: Int { get }
  func title(_ context: SheetContext) -> String
  /// The fields as they are at first.
  func form(_ context: SheetContext) -> Form
  /// Shows, hides and fills what hangs on a field that changed; nil when the sheet has just been made.
  mutating func follow(_ changed: FieldName?, _ form: inout Form, _ context: SheetContext)
  /// What the fields, filled in and well formed, ask for.
  func outcome(_ form: Form, _ context: SheetContext) -> Outcome
  /// What to look for once typing settles: similar tickets, articles.
  func search(_ form: Form, _ context: SheetContext) -> Effect?
  /// Takes an answer that belongs to it.
  mutating func receive(_ message: Message, _ form: inout Form, _ context: SheetContext)
  /// Keys of its own behind Ctrl-X, with their hints.
  func chords(_ words: Words) -> [Hint]
  mutating func chord(_ key: Key, _ form: inout Form, _ context: SheetContext) -> SheetStep?
  /// What Alt-Enter does, for the hint.
  func submitWord(_ words: Words) -> String
}

/// What a sheet looks like. A letter goes out of the house and a note never does: their titles, edges and rules
/// differ, so that they are told apart without colour.
enum SheetLook: Hashable, Sendable {
  case box, letter, note
}

/// What filled fields come to.
enum Outcome: Sendable {
  case intent(Intent)
  case effect(Effect)
  /// The next sheet has to be filled in as well.
  case sheet(any Sheet)
  case refused(Refusal)
}

extension Purpose {
  var look: SheetLook { .box }
  mutating func follow(_ changed: FieldName?, _ form: inout Form, _ context: SheetContext) {}
  func search(_ form: Form, _ context: SheetContext) -> Effect? { nil }
  mutating func receive(_ message: Message, _ form: inout Form, _ context: SheetContext) {}
  func chords(_ words: Words) -> [Hint] { [] }
  mutating func chord(_ key: Key, _ form: inout Form, _ context: SheetContext) -> SheetStep? { nil }
  func submitWord(_ words: Words) -> String { words.record }
}
