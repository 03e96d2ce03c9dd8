import Glibc

/// Gives the terminal back when the program dies: a trap of Swift, a bad pointer, `kill -QUIT`. What runs in the
/// handler is async-signal-safe: one write of a prepared text, `tcsetattr`, the action that was there before, and
/// the signal again, so that the backtrace and the exit status are what they would have been.
///
/// SIGKILL cannot be caught: `reset` is for that.
enum CrashGuard {
  static let fatal = [SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGQUIT]
  /// Bracketed paste, mouse and synchronised output off; cursor shown, attributes off, main screen, cursor keys and
  /// keypad as they were, a new line.
  static let restoring: StaticString =
    "\u{1B}[?2004l\u{1B}[?1000;1002;1003;1006l\u{1B}[?2026l\u{1B}[?25h\u{1B}[0m\u{1B}[?1049l\u{1B}[?1l\u{1B}>\r\n"

  /// Remembers the terminal's modes and catches the fatal signals on a stack of their own.
  static func install(terminal descriptor: Int32, modes: termios) {
    guardedModes = modes
    guardedError = -1
    if guardedStack == nil {
      let size = 65_536
      let stack = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
      guardedStack = stack
      var alternate = stack_t(ss_sp: stack, ss_flags: 0, ss_size: size)
      sigaltstack(&alternate, nil)
      for (place, number) in fatal.enumerated() { `catch`(number, place) }
    }
    guardedTerminal = descriptor
  }

  /// Nothing to restore any more: the terminal was left in good order.
  static func disarm() { guardedTerminal = -1 }

  /// Where standard error really goes while it is diverted: it is put back before the program dies.
  static func keep(standardError descriptor: Int32) { guardedError = descriptor }

  private static func `catch`(_ number: Int32, _ place: Int) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { number in
      if guardedTerminal >= 0 {
        let text = CrashGuard.restoring
        _ = write(guardedTerminal, text.utf8Start, text.utf8CodeUnitCount)
        tcsetattr(guardedTerminal, TCSANOW, &guardedModes)
        guardedTerminal = -1
      }
      if guardedError >= 0 { dup2(guardedError, 2) }
      for place in 0..<7 where CrashGuard.number(place) == number {
        withUnsafeMutablePointer(to: &guardedActions) {
          $0.withMemoryRebound(to: sigaction.self, capacity: 7) { _ = sigaction(number, $0 + place, nil) }
        }
      }
      raise(number)
    }
    action.sa_flags = Int32(SA_ONSTACK) | Int32(bitPattern: UInt32(SA_NODEFER))
    sigemptyset(&action.sa_mask)
    withUnsafeMutablePointer(to: &guardedActions) {
      $0.withMemoryRebound(to: sigaction.self, capacity: 7) { _ = sigaction(number, &action, $0 + place) }
    }
  }

  /// `fatal[place]` without touching an array in signal context.
  private static func number(_ place: Int) -> Int32 {
    switch place {
    case 0: SIGSEGV
    case 1: SIGILL
    case 2: SIGTRAP
    case 3: SIGABRT
    case 4: SIGBUS
    case 5: SIGFPE
    default: SIGQUIT
    }
  }
}

// Plain globals: no lazy initialiser may run in signal context, so each is a constant until `install`.
nonisolated(unsafe) private var guardedTerminal: Int32 = -1
nonisolated(unsafe) private var guardedError: Int32 = -1
nonisolated(unsafe) private var guardedModes = termios()
nonisolated(unsafe) private var guardedStack: UnsafeMutableRawPointer?
nonisolated(unsafe) private var guardedActions = (
  sigaction(), sigaction(), sigaction(), sigaction(), sigaction(), sigaction(), sigaction()
)
