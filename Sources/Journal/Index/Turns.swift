import Glibc

/// The numbers below a count, each given once, to whichever thread asks for the next: one whose core is slower, or busy
/// with something else, gets fewer of them, and all end together.
final class Turns: Sequence, IteratorProtocol, @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// How many have been given.
  private var given = 0
  private let count: Int

  init(_ count: Int) {
    self.count = count
    lock.initialize(to: pthread_mutex_t())
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  func next() -> Int? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    guard given < count else { return nil }
    defer { given += 1 }
    return given
  }
}
