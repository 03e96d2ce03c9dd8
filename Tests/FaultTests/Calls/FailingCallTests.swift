import Kit
import Testing

/// The N-th system call that touches the cabinet fails, for every N, once and for ever, with each error it may meet.
/// Whatever comes: the command says yes and the event is there, or says what went wrong; no file is spoilt.
///
/// `GUICHET_FAULTS=all swift test --filter FailingCallTests` runs all; else a few are drawn by lot.
@Suite(.serialized, .enabled(if: Tools.canTrace, Comment(rawValue: Tools.needsTrace)))
struct FailingCallTests {
  private static let drawn = 6

  @Test(arguments: Trial.all)
  func itCameThroughOrSaysWhyNot(trial: Trial) {
    let bench = Bench(in: Bench.memory)
    trial.prepare(bench)
    let failures = FailingCallTests.failures(of: trial, bench)
    #expect(failures.count > 40)
    var lots = Lots(seed: Long.seed)
    let tried =
      Long.isAsked("GUICHET_FAULTS")
      ? failures : failures.shuffled(using: &lots).prefix(Self.drawn) + FailingCall.endless(failures)
    var came = 0
    var complaints: [String] = []
    for failure in tried {
      let outcome = trial.run(
        bench, wrapped: "strace -f --seccomp-bpf -o /dev/null -e trace=\(failure.call) -e inject=\(failure)")
      if outcome.status == 0 { came += 1 }
      // Where nothing can be written from then on, nothing can be said either.
      let heard = !(failure.call == "write" && failure.forEver)
      if let complaint = trial.complaint(bench, outcome, heard: heard) {
        complaints.append("\(failure): \(complaint) [\(outcome.status)] \(outcome.output)")
      }
    }
    #expect(complaints == [])
    Long.tell(
      "calls: \(trial.name): \(failures.count) failures, \(tried.count) tried, \(came) came through, "
        + "\(complaints.count) complaints")
  }

  /// The calls as they go when nothing fails.
  private static func failures(of trial: Trial, _ bench: Bench) -> [FailingCall] {
    let calls = FailingCall.errors.keys.sorted().joined(separator: ",")
    let outcome = trial.run(bench, wrapped: "strace -f -y -o \(bench.folder)/log -e trace=\(calls)")
    #expect(outcome.status == 0, "\(outcome.output)")
    return FailingCall.all(in: bench.read("log") ?? "", touching: bench.cabinet)
  }

  /// The judge of the test above: a command that says yes to what is not there is found out.
  @Test func whoSaysYesToNothingIsFoundOut() {
    let bench = Bench(in: Bench.memory)
    let trial = Trial(name: "nothing", command: "true", mark: "marque")
    trial.prepare(bench)
    #expect(trial.complaint(bench, trial.run(bench, wrapped: "")) == "said yes, and is not there")
    #expect(trial.complaint(bench, Outcome(status: 139, output: "")) == "died of signal 11")
    #expect(trial.complaint(bench, Outcome(status: 1, output: "no")) == "said only: no")
  }
}
