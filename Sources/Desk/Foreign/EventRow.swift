/// One row of an event log from another desk: what its columns hold, as text.
package struct EventRow: Hashable, Sendable {
  /// Where it stands in its file, from 1.
  package let line: Int
  package let fields: [String: String]

  package init(line: Int, fields: [String: String]) {
    self.line = line
    self.fields = fields
  }

  /// A JSON object of texts, numbers and truths; a list counts as its values with commas between them.
  package init(line: Int, json: JSON) throws(FieldFlaw) {
    guard case .object(let members) = json else { throw FieldFlaw("", .expected(.object)) }
    var fields: [String: String] = [:]
    for member in members {
      if let text = EventRow.text(member.value) { fields[member.key] = text }
    }
    self.init(line: line, fields: fields)
  }

  private static func text(_ json: JSON) -> String? {
    switch json {
    case .string(let text): text
    case .int(let number): String(number)
    case .number(let number): number
    case .bool(let truth): truth ? "true" : "false"
    case .array(let values): values.compactMap(text).joined(separator: ",")
    case .null, .object: nil
    }
  }

  /// What a column holds; a row that lacks it or has nothing there is flawed.
  func value(_ field: String) throws(FieldFlaw) -> String {
    guard let value = fields[field], !value.allSatisfy(\.isWhitespace) else { throw FieldFlaw(field, .missing) }
    return value
  }
}
