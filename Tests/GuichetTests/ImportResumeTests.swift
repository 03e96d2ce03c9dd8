import Kit
import Testing

/// An import that is killed again and again and begun again ends with every ticket once.
@Suite struct ImportResumeTests {
  private static let lives = 3000

  private static func file() -> String {
    (1...lives).map { number in
      let opened =
        #"{"at":"2026-03-02T12:00:00Z","by":"ines","op":"ticket.opened","d":{"channel":"mail","#
        + #""requester":{"name":"Inès"},"subject":"n\#(number)"}}"#
      return #"{"reference":"INC-\#(number)","events":[\#(opened)]}"# + "\n"
    }.joined()
  }

  @Test func killedAndBegunAgain() {
    let bench = Bench()
    bench.furnish()
    bench.write(ImportResumeTests.file(), to: "lives.jsonl")
    var kills = 0
    // From before the first batch to far behind the last; what the disk has is never taken twice.
    for hundredths in [1, 2, 4, 8, 12, 16, 20, 30, 40] {
      let outcome = bench.shell(
        "timeout -s KILL 0.\(hundredths < 10 ? "0" : "")\(hundredths) guichet import lives.jsonl")
      if outcome.status == 137 { kills += 1 }
      // What says where it stood may go as well.
      if hundredths == 12 { _ = bench.shell("rm -f cabinet/run/references.LYO") }
    }
    let last = bench.guichet("import", "lives.jsonl")
    #expect(last.status == 0, "\(last.output)")
    let names = bench.shell(
      "guichet list --limit 20000 --json | grep -o 'ref:INC-[0-9]*' | sort | uniq -c | awk '{print $1}' | sort | uniq -c"
    )
    #expect(
      names.output.split(separator: " ").map(String.init) == ["\(ImportResumeTests.lives)", "1\n"], "\(kills) kills")
    #expect(bench.guichet("verify").status == 0)
  }
}
