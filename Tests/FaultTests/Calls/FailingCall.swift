import Kit

/// One system call of a command made to fail, once or from then on.
struct FailingCall: Hashable, CustomStringConvertible {
  var call: String
  /// Which of the calls of that name, from 1.
  var when: Int
  var error: String
  var forEver: Bool

  var description: String { "\(call):error=\(error):when=\(when)\(forEver ? "+" : "")" }

  /// The errors that a call may meet on a local disk.
  static let errors: [String: [String]] = [
    "openat": ["ENOSPC", "EIO", "EINTR", "EMFILE", "EDQUOT", "EACCES", "EROFS"],
    "write": ["ENOSPC", "EIO", "EINTR", "EDQUOT", "EFBIG"], "pwrite64": ["ENOSPC", "EIO", "EINTR"],
    "read": ["EIO", "EINTR"], "pread64": ["EIO", "EINTR"], "getdents64": ["EIO", "EACCES"],
    "newfstatat": ["EIO", "EACCES"], "fstat": ["EIO"], "flock": ["EINTR", "EIO", "ENOLCK"],
    "fsync": ["EIO", "ENOSPC", "EDQUOT", "EINTR"], "fdatasync": ["EIO", "ENOSPC", "EDQUOT", "EINTR"],
    "link": ["ENOSPC", "EIO", "EDQUOT", "EACCES", "EMLINK"], "unlink": ["EIO", "EACCES"],
    "mkdir": ["ENOSPC", "EIO", "EDQUOT", "EACCES"], "rename": ["ENOSPC", "EIO", "EACCES"], "chmod": ["EPERM", "EIO"],
  ]

  /// Those that signals break off without end, for each call the first and the last time: who tries again for ever
  /// hangs, and so may the process it leaves behind.
  static func endless(_ failures: [FailingCall]) -> [FailingCall] {
    let endless = failures.filter { $0.forEver && $0.error == "EINTR" }
    let calls = Dictionary(grouping: endless, by: \.call).sorted { $0.key < $1.key }
    return Array(calls.flatMap { Set([$0.value.first, $0.value.last]).compactMap(\.self) })
  }

  /// The calls of a log's first process, which is the command; the system counts those of each process apart.
  static func own(_ log: String) -> [Substring] {
    let lines = log.split(separator: "\n")
    guard let first = lines.first, let space = first.firstIndex(of: " ") else { return [] }
    return lines.filter { $0.hasPrefix(first[...space]) }
  }

  /// Every failure of the calls that a log (`strace -y`) tells of as touching `folder`.
  static func all(in log: String, touching folder: String) -> [FailingCall] {
    var counts: [Substring: Int] = [:]
    var failures: [FailingCall] = []
    for line in own(log) {
      guard let space = line.firstIndex(of: " "), let open = line.firstIndex(of: "(") else { continue }
      let name = line[line.index(after: space)..<open].drop { $0 == " " }
      counts[name, default: 0] += 1
      guard line.contains(folder), let errors = errors[String(name)] else { continue }
      for error in errors {
        for forEver in [false, true] {
          failures.append(FailingCall(call: String(name), when: counts[name] ?? 1, error: error, forEver: forEver))
        }
      }
    }
    return failures
  }
}
