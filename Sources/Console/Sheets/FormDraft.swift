import Desk
import Screen

/// What a draft keeps of a form.
extension Form {
  /// Every value, shown or not, as a draft keeps it. A picker's choice is kept beside its text.
  package var values: [String: String] {
    var values: [String: String] = [:]
    for field in fields where field.control.takesKeys {
      values[field.name.rawValue] = field.control.typed
      if case .picker(let picker) = field.control, let chosen = picker.chosen {
        values[field.name.rawValue + ".id"] = chosen
      }
    }
    return values
  }

  /// Puts back what a draft kept; names it does not know are ignored.
  package mutating func restore(_ values: [String: String]) {
    for place in fields.indices {
      let name = fields[place].name.rawValue
      guard let value = values[name] else { continue }
      fields[place].control.restore(value, chosen: values[name + ".id"])
    }
    settle()
  }

  /// What was typed, field by field: what would be lost.
  var typedText: [String: String] {
    var texts: [String: String] = [:]
    for field in fields where field.control.isText { texts[field.name.rawValue] = field.control.typed }
    return texts
  }

  /// The text fields in which there is something: cheap, however long the texts.
  var filledTexts: Set<FieldName> {
    Set(fields.filter { $0.control.isText && !$0.control.isEmptyText }.map(\.name))
  }
}
