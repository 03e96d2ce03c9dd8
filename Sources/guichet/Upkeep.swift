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
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for standard in 0...2 as ClosedRange<Int32> {
      posix_spawn_file_actions_addopen(&actions, standard, "/dev/null", O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // A session of its own: the terminal may go, and the reading goes on.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | Upkeep.ownSession))
    let words = ["guichet", "--cabinet", cabinet, CommandWord.index, "--quiet"]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    if posix_spawn(&child, "/proc/self/exe", &actions, &attributes, &arguments, environ) == 0 {
      children.append(child)
    }
  }

  /// Takes note of those that have ended: else each stays behind as a zombie for as long as this process runs.
  func reap() { children.removeAll { waitpid($0, nil, WNOHANG) != 0 } }

  private var children: [pid_t] = []
  private enum CommandWord { static let index = "index" }
  /// `POSIX_SPAWN_SETSID` of glibc.
  private static let ownSession: Int32 = 0x80
}
