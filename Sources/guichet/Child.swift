import Glibc

/// A program begun as a child of this process, with no signal blocked, ignored or caught.
struct Child {
  /// What one of its three standard descriptors leads to.
  enum Standard {
    case descriptor(Int32)
    case nowhere
  }

  let path: String
  /// Its arguments, its own name first.
  let words: [String]
  let input: Standard
  let output: Standard
  let complaints: Standard
  /// nil: what this process has.
  var environment: [String]?
  /// A session of its own: it lives on where the terminal goes.
  var hasOwnSession = false

  /// `POSIX_SPAWN_SETSID` of glibc.
  private static let ownSession: Int32 = 0x80

  /// Its process number; nil where it cannot be run.
  func begin() -> pid_t? {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (hasOwnSession ? Child.ownSession : 0)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, standard) in [input, output, complaints].enumerated() {
      switch standard {
      case .descriptor(let from): posix_spawn_file_actions_adddup2(&actions, from, Int32(number))
      case .nowhere: posix_spawn_file_actions_addopen(&actions, Int32(number), "/dev/null", O_RDWR, 0)
      }
    }
    var words = words.map { strdup($0) } + [nil]
    var variables = (environment ?? []).map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    var child: pid_t = 0
    let status =
      environment == nil
      ? posix_spawn(&child, path, &actions, &attributes, &words, environ)
      : posix_spawn(&child, path, &actions, &attributes, &words, &variables)
    return status == 0 ? child : nil
  }
}
