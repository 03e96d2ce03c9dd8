import Desk
import Glibc
import Journal

/// The rules of every version of the configuration, each made when it is first asked for: a list of rows that are
/// known needs none. May be used from any thread.
final class RuleShelf: @unchecked Sendable {
  private let directory: Directory
  private let shelf: ConfigShelf
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// Under the lock.
  private var made: [String: Rules] = [:]
  private var configurations: [String: Configuration] = [:]
  private var read: Automation??

  init(_ directory: Directory, _ shelf: ConfigShelf) {
    self.directory = directory
    self.shelf = shelf
    lock.initialize(to: pthread_mutex_t())
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// The rules in force now, with those of the past behind them.
  var present: Rules {
    let reigns = directory.reigns
    var rules = rules(reigns.last?.version ?? "")
    rules.book = RuleBook(reigns) { [self] version in self.rules(version) }
    return rules
  }

  /// The desk's zone now.
  var zone: Zone {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return configuration(directory.reigns.last?.version ?? "").desk.zone
  }

  /// Who may do what now.
  var roles: Roles {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    let version = directory.reigns.last?.version ?? ""
    let isThere = directory.versions[version]?.files.contains { $0.name == ConfigFile.roles.name } ?? false
    return isThere ? configuration(version).roles.roles : Roles()
  }

  /// The views the desk shares now, read from their own file alone.
  var queues: [SavedView] { alone(.queues)?.queues.views ?? [] }

  /// The checklists of the desk, likewise.
  var checklists: [ChecklistTemplate] { alone(.checklists)?.checklists.templates ?? [] }

  /// One file of the version in force; nil where it has none.
  private func alone(_ file: ConfigFile) -> Configuration? {
    let texts = (try? self.texts(of: directory.reigns.last?.version ?? "")) ?? []
    let wanted = texts.filter { $0.name == file.name }
    return wanted.isEmpty ? nil : Configuration(wanted, zones: ZoneFiles.named)
  }

  private func rules(_ version: String) -> Rules {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    if let rules = made[version] { return rules }
    let rules = configuration(version).rules(directory)
    made[version] = rules
    return rules
  }

  /// Under the lock.
  private func configuration(_ version: String) -> Configuration {
    if let configuration = configurations[version] { return configuration }
    let configuration = Configuration((try? texts(of: version)) ?? [], zones: ZoneFiles.named)
    configurations[version] = configuration
    return configuration
  }

  /// What the desk does by itself and has ready under the version in force; nil where none of its files is there.
  var automation: Automation? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    if let read { return read }
    let version = directory.reigns.last?.version ?? ""
    let names = directory.versions[version]?.files.map(\.name) ?? []
    let isThere = Automation.files.contains { names.contains($0.name) }
    let automation = isThere ? Automation(configuration(version), zones: ZoneFiles.named) : nil
    read = .some(automation)
    return automation
  }

  /// Names the rules in force (`Index`).
  var stamp: String { RuleShelf.stamp(directory) }

  /// The texts of a version; none for the built-in rules.
  /// - Throws: where they are gone. The built-in rules stand in then, and `guichet doctor` tells.
  func texts(of version: String) throws(JournalError) -> [ConfigText] {
    if version.isEmpty { return [] }
    guard let known = directory.versions[version] else { throw .noSuchBlob(version) }
    return try shelf.texts(of: known)
  }

  /// Names the book of rules: two that differ give rows that may. The first part is for what this program builds in.
  static func stamp(_ directory: Directory) -> String {
    let contracts = directory.contractEdition
    return "rules-3" + directory.reigns.map { " \($0.since.ms):\($0.version)" }.joined()
      + (contracts.count > 0 ? " \(contracts.count):\(contracts.last)" : "")
  }
}
