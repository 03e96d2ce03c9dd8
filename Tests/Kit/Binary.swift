import Glibc

/// The program under test: beside the tests' own executable, or the one that `GUICHET_BINARY` names by its full path, so
/// that what is shipped can be tested as it is.
package enum Binary {
  package static var folder: String {
    if let other = getenv("GUICHET_BINARY").map({ String(cString: $0) }), let slash = other.lastIndex(of: "/") {
      return String(other[..<slash])
    }
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &bytes, bytes.count - 1)
    let path = String(decoding: bytes.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
  }

  package static var path: String { folder + "/guichet" }
}

/// What a program left behind.
package struct Outcome: Sendable {
  /// The exit code, or 128 and the signal's number.
  package var status: Int32
  /// Standard output and standard error, in the order they were written.
  package var output: String

  package init(status: Int32, output: String) {
    self.status = status
    self.output = output
  }
}

/// A place of its own for one test: a home, an empty environment but for what is said, and the program.
package final class Bench: @unchecked Sendable {
  package let folder: String
  package var environment: [String: String]

  package var cabinet: String { folder + "/cabinet" }

  /// A disk of memory, on which a sync costs nothing; `/tmp` where there is none.
  package static let memory = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"

  package init(in parent: String = "/tmp") {
    var template = Array((parent + "/guichet-test-XXXXXX").utf8CString)
    _ = mkdtemp(&template)
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    environment = [
      "HOME": folder, "PATH": Binary.folder + ":/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
      "TZ": "Europe/Paris", "GUICHET_CABINET": folder + "/cabinet", "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  deinit { _ = Bench.spawn(["/bin/rm", "-rf", folder], [:], nil, in: "/tmp") }

  /// Runs the program and waits for its end.
  @discardableResult
  package func guichet(_ arguments: String..., input: String? = nil) -> Outcome { run(arguments, input: input) }

  package func run(_ arguments: [String], input: String? = nil) -> Outcome {
    Bench.spawn([Binary.path] + arguments, environment, input, in: folder)
  }

  /// Runs a line of shell.
  package func shell(_ line: String) -> Outcome { Bench.spawn(["/bin/sh", "-c", line], environment, nil, in: folder) }

  /// Makes a cabinet whose owner is an N1 called `lea`, who acts for everybody with `--as`.
  package func furnish() {
    guichet("init", "--site", "LYO", "--as", "lea", "--name", "Léa Morin", "--level", "n1")
    guichet("agent", "add", "bob", "--name", "Bob Le Guen", "--level", "n2")
  }

  /// Opens a ticket of that subject and says its number.
  @discardableResult
  package func open(_ subject: String) -> Outcome {
    guichet("new", subject, "--from", "Inès Moreau", "--mail", "ines@acme.example")
  }

  package func write(_ text: String, to name: String) {
    let descriptor = Glibc.open(folder + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o700)
    let bytes = Array(text.utf8)
    _ = Glibc.write(descriptor, bytes, bytes.count)
    close(descriptor)
  }

  package func read(_ name: String) -> String? {
    let descriptor = Glibc.open(folder + "/" + name, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return Bench.all(descriptor)
  }

  private static func all(_ descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count <= 0 { break }
      bytes += piece[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Output and input go through files, so that no pipe can fill up.
  private static func spawn(
    _ words: [String], _ environment: [String: String], _ input: String?, in folder: String
  ) -> Outcome {
    let output = memoryFile("")
    let source = memoryFile(input ?? "")
    defer {
      close(output)
      close(source)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, source, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    let line = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + words
    guard let child = launch(line, environment, &actions, flags: 0) else { return Outcome(status: -1, output: "") }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    lseek(output, 0, SEEK_SET)
    return Outcome(status: exitCode(status), output: all(output))
  }

  static func exitCode(_ status: Int32) -> Int32 { status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F }

  static func launch(
    _ words: [String], _ environment: [String: String], _ actions: inout posix_spawn_file_actions_t, flags: Int16
  ) -> pid_t? {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | flags)
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0.key + "=" + $0.value) } + [nil]
    defer {
      for pointer in arguments + variables { free(pointer) }
    }
    var child: pid_t = 0
    return posix_spawn(&child, words[0], &actions, &attributes, &arguments, &variables) == 0 ? child : nil
  }

  private static func memoryFile(_ text: String) -> Int32 {
    var template = Array("/tmp/guichet-io-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
    let bytes = Array(text.utf8)
    _ = Glibc.write(descriptor, bytes, bytes.count)
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }
}
