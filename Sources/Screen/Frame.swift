/// A screen before any terminal: cells of characters and roles, and the place of the hardware cursor.
///
/// Whatever is put in it, a frame holds no control character and no half of a wide character, and each row takes
/// exactly `size.width` columns. It is the last gate before the terminal, after `SafeText`.
package struct Frame: Equatable, Sendable {
  /// Combining marks kept on one cell: what `setcchar` takes besides the spacing character.
  package static let marksPerCell = 4
  /// No terminal is larger; a wrong size from the system is cut to it.
  package static let largest = Size(width: 1000, height: 500)

  /// Columns and rows, cut to `largest`.
  package let size: Size
  package private(set) var cells: [Cell]
  /// Where the hardware cursor is to be shown; nil hides it.
  package var cursor: Point?
  private var marks: [[Unicode.Scalar]] = []

  /// A blank frame.
  package init(width: Int, height: Int) {
    size = Size(
      width: min(max(0, width), Frame.largest.width), height: min(max(0, height), Frame.largest.height))
    cells = [Cell](repeating: .blank, count: size.width * size.height)
  }

  package init(_ size: Size) { self.init(width: size.width, height: size.height) }

  /// The whole of it.
  package var area: Area { Area(width: size.width, height: size.height) }

  package subscript(x: Int, y: Int) -> Cell {
    area.contains(x: x, y: y) ? cells[y * size.width + x] : .blank
  }

  /// The cells of one row, left to right.
  package func row(_ y: Int) -> ArraySlice<Cell> {
    (0..<size.height).contains(y) ? cells[y * size.width..<(y + 1) * size.width] : []
  }

  /// The combining marks of a cell of this frame, at most `marksPerCell`.
  package func marks(of cell: Cell) -> [Unicode.Scalar] {
    cell.marks == 0 || cell.marks > marks.count ? [] : marks[Int(cell.marks) - 1]
  }

  /// Whether a row is drawn as in another frame. Marks lie beside the cells, each frame's own.
  package func isSame(row y: Int, as other: Frame) -> Bool {
    guard size == other.size, (0..<size.height).contains(y) else { return false }
    for place in y * size.width..<(y + 1) * size.width {
      let (mine, theirs) = (cells[place], other.cells[place])
      if mine.marks == 0, theirs.marks == 0 {
        if mine != theirs { return false }
      } else if !mine.isSame(withoutMarks: theirs) || marks(of: mine) != other.marks(of: theirs) {
        return false
      }
    }
    return true
  }

  // MARK: - Drawing

  /// Writes text in an area, at a column and row counted from the area's own corner; what lies outside is not drawn.
  /// A wide character that would be cut by the edge leaves a space. Returns the column after the text, even when
  /// that is outside, so that the next piece can follow.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol, x: Int = 0, y: Int = 0, _ role: Role = .text, in area: Area? = nil
  ) -> Int {
    put(String(text), x: x, y: y, role, in: area)
  }

  /// The same for what nearly all text is: this one is compiled for it, and a screen takes hundreds.
  @discardableResult
  package mutating func put(
    _ text: String, x: Int = 0, y: Int = 0, _ role: Role = .text, in area: Area? = nil
  ) -> Int {
    let area = (area ?? self.area)
    let clip = area.clipped(to: self.area)
    var column = area.x + x
    let row = area.y + y
    guard row >= clip.y, row < clip.bottom else { return x + Width.of(text) }
    let line = row * size.width
    for scalar in text.unicodeScalars {
      let width = Width.of(scalar)
      if width == 0 {
        if column > clip.x, column <= clip.right { mark(line, column - 1, scalar) }
        continue
      }
      if column >= clip.right { column += width; continue }
      if column >= clip.x && column + width <= clip.right {
        // What takes two columns has a picture.
        write(width == 2 ? scalar : Frame.shown(scalar), width, role, line, column)
      } else if column + width > clip.x {
        let inside = max(column, clip.x)
        write(" ", 1, role, line, inside)
      }
      column += width
    }
    return column - area.x
  }

  /// Fills an area with one narrow character.
  package mutating func fill(_ area: Area, _ scalar: Unicode.Scalar = " ", _ role: Role = .text) {
    let clip = area.clipped(to: self.area)
    let shown = Width.of(scalar) == 1 ? Frame.shown(scalar) : " "
    for y in clip.y..<max(clip.y, clip.bottom) {
      for x in clip.x..<max(clip.x, clip.right) { write(shown, 1, role, y * size.width, x) }
    }
  }

  /// Lays a surface under what is drawn in an area: the bar of the current row.
  package mutating func tint(_ area: Area, _ surface: Role) {
    let clip = area.clipped(to: self.area)
    for y in clip.y..<max(clip.y, clip.bottom) {
      for x in clip.x..<max(clip.x, clip.right) { cells[y * size.width + x].surface = surface }
    }
  }

  /// Gives another role to what is drawn in an area, the text staying as it is: a match, a word in error.
  package mutating func paint(_ area: Area, _ role: Role) {
    let clip = area.clipped(to: self.area)
    for y in clip.y..<max(clip.y, clip.bottom) {
      for x in clip.x..<max(clip.x, clip.right) { cells[y * size.width + x].role = role }
    }
  }

  // MARK: - Cells

  /// Puts other cells of the same spans in place of all, without marks.
  mutating func replaceCells(_ other: (Cell) -> Cell) {
    for place in cells.indices { cells[place] = other(cells[place]) }
    marks = []
  }

  /// Whatever has no picture gets one, so that a control character cannot be in a cell.
  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F { return scalar }
    if value < 0x20 { return Unicode.Scalar(0x2400 + value) ?? "·" }
    if value == 0x7F { return "␡" }
    if value < 0xA0 || value == 0xAD { return "·" }
    // The rules and blocks of the console itself all have a picture.
    let isKnown = value < 0x300 || (value >= 0x2500 && value < 0x25FD)
    return isKnown || Width.exact(scalar) != nil ? scalar : "□"
  }

  @inline(__always)
  private mutating func write(_ scalar: Unicode.Scalar, _ width: Int, _ role: Role, _ line: Int, _ x: Int) {
    let place = line + x
    let surface = cells[place].surface
    mend(place, line, x)
    cells[place] = Cell(scalar, width == 2 ? .wide : .one, role: role, surface: surface)
    if width == 2 {
      mend(place + 1, line, x + 1)
      cells[place + 1] = Cell(" ", .tail, role: role, surface: surface)
    }
  }

  /// Writing over one half of a wide character leaves a space in place of the other.
  @inline(__always)
  private mutating func mend(_ place: Int, _ line: Int, _ x: Int) {
    switch cells[place].span {
    case .one: return
    case .wide where x + 1 < size.width && cells[place + 1].span == .tail:
      cells[place + 1] = Cell(" ", role: cells[place].role, surface: cells[place + 1].surface)
    case .tail where x > 0 && cells[place - 1].span == .wide:
      cells[place - 1] = Cell(" ", role: cells[place].role, surface: cells[place - 1].surface)
    default: return
    }
  }

  /// Puts a mark on the character that ends at `x`. What orders, joins or chooses a shape is no mark.
  private mutating func mark(_ line: Int, _ x: Int, _ scalar: Unicode.Scalar) {
    guard scalar.value != 0, !scalar.properties.isVariationSelector,
      scalar.properties.generalCategory != .format
    else { return }
    var place = line + x
    if cells[place].span == .tail, x > 0 { place -= 1 }
    let known = Int(cells[place].marks)
    if known > 0 {
      if marks[known - 1].count < Frame.marksPerCell { marks[known - 1].append(scalar) }
    } else if marks.count < Int(UInt16.max) {
      marks.append([scalar])
      cells[place].marks = UInt16(marks.count)
    }
  }
}
