import Glibc

/// A program in a terminal of its own, as an agent would sit before it: keys go in, a screen comes out.
package final class Pty {
  package let child: pid_t
  package private(set) var screen: VTScreen
  /// Everything the program sent.
  package private(set) var sent: [UInt8] = []
  /// The terminal's modes before the program touched them.
  private let modes: termios
  private var master: Int32
  /// Kept open so that the modes can be asked after the program's end.
  private var slave: Int32
  private var status: Int32?
  /// What the program works on, kept as long as it may run.
  package var bench: Bench?

  /// A loaded machine is slow: nothing here is a measure of time.
  package static let patience = 30.0

  package init?(_ words: [String], _ environment: [String: String], width: Int = 100, height: Int = 30) {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&master, &slave, &name, nil, &size) == 0 else { return nil }
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    var modes = termios()
    tcgetattr(slave, &modes)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal a session's leader opens is the session's own.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let newSession: Int16 = 0x80
    guard let child = Bench.launch(words, environment, &actions, flags: newSession) else { return nil }
    (self.master, self.slave, self.child, self.modes) = (master, slave, child, modes)
    screen = VTScreen(width: width, height: height)
  }

  deinit {
    if status == nil {
      kill(-child, SIGKILL)
      kill(child, SIGKILL)
      waitpid(child, nil, 0)
    }
    if slave >= 0 { close(slave) }
    if master >= 0 { close(master) }
  }

  package func type(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 { bytes = bytes.dropFirst(count) } else { take(0.01) }
    }
  }

  /// Keys one by one, as hands press them: together they would be taken for a paste.
  package func press(_ keys: String) {
    for key in keys {
      type(String(key))
      take(0.02)
    }
  }

  /// Waits until the screen shows it; false where it never does.
  @discardableResult
  package func wait(_ seconds: Double = patience, until shows: (VTScreen) -> Bool) -> Bool {
    let end = Pty.now + seconds
    while !shows(screen) {
      if Pty.now > end { return false }
      take(0.05)
    }
    return true
  }

  @discardableResult
  package func wait(for text: String) -> Bool { wait { $0.text.contains(text) } }

  /// Takes in what comes within so many seconds of silence.
  package func settle(_ seconds: Double = 0.3) { while take(seconds) {} }

  package func resize(width: Int, height: Int) {
    var size = winsize(ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    screen.resize(width: width, height: height)
  }

  package func signal(_ number: Int32) { kill(child, number) }

  /// The line drops: the terminal's other end is closed.
  package func drop() -> Int32? {
    close(slave)
    close(master)
    (master, slave) = (-1, -1)
    return end()
  }

  /// Waits for the program's end: its exit code, or 128 and the signal. nil where it does not end.
  package func end(_ seconds: Double = patience) -> Int32? {
    let limit = Pty.now + seconds
    while status == nil {
      var code: Int32 = 0
      if waitpid(child, &code, WNOHANG) == child { status = Bench.exitCode(code) }
      if Pty.now > limit { return nil }
      if status == nil, !take(0.02) { usleep(2000) }
    }
    while take(0) {}
    return status
  }

  /// Whether the terminal is as it was before.
  package var isRestored: Bool {
    var now = termios()
    tcgetattr(slave, &now)
    return now.c_lflag == modes.c_lflag && now.c_iflag == modes.c_iflag && now.c_oflag == modes.c_oflag
      && screen.modes.isDisjoint(with: [1049, 2004, 1000, 1002, 1003, 1006, 2026]) && screen.isCursorShown
  }

  /// Takes in what the program has sent; false where nothing came in time.
  @discardableResult
  private func take(_ seconds: Double) -> Bool {
    guard master >= 0 else { return false }
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, Int32(seconds * 1000)) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    sent += bytes[..<count]
    screen.take(bytes[..<count])
    return true
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
