import Console
import Desk
import Testing

/// What may be typed where one address is asked for.
@Suite struct AddressTests {
  @Test(arguments: ["ines@acme.example", "i.m+x@a", "jérôme@exämple.fr", "a@[192.0.2.1]"])
  func `one address`(text: String) { #expect(Mailbox.isAddress(text)) }

  @Test(arguments: [
    "", "pasunmail", "@acme.example", "ines@", "a@b@c", "a@b, c@d", "a@b,c", "a@b;c", "a @b", "a\u{A0}@b",
    "x@y\nBcc: evil@x", "x@y\r\nz", "x@y\u{0}", "x@y\u{85}", "x@\u{202E}y", "Inès <ines@acme.example>", "<a@b>",
  ])
  func `no address`(text: String) { #expect(!Mailbox.isAddress(text)) }
}
