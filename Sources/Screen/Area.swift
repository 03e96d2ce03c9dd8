/// Columns and rows of cells.
package struct Size: Hashable, Sendable {
  package var width: Int
  package var height: Int
  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// A cell's place, from 0 at the top left corner.
package struct Point: Hashable, Sendable {
  package var x: Int
  package var y: Int
  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A rectangle of cells; never of negative size, so that splitting a pane too far gives empty panes, not a crash.
package struct Area: Hashable, Sendable {
  package let x: Int
  package let y: Int
  package let width: Int
  package let height: Int

  package init(x: Int = 0, y: Int = 0, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  package var isEmpty: Bool { width == 0 || height == 0 }
  /// The first column at the right of the area.
  package var right: Int { x + width }
  /// The first row below the area.
  package var bottom: Int { y + height }
  package var size: Size { Size(width: width, height: height) }

  /// The rows of this area, from `first` on, counted from its own top.
  package func rows(from first: Int, count: Int) -> Area {
    Area(x: x, y: y + first, width: width, height: min(count, height - first)).clipped(to: self)
  }

  /// One row, counted from the top; from the bottom when negative, -1 being the last.
  package func row(_ number: Int) -> Area {
    rows(from: number < 0 ? height + number : number, count: 1)
  }

  /// The first rows, as many as there are, and what is below them.
  package func splitTop(_ rows: Int) -> (top: Area, rest: Area) {
    let cut = min(max(0, rows), height)
    return (
      Area(x: x, y: y, width: width, height: cut), Area(x: x, y: y + cut, width: width, height: height - cut)
    )
  }

  /// What is above the last rows, and those rows.
  package func splitBottom(_ rows: Int) -> (rest: Area, bottom: Area) {
    let parts = splitTop(height - min(max(0, rows), height))
    return (parts.top, parts.rest)
  }

  /// The first columns, as many as there are, and what is right of them.
  package func splitLeft(_ columns: Int) -> (left: Area, rest: Area) {
    let cut = min(max(0, columns), width)
    return (
      Area(x: x, y: y, width: cut, height: height), Area(x: x + cut, y: y, width: width - cut, height: height)
    )
  }

  /// The area without a margin of so many columns and rows on each side.
  package func inset(columns: Int = 0, rows: Int = 0) -> Area {
    let columns = min(max(0, columns), width)
    let rows = min(max(0, rows), height)
    return Area(
      x: x + columns, y: y + rows, width: width - 2 * columns, height: height - 2 * rows)
  }

  /// An area of at most that size in the middle of this one. Where next to nothing would be left at its sides it takes
  /// that too: a strip of two columns can be read by nobody.
  package func centred(width wanted: Int, height tall: Int) -> Area {
    let isNear = wanted > 0 && self.width - wanted < Area.strip
    let width = isNear ? self.width : min(max(0, wanted), self.width)
    let height = min(max(0, tall), self.height)
    return Area(x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width, height: height)
  }

  /// Columns that are too few to be left at the sides of an area in the middle.
  private static let strip = 6

  /// The part of this area that lies inside another.
  package func clipped(to other: Area) -> Area {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Area(x: left, y: top, width: min(right, other.right) - left, height: min(bottom, other.bottom) - top)
  }

  /// Whether a cell, in the frame's own columns and rows, lies in the area.
  package func contains(x column: Int, y row: Int) -> Bool {
    column >= x && column < right && row >= y && row < bottom
  }
}
