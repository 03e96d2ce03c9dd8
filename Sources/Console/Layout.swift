import Screen

/// Where everything goes at a size of screen. The rules are those of the design: one line below 20×5, one pane to
/// 79 columns, a preview below to 159, two panes side by side from 160.
package struct Layout: Hashable, Sendable {
  package static let wide = 160
  /// The smallest screen with panes.
  package static let least = Size(width: 20, height: 5)
  /// A preview below needs that much.
  package static let previewFrom = Size(width: 80, height: 30)
  /// Columns of the rule between two panes, with its gap.
  static let divider = 2
  /// Rows of the list above a preview, of every hundred.
  private static let listShare = 58
  /// Columns of the list beside a ticket, of every hundred.
  private static let wideListShare = 56

  package let tabs: Area
  package let header: Area
  package let list: Area
  /// The preview, or the ticket beside the list.
  package let side: Area
  /// The whole of what lies between tabs and status.
  package let body: Area
  /// The filter bar and its help; empty while nothing is filtered.
  package let foot: Area
  /// The full screen of a ticket, an article, a sheet: all but the last two rows.
  package let full: Area
  package let status: Area
  package let hints: Area
  package let isWide: Bool
  package let isTiny: Bool

  /// `footRows`: rows below the panes and above the status, for the filter bar.
  package init(_ size: Size, showsPreview: Bool, footRows: Int = 0) {
    let screen = Area(width: size.width, height: size.height)
    isTiny = size.width < Layout.least.width || size.height < Layout.least.height
    isWide = size.width >= Layout.wide
    let (upper, hints) = screen.splitBottom(1)
    let (full, status) = upper.splitBottom(1)
    self.hints = hints
    self.status = status
    self.full = full
    let (tabs, panes) = full.splitTop(1)
    self.tabs = tabs
    (body, foot) = panes.splitBottom(footRows)
    var list = body
    var side = Area(width: 0, height: 0)
    if showsPreview, isWide {
      (list, side) = body.splitLeft(body.width * Layout.wideListShare / 100)
    } else if showsPreview, size.width >= Layout.previewFrom.width, size.height >= Layout.previewFrom.height {
      (list, side) = body.splitTop(body.height * Layout.listShare / 100)
    }
    (header, self.list) = list.splitTop(list.height > 4 && list.width >= Layout.headerFrom ? 1 : 0)
    self.side = side
  }

  /// Below that many columns the row has no header: its columns speak for themselves.
  private static let headerFrom = 60

  package var hasSide: Bool { !side.isEmpty }
}
