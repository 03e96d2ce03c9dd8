import Console
import Desk
import Journal

/// A file of promises that are only tried (`--policy FILE`), in the form of `config/policies.json`: it may name the
/// calendars of the configuration in force, and stands in the place of its promises. Nothing is recorded.
struct PolicyFile {
  let policies: ServicePolicies

  /// What is wrong in the file is told line by line, and nothing is tried.
  init(_ path: String, _ invocation: Invocation, _ session: Session) throws(Trouble) {
    guard let bytes = Paths.read(path, limit: ConfigFile.limit + 1) else {
      throw Trouble(.noInput, invocation.words.unreadableFile(path))
    }
    let shelf = RuleShelf(session.directory, session.cabinet.configShelf)
    var texts = (try? shelf.texts(of: session.directory.reigns.last?.version ?? "")) ?? []
    texts.removeAll { $0.name == ConfigFile.policies.name }
    texts.append(ConfigText(ConfigFile.policies.name, bytes))
    let configuration = Configuration(texts, zones: ZoneFiles.named)
    let errors = configuration.faults.filter { $0.file == ConfigFile.policies.name && !$0.isWarning }
    for error in errors {
      Printer.complain(invocation.words.lineRefused(path, error.place.line, invocation.words.problem(error.problem)))
    }
    if !errors.isEmpty { throw Trouble(.data, "") }
    policies = configuration.rules(session.directory).policies
  }
}
