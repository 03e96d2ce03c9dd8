import Kit
import Testing

/// Runs the sessions written in `Tests/Stories`: documentation that cannot go stale.
@Suite struct StoryTests {
  @Test(arguments: Story.names)
  func happensAsWritten(name: String) throws {
    let story = try #require(Story(name))
    let bench = Bench()
    bench.environment["LANG"] = "fr_FR.UTF-8"
    bench.environment["LC_MESSAGES"] = "fr_FR.UTF-8"
    bench.environment["LC_ALL"] = nil
    bench.environment["LC_CTYPE"] = "C.UTF-8"
    for step in story.steps {
      let outcome = bench.shell(step.command)
      let expected = step.expected.joined(separator: "\n")
      let said = Comment(
        rawValue: "\(name), line \(step.line): \(step.command)\n\(outcome.output)\nexpected:\n\(expected)")
      #expect(outcome.status == step.status, said)
      #expect(Story.matches(outcome.output, step.expected), said)
    }
  }

  @Test func thereAreStories() { #expect(Story.names.count >= 6) }
}
