import Console
import Desk
import Glibc
import Journal
import Screen

/// The console's one loop: wait, take in everything that is ready, update, perform, draw once.
struct Loop: ~Copyable {
  private var terminal: Terminal
  private var model: Model
  private var performer: Performer
  private let signals: Signals
  private var watch: Watch
  /// Somebody wrote, and the console is to be told at that time: many writes are one stir.
  private var stirDue: Int64?
  private var lastStir: Int64 = 0
  private var timers = Timers()
  private var isEnding = false
  private var needsFrame = true
  private var lastFrame: Int64 = 0
  private var lastInput: Int64 = 0
  /// When a new size is taken over: once it holds still, at the latest when the drag has gone on for a while.
  private var resize: (due: Int64, latest: Int64)?
  /// What ended the loop: 0, or 128 and the signal's number.
  private var status: Int32 = 0

  /// Milliseconds between two frames while input does not stop: about thirty a second.
  static let frame: Int64 = 33
  /// Milliseconds before a frame that was put off is tried again.
  static let retry: Int64 = 5
  /// Milliseconds a window's size has to hold still.
  static let resizePause: Int64 = 50
  /// Milliseconds after which a window that is still being dragged is drawn all the same.
  static let resizeLimit: Int64 = 250
  /// Bytes the terminal may be behind before a frame is put off.
  static let backlogLimit = 4096
  /// Seconds after which a program that cannot end is ended by the kernel.
  static let lastGrace: UInt32 = 5

  init(
    _ terminal: consuming Terminal, _ model: Model, _ performer: Performer, _ signals: consuming Signals,
    _ watch: consuming Watch
  ) {
    self.terminal = terminal
    self.model = model
    self.performer = performer
    self.signals = signals
    self.watch = watch
  }

  /// Runs until the agent leaves or the terminal does. Gives the exit status.
  consuming func run() -> Int32 {
    perform(model.start())
    // Nobody's hand is moving yet: the first frame is whole, instead of followed by its preview.
    for timer in timers.take([.preview]) { take(.woke(timer)) }
    while !isEnding {
      draw()
      wait()
      for message in ready() { take(message) }
      performer.session.reap()
    }
    return status
  }

  private mutating func take(_ message: Message) {
    if message.mayShow(on: model) { needsFrame = true }
    perform(update(&model, message))
  }

