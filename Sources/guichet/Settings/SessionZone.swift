import Desk
import Journal

/// The zone in which times are told and read, decided here alone: the one that `TZ` names, for whoever asks for it;
/// else the desk's (`desk.json`), the same for all who work there, wherever their machine stands; else the machine's.
/// Each is read when it is first asked for.
final class SessionZone {
  private let environment: Environment
  /// Where the desk's files lie.
  var cabinet = ""
  /// The rules in force, where somebody has opened the desk already.
  var shelf: RuleShelf?

  private lazy var asked = ZoneFiles.asked(environment)
  /// What the clock on the reader's wall shows.
  private lazy var own = asked ?? ZoneFiles.machine
  /// nil where there is no desk.
  private(set) lazy var desk = (shelf ?? opened)?.zone
  private(set) lazy var zone = asked ?? desk ?? own

  init(_ environment: Environment) { self.environment = environment }

  /// Another configuration is in force: from now on its zone is the desk's.
  func follow(_ present: RuleShelf) {
    shelf = present
    desk = present.zone
    zone = asked ?? desk ?? own
  }

  private var opened: RuleShelf? {
    guard let cabinet = try? Cabinet(opening: cabinet), let directory = try? cabinet.directory() else { return nil }
    return RuleShelf(directory, cabinet.configShelf)
  }

  /// The name to put beside times told in a zone; nil where the reader's own clock and the desk's show the same.
  func name(beside zone: Zone, at now: Instant) -> String? {
    let offset = zone.offset(at: now)
    return offset == own.offset(at: now) && offset == (desk ?? own).offset(at: now) ? nil : zone.name
  }
}
