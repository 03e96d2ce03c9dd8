import Console
import Desk
import Glibc
import Journal

/// A command of this program done by a process of its own, so that nobody waits for it: `guichet index --quiet` keeps
/// the index quick, `guichet tick --quiet` does what is due. One at a time, and not again at once: where it cannot do its
/// work, trying harder helps nobody.
final class Upkeep {
  private let cabinet: String
  private let command: CommandName
  private var begunAt: Int64?
  /// Milliseconds between two.
  private let pause: Int64
  static let usualPause: Int64 = 60_000

  init(_ command: CommandName, cabinet: String, pause: Int64 = Upkeep.usualPause) {
    self.command = command
    self.cabinet = cabinet
    self.pause = pause
  }

  /// Says whether it was begun.
  @discardableResult func begin() -> Bool {
    let now = Clock.monotonic
    if !children.isEmpty || begunAt.map({ now - $0 < pause }) == true { return false }
    begunAt = now
    let child = Child(
      path: "/proc/self/exe", words: ["guichet", "--cabinet", cabinet, command.rawValue, "--quiet"],
      input: .nowhere, output: .nowhere, complaints: .nowhere, hasOwnSession: true)
    guard let child = child.begin() else { return false }
    children.append(child)
    return true
  }

  /// Takes note of those that have ended: else each stays behind as a zombie for as long as this process runs.
  func reap() { children.removeAll { waitpid($0, nil, WNOHANG) != 0 } }

  private var children: [pid_t] = []
}