  /// Effects in order; their answers are messages like any other.
  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: isEnding = true
      case .wake(let timer, let delay): timers.set(timer, after: delay)
      case .redraw: terminal.forget()
      case .bell: terminal.bell()
      case .copy(let text): terminal.send(Clipboard.sequence(text))
      case .suspend: suspend()
      case .edit(let text, let name): edit(text, name)
      case .useTheme(let name): terminal.wear(performer.theme(name))
      default: for message in performer.perform(effect) { take(message) }
      }
    }
  }

  private mutating func draw() {
    guard needsFrame, !isEnding else { return }
    let now = Clock.monotonic
    // While keys keep coming, frames wait; a slow line gets none before it has shown the last one.
    if now - lastFrame < Loop.frame, lastInput > lastFrame - 2 || terminal.backlog > 0 { return }
    if terminal.backlog > Loop.backlogLimit { return }
    terminal.present(view(model))
    lastFrame = Clock.monotonic
    needsFrame = false
  }

  // MARK: - Waiting

  private var pause: Int32 {
    if timers.isDue { return 0 }
    var waits = [timers.untilNext, Timers.untilMinute(performer.session.now)]
    if needsFrame { waits.append(max(Loop.retry, lastFrame + Loop.frame - Clock.monotonic)) }
    if let resize { waits.append(max(0, resize.due - Clock.monotonic)) }
    if terminal.isPasting { waits.append(Int64(Terminal.pastePatience)) }
    if let stirDue { waits.append(max(0, stirDue - Clock.monotonic)) }
    if watch.descriptor == nil { waits.append(Int64(Watch.pollEvery)) }
    return Int32(clamping: waits.compactMap { $0 }.min() ?? 60_000)
  }

  private var descriptors: [pollfd] {
    var all = [
      pollfd(fd: terminal.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    // While a stir waits to be told, further ones need wake nobody.
    if stirDue == nil, let descriptor = watch.descriptor {
      all.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
    }
    return all
  }

  private var polled: [pollfd] = []

  private mutating func wait() {
    polled = descriptors
    _ = poll(&polled, nfds_t(polled.count), pause)
  }

  /// Everything that is ready, as messages in the order an agent expects: the end, the size, the time, keys, others.
  private mutating func ready() -> [Message] {
    var messages: [Message] = []
    for signal in signals.take() { messages += heard(signal) }
    let flags = polled.isEmpty ? 0 : Int32(polled[0].revents)
    if flags & (POLLHUP | POLLERR | POLLNVAL) != 0 { return messages + hangUp() }
    if let due = resize?.due, due <= Clock.monotonic {
      resize = nil
      messages.append(.resized(terminal.measure()))
    }
    guard let inputs = flags & POLLIN != 0 ? typed() : [] else { return messages + hangUp() }
    messages.append(.tick(performer.session.now))
    for input in inputs {
      switch input {
      case .key(let key): messages.append(.key(key))
      case .paste(let text): messages.append(.paste(text))
      }
    }
    for timer in timers.takeDue() { messages.append(.woke(timer)) }
    if isStirred() { messages += performer.stirred() }
    return messages
  }

  /// Whether the console is to be told that somebody wrote: at once after a quiet time, once a frame in a storm.
  private mutating func isStirred() -> Bool {
    let now = Clock.monotonic
    if stirDue == nil {
      guard watch.drain(at: now) else { return false }
      stirDue = max(now, lastStir + Loop.frame)
    }
    guard let due = stirDue, due <= now else { return false }
    _ = watch.drain(at: now)
    stirDue = nil
    lastStir = now
    return true
  }

  /// What was typed; nil where the terminal is gone: readable, and nothing to read.
  private mutating func typed() -> [Keyboard.Input]? {
    var waiting: Int32 = 0
    guard ioctl(terminal.descriptor, UInt(FIONREAD), &waiting) == 0, waiting > 0 else { return nil }
    lastInput = Clock.monotonic
    return terminal.read()
  }

  private mutating func heard(_ signal: Int32) -> [Message] {
    switch signal {
    case SIGWINCH:
      let now = Clock.monotonic
      let latest = resize?.latest ?? now + Loop.resizeLimit
      resize = (min(now + Loop.resizePause, latest), latest)
      return []
    case SIGTSTP:
      suspend()
      return []
    case SIGCONT:
      // Stopped from outside: another program may have used the terminal, and hours may have passed.
      terminal.forget()
      return [.resized(terminal.measure()), .resumed(performer.session.now)]
    case SIGHUP, SIGTERM, SIGINT:
      status = 128 + signal
      return hangUp()
    default: return []
    }
  }

  private mutating func hangUp() -> [Message] {
    if status == 0 { status = 128 + SIGHUP }
    alarm(Loop.lastGrace)
    isEnding = true
    // The drafts are what matters now; nothing is drawn any more.
    for effect in update(&model, .hangup) { if case .saveDraft = effect { _ = performer.perform(effect) } }
    return []
  }

  // MARK: - Leaving for a while

  private mutating func suspend() {
    terminal.yield { Signals.stop() }
    take(.resized(terminal.measure()))
    take(.resumed(performer.session.now))
  }

  private mutating func edit(_ text: String, _ name: String) {
    guard let editor = performer.editor else {
      take(.edited(nil))
      return take(.failed(.noEditor))
    }
    var edited: EditorSession.Edited?
    var failure: Failure?
    let descriptor = terminal.descriptor
    // `^\` and `^C` typed there are the editor's.
    terminal.yield {
      Signals.ignoring(SIGQUIT) {
        do throws(Failure) { edited = try editor.edit(text, name: name, on: descriptor) } catch { failure = error }
      }
    }
    for signal in signals.take() where signal != SIGINT && signal != SIGTSTP { _ = heard(signal) }
    take(.resized(terminal.measure()))
    take(.edited(edited?.text))
    if let encoding = edited?.encoding { take(.told(.recoded(encoding))) }
    if let failure { take(.failed(failure)) }
  }
}
