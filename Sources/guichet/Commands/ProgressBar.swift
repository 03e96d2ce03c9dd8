import Console
import Glibc

/// How far a long task is, on standard error, where that is a terminal and the task is long enough to be watched.
struct ProgressBar {
  private let total: Int
  private let words: Words
  private let isShown: Bool
  private let step: Int

  /// Shorter tasks are over before a bar is read.
  private static let worthwhile = 1000
  private static let width = 30

  init(total: Int, _ words: Words) {
    self.total = total
    self.words = words
    isShown = total >= ProgressBar.worthwhile && isatty(2) == 1
    step = max(1, total / 200)
  }

  /// A bar that is told how many are done of how many, and goes when all are.
  static func telling(_ words: Words) -> @Sendable (Int, Int) -> Void {
    { done, total in
      let bar = ProgressBar(total: total, words)
      if done < total { bar.tell(done) } else { bar.end() }
    }
  }

  /// So many are done.
  func tell(_ done: Int) {
    if done % step == 0 || done == total { show(done, words.progress(done, of: total)) }
  }

  /// So far it is, in these words.
  func show(_ done: Int, _ label: @autoclosure () -> String) {
    guard isShown else { return }
    let filled = min(done, total) * ProgressBar.width / max(1, total)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: ProgressBar.width - filled)
    say("\r[\(bar)] \(label())")
  }

  /// Takes the bar away.
  func end() { if isShown { say("\r\u{1B}[K") } }

  private func say(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(2, bytes, bytes.count)
  }
}

/// A bar for a task whose length is known once it has begun, told of every step.
final class LongTask {
  private let words: Words
  private var bar: ProgressBar?
  private var shown = -1

  init(_ words: Words) { self.words = words }

  func tell(_ done: Int, of total: Int) {
    let place = done * 200 / max(1, total)
    guard place != shown else { return }
    shown = place
    let bar = bar ?? ProgressBar(total: total, words)
    self.bar = bar
    bar.show(done, words.verifying(done, of: total))
  }

  func end() { bar?.end() }
}
