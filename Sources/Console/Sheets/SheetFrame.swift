import Desk
import Screen

/// What stands around the fields of a sheet: the border of a box, the head of a letter, the dotted edge of a note.
struct SheetFrame {
  let look: SheetLook
  let title: String

  /// Where the fields go.
  static func inside(_ area: Area, _ look: SheetLook) -> Area {
    switch look {
    case .box: area.inset(columns: 1, rows: 1)
    case .letter: area.splitTop(1).rest
    case .note: area.splitTop(1).rest.splitLeft(2).rest
    }
  }

  func draw(into frame: inout Frame, in area: Area, _ ticket: TicketID?, _ context: SheetContext) {
    let name = ticket.map { context.words.name($0, home: context.home) } ?? ""
    let number = context.others > 0 ? name + context.words.andOthers(context.others) : name
    let safe = SafeText.line(title).text
    guard look != .box else {
      frame.box(area, title: number.isEmpty ? safe : safe + "  " + number)
      return
    }
    frame.fill(area)
    frame.tint(area, .text)
    let head = area.row(0)
    let mark = look == .note ? "┊ " : "◂ "
    let role: Role = look == .note ? .noteInternal : .replyPublic
    let room = max(0, area.width - Width.of(number) - 5)
    frame.put(mark, .rule, in: head)
    frame.put(Truncate.end(safe, room), x: 2, role, in: head)
    frame.put(number, x: area.width - Width.of(number) - 1, .textDim, in: head)
    if look == .note { frame.fill(Area(x: area.x, y: area.y, width: 1, height: area.height), "┊", .noteInternal) }
  }
}
