import Glibc

/// Runs jobs side by side, a thread each, and waits for all of them.
enum Crew {
  static func run<T: Sendable>(_ jobs: [@Sendable () -> T]) -> [T] {
    let berths = jobs.map { Berth($0) }
    for berth in berths.dropFirst() { berth.start() }
    berths.first?.work()
    return berths.compactMap { $0.finish() }
  }
}

/// One job and, once done, its result. Touched by one thread at a time: its own until it is joined.
private final class Berth<T: Sendable>: @unchecked Sendable {
  private let job: @Sendable () -> T
  private var result: T?
  private var thread: pthread_t?

  init(_ job: @escaping @Sendable () -> T) { self.job = job }

  func work() { result = job() }

  /// Starts a thread; where there is none to be had the job is done here.
  func start() {
    let box = Unmanaged.passRetained(Errand { self.work() })
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Errand>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    if code == 0 {
      self.thread = thread
    } else {
      box.release()
      work()
    }
  }

  func finish() -> T? {
    if let thread { pthread_join(thread, nil) }
    return result
  }
}

/// A closure as C can carry it.
private final class Errand {
  let run: () -> Void
  init(_ run: @escaping () -> Void) { self.run = run }
}
