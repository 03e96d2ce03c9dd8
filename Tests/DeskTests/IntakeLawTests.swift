import Desk
import Testing

/// Whatever the bytes, a mail is read.
@Suite struct IntakeLawTests {
  private static let names = ["panne", "rebond", "transfert"]

  /// What holds of every mail.
  private func holds(_ read: Mail) -> Bool {
    let isClean = read.subject.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
    let isPlain = read.body.utf8.allSatisfy { $0 >= 32 || $0 == 10 || $0 == 9 }
    let areSafe = read.attachments.allSatisfy { !$0.name.isEmpty && !$0.name.utf8.contains(47) && $0.name.first != "." }
    return isClean && isPlain && areSafe && (read.isAuto || !read.isBounce)
  }

  @Test(arguments: names)
  func aMailCutAnywhereIsRead(_ name: String) throws {
    let whole = try fixture(mail: name)
    let bad = whole.indices.filter { !holds(Mail(Array(whole[..<$0]), charsets: NoCharsets())) }
    #expect(bad.isEmpty)
  }

  @Test(arguments: names)
  func aMailWithAByteLostOrTurnedIsRead(_ name: String) throws {
    let whole = try fixture(mail: name)
    var bad: [Int] = []
    for at in stride(from: 0, to: whole.count, by: 7) {
      var lost = whole
      lost.remove(at: at)
      var turned = whole
      turned[at] ^= 0x80 | UInt8(truncatingIfNeeded: at)
      if !holds(Mail(lost, charsets: NoCharsets())) || !holds(Mail(turned, charsets: NoCharsets())) { bad.append(at) }
    }
    #expect(bad.isEmpty)
  }

  @Test(arguments: names)
  func lineEndsDoNotMatter(_ name: String) throws {
    let whole = try fixture(mail: name)
    let plain = Mail(whole, charsets: NoCharsets())
    for end in [[13, 10], [13]] as [[UInt8]] {
      let other = Mail(whole.flatMap { $0 == 10 ? end : [$0] }, charsets: NoCharsets())
      #expect(other.subject == plain.subject)
      #expect(other.body == plain.body)
      #expect(other.attachments.map(\.name) == plain.attachments.map(\.name))
      #expect(other.references == plain.references)
    }
  }

  /// Things left open, many times over: a reader that looks for the end of each would not come back.
  @Test(arguments: [
    "=?", "=?a?q?x", "=?x ", "(", "\"", "<", "\\\"", "a@b,", "; a*0*=", "<!--", "<script>", "<a x=\">\" ", "&#",
    "--B\n",
  ])
  func whatIsLeftOpenCostsItsLength(_ piece: String) {
    let many = String(repeating: piece, count: 20_000)
    let closed = mail("From: \(many)?=\nSubject: \(many)?=\n\n\(many)-->")
    #expect(holds(closed))
    let read = mail(
      "From: \(many)\nSubject: \(many)\nReferences: \(many)\nContent-Type: text/html; \(many)\n\n\(many)")
    #expect(holds(read))
  }
}
