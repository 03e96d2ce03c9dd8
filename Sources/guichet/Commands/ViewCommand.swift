import Console
import Desk
import Journal

// The views an agent keeps.
extension Command {
  private enum Action: String, CaseIterable { case add, list, remove }

  static let view = Command(
    .view, [.one(.action("add|list|remove")), .maybe(.name), .any(.filter)], [.order, .columns, .digit]
  ) { invocation throws(Trouble) in
    let session = try invocation.session()
    let operands = invocation.arguments.operands
    let action: Action = try invocation.choice(operands[0], "view")
    if action == .list { return invocation.show(try invocation.kept(session)) }
    guard operands.count > 1 else { throw invocation.missing(.name) }
    if action == .remove { return try invocation.drop(operands[1], session) }
    try invocation.keep(operands[1], filter: operands.dropFirst(2).joined(separator: " "), session)
  }
}

extension Invocation {
  /// The view that `--view` names.
  func view(_ session: Session) throws(Trouble) -> View? {
    guard let name = arguments.one(.view) else { return nil }
    let (view, names): (View?, [String])
    do throws(JournalError) {
      (view, names) = (try session.view(named: name), try session.viewNames())
    } catch { throw Trouble(error, words) }
    guard let view else { throw Trouble(.usage, words.noSuchView(name, near: near(name, names))) }
    return view
  }

  fileprivate func kept(_ session: Session) throws(Trouble) -> [SavedView] {
    do throws(JournalError) { return try session.savedViews() } catch { throw Trouble(error, words) }
  }

  private func keep(_ views: [SavedView], _ session: Session) throws(Trouble) {
    do throws(JournalError) { try session.keep(views) } catch { throw Trouble(error, words) }
  }

  fileprivate func keep(_ name: String, filter: String, _ session: Session) throws(Trouble) {
    let order = try choice(.order, as: Order.self) ?? .next
    let columns = try wantedColumns()
    let digit = try number(.digit, SavedView.digits)
    let view: SavedView
    do throws(SavedView.Flaw) {
      view = try SavedView(name: name, filter: filter, order: order, columns: columns, digit: digit)
    } catch { throw Trouble(.usage, words.badView(error)) }
    let views = try kept(session).keeping(view)
    guard views.contains(view) else { throw Trouble(.usage, words.tooManyViews(SavedView.most)) }
    try keep(views, session)
    printer.line(words.viewKept(view.name))
  }

  private func wantedColumns() throws(Trouble) -> [QueueColumn] {
    guard let text = arguments.one(.columns) else { return [] }
    guard let columns = words.columns(text) else {
      let names = QueueColumn.allCases.map { words.name($0) }
      throw Trouble(.usage, words.badChoice("--columns", text, allowed: names, near: nil))
    }
    return columns
  }

  fileprivate func drop(_ name: String, _ session: Session) throws(Trouble) {
    let views = try kept(session)
    guard let gone = views.first(where: { $0.isNamed(name) }) else {
      throw Trouble(.usage, words.noSuchView(name, near: near(name, views.map(\.name))))
    }
    try keep(views.filter { $0 != gone }, session)
    printer.line(words.viewDropped(gone.name))
  }

  /// Names are looked for without case and accents.
  private func near(_ name: String, _ names: [String]) -> String? {
    Nearest.name(to: Folding.fold(name), among: names.map { Folding.fold($0) })
  }

  fileprivate func show(_ views: [SavedView]) {
    for view in views {
      if printer.isJSON {
        printer.json(view.json)
      } else {
        let digit = view.digit.map(String.init) ?? "·"
        let columns = view.columns.map { words.name($0) }.joined(separator: ",")
        let parts = [digit, view.name, view.filter, view.order.rawValue] + (columns.isEmpty ? [] : [columns])
        printer.line(parts.joined(separator: "  "))
      }
    }
  }
}
