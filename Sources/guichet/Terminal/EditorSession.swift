import Console
import Desk
import Glibc

/// A text opened in `$VISUAL` or `$EDITOR`, and what comes back. Never in a restricted session: an editor opens a
/// shell.
struct EditorSession {
  let command: String
  let folder: String

  /// The editor of last resort (POSIX).
  static let fallback = "vi"

  init(environment: Environment, folder: String) {
    command = environment["VISUAL"].nonEmpty ?? environment["EDITOR"].nonEmpty ?? EditorSession.fallback
    self.folder = folder
  }

  /// A descriptor of the session's terminal; nil where it has none.
  static func terminal() -> Int32? {
    let descriptor = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    return descriptor >= 0 ? descriptor : nil
  }

  /// The text as the agent left it; nil where it was not changed, or no editor could be run.
  func edit(_ text: String, name: String, on terminal: Int32) throws(Failure) -> String? {
    guard let path = temporary(text, name: name) else { throw .editorFailed(command) }
    defer { unlink(path) }
    guard run(path, on: terminal) == 0, let bytes = Paths.read(path, limit: Limits.body) else {
      throw .editorFailed(command)
    }
    let edited = String(decoding: bytes, as: UTF8.self)
    return edited == text ? nil : edited
  }

  /// A file of this account only (0600) that holds the text.
  private func temporary(_ text: String, name: String) -> String? {
    let ending = "-" + String(name.unicodeScalars.filter { $0.isASCII && $0 > " " && $0 != "/" }.map(Character.init))
    for folder in [folder, "/tmp"] {
      var template = Array((folder + "/guichet-XXXXXX" + ending).utf8CString)
      let descriptor = mkstemps(&template, Int32(ending.utf8.count))
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else {
          unlink(path)
          return nil
        }
        rest = rest.dropFirst(count)
      }
      return path
    }
    return nil
  }

  /// Runs the editor in this process group, so that it has the terminal.
  /// The variable may hold options, so the shell cuts it; the path comes as an argument.
  private func run(_ path: String, on terminal: Int32) -> Int32? {
    let child = Child(
      path: "/bin/sh", words: ["sh", "-c", command + " \"$1\"", "guichet", path], input: .descriptor(terminal),
      output: .descriptor(terminal), complaints: .descriptor(terminal))
    guard let child = child.begin() else { return nil }
    return wait(for: child)
  }

  /// A child that stops (`^Z` in the editor) stops this process too, and both go on together.
  private func wait(for child: pid_t) -> Int32? {
    var status: Int32 = 0
    while true {
      if waitpid(child, &status, WUNTRACED) < 0 {
        if errno == EINTR { continue }
        return nil
      }
      if status & 0xFF == 0x7F {
        kill(getpid(), SIGSTOP)
        kill(-getpgrp(), SIGCONT)
        continue
      }
      return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
    }
  }
}
