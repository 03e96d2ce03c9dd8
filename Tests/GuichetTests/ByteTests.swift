import Kit
import Testing

/// What is done at the console and the bytes it may cost on the line, in the order of a session.
private struct Step {
  var name: String
  /// Keys pressed before, at no matter what cost.
  var before: [String] = []
  var key: String
  /// How often it is pressed: the median counts.
  var presses = 1
  /// The design's budget at 120×40 on `xterm-256color`.
  var budget: Int
}

/// Over a phone line or a far SSH each byte is felt. Bytes, unlike milliseconds, do not depend on the machine.
@Suite struct ByteTests {
  /// The rows of one cabinet are longer than those of another: hundredths of a budget.
  private static let slack = 115

  private static let firstPaint = 6000

  private static let home = "\u{1B}OH"

  private static let session = [
    Step(name: "down with its preview", key: "j", budget: 2200),
    Step(name: "down, the list alone", before: ["v"], key: "j", presses: 5, budget: 280),
    Step(name: "down at the edge", before: [home, "\u{04}", "\u{04}"], key: "j", presses: 5, budget: 320),
    Step(name: "a page, with its preview", before: [home, "v"], key: "\u{06}", presses: 3, budget: 4200),
    Step(name: "opening a ticket", key: "\r", budget: 4000),
    Step(name: "a letter of a note", before: ["c"], key: "a", presses: 5, budget: 40),
  ]

  /// Every ticket of the demonstration is late by now, so every row is coloured.
  private static let date = "2025-06-02"

  @Test func keysStayWithinTheirBudget() throws {
    let bench = Bench()
    bench.guichet("demo", "--tickets", "500", "--seed", "1", "--date", ByteTests.date, "-C", bench.cabinet)
    let words = [Binary.path, "-C", bench.cabinet, "--as", "salome", "--lang", "fr"]
    let pty = try #require(Pty(words, bench.environment, width: 120, height: 40))
    pty.bench = bench
    #expect(pty.wait(for: "? aide"))
    pty.settle(1)
    check(pty.sent.count, "the first frame", ByteTests.firstPaint)
    _ = cost(of: "9", pty)
    for step in ByteTests.session {
      for key in step.before { _ = cost(of: key, pty) }
      let costs = (0..<step.presses).map { _ in cost(of: step.key, pty) }.sorted()
      check(costs[costs.count / 2], step.name, step.budget)
    }
  }

  private func check(_ bytes: Int, _ name: String, _ budget: Int) {
    #expect(bytes > 0 && bytes <= budget * ByteTests.slack / 100, "\(name): \(bytes) bytes, \(budget) at most")
  }

  /// Bytes that answer one key: some may be sent a moment later, as a preview is.
  private func cost(of key: String, _ pty: Pty) -> Int {
    let before = pty.sent.count
    pty.type(key)
    pty.wait(ByteTests.patience) { _ in pty.sent.count > before }
    pty.settle(ByteTests.silence)
    return pty.sent.count - before
  }

  /// Seconds for the first byte: some keys answer nothing, as one that only begins a sequence.
  private static let patience = 1.0
  /// Seconds that end an answer: more than the console waits before it shows a preview.
  private static let silence = 0.25
}
