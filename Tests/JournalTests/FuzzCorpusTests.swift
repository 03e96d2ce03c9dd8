import Glibc
import Hostile
import Kit
import Testing

/// What the fuzzers met, met again, and bent a little further: the same readers, the same questions. The fuzzers
/// themselves are run by hand (see the README). `GUICHET_BENDS` says how many mutations instead of 2,000, a quarter
/// of them of indexes; `GUICHET_SEED` which.
@Suite struct FuzzCorpusTests {
  private static let bends = getenv("GUICHET_BENDS").flatMap { Int(String(cString: $0)) } ?? 2000
  private static let seed = getenv("GUICHET_SEED").flatMap { UInt64(String(cString: $0)) } ?? 1

  private func corpus(_ name: String) throws -> [[UInt8]] {
    let inputs = Files.below(Files.root + "/Tests/Fixtures/fuzz/" + name).compactMap { Files.bytes($0) }
    try #require(inputs.count > 20, "no corpus of \(name)")
    return inputs
  }

  @Test func linesOfTheCorpus() throws {
    let inputs = try corpus("line")
    for input in inputs { LineRig.run(input) }
    var random = Seeded(seed: FuzzCorpusTests.seed)
    for _ in 0..<(FuzzCorpusTests.bends * 3 / 4) { LineRig.run(inputs[random.below(inputs.count)].bent(&random)) }
  }

  /// An image of the ledger's file reaches the readers it is meant for.
  @Test func anImageOfTheLedgerIsBelieved() throws {
    let scratch = Scratch()
    let rig = try IndexRig(root: scratch.path + "/store")
    #expect(rig.believed() == ["Amel", "amel", "ACME", "acme", "Zoé", "Or"])
  }

  @Test func indexesOfTheCorpus() throws {
    let scratch = Scratch()
    let rig = try IndexRig(root: scratch.path + "/store")
    let inputs = try corpus("index")
    for input in inputs { rig.run(input) }
    var random = Seeded(seed: FuzzCorpusTests.seed)
    for _ in 0..<(FuzzCorpusTests.bends / 4) {
      rig.run(Chunks(reading: inputs[random.below(inputs.count)]).bent(&random).bytes)
    }
  }
}
