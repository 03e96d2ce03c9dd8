import Glibc
import Kit

/// A scribe at work, whose words go to the end of a file.
final class Child {
  let process: pid_t

  static var scribe: String { Binary.folder + "/scribe" }

  /// nil where it could not be started.
  init?(_ words: [String], saying file: String) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, file + ".err", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    let argv = words.map { strdup($0) } + [nil]
    let envp = [strdup("SWIFT_BACKTRACE=enable=no"), nil]
    defer { for text in argv + envp { free(text) } }
    var child: pid_t = 0
    guard posix_spawn(&child, words[0], &actions, nil, argv, envp) == 0 else { return nil }
    process = child
  }

  /// Its exit code, or 128 and the signal's number.
  @discardableResult
  func end() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  @discardableResult
  func kill(_ signal: Int32) -> Bool { Glibc.kill(process, signal) == 0 }
}

/// What scribes said to be on the disk.
struct Acknowledged {
  /// `opened LYO-12 4t0k…`, split.
  private(set) var lines: [[Substring]] = []

  init(_ files: [String]) { self.init(hearing: files.map { Files.bytes($0) ?? [] }) }

  /// What was heard up to a moment. A last line that has no newline was not said.
  init(hearing texts: [[UInt8]]) {
    for text in texts {
      guard let end = text.lastIndex(of: 10) else { continue }
      for line in text[...end].split(separator: 10) {
        lines.append(line.split(separator: 32).map { Substring(decoding: $0, as: UTF8.self) })
      }
    }
  }
}
