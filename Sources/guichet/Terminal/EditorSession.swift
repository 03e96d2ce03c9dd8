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

  /// What came back from the editor.
  struct Edited: Equatable {
    let text: String
    /// The encoding it was in, where that was not UTF-8: whoever wrote it should look at what became of it.
    var encoding: String?
  }

  /// The text as the agent left it; nil where it was not changed. What cannot be taken is left in its file, which the
  /// failure names: nothing that was typed is lost.
  func edit(_ text: String, name: String, on terminal: Int32) throws(Failure) -> Edited? {
    guard let path = temporary(text, name: name) else { throw .editorFailed(command) }
    var isKept = false
    defer { if !isKept { unlink(path) } }
    guard run(path, on: terminal) == 0, let bytes = Paths.read(path, limit: Limits.body + 1) else {
      throw .editorFailed(command)
    }
    guard bytes.count <= Limits.body, let edited = EditorSession.read(bytes) else {
      isKept = true
      throw .editorKept(path)
    }
    return edited.text == text ? nil : edited
  }

  /// Bytes that are not UTF-8 are what an editor of another locale writes: windows-1252, of which Latin-1 is a part.
  /// nil where they are neither.
  static func read(_ bytes: [UInt8]) -> Edited? {
    if bytes.contains(0) { return nil }
    if let text = TextEncoding.utf8(bytes) { return Edited(text: text) }
    let name = TextEncoding.guess(bytes).name
    guard name == usualEncoding, let text = TextEncoding.decode(bytes, named: name, by: Iconv()),
      !text.unicodeScalars.contains("\u{FFFD}")
    else { return nil }
    return Edited(text: text, encoding: name)
  }

  private static let usualEncoding = "windows-1252"

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
