import Desk
import Screen

/// One field of a form: its name, its label and what it is made of.
package struct FormField: Hashable, Sendable {
  package let name: FieldName
  package var label: String
  package var control: Control
  package var isMandatory: Bool
  /// Fields that depend on others come and go.
  package var isShown = true
  /// A text of many lines that takes rows to spare.
  package var grows = true
  /// Rows the sheet must have for this field to be worth its room.
  package var minimumHeight = 0
  /// What is said in an empty field.
  package var placeholder = ""
  /// A word that stands after the value of a picker, where there is room.
  package var aside = ""

  package init(_ name: FieldName, _ label: String = "", _ control: Control, mandatory: Bool = false) {
    self.name = name
    self.label = label
    self.control = control
    isMandatory = mandatory
  }

  /// The label with the sign of a mandatory field.
  var caption: String { isMandatory && !label.isEmpty ? label + " *" : label }

  /// Nothing was filled in.
  package var isBlank: Bool { control.value.allSatisfy(\.isWhitespace) }
}

extension FormField {
  /// A one-line text. `limit` in characters.
  static func line(
    _ name: FieldName, _ label: String, _ text: String = "", limit: Int = 200, mandatory: Bool = false
  ) -> FormField {
    FormField(name, label, .line(TextField(text, limit: limit)), mandatory: mandatory)
  }

  /// A text of many lines. `limit` in characters.
  static func area(
    _ name: FieldName, _ label: String, _ text: String = "", rows: Int = 3, grows: Bool = true,
    limit: Int = TextArea.limit, mandatory: Bool = false
  ) -> FormField {
    var area = TextArea(text, limit: limit)
    area.move(to: text.count)
    var field = FormField(name, label, .area(area, rows: rows), mandatory: mandatory)
    field.grows = grows
    return field
  }

  static func choice(
    _ name: FieldName, _ label: String, _ options: [Choice.Option], chosen: String? = nil, mandatory: Bool = false
  ) -> FormField {
    FormField(name, label, .choice(Choice(options, chosen: chosen)), mandatory: mandatory)
  }

  static func when(
    _ name: FieldName, _ label: String, _ text: String = "", _ direction: When.Direction = .ahead,
    mandatory: Bool = false
  ) -> FormField {
    FormField(name, label, .when(TextField(text, limit: When.limit), direction), mandatory: mandatory)
  }

  static func picker(_ name: FieldName, _ label: String, _ picker: Picker, mandatory: Bool = false) -> FormField {
    FormField(name, label, .picker(picker), mandatory: mandatory)
  }
}
