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

  /// Side by side or one by one, whatever their number and lengths.
  @Test func manyAtOnceAreTheSame() {
    var random = Seeded(seed: 5)
    for count in [0, 1, 2, 3, 4, 5, 7, 40] {
      for limit in [1, 57, 200, 2000] {
        let messages = (0..<count).map { _ in (0..<random.below(limit)).map { _ in UInt8(random.below(256)) } }
        let all = messages.flatMap { $0 }
        let digests = all.withUnsafeBytes { bytes -> [SHA256.Digest] in
          var start = 0
          return SHA256.hash(
            each: messages.map { message in
              defer { start += message.count }
              return UnsafeRawBufferPointer(rebasing: bytes[start..<(start + message.count)])
            })
        }
        if digests != messages.map({ SHA256.hash($0) }) { Issue.record("\(count) messages below \(limit) bytes") }
      }
    }
  }
}

@Suite struct SealTests {
  /// Every byte at every place of a seal's digits: read where it is a lower-case hex digit, refused elsewhere.
  @Test func onlyLowerCaseHexDigitsAreRead() {
    let digits = Array("0123456789abcdef".utf8)
    let good = digits + digits.reversed()
    for place in 0..<32 {
      for byte in UInt8.min...UInt8.max {
        var text = good
        text[place] = byte
        let read = text.withUnsafeBytes { Seal($0, at: 0) }
        let expected = digits.contains(byte) ? String(decoding: text, as: UTF8.self) : nil
        if read?.description != expected { Issue.record("byte \(byte) at \(place)") }
      }
    }
  }

  @Test func tooFewDigitsAreNone() {
    let text = Array("0123456789abcdef0123456789abcde".utf8)
    #expect(text.withUnsafeBytes { Seal($0, at: 0) } == nil)
    #expect(text.withUnsafeBytes { Seal($0, at: -1) } == nil)
  }
}
