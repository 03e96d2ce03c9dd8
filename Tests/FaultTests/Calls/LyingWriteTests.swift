import Kit
import Testing

/// A write of which the system says that fewer bytes went through than did, or that some did where none has. No
/// disk does that; a file system in the account's own hands may. Nothing is acknowledged that is not there.
///
/// `GUICHET_FAULTS=all swift test --filter LyingWriteTests` tells more lies.
@Suite(.serialized, .enabled(if: Tools.canTrace, Comment(rawValue: Tools.needsTrace)))
struct LyingWriteTests {
  @Test(arguments: Trial.all)
  func nothingIsAcknowledgedThatIsNotThere(trial: Trial) {
    let bench = Bench(in: Bench.memory)
    trial.prepare(bench)
    _ = trial.run(bench, wrapped: "strace -f -y -o \(bench.folder)/log -e trace=write")
    let writes = FailingCall.own(bench.read("log") ?? "").filter { $0.contains("write(") }
    var complaints: [String] = []
    for (at, line) in writes.enumerated() where line.contains(bench.cabinet) {
      for lie in Long.isAsked("GUICHET_FAULTS") ? [0, 1, 50, 1_000_000] : [50] {
        let outcome = trial.run(
          bench,
          wrapped: "strace -f --seccomp-bpf -o /dev/null -e trace=write -e inject=write:retval=\(lie):when=\(at + 1)")
        if let complaint = trial.complaint(bench, outcome, asSound: false) {
          complaints.append("write \(at + 1) says \(lie): \(complaint) [\(outcome.status)] \(outcome.output)")
        }
      }
    }
    #expect(writes.count > 2)
    #expect(complaints == [])
  }
}
