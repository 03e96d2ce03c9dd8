/// Which rows of a long list are in sight. The arithmetic only: who is selected is the console's business.
package struct Scroll: Hashable, Sendable {
  /// The first row in sight.
  package var top: Int

  package init(top: Int = 0) { self.top = top }

  /// How the window follows a cursor that reaches its edge.
  package enum Step: Hashable, Sendable {
    /// As little as shows the cursor: fewest changes to the eye.
    case line
    /// By half a window: far fewer bytes where a full redraw is needed for each step.
    case halfPage
  }

  /// The window moved as little as shows row `cursor` of `count` in `height` rows, with `margin` rows around it
  /// while there are any. It never shows a blank below the last row that rows above could fill.
  package func following(_ cursor: Int, of count: Int, height: Int, margin: Int = 0, step: Step = .line) -> Scroll {
    guard height > 0, count > height else { return Scroll(top: 0) }
    let margin = min(max(0, margin), (height - 1) / 2)
    let cursor = min(max(0, cursor), count - 1)
    var top = min(max(0, self.top), count - height)
    if cursor < top + margin {
      top = step == .line ? cursor - margin : cursor - max(margin, height / 2)
    } else if cursor > top + height - 1 - margin {
      top = step == .line ? cursor - height + 1 + margin : cursor - min(height - 1 - margin, height / 2)
    }
    return Scroll(top: min(max(0, top), count - height))
  }

  /// The window moved by rows, as the wheel does, inside the list.
  package func moved(by rows: Int, of count: Int, height: Int) -> Scroll {
    let (sum, overflow) = top.addingReportingOverflow(rows)
    return Scroll(top: min(max(0, overflow ? (rows < 0 ? 0 : count) : sum), max(0, count - max(0, height))))
  }

  /// The rows in sight.
  package func window(of count: Int, height: Int) -> Range<Int> {
    let first = min(max(0, top), max(0, count))
    return first..<min(max(0, count), first + max(0, height))
  }
}
