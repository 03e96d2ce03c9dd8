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
  /// Times it is drawn anew, at most.
  static let steps = 200

  init(total: Int, _ words: Words) {
    self.total = total
    self.words = words
    isShown = total >= ProgressBar.worthwhile && isatty(2) == 1
    step = max(1, total / ProgressBar.steps)
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

/// A bar for a task whose length is known once it has begun: told how many are done of how many, it goes when all are.
/// To be told from one thread at a time.
final class LongTask: @unchecked Sendable {
  private let words: Words
  private let label: @Sendable (Words, Int, Int) -> String
  private var bar: ProgressBar?
  private var shown = -1

  init(_ words: Words, label: @escaping @Sendable (Words, Int, Int) -> String = { $0.progress($1, of: $2) }) {
    (self.words, self.label) = (words, label)
  }

  func tell(_ done: Int, of total: Int) {
    let place = done * ProgressBar.steps / max(1, total)
    guard place != shown else { return }
    shown = place
    let bar = bar ?? ProgressBar(total: total, words)
    self.bar = bar
    if done < total { bar.show(done, label(words, done, total)) } else { bar.end() }
  }
}

extension Invocation {
  /// What tells the agent of a task that takes long how far it is.
  func telling() -> @Sendable (Int, Int) -> Void {
    let task = LongTask(words)
    return { task.tell($0, of: $1) }
  }
}
