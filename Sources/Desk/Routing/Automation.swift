/// What the desk does by itself and has ready: rules, templates, macros and recurring tickets, read from their files.
/// Read when first asked for: a list of tickets needs none of it.
package struct Automation: Sendable {
  package let routing: Routing
  package let macros: [Macro]
  package let recurring: [Recurrence]
  /// What is wrong in those files.
  package let faults: [ConfigFault]
  /// Names of the calendars that recurring tickets ask.
  package let calendars: Set<String>
  private let named: [NamedInConfig]
  private let categories: [String]

  package var templates: TemplateBook { routing.templates }

  /// The files it is made of.
  package static let files: [ConfigFile] = [.templates, .rules, .macros, .recurring]

  /// - Parameter zones: the zone of a name in the IANA database.
  package init(_ configuration: Configuration, zones: (String) -> Zone?) {
    let nodes = configuration.nodes
    let checklists = configuration.checklists.templates
    var (faults, named): ([ConfigFault], [NamedInConfig]) = ([], [])
    func read<T>(_ file: ConfigFile, templates: [String] = [], _ make: (ConfigNode?, inout AutomationNotes) -> T) -> T {
      var notes = AutomationNotes(
        ConfigNotes(file: file.name), calendar: configuration.calendar, categories: configuration.desk.categories,
        templates: templates, checklists: checklists)
      let made = make(nodes[file], &notes)
      faults += notes.notes.faults
      named += notes.named
      return made
    }
    let book = read(.templates) { TemplateBook($0, &$1) }
    let rules = read(.rules, templates: book.names) { RuleConfig($0, &$1, language: book.language).rules }
    macros = read(.macros, templates: book.names) { MacroConfig($0, &$1, language: book.language).macros }
    let recurrences = read(.recurring, templates: book.names) {
      RecurrenceConfig($0, &$1, configuration, zones: zones, language: book.language)
    }
    recurring = recurrences.recurring
    calendars = recurrences.calendars
    routing = Routing(rules, templates: book)
    (self.faults, self.named, categories) = (faults.sorted(), named, configuration.desk.categories)
  }

  /// The faults as they show beside the ledger's registers: whom the files name and nobody has registered, and rules
  /// that no ticket can answer.
  package func faults(beside directory: Directory) -> [ConfigFault] {
    let doubts = routing.rules.flatMap { rule in
      rule.condition.doubts(beside: directory, categories: categories).map {
        ConfigFault(file: ConfigFile.rules.name, at: rule.askedPlace ?? rule.place, .meets($0))
      }
    }
    return (faults + named.compactMap { $0.fault(in: directory) } + doubts).sorted()
  }
}
