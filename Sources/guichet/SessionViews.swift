import Console
import Desk
import Journal

// The views of an agent and of the desk, and what they are called.
extension Session {
  private static let viewsFile = "views.json"

  /// The views this agent keeps. One that does not read (a newer version's) is passed over.
  func savedViews() throws(JournalError) -> [SavedView] {
    guard let bytes = try cabinet.settings(me.login, Session.viewsFile), let json = try? JSONReader.read(bytes) else {
      return []
    }
    return (json.array ?? []).compactMap(SavedView.init(json:))
  }

  func keep(_ views: [SavedView]) throws(JournalError) {
    try cabinet.keepSettings(me.login, Session.viewsFile, JSONWriter.bytes(.array(views.map(\.json))))
  }

  /// The views the whole desk shares (`config/queues.json`).
  var sharedViews: [SavedView] { shelf.queues }

  /// The desk's checklists (`config/checklists.json`).
  var checklists: [ChecklistTemplate] { shelf.checklists }

  /// A view by its name: one this agent keeps, one the desk shares, one of its tabs or views in either language, or a
  /// base queue.
  func view(named name: String) throws(JournalError) -> View? {
    if let kept = try savedViews().first(where: { $0.isNamed(name) }) { return kept.view }
    if let shared = sharedViews.first(where: { $0.isNamed(name) }) { return shared.sharedView }
    let level = me.profile.level ?? .n1
    let folded = Folding.fold(name)
    let own = deskViews
    return own.first { view in
      view.id == folded || view.id == "desk." + folded
        || Language.allCases.contains { language in
          let words = Words(language)
          let names = [words.view(view.id, level: level), words.otherName(ofView: view.id)].compactMap(\.self)
          return names.contains { Folding.fold($0) == folded }
        }
    } ?? BaseQueue(rawValue: folded)?.view
  }

  /// The desk's tabs, and its views beside them.
  var deskViews: [View] {
    View.standard(for: me.profile) + DeskView.allCases.map { $0.view(directory) } + [.everything]
  }

  /// What `view(named:)` knows, for "did you mean".
  func viewNames() throws(JournalError) -> [String] {
    return try (savedViews() + sharedViews).map(\.name)
      + deskViews.map { words.view($0.id, level: me.profile.level ?? .n1) }
      + BaseQueue.allCases.map(\.rawValue)
  }
}
