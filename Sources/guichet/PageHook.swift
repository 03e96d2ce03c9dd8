import Desk
import Glibc
import Screen

/// The program that carries calls to whoever is on call: named in the settings of the account that ticks, run without
/// a shell. What it is told stands in its arguments, its environment and, as a text, on its standard input; what a
/// requester wrote is never among its arguments. It has done its work when it ends with status 0.
package struct PageHook: Sendable {
  let path: String
  /// Seconds it may take; then it is killed, with all it started.
  let seconds: Int64

  package init(path: String, seconds: Int64 = PageHook.usualSeconds) {
    self.path = path
    self.seconds = seconds
  }

  package static let usualSeconds: Int64 = 20
  /// Those that run at once.
  static let atOnce = 16
  /// Bytes of the text on standard input: what a pipe takes without anybody reading.
  static let textLimit = 4096
  /// Bytes kept of what it complains.
  private static let complaintLimit = 400

  /// What is to be told, and to whom.
  package struct Call {
    var ticket: String
    var priority: String
    var subject: String
    var customer: String?
    var rota: String
    var step: Int
    var agent: Agent
    /// What a person is to read or hear.
    var text: String
    var isTest = false

    package init(
      ticket: String, priority: String, subject: String, customer: String? = nil, rota: String, step: Int,
      agent: Agent, text: String, isTest: Bool = false
    ) {
      self.ticket = ticket
      self.priority = priority
      self.subject = subject
      self.customer = customer
      self.rota = rota
      self.step = step
      self.agent = agent
      self.text = text
      self.isTest = isTest
    }
  }

  /// How it ended.
  package enum Outcome: Equatable {
    case carried
    case failed(String)
  }

  /// Carries calls, some at a time; the outcomes in the order of the calls.
  package func carry(_ calls: [Call]) -> [Outcome] {
    var outcomes: [Outcome] = []
    var rest = calls[...]
    while !rest.isEmpty {
      var running = rest.prefix(PageHook.atOnce).map { begin($0) }
      rest = rest.dropFirst(PageHook.atOnce)
      let deadline = Clock.monotonic + seconds * 1000
      while running.contains(where: { $0.outcome == nil }) {
        for at in running.indices where running[at].outcome == nil { running[at].look(until: deadline, seconds) }
        usleep(5000)
      }
      outcomes += running.map { $0.outcome ?? .carried }
    }
    return outcomes
  }

  private func begin(_ call: Call) -> Running {
    var input: [Int32] = [-1, -1]
    var complaints: [Int32] = [-1, -1]
    guard PageHook.pipe(&input) else { return Running("pipe: errno \(errno)") }
    defer { for descriptor in input where descriptor >= 0 { close(descriptor) } }
    guard PageHook.pipe(&complaints) else { return Running("pipe: errno \(errno)") }
    defer { close(complaints[1]) }
    let text = Array(call.text.utf8.prefix(PageHook.textLimit)) + [10]
    _ = text.withUnsafeBytes { write(input[1], $0.baseAddress, $0.count) }
    close(input[1])
    input[1] = -1
    let words = [path, call.ticket, call.priority, call.agent.login, call.agent.phone ?? ""]
    let child = Child(
      path: path, words: words, input: .descriptor(input[0]), output: .nowhere,
      complaints: .descriptor(complaints[1]), environment: environment(of: call), hasOwnSession: true)
    guard access(path, X_OK) == 0, let process = child.begin() else {
      close(complaints[0])
      return Running("\(path): " + String(cString: strerror(ENOENT)))
    }
    _ = fcntl(complaints[0], F_SETFL, O_NONBLOCK)
    return Running(process, complaints[0])
  }

  /// Both ends are closed in a program that is begun, but for what it is given.
  private static func pipe(_ ends: inout [Int32]) -> Bool {
    guard Glibc.pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return true
  }

  /// The little a script needs, and what it is called for.
  private func environment(of call: Call) -> [String] {
    let kept = ["PATH", "HOME", "LANG", "LC_ALL", "TZ"].compactMap { name in
      getenv(name).map { name + "=" + String(cString: $0) }
    }
    let told: [(String, String?)] = [
      ("TICKET", call.ticket), ("PRIORITY", call.priority), ("SUBJECT", call.subject), ("CUSTOMER", call.customer),
      ("ROTA", call.rota), ("STEP", String(call.step)), ("AGENT", call.agent.login), ("AGENT_NAME", call.agent.name),
      ("PHONE", call.agent.phone), ("MAIL", call.agent.email), ("TEST", call.isTest ? "1" : nil),
    ]
    return kept
      + told.compactMap { name, value in
        value.map { "GUICHET_PAGE_\(name)=" + String(SafeText.line($0).text.prefix(400)) }
      }
  }

  /// One that was begun.
  private struct Running {
    private let process: pid_t
    private let complaints: Int32
    private var said: [UInt8] = []
    /// Set once it has ended.
    private(set) var outcome: Outcome?

    init(_ process: pid_t, _ complaints: Int32) {
      self.process = process
      self.complaints = complaints
    }

    /// It could not be begun.
    init(_ reason: String) {
      (process, complaints) = (0, -1)
      outcome = .failed(reason)
    }

    /// Whether it has ended, or has to.
    mutating func look(until deadline: Int64, _ seconds: Int64) {
      listen()
      var status: Int32 = 0
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process {
        listen()
        finish(status & 0x7F == 0 ? exit(status >> 8 & 0xFF) : .failed("signal \(status & 0x7F)"))
      } else if ended < 0, errno != EINTR {
        finish(.failed("waitpid: errno \(errno)"))
      } else if Clock.monotonic > deadline {
        kill(-process, SIGKILL)
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        finish(.failed("> \(seconds) s"))
      }
    }

    private mutating func finish(_ outcome: Outcome) {
      close(complaints)
      self.outcome = outcome
    }

    private func exit(_ code: Int32) -> Outcome {
      if code == 0 { return .carried }
      let line = String(decoding: said, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
      return .failed("exit \(code)" + (line.isEmpty ? "" : ": " + SafeText.line(line).text))
    }

    private mutating func listen() {
      var piece = [UInt8](repeating: 0, count: 1024)
      while true {
        let count = piece.withUnsafeMutableBytes { read(complaints, $0.baseAddress, $0.count) }
        guard count > 0 else { return }
        said += piece.prefix(min(count, max(0, PageHook.complaintLimit - said.count)))
      }
    }
  }
}
