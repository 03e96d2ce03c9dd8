import Desk
import Screen

/// The screen of a model. Pure: the same model always draws the same frame.
package func view(_ model: Model) -> Frame {
  var frame = Frame(model.size)
  model.draw(into: &frame)
  return frame
}

extension Model {
  func draw(into frame: inout Frame) {
    let layout = self.layout
    if layout.isTiny {
      drawOneLine(into: &frame)
      return
    }
    drawPanes(into: &frame, layout)
    HintRow.draw(hints, into: &frame, in: layout.hints)
    if sheet != nil { drawSheet(into: &frame) }
    drawOverlay(into: &frame, layout)
    // What is typed in the bar above the row is not covered by what there is to say.
    let isBarTyped = sheet == nil && pane == .queue && filter.isTyping
    StatusRow(self).draw(into: &frame, in: layout.status, above: isBarTyped ? layout.status : layout.full)
  }

  private func drawPanes(into frame: inout Frame, _ layout: Layout) {
    let isSplit = layout.isWide && layout.hasSide
    let isCovered = sheet.map { $0.sheet.extent == .full } ?? false
    // Beside what is written the ticket stays to be read.
    if isCovered, !isSplit { return }
    if !isCovered, pane == .queue || isSplit {
      TabRow(self).draw(into: &frame, in: layout.tabs)
      drawQueue(into: &frame, layout)
    }
    switch pane {
    case .queue:
      if layout.hasSide { drawPreview(into: &frame, layout) }
      if filter.isTyping { drawFilter(into: &frame, layout) }
    case .ticket:
      if let ticket { TicketDrawing(self, ticket).draw(into: &frame, in: side(layout, &frame), isPreview: false) }
    case .knowledge:
      if let knowledge { KnowledgeDrawing(self, knowledge).draw(into: &frame, in: side(layout, &frame)) }
    }
  }

  /// Where a ticket goes: the right pane behind its rule on a wide screen, else the whole.
  private func side(_ layout: Layout, _ frame: inout Frame) -> Area {
    guard layout.isWide, layout.hasSide else { return layout.full }
    frame.rule(x: 0, in: layout.side)
    return ticketArea(layout)
  }

  private func drawPreview(into frame: inout Frame, _ layout: Layout) {
    if queue.rows.isEmpty, preview == nil, ticket == nil { return }
    if layout.isWide {
      let area = side(layout, &frame)
      // The ticket that was opened stays beside the list until the hand rests on another.
      let isOpened = ticket != nil && (ticket?.id == queue.selected || preview == nil)
      if let shown = isOpened ? ticket : preview {
        TicketDrawing(self, shown).draw(into: &frame, in: area, isPreview: true)
      }
      return
    }
    let title = preview.map { words.name($0.id, home: home) + " · " + words.previewTitle } ?? words.previewTitle
    frame.rule(y: 0, in: layout.side, title: title)
    if let preview {
      TicketDrawing(self, preview).draw(into: &frame, in: layout.side.splitTop(1).rest, isPreview: true)
    }
  }

  private func drawFilter(into frame: inout Frame, _ layout: Layout) {
    let (help, bar) = layout.foot.splitBottom(1)
    if !help.isEmpty { filter.drawHelp(into: &frame, in: help, words: words) }
    filter.draw(into: &frame, in: bar, shown: queue.count, of: viewTotal, words: words)
  }

  private func drawSheet(into frame: inout Frame) {
    guard let hosted = sheet else { return }
    let area = sheetArea
    frame.fill(area)
    frame.cursor = nil
    hosted.sheet.draw(into: &frame, in: area, context(for: hosted))
  }

  /// A screen too small for panes: number, deadline, subject.
  private func drawOneLine(into frame: inout Frame) {
    guard let row = queue.selection?.summary else {
      frame.put(words.empty(currentView.id)[0])
      return
    }
    let due = DeadlineCell(row, now: now, words: words)
    frame.put("\(words.name(row.id, home: home)) \(due.glyph)\(due.text.trimmed) \(SafeText.line(row.subject).text)")
  }
}
