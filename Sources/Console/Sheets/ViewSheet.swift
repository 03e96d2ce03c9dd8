import Desk
import Screen

/// Keeps what the queue shows as a view: its name, filter, order, columns and the digit of its tab.
struct ViewSheet: Purpose {
  /// The filter that shows what is shown now.
  let filter: String
  let order: Order
  /// The view that is open, where it is one that was kept: it is changed rather than made.
  let open: SavedView?
  let saved: [SavedView]

  let kind = SheetKind.view
  let rows = 6
  private static let noDigit = "-"

  init(filter: String = "", order: Order = .next, open: SavedView? = nil, saved: [SavedView] = []) {
    self.filter = filter
    self.order = order
    self.open = open
    self.saved = saved
  }

  func title(_ context: SheetContext) -> String { context.words.keepViewTitle }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    let digits = [ViewSheet.noDigit] + SavedView.digits.map(String.init)
    let columns = open.map { $0.columns.map(words.name).joined(separator: " ") } ?? ""
    return Form(
      [
        .line(
          .viewName, words.field(.viewName), open?.name ?? "", limit: SavedView.longestName, mandatory: true),
        .line(.filter, words.field(.filter), filter, limit: FilterBar.limit),
        .choice(.order, words.field(.order), words.options(Order.allCases, words.name), chosen: order.rawValue),
        .line(.columns, words.field(.columns), columns, limit: Limits.name),
        .choice(
          .digit, words.field(.digit), digits.map { Choice.Option($0, $0) },
          chosen: open?.digit.map(String.init) ?? ViewSheet.noDigit),
      ], focus: .viewName)
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    guard let columns = context.words.columns(form.text(.columns)) else {
      return .refused(.invalid(.columns, text: form.text(.columns)))
    }
    do throws(SavedView.Flaw) {
      let view = try SavedView(
        name: form.words(.viewName) ?? "", filter: form.text(.filter), order: form.choice(.order) ?? .next,
        columns: columns, digit: Int(form.text(.digit)))
      var others = saved
      // Renamed: not kept twice.
      if let open { others.removeAll { $0.isNamed(open.name) } }
      return .effect(.keepViews(others.keeping(view)))
    } catch {
      switch error {
      case .filter(let flaw): return .refused(.badFilter(flaw))
      case .name, .digit: return .refused(.invalid(.name, text: form.text(.viewName)))
      }
    }
  }
}
