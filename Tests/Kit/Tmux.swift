import Glibc

/// A program in a real terminal that was written by others: tmux, detached, on a socket of its own.
package final class Tmux {
  private let bench: Bench
  private let socket: String

  package static let isPresent = access("/usr/bin/tmux", X_OK) == 0
  /// Tenths of a second to wait for what must come; a loaded machine is slow.
  private static let patience = 300

  /// Runs a line of shell in a window of that size, in the bench's environment.
  package init?(_ line: String, on bench: Bench, width: Int, height: Int) {
    guard Tmux.isPresent else { return nil }
    self.bench = bench
    socket = "tmux-\(width)x\(height)"
    bench.write(
      "set -g default-terminal tmux-256color\nset -s escape-time 0\nset -g status off\nset -g history-limit 20000\n",
      to: socket + ".conf")
    bench.write("cd \"\(bench.folder)\"\n" + line + "\n", to: socket + ".sh")
    let begun = tmux(
      "-f \(socket).conf new-session -d -x \(width) -y \(height) 'sh \(socket).sh'")
    guard begun.status == 0 else { return nil }
  }

  deinit { _ = tmux("kill-server") }

  private func tmux(_ words: String) -> Outcome { bench.shell("tmux -u -S \(socket) \(words)") }

  /// Keys as tmux names them: `j`, `Enter`, `PageDown`, `M-Enter`.
  package func press(_ keys: String...) {
    for key in keys { _ = tmux("send-keys '\(key)'") }
  }

  /// The rows as tmux holds them, without the spaces at their ends; with what scrolled off where it is asked for.
  package func rows(history: Bool = false) -> [String] {
    var rows = tmux("capture-pane -p" + (history ? " -S -" : "")).output
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if rows.last == "" { rows.removeLast() }
    return rows
  }

  /// The rows once they stand still.
  package func settled() -> [String] {
    var rows = self.rows()
    for _ in 0..<Tmux.patience {
      usleep(60_000)
      let later = self.rows()
      if later == rows { break }
      rows = later
    }
    return rows
  }

  /// False where it never shows.
  package func wait(for text: String) -> Bool {
    for _ in 0..<Tmux.patience {
      if rows().contains(where: { $0.contains(text) }) { return true }
      usleep(100_000)
    }
    return false
  }

  /// How many columns tmux itself gives each text: it is printed, then a mark at a column that is known, and the
  /// spaces between the two are counted. No table of ours has a say.
  package static func widths(of texts: [String], on bench: Bench) -> [Int]? {
    let (width, mark) = (500, 490)
    // No text that is measured holds this line: seeing it means that all of them were printed.
    let end = "--- every width was printed ---"
    let page = texts.map { "\($0)X\u{1B}[\(mark)G|\n" }.joined()
    bench.write(page + end + "\n", to: "widths.txt")
    guard let window = Tmux("cat widths.txt; sleep 600", on: bench, width: width, height: 50), window.wait(for: end)
    else { return nil }
    let rows = window.rows(history: true).prefix(texts.count)
    guard rows.count == texts.count else { return nil }
    return rows.map { row in mark - 2 - row.dropLast().reversed().prefix { $0 == " " }.count }
  }
}
