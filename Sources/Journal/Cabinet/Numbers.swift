import Desk
import Glibc

/// Which number was given last. The hint only speeds the search: it is `link` that gives a number, once.
struct Numbers {
  let cabinet: Cabinet
  private var path: String { cabinet.root + "/run/hint." + cabinet.site }

  /// The highest number known to be given, or 0.
  func last() throws(JournalError) -> Int {
    if let hinted = hint(), try exists(hinted) { return hinted }
    return try search()
  }

  func remember(_ number: Int) {
    guard let handle = try? Disk.open(path, O_WRONLY | O_CREAT) else { return }
    Numbers.write(number, to: handle)
  }

  /// Waits for this host's turn to choose a number, not for long.
  func turn() -> NumberTurn { NumberTurn(path) }

  /// Twelve digits, always, so that the file is written over and never cut.
  fileprivate static func write(_ number: Int, to handle: borrowing Handle) {
    let bytes = Array((Instant.pad(number, 12) + "\n").utf8)
    _ = bytes.withUnsafeBytes { pwrite(handle.fd, $0.baseAddress, $0.count, 0) }
  }

  private func hint() -> Int? {
    guard let bytes = try? Disk.read(path), bytes.count == 13,
      let number = Int(String(decoding: bytes.dropLast(), as: UTF8.self)), (1...Limits.ticketNumber).contains(number)
    else { return nil }
    return number
  }

  private func exists(_ number: Int) throws(JournalError) -> Bool {
    let subject = Subject.ticket(TicketID(site: cabinet.site, number: number))
    return try Disk.status(cabinet.root + "/" + subject.file(by: cabinet.site)) != nil
  }

  /// The highest number in the highest leaf.
  private func search() throws(JournalError) -> Int {
    let base = cabinet.root + "/tickets/" + cabinet.site
    for ten in try folders(base) {
      for leaf in try folders("\(base)/\(ten)") {
        let numbers = try Disk.names(in: "\(base)/\(ten)/\(leaf)").compactMap { name in
          name.split(separator: ".").first.flatMap { TicketID(String($0)) }?.number
        }
        if let highest = numbers.max() { return highest }
      }
    }
    return 0
  }

  private func folders(_ path: String) throws(JournalError) -> [Int] {
    try Disk.names(in: path).compactMap { Int($0) }.sorted(by: >)
  }
}

/// The turn of one process among those that open tickets at the same time. Without turns all of them would write and
/// sync a ticket for the same number, and all but one would do it again for the next. It is a courtesy and no more:
/// where the holder of the turn stopped, or the file cannot be had, one goes on without, and `link` decides.
struct NumberTurn: ~Copyable {
  private let handle: Handle?

  fileprivate init(_ path: String) {
    guard let handle = try? Disk.open(path, O_RDWR | O_CREAT) else {
      self.handle = nil
      return
    }
    let deadline = Disk.monotonic() + Limits.turnPatience
    while flock(handle.fd, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK, Disk.monotonic() < deadline {
      usleep(Limits.turnPause)
    }
    self.handle = consume handle
  }

  /// Remembers the number that was given, and lets the next one choose.
  func end(giving number: Int) {
    switch handle {
    case .none: break
    case .some(let handle):
      Numbers.write(number, to: handle)
      flock(handle.fd, LOCK_UN)
    }
  }
}
