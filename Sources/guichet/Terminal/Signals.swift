import Glibc

/// Signals brought into the loop by a pipe: the handler writes the signal's number and nothing else, so that no work
/// is done in signal context. To be installed before ncurses starts: it takes over only what is at its default.
struct Signals: ~Copyable {
  /// Readable when a signal has come.
  let descriptor: Int32
  private let writer: Int32
  private let before: [(number: Int32, action: sigaction)]

  /// The signals that end or change a session of the console.
  static let watched = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT]

  /// nil where no pipe could be had.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    writer = ends[1]
    signalPipe = ends[1]
    var before: [(number: Int32, action: sigaction)] = []
    for number in Signals.watched {
      var old = sigaction()
      sigaction(number, nil, &old)
      // What was ignored at the start (nohup) stays ignored: the terminal's end is seen by reading it.
      if number == SIGHUP, Signals.isIgnored(old) { continue }
      before.append((number, old))
      Signals.catch(number)
    }
    self.before = before
    signal(SIGPIPE, SIG_IGN)
  }

  deinit {
    for (number, action) in before {
      var action = action
      sigaction(number, &action, nil)
    }
    signalPipe = -1
    close(descriptor)
    close(writer)
  }

  /// The signals that came since the last call, oldest first.
  func take() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return count > 0 ? bytes[..<count].map { Int32($0) } : []
  }

  /// Stops this process group as the shell expects (`^Z`), and comes back when it is continued.
  static func stop() {
    signal(SIGTSTP, SIG_DFL)
    kill(0, SIGTSTP)
    `catch`(SIGTSTP)
  }

  /// Does some work during which a signal does nothing.
  static func ignoring(_ number: Int32, _ work: () -> Void) {
    var ignored = sigaction()
    ignored.__sigaction_handler.sa_handler = SIG_IGN
    var before = sigaction()
    sigaction(number, &ignored, &before)
    work()
    sigaction(number, &before, nil)
  }

  private static func `catch`(_ number: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { number in
      let saved = errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = Glibc.write(signalPipe, &byte, 1)
      errno = saved
    }
    action.sa_flags = SA_RESTART
    sigemptyset(&action.sa_mask)
    sigaction(number, &action, nil)
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

/// Where the handler writes; -1 when nobody listens. A plain word: it is read in signal context.
nonisolated(unsafe) private var signalPipe: Int32 = -1
