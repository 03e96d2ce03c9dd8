import Journal
import Testing

/// The vectors of FIPS 180-4's examples, and lengths about the edges of a block.
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func knownMessages(message: String, digest: String) {
    #expect(SHA256.hash(Array(message.utf8)).hex == digest)
  }

  @Test func takenInPieceByPieceItIsTheSame() {
    let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for length in 0...200 {
      let whole = SHA256.hash(Array(bytes[..<length]))
      for cut in stride(from: 0, through: length, by: 13) {
        var parts = SHA256()
        parts.update(Array(bytes[..<cut]))
        parts.update(Array(bytes[cut..<length]))
        if parts.digest() != whole { Issue.record("length \(length), cut \(cut)") }
      }
    }
  }
}
