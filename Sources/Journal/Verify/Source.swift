import Desk

/// A copy's file, as far as it is sound: lines in a row from the first on, each leaning on the one before.
struct Source {
  private let bytes: [UInt8]
  /// The seals of its lines, and where each line ends, newline included.
  private var seals: [Seal] = []
  private var ends: [Int] = []
  private let genesis: Seal

  /// What a copy has to give.
  enum Rest {
    /// It holds no more than the file here.
    case nothing
    /// These bytes, so many events, go on from the last line here.
    case rest(ArraySlice<UInt8>, events: Int)
    /// Neither is the other's beginning: they part at this line.
    case fork(line: Int)
  }

  init(_ bytes: [UInt8], genesis: Seal) {
    self.bytes = bytes
    self.genesis = genesis
    var start = 0
    var head = genesis
    while let newline = bytes[start...].firstIndex(of: 10) {
      guard case .success(let line) = Line.read(Array(bytes[start..<newline])), line.previous == head,
        line.n == seals.count + 1
      else { return }
      head = line.seal
      start = newline + 1
      seals.append(head)
      ends.append(start)
    }
  }

  /// Events.
  var count: Int { seals.count }

  /// All of it that is sound.
  var whole: ArraySlice<UInt8> { bytes[..<(ends.last ?? 0)] }

  /// What follows the last valid line of the file here, whose bytes are `own`.
  func rest(after own: [UInt8], _ scroll: Scroll) -> Rest {
    let head = scroll.head
    let at = head == genesis ? 0 : (seals.firstIndex(of: head) ?? -1) + 1
    if at == 0, head != genesis {
      if let last = seals.last, scroll.holds(last) { return .nothing }
      return seals.isEmpty ? .nothing : .fork(line: parting(scroll))
    }
    // A torn tail may be the beginning of what is to come: it is gone on with, else closed off.
    if own.count < whole.count, whole.starts(with: own) { return .rest(whole[own.count...], events: count - at) }
    guard at < count else { return .nothing }
    let start = at == 0 ? 0 : ends[at - 1]
    let isClosed = own.isEmpty || own.last == 10
    return .rest((isClosed ? [] : [10]) + whole[start...], events: count - at)
  }

  private func parting(_ scroll: Scroll) -> Int {
    for (at, line) in scroll.lines.enumerated() where at >= seals.count || seals[at] != line.seal { return at + 1 }
    return scroll.lines.count + 1
  }
}

extension LockedStream {
  /// Appends lines that are sealed already, and waits for the disk. `size` is that of the file now.
  func extend(_ bytes: [UInt8], from size: Int) throws(JournalError) {
    try Disk.write(bytes, to: handle)
    let found = Int(try Disk.status(handle).st_size)
    guard found == size + bytes.count else {
      throw .wrongSize(path: handle.path, expected: size + bytes.count, found: found)
    }
    try Disk.sync(handle)
  }
}
