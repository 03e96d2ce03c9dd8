import Glibc

/// A program of the system used as a filter: bytes in, bytes out, within a time. The executable is linked statically,
/// so what the C library would load at run time (name service, charsets) is asked of the system's own programs.
///
/// Programs are named by their full path: who an account is must not hang on a `PATH` that the account chooses.
struct Filter {
  let path: String
  let arguments: [String]

  struct Outcome {
    /// The exit code; nil where it was killed.
    let status: Int32?
    let output: [UInt8]
    /// What it wrote on standard error.
    let complaint: [UInt8]
  }

  /// Bytes kept of standard error.
  private static let complaintLimit = 4096
  private static let piece = 65_536
  /// What the program is given of the environment: messages in one language, and no library of the account's choice.
  private static let environment: [String] = ["LC_ALL=C", "PATH=/usr/bin:/bin"]
  /// Milliseconds between two looks at a program that has closed its output and not yet ended.
  private static let pause: UInt32 = 1

  /// The first of several paths that leads to a program.
  static func program(_ paths: [String]) -> String? { paths.first { access($0, X_OK) == 0 } }

  /// Runs it in the C locale. nil where it cannot be run, wrote more than `limit` bytes, or took longer than
  /// `patience` milliseconds: then it is killed.
  func run(_ input: [UInt8] = [], patience: Int64, limit: Int) -> Outcome? {
    guard let talk = Filter.channel() else { return nil }
    defer { close(talk.own) }
    guard let complaints = Filter.channel() else {
      close(talk.theirs)
      return nil
    }
    defer { close(complaints.own) }
    let child = Child(
      path: path, words: [path] + arguments, input: .descriptor(talk.theirs), output: .descriptor(talk.theirs),
      complaints: .descriptor(complaints.theirs), environment: Filter.environment
    ).begin()
    close(talk.theirs)
    close(complaints.theirs)
    guard let child else { return nil }
    var run = Run(input: input, talk: talk.own, complaints: complaints.own, deadline: Clock.monotonic + patience)
    let isWhole = run.follow(limit: limit)
    guard let status = Filter.end(child, by: isWhole ? run.deadline : 0), isWhole else { return nil }
    return Outcome(
      status: status & 0x7F == 0 ? status >> 8 & 0xFF : nil, output: run.output,
      complaint: Array(run.complaint.prefix(Filter.complaintLimit)))
  }

  /// Two ends of one line. A socket rather than a pipe: writing to one whose other end is gone is an error, not a signal.
  private static func channel() -> (own: Int32, theirs: Int32)? {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    return (ends[0], ends[1])
  }

  /// Waits for its end until the deadline, then ends it.
  private static func end(_ child: pid_t, by deadline: Int64) -> Int32? {
    var status: Int32 = 0
    while true {
      let isLate = Clock.monotonic >= deadline
      if isLate { kill(child, SIGKILL) }
      let found = waitpid(child, &status, isLate ? 0 : WNOHANG)
      if found == child { return status }
      if found < 0, errno != EINTR { return nil }
      if found == 0 { usleep(pause * 1000) }
    }
  }

  /// The talk with a program that runs.
  private struct Run {
    let input: [UInt8]
    let talk: Int32
    let complaints: Int32
    let deadline: Int64
    var output: [UInt8] = []
    var complaint: [UInt8] = []
    private var sent = 0
    private var isShut = false
    private var piece = [UInt8](repeating: 0, count: Filter.piece)

    init(input: [UInt8], talk: Int32, complaints: Int32, deadline: Int64) {
      (self.input, self.talk, self.complaints, self.deadline) = (input, talk, complaints, deadline)
    }

    /// Writes and reads until both of its outputs are closed; false where that takes too long or is too much.
    mutating func follow(limit: Int) -> Bool {
      var isTalking = true
      var isComplaining = true
      while isTalking || isComplaining {
        send()
        let left = deadline - Clock.monotonic
        guard left > 0 else { return false }
        var waits = [
          pollfd(fd: isTalking ? talk : -1, events: Int16(isShut ? POLLIN : POLLIN | POLLOUT), revents: 0),
          pollfd(fd: isComplaining ? complaints : -1, events: Int16(POLLIN), revents: 0),
        ]
        if poll(&waits, nfds_t(waits.count), Int32(clamping: left)) < 0, errno != EINTR { return false }
        if waits[0].revents & ~Int16(POLLOUT) != 0 { isTalking = take(talk, \.output) }
        if waits[1].revents != 0 { isComplaining = take(complaints, \.complaint) }
        guard output.count <= limit, complaint.count <= limit + Filter.complaintLimit else { return false }
      }
      return true
    }

    private mutating func send() {
      guard !isShut else { return }
      while sent < input.count {
        let count = input.withUnsafeBytes {
          Glibc.send(talk, $0.baseAddress.map { $0 + sent }, input.count - sent, Int32(MSG_NOSIGNAL))
        }
        if count < 0, errno == EINTR { continue }
        if count < 0, errno == EAGAIN { return }
        // It reads no more: what it has said so far counts.
        if count < 0 { break }
        sent += count
      }
      shutdown(talk, Int32(SHUT_WR))
      isShut = true
    }

    /// What there is to read; false at the end.
    private mutating func take(_ descriptor: Int32, _ bytes: WritableKeyPath<Run, [UInt8]>) -> Bool {
      let count = read(descriptor, &piece, piece.count)
      if count < 0 { return errno == EINTR || errno == EAGAIN }
      self[keyPath: bytes] += piece[..<count]
      return count > 0
    }
  }
}
