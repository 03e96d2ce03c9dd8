import Desk
import Foundation

/// Reads a mail written in a test; a line of `\` in the source is one line of the mail.
func mail(_ text: String, charsets: any Charsets = NoCharsets(), limits: MailLimits = .default) -> Mail {
  Mail(Array(text.utf8), charsets: charsets, limits: limits)
}

/// A mail of one header field, its value given in bytes, and an empty body.
func mail(field name: String, _ value: [UInt8]) -> Mail {
  Mail(Array("\(name): ".utf8) + value + Array("\n\n".utf8), charsets: NoCharsets())
}

/// A mail with an HTML body.
func mail(html: String) -> Mail { mail("Content-Type: text/html; charset=utf-8\n\n" + html) }

/// The bytes of a mail of `Tests/Fixtures/mail`.
func fixture(mail name: String, file: String = #filePath) throws -> [UInt8] {
  let tests = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
  return try Array(Data(contentsOf: tests.appendingPathComponent("Fixtures/mail/\(name).eml")))
}
