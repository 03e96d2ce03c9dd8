import Glibc
import Testing

/// Processes that write, some of them killed without warning at moments drawn by lot. Whoever ended well has
/// acknowledged its word: each of those words must then be found, once.
struct KillStorm {
  /// Started at once in each round, and of these so many killed.
  var writers = 6
  var victims = 4
  var rounds = 50
  /// The longest a victim is let live, in microseconds: about what one writing takes.
  var longest: UInt64 = 20_000
  /// `NAME=value`
  var environment: [String] = ["LC_ALL=C"]

  /// What came of it.
  struct Outcome {
    /// Words whose writer ended with status 0.
    var acknowledged: [String] = []
    var killed = 0
    /// Words whose writer said no, and its status.
    var refused: [(word: String, status: Int32)] = []
  }

  /// `command` gives the program's path and arguments that record one word.
  func rage(seed: UInt64, _ command: (String) -> [String]) -> Outcome {
    var lots = Lots(state: seed)
    var outcome = Outcome()
    for round in 0..<rounds {
      let words = (0..<writers).map { "w\(seed)-\(round)-\($0)" }
      let children = words.map { start(command($0)) }
      for child in children.shuffled(using: &lots).prefix(victims) where child > 0 {
        usleep(UInt32(lots.next() % longest))
        kill(child, SIGKILL)
      }
      for (word, child) in zip(words, children) { take(word, child, &outcome) }
    }
    return outcome
  }

  private func take(_ word: String, _ child: pid_t, _ outcome: inout Outcome) {
    var status: Int32 = -1
    guard child > 0 else {
      outcome.refused.append((word, -1))
      return
    }
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    switch (status & 0x7F, status >> 8 & 0xFF) {
    case (0, 0): outcome.acknowledged.append(word)
    case (SIGKILL, _): outcome.killed += 1
    case (_, let code): outcome.refused.append((word, code))
    }
  }

  /// Starts a process with nothing to read and nowhere to write; 0 where it could not be started.
  private func start(_ arguments: [String]) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in Int32(0)...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    let argv = arguments.map { strdup($0) } + [nil]
    let envp = environment.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, arguments.first ?? "", &actions, nil, argv, envp)
    return code == 0 ? child : 0
  }

  /// Lots drawn the same way at each run (splitmix64).
  private struct Lots: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      let a = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
      let b = (a ^ (a >> 27)) &* 0x94d0_49bb_1331_11eb
      return b ^ (b >> 31)
    }
  }
}

@Suite struct KillStormTests {
  @Test func whoEndsWellHasAcknowledged() {
    let storm = KillStorm(writers: 3, victims: 0, rounds: 2)
    let outcome = storm.rage(seed: 1) { _ in ["/bin/true"] }
    #expect(outcome.acknowledged.count == 6 && outcome.killed == 0 && outcome.refused.isEmpty)
  }

  @Test func whoIsKilledHasNot() {
    let storm = KillStorm(writers: 3, victims: 3, rounds: 2, longest: 1000)
    let outcome = storm.rage(seed: 1) { _ in ["/bin/sleep", "60"] }
    #expect(outcome.acknowledged.isEmpty && outcome.killed == 6)
  }

  @Test func whoSaysNoHasNot() {
    let storm = KillStorm(writers: 1, victims: 0, rounds: 1)
    #expect(storm.rage(seed: 1) { _ in ["/bin/false"] }.refused.map(\.status) == [1])
    #expect(storm.rage(seed: 1) { _ in ["/no/such/program"] }.acknowledged.isEmpty)
  }
}
