import Desk

// The options of choices and pickers, made from the closed lists of the desk and from its directory.
extension Words {
  /// Options for values of a closed list, by the names the screen gives them.
  func options<Value: RawRepresentable>(_ values: [Value], _ name: (Value) -> String) -> [Choice.Option]
  where Value.RawValue == String {
    values.map { Choice.Option($0.rawValue, name($0)) }
  }
}

extension SheetContext {
  /// Agents who hold a level, by name, but one.
  func agents(holding level: Level, but login: String? = nil) -> [Picker.Candidate] {
    directory.agents.values
      .filter { $0.active && $0.profile.holds(level) && $0.login != login }
      .sorted { ($0.name, $0.login) < ($1.name, $1.login) }
      .map { Picker.Candidate(id: $0.login, label: $0.name, detail: $0.login + " " + words.name($0.profile)) }
  }

  /// The categories of the desk; any text where it has none.
  func categories(chosen: String? = nil) -> Picker {
    Picker(
      rules.categories.map { Picker.Candidate(id: $0, label: $0) }, text: chosen ?? "",
      chosen: rules.categories.contains(chosen ?? "") ? chosen : nil, isFree: rules.categories.isEmpty)
  }

  /// Everybody the desk knows, by name.
  func people() -> [Picker.Candidate] {
    let customers = directory.customers.all
    return directory.people.all
      .map { id, person in
        let customer = person.customer.flatMap { customers[$0]?.name }
        let detail = [person.party.email, customer].compactMap { $0 }.reduce("") { $0.isEmpty ? $1 : $0 + " · " + $1 }
        return Picker.Candidate(id: id, label: person.party.label, detail: detail)
      }
      .sorted { ($0.label, $0.id) < ($1.label, $1.id) }
  }

  /// The customers, by name.
  func customers() -> [Picker.Candidate] {
    directory.customers.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
      .map { Picker.Candidate(id: $0.id, label: $0.name, detail: $0.id) }
  }
}

extension Form {
  /// The article of a picker, from what a search gave.
  mutating func offer(_ articles: [Article]) {
    changePicker(.article) { picker in
      picker.offer(articles.map { Picker.Candidate(id: $0.id, label: $0.content.title, detail: $0.id) })
    }
  }
}
