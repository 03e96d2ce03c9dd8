import Kit
import Testing

/// One way the program writes: what is there before, and the command that is watched. In shell, in a cabinet of its
/// own; `$T` is the file of ticket 1.
struct WritePath: Sendable, CustomTestStringConvertible {
  let name: String
  var before = "guichet new un --from Luc"
  /// Run first, watched too, and killed at its `when`th call of that name.
  var dies: (command: String, call: String, when: Int)?
  let command: String

  var testDescription: String { name }

  private static let long = "head -c 30000 /dev/zero | tr '\\0' x"

  static let all: [WritePath] = [
    WritePath(name: "the first ticket", before: ":", command: "guichet new un --from Luc --body bonjour"),
    WritePath(name: "a ticket", command: "guichet new deux --from Luc --body bonjour --note vu"),
    WritePath(name: "a note", command: "guichet note 1 --body deux"),
    WritePath(
      name: "a note of several blocks",
      command: "head -c 9000 /dev/zero | tr '\\0' x | guichet note 1 --body -"),
    WritePath(
      name: "several facts", before: "guichet new un --from Luc; guichet take 1",
      command: "guichet ask 1 --until 2d --body alors"),
    WritePath(
      name: "a note on a torn line", before: "guichet new un --from Luc; printf '{\"v\":1,\"n\":' >> $T",
      command: "guichet note 1 --body deux"),
    WritePath(
      name: "a note on a line without its newline",
      before: "guichet new un --from Luc; guichet note 1 --body un; truncate -s -1 $T",
      command: "guichet note 1 --body deux"),
    WritePath(
      name: "a note on zeros", before: "guichet new un --from Luc; head -c 700 /dev/zero >> $T",
      command: "guichet note 1 --body deux"),
    WritePath(name: "a long note", command: "\(long) | guichet note 1 --body -"),
    WritePath(
      name: "a long note said before", before: "guichet new un --from Luc; \(long) | guichet note 1 --body -",
      command: "\(long) | guichet note 1 --body -"),
    WritePath(name: "a ticket of a long text", command: "\(long) | guichet new deux --from Luc --body -"),
    WritePath(
      name: "a mail",
      command:
        "printf 'From: luc@acme.example\\nSubject: panne\\nMessage-ID: <1@acme>\\n\\nplus rien\\n' | guichet mail"),
    WritePath(name: "an article", command: "guichet kb new 'Vider le cache' --step un --step deux"),
    WritePath(
      name: "an article published", before: "guichet kb new 'Vider le cache' --step un",
      command: "guichet kb publish KB-0001 --as bob"),
    WritePath(name: "the ledger", command: "guichet agent add tom --name Tom --level n1"),
    WritePath(name: "an import", command: "scribe take $GUICHET_CABINET 5"),
    WritePath(
      name: "a ticket in a folder whose maker died", before: ":",
      dies: ("guichet new un --from Luc", "fsync", 3), command: "guichet new un --from Luc"),
    WritePath(
      name: "a long note whose first writer died",
      dies: ("\(long) | guichet note 1 --body -", "fsync", 3), command: "\(long) | guichet note 1 --body -"),
  ]

  static func named(_ name: String) -> WritePath? { all.first { $0.name == name } }

  /// What was there, what was done, what is there.
  struct Watched {
    var before: Contents
    var after: Contents
    var operations: [Operation]
    var outcome: Outcome
  }

  func watch(_ bench: Bench) -> Watched {
    bench.furnish()
    bench.environment["T"] = bench.cabinet + "/tickets/LYO/0/0/LYO-1.LYO.jsonl"
    _ = bench.shell(before)
    let contents = Contents(bench.cabinet)
    var logs: [String] = []
    if let dies {
      _ = bench.shell(
        "\(trace("first", dies.command, "-e inject=\(dies.call):signal=KILL:when=\(dies.when)"))")
      logs.append(bench.read("first") ?? "")
    }
    let outcome = bench.shell(trace("log", command, ""))
    logs.append(bench.read("log") ?? "")
    let recording = Recording(logs, root: bench.cabinet, before: contents)
    return Watched(
      before: contents, after: Contents(bench.cabinet), operations: recording.operations, outcome: outcome)
  }

  /// The program's own calls: what feeds its standard input is not watched.
  private func trace(_ log: String, _ command: String, _ more: String) -> String {
    let words = command.components(separatedBy: " | ")
    let feeding = words.dropLast().map { $0 + " | " }.joined()
    return "\(feeding)strace -f -xx -s 1000000 -o \(log) -e trace=\(Recording.calls) \(more) \(words[words.count - 1])"
  }
}

extension String {
  fileprivate func components(separatedBy mark: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: mark) {
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest)]
  }
}
