import Desk
import Glibc
import Journal

/// What keeps the index quick, done by a process of its own (`guichet index --quiet`) at the lowest priority, so that
/// nobody waits for it. One at a time, and not again at once: where it cannot do its work, trying harder helps nobody.
final class Upkeep {
  private let cabinet: String
  private var begunAt: Int64?
  /// Milliseconds between two.
  private static let pause: Int64 = 60_000

  init(cabinet: String) { self.cabinet = cabinet }

  func begin() {
    let now = Clock.monotonic
    if !children.isEmpty || begunAt.map({ now - $0 < Upkeep.pause }) == true { return }
    begunAt = now
    let child = Child(
      path: "/proc/self/exe", words: ["guichet", "--cabinet", cabinet, CommandWord.index, "--quiet"],
      input: .nowhere, output: .nowhere, complaints: .nowhere, hasOwnSession: true)
    if let child = child.begin() { children.append(child) }
  }

  /// Takes note of those that have ended: else each stays behind as a zombie for as long as this process runs.
  func reap() { children.removeAll { waitpid($0, nil, WNOHANG) != 0 } }

  private var children: [pid_t] = []
  private enum CommandWord { static let index = "index" }
}
