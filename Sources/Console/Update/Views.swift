import Desk
import Screen

// Views that the agent keeps: made of what the queue shows, changed, dropped.
extension Model {
  /// Opens the sheet that keeps what the queue shows now.
  mutating func openViewSheet() -> [Effect] {
    let open = saved.first { $0.view.id == currentView.id }
    let common = shared.first { $0.sharedView.id == currentView.id }
    let base = open?.filter ?? common?.filter ?? words.filter(of: currentView, for: me.profile)
    let typed = filter.query == .all ? "" : filter.field.text
    let parts = [base, typed].filter { !$0.allSatisfy(\.isWhitespace) }
    // Each is a whole of its own: an "or" in one must not reach into the other.
    let text = parts.count > 1 ? parts.map { "(\($0))" }.joined(separator: " ") : parts.first ?? ""
    let purpose = ViewSheet(filter: text, order: currentView.order, open: open, saved: saved)
    status = nil
    overlay = nil
    prefix = []
    sheet = HostedSheet(FormSheet(purpose, on: nil, from: nil, context(on: nil)), kind: .view, targets: [])
    resizeSheet()
    return []
  }

  /// The view that is open is kept no more.
  mutating func dropView() -> [Effect] {
    [.keepViews(saved.filter { $0.view.id != currentView.id })]
  }

  /// The tabs are laid anew, since what they are made of has changed; what was counted and the view that is open stay.
  mutating func retab() -> [Effect] {
    let counted = Dictionary(zip(views, counts), uniquingKeysWith: { first, _ in first })
    let open = currentView
    views = View.tabs(for: me.profile, keeping: saved, shared: shared, directory)
    counts = views.map { counted[$0] ?? nil }
    view = views.firstIndex { $0.id == open.id } ?? 0
    if currentView == open { return [] }
    queue.clear()
    preview = nil
    return [.list(request)]
  }

  /// These are kept from now on: the tabs are theirs, and the new one, or the one that was open, is shown.
  mutating func keeps(_ views: [SavedView]) -> [Effect] {
    let before = saved
    let wasOpen = currentView.id
    saved = views
    self.views = View.tabs(for: me.profile, keeping: views, shared: shared, directory)
    counts = self.views.map { _ in nil }
    let changed = views.filter { !before.contains($0) }
    // A view that only lost its digit to the one kept now is not the one kept.
    let loser = changed.first { view in
      view.digit == nil && before.contains { $0.isNamed(view.name) && $0.digit != nil }
    }
    let fresh = changed.first { $0 != loser } ?? changed.first
    let gone = before.first { view in !views.contains { $0.isNamed(view.name) } }
    let wanted = fresh?.view.id ?? wasOpen
    view = self.views.firstIndex { $0.id == wanted } ?? 0
    filter.drop()
    handBeforeFilter = nil
    queue.clear()
    preview = nil
    let taken = fresh.flatMap(\.digit).flatMap { digit in
      before.first { $0.digit == digit && $0.isNamed(loser?.name ?? "") }.map { words.tabTaken(digit, from: $0.name) }
    }
    // What it was before can be typed again.
    let changedFrom = fresh.flatMap { view in
      before.first { $0.isNamed(view.name) && $0.filter != view.filter }.map { words.viewWas($0.filter) }
    }
    let told =
      fresh.map { ([words.viewKept($0.name)] + [changedFrom, taken].compactMap { $0 }).joined(separator: "  ") }
      ?? gone.map { words.viewDropped($0.name) }
    return written() + sheetFollowed(on: nil) + [.list(request)] + (told.map { say($0, .ok) } ?? [])
  }
}
