import Glibc
import Screen

/// Whole screens pinned as text in `Tests/Fixtures/screens`. `GUICHET_RECORD=1 swift test` writes them anew; read
/// the difference before committing it.
package enum Screens {
  /// What differs between a frame and the screen kept under a name, row by row; nil when nothing does.
  package static func difference(_ frame: Frame, _ name: String) -> String? {
    difference(frame.text + "\n", name)
  }

  /// The same for text that is no frame: help, a report.
  package static func difference(_ text: String, _ name: String) -> String? {
    let path = Files.root + "/Tests/Fixtures/screens/" + name + ".txt"
    if getenv("GUICHET_RECORD") != nil {
      return Files.write(text, to: path) ? nil : "cannot write \(path)"
    }
    guard let expected = Files.text(path) else { return "no screen \(name): record it with GUICHET_RECORD=1" }
    if expected == text { return nil }
    let (was, now) = (lines(expected), lines(text))
    var report = "screen \(name) differs (- kept, + drawn):"
    for y in 0..<max(was.count, now.count) {
      let (old, new) = (y < was.count ? was[y] : nil, y < now.count ? now[y] : nil)
      if old == new { continue }
      report += "\n\(y): -\(old ?? "")\n\(y): +\(new ?? "")"
    }
    return report
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}

extension Frame {
  /// A row with its roles, for a test that cares: `{sla.late:!-1h42} P1 …`. Plain text has no braces.
  package func marked(_ y: Int) -> String {
    var out = ""
    var open = Role.text
    for (x, cell) in row(y).enumerated() where cell.span != .tail {
      if cell.role != open {
        if open != .text { out += "}" }
        if cell.role != .text { out += "{\(cell.role.name):" }
        open = cell.role
      }
      out.unicodeScalars.append(self[x, y].scalar)
    }
    return open == .text ? out : out + "}"
  }

  /// The first row whose text holds a piece; nil when none does.
  package func rowHolding(_ piece: String) -> Int? {
    lines.firstIndex { line in
      var rest = Substring(line)
      while !rest.isEmpty {
        if rest.hasPrefix(piece) { return true }
        rest.removeFirst()
      }
      return false
    }
  }
}
