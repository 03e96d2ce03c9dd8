import Glibc
import Kit
import Testing

/// What the program asks of the system while it goes through all the stories: nothing that could take away a byte of
/// the record.
@Suite(.serialized, .enabled(if: Tools.canTrace, Comment(rawValue: Tools.needsTrace)))
struct StoryTraceTests {
  private static let calls =
    "execve,open,openat,creat,truncate,ftruncate,fallocate,rename,renameat,renameat2,unlink,unlinkat,rmdir"

  @Test(arguments: Story.names)
  func noByteOfTheRecordIsTakenAway(name: String) throws {
    let story = try #require(Story(name))
    let bench = Bench()
    for step in story.steps {
      bench.write(step.command, to: "step")
      _ = bench.shell("strace -f --seccomp-bpf -y -s 400 -o log -e trace=\(Self.calls) sh step")
      for crime in Self.crimes(in: bench.read("log") ?? "", cabinet: bench.folder) {
        Issue.record("\(name), line \(step.line): \(crime)")
      }
    }
  }

  /// The judge of the test above.
  @Test func crimesAreFoundOut() {
    let bench = Bench()
    let log = """
      7 execve("/bin/guichet", ["guichet"], 0x0) = 0
      7 openat(AT_FDCWD, "\(bench.folder)/c/tickets/LYO/0/0/LYO-1.LYO.jsonl", O_RDWR|O_APPEND) = 3
      7 rename("\(bench.folder)/c/drafts/a.new", "\(bench.folder)/c/drafts/a") = 0
      7 ftruncate(3<\(bench.folder)/c/ledger/LYO.jsonl>, 0) = 0
      7 openat(AT_FDCWD, "\(bench.folder)/c/kb/LYO/KB-0001.LYO.jsonl", O_WRONLY|O_TRUNC) = 4
      7 unlink("\(bench.folder)/c/blobs/ab/abcd") = 0
      8 execve("/bin/rm", ["rm"], 0x0) = 0
      8 unlink("\(bench.folder)/c/tickets/LYO/0/0/LYO-1.LYO.jsonl") = 0
      """
    #expect(Self.crimes(in: log, cabinet: bench.folder).count == 3)
  }

  /// Calls of the program (not of the shell of a story, which may play the vandal) that shorten, replace, rename or
  /// remove a file of the record.
  private static func crimes(in log: String, cabinet: String) -> [String] {
    var guilty: Set<Substring> = []
    var crimes: [String] = []
    for line in log.split(separator: "\n") {
      guard let space = line.firstIndex(of: " ") else { continue }
      let (process, call) = (line[..<space], line[line.index(after: space)...])
      if call.contains("execve(") {
        if call.contains("/guichet\"") { guilty.insert(process) } else { guilty.remove(process) }
      } else if guilty.contains(process), !call.contains(" = -1 "), isOfTheRecord(call), takesAway(call) {
        crimes.append(String(call))
      }
    }
    return crimes
  }

  private static func isOfTheRecord(_ call: Substring) -> Bool {
    call.contains(".jsonl") || call.contains("/blobs/") || call.contains("/guichet.json")
  }

  private static func takesAway(_ call: Substring) -> Bool {
    call.contains("open") || call.contains("creat(") ? call.contains("O_TRUNC") || call.contains("creat(") : true
  }
}
