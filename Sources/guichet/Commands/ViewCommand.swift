import Console
import Desk
import Journal

// The views an agent keeps.
extension Command {
  private enum Action: String, CaseIterable { case add, list, remove }

  static let view = Command(
    .view, [.one(.action("add|list|remove")), .maybe(.name), .any(.filter)], [.order, .columns, .digit, .replace, .all]
  ) { invocation throws(Trouble) in
    let session = try invocation.session()
    let operands = invocation.arguments.operands
    let action: Action = try invocation.choice(operands[0], "view")
    if action == .list { return try invocation.show(session) }
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
    let before = try kept(session)
    if let old = before.first(where: { $0.isNamed(view.name) }), old != view, !arguments.has(.replace) {
      throw Trouble(.refused, words.viewThere(old.name, filter: old.filter))
    }
    let views = before.keeping(view)
    guard views.contains(view) else { throw Trouble(.usage, words.tooManyViews(SavedView.most)) }
    try keep(views, session)
    printer.line(words.viewKept(view.name))
    if let digit, let other = tab(digit, before, session), !view.isNamed(other) {
      Printer.complain(words.tabTaken(digit, from: other))
    }
    // One's own view wins over a shared one of that name, and says so.
    if let hidden = session.sharedViews.first(where: { $0.isNamed(view.name) }) {
      Printer.complain(words.hidesShared(hidden.name))
    }
  }

  /// What a tab showed: a view of one's own, one of the whole desk, else the desk's own.
  private func tab(_ digit: Int, _ kept: [SavedView], _ session: Session) -> String? {
    if let saved = (kept + session.sharedViews).first(where: { $0.digit == digit }) { return saved.name }
    let views = session.deskViews
    guard views.indices.contains(digit - 1) else { return nil }
    return words.view(views[digit - 1].id, level: session.me.profile.level ?? .n1)
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
      if let common = session.sharedViews.first(where: { $0.isNamed(name) }) {
        throw Trouble(.refused, words.sharedIsTheDesks(common.name))
      }
      throw Trouble(.usage, words.noSuchView(name, near: near(name, views.map(\.name))))
    }
    try keep(views.filter { $0 != gone }, session)
    printer.line(words.viewDropped(gone.name))
  }

  /// Names are looked for without case and accents.
  private func near(_ name: String, _ names: [String]) -> String? {
    Nearest.name(to: Folding.fold(name), among: names.map { Folding.fold($0) })
  }

  /// The views one keeps, then those of the whole desk; `--all` adds the desk's tabs and its own views.
  fileprivate func show(_ session: Session) throws(Trouble) {
    let kept = try kept(session)
    for view in kept { show(view, from: nil) }
    for view in session.sharedViews where !kept.contains(where: { $0.isNamed(view.name) }) { show(view, from: .shared) }
    guard arguments.has(.all) else {
      if kept.isEmpty, session.sharedViews.isEmpty, !printer.isJSON { Printer.complain(words.noViewsKept) }
      return
    }
    let level = session.me.profile.level ?? .n1
    for (at, view) in session.deskViews.enumerated() {
      let isTab = at < SavedView.digits.count
      let filter = words.filter(of: view, for: session.me.profile)
      tell(
        name: words.view(view.id, level: level), filter: filter, order: view.order, columns: [],
        digit: isTab ? at + 1 : nil, from: .desk)
    }
  }

  /// Whose a view is, where it is not one's own.
  fileprivate enum Keeper: String { case shared, desk }

  private func show(_ view: SavedView, from keeper: Keeper?) {
    tell(
      name: view.name, filter: view.filter, order: view.order, columns: view.columns, digit: view.digit, from: keeper)
  }

  private func tell(
    name: String, filter: String, order: Order, columns: [QueueColumn], digit: Int?, from keeper: Keeper?
  ) {
    if printer.isJSON {
      return printer.json(
        .object(
          of: ("name", .string(name)), ("filter", .string(filter)), ("order", .string(order.rawValue)),
          ("columns", columns.isEmpty ? nil : JSON.array(columns.map { .string($0.rawValue) })),
          ("digit", digit.map { .int(Int64($0)) }), ("of", keeper.map { .string($0.rawValue) })))
    }
    var parts = [digit.map(String.init) ?? "·", name, filter, order.rawValue].filter { !$0.isEmpty }
    if !columns.isEmpty { parts.append(columns.map { words.name($0) }.joined(separator: ",")) }
    switch keeper {
    case .shared: parts.append("(\(words.sharedMark))")
    case .desk: parts.append("(\(words.deskMark))")
    case nil: break
    }
    printer.line(parts.joined(separator: "  "))
  }
}
