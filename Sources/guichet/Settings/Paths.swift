import Glibc

/// Where the account's files lie (XDG base directories). All of them are asked of the environment once.
struct Paths {
  let config: String
  let data: String
  let state: String
  let cache: String
  /// For texts on their way to the editor: of this login only.
  let runtime: String

  init(_ environment: Environment, home: String) {
    func folder(_ name: String, _ fallback: String) -> String {
      // The specification says to ignore a relative path.
      if let path = environment[name], path.hasPrefix("/") { return path }
      return home + fallback
    }
    config = folder("XDG_CONFIG_HOME", "/.config") + "/guichet"
    data = folder("XDG_DATA_HOME", "/.local/share") + "/guichet"
    state = folder("XDG_STATE_HOME", "/.local/state") + "/guichet"
    cache = folder("XDG_CACHE_HOME", "/.cache") + "/guichet"
    runtime = environment["XDG_RUNTIME_DIR"] ?? environment["TMPDIR"] ?? "/tmp"
  }

  static let system = "/etc/guichet"
  /// Bytes read of a settings file at most.
  static let fileLimit = 1 << 20

  /// A file's bytes, at most `limit`; nil where it cannot be read.
  static func read(_ path: String, limit: Int = fileLimit) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return read(descriptor, limit: limit)
  }

  /// All that comes from a descriptor, at most `limit` bytes.
  static func read(_ descriptor: Int32, limit: Int) -> [UInt8]? {
    var status = stat()
    let known = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    var bytes: [UInt8] = []
    // One byte more than a file is known to hold: its end then shows in the first reading.
    var room = min(max(known, 0) + 1, limit)
    while bytes.count < limit {
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        count = Glibc.read(descriptor, buffer.baseAddress, room)
        filled = max(count, 0)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return nil }
      if count == 0 { break }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      if known > 0, bytes.count == known, count < room { break }
      room = min(65_536, limit - bytes.count)
    }
    return bytes
  }

  /// Writes a file whole, for this account only, in place of one that is there.
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      rest = rest.dropFirst(count)
    }
    let isSynced = fsync(descriptor) == 0
    return close(descriptor) == 0 && isSynced && rest.isEmpty
  }

  /// Removes a folder and all in it, never through a link; what is missing is removed already.
  static func removeTree(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR, let entries = opendir(path) {
      while let entry = readdir(entries) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { removeTree(path + "/" + name) }
      }
      closedir(entries)
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  /// Whether a new folder can be put there: nothing has the name yet, or an empty folder has it.
  static func isFree(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return true }
    guard status.st_mode & S_IFMT == S_IFDIR, let entries = opendir(path) else { return false }
    defer { closedir(entries) }
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { return false }
    }
    return true
  }

  /// Makes a folder and those above it, for this account only.
  @discardableResult
  static func makeFolder(_ path: String) -> Bool {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o700) != 0, errno != EEXIST { return false }
    }
    return true
  }

  /// The names in a folder that end so, sorted; none where it is missing.
  static func names(in folder: String, ending: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(ending), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}

/// The environment and the account the program was started with: the account is read once, when it is first asked for.
final class Start {
  let environment: Environment
  let uid: uid_t
  private lazy var entry = Account.find(uid)
  /// The Unix account's name, its number where it has none.
  private(set) lazy var account = entry?.name ?? String(uid)
  private(set) lazy var home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? entry?.home ?? "/"
  private(set) lazy var paths = Paths(environment, home: home)

  init() {
    environment = Environment()
    uid = getuid()
  }

  /// The session came over SSH: bytes of one key may come apart.
  var isRemote: Bool { environment["SSH_CONNECTION"] != nil }
}
