/// What a process did to the disk, one thing at a time. Paths are relative to the cabinet; files go by a number, as
/// a file may have several names, or none.
enum Operation: Hashable {
  case create(file: Int, path: String)
  case write(file: Int, at: Int, bytes: [UInt8])
  case syncFile(Int)
  case syncFolder(String)
  case makeFolder(String)
  case link(from: String, to: String)
  case unlink(String)
  case rename(from: String, to: String)
  /// Something was said to be done.
  case acknowledge
  /// A call that this model does not know: no log with one is judged.
  case unknown(String)
}

/// Makes operations of system calls.
struct Recording {
  private(set) var operations: [Operation] = []
  private let root: String
  /// By path: which file.
  private var names: [String: Int] = [:]
  private var open: [Handle: Opened] = [:]
  private var sizes: [Int: Int] = [:]
  private var next = 0
  /// The process of the command itself.
  private var speaker: Int?

  private struct Handle: Hashable {
    var process: Int
    var descriptor: Int
  }

  private enum Opened {
    case file(Int, at: Int, appends: Bool)
    case folder(String)
    case elsewhere
  }

  /// Calls to be traced.
  static let calls =
    "open,openat,creat,close,dup,dup2,write,pwrite64,writev,fsync,fdatasync,link,linkat,unlink,unlinkat,rename,renameat,"
    + "renameat2,mkdir,mkdirat,truncate,ftruncate"

  /// Logs in a row, each of one command. `before` is what was there.
  init(_ logs: [String], root: String, before: Contents) {
    self.root = root
    for (path, bytes) in before.files.sorted(by: { $0.key < $1.key }) {
      names[path] = next
      sizes[next] = bytes.count
      next += 1
    }
    for log in logs {
      // What a program it starts says, it says to the command and not to the agent.
      speaker = nil
      for line in log.split(separator: "\n") {
        guard let call = SystemCall(line) else { continue }
        speaker = speaker ?? call.process
        if call.result >= 0 { take(call) }
      }
    }
  }

  /// Whether the machine's memory loses it, or it is derived: of no account after a crash.
  static func isPassing(_ path: String) -> Bool {
    path.hasPrefix("run/") || path.hasPrefix("index/") || path == "run" || path == "index"
  }

  private func inside(_ path: String) -> String? {
    guard path.hasPrefix(root + "/") else { return path == root ? "." : nil }
    let relative = String(path.dropFirst(root.count + 1))
    return Recording.isPassing(relative) ? nil : relative
  }

  private mutating func take(_ call: SystemCall) {
    let handle = Handle(process: call.process, descriptor: call.number(0))
    switch call.name {
    case "open", "creat": opened(call, path: call.path(0), flags: call.arguments.dropFirst().first ?? "")
    case "openat": opened(call, path: call.path(1), flags: call.arguments.dropFirst(2).first ?? "")
    case "close": open[handle] = nil
    case "write": wrote(handle, call.bytes(1).prefix(call.result), at: nil)
    case "pwrite64": wrote(handle, call.bytes(1).prefix(call.result), at: call.number(3))
    case "fsync", "fdatasync":
      switch open[handle] {
      case .file(let file, _, _): operations.append(.syncFile(file))
      case .folder(let path): operations.append(.syncFolder(path))
      default: break
      }
    case "mkdir": if let path = inside(call.path(0)) { operations.append(.makeFolder(path)) }
    case "link": linked(call.path(0), call.path(1))
    case "unlink":
      if let path = inside(call.path(0)) {
        operations.append(.unlink(path))
        names[path] = nil
      }
    case "rename": renamed(call.path(0), call.path(1))
    default: operations.append(.unknown(call.name))
    }
  }

  private mutating func opened(_ call: SystemCall, path: String, flags: Substring) {
    let handle = Handle(process: call.process, descriptor: call.result)
    guard let path = inside(path) else { return open[handle] = .elsewhere }
    if flags.contains("O_TRUNC") { operations.append(.unknown("O_TRUNC")) }
    if flags.contains("O_DIRECTORY") { return open[handle] = .folder(path) }
    let appends = flags.contains("O_APPEND")
    if let file = names[path] { return open[handle] = .file(file, at: 0, appends: appends) }
    operations.append(.create(file: next, path: path))
    names[path] = next
    open[handle] = .file(next, at: 0, appends: appends)
    sizes[next] = 0
    next += 1
  }

  private mutating func wrote(_ handle: Handle, _ bytes: ArraySlice<UInt8>, at offset: Int?) {
    guard case .file(let file, let at, let appends) = open[handle] else {
      if handle.descriptor == 1, handle.process == speaker, open[handle] == nil { operations.append(.acknowledge) }
      return
    }
    let start = offset ?? (appends ? sizes[file] ?? 0 : at)
    operations.append(.write(file: file, at: start, bytes: Array(bytes)))
    sizes[file] = max(sizes[file] ?? 0, start + bytes.count)
    if offset == nil { open[handle] = .file(file, at: start + bytes.count, appends: appends) }
  }

  private mutating func linked(_ from: String, _ to: String) {
    guard let from = inside(from), let to = inside(to) else { return }
    operations.append(.link(from: from, to: to))
    names[to] = names[from]
  }

  private mutating func renamed(_ from: String, _ to: String) {
    guard let from = inside(from), let to = inside(to) else { return }
    operations.append(.rename(from: from, to: to))
    names[to] = names.removeValue(forKey: from)
  }
}
