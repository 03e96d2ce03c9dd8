import Desk
import Testing

@Suite struct IntakeNameTests {
  @Test(arguments: [
    ("plain", "filename=a.pdf", "a.pdf"),
    ("quoted, with a semicolon", "filename=\"a;b.pdf\"", "a;b.pdf"),
    ("blanks without quotes", "filename=mon fichier.pdf", "mon fichier.pdf"),
    ("escaped quote", "filename=\"a\\\"b.pdf\"", "a\"b.pdf"),
    ("quote never closed", "filename=\"a.pdf", "a.pdf"),
    ("encoded word", "filename=\"=?utf-8?q?=C3=A9t=C3=A9.pdf?=\"", "été.pdf"),
    ("two encoded words", "filename=\"=?utf-8?q?=C3=A9?= =?utf-8?q?t=C3=A9.pdf?=\"", "été.pdf"),
    ("RFC 2231", "filename*=utf-8'fr'%C3%A9t%C3%A9.pdf", "été.pdf"),
    ("RFC 2231 wins", "filename=x.pdf; filename*=utf-8''y.pdf", "y.pdf"),
    ("continuations out of order", "filename*1=\"b.pdf\"; filename*0=\"a\"", "ab.pdf"),
    ("continuations, coded and not", "filename*0*=iso-8859-1''%E9; filename*1=\"%20.pdf\"", "é%20.pdf"),
    ("a character cut in two", "filename*0*=utf-8''%C3; filename*1*=%A9.pdf", "é.pdf"),
    ("a path", "filename=\"../../etc/passwd\"", "_._.._etc_passwd"),
    ("a path of Windows", "filename=\"C:\\temp\\a.pdf\"", "C:_temp_a.pdf"),
    ("hidden file", "filename=.bashrc", "_bashrc"),
    ("controls", "filename=\"a\u{1B}[2Jb\u{7}.pdf\"", "a [2Jb .pdf"),
    ("direction turned", "filename=\"a\u{202E}fdp.exe\"", "afdp.exe"),
    ("zero widths", "filename=\"a\u{200B}b\u{FEFF}.pdf\"", "ab.pdf"),
    ("nothing left", "filename=\"\u{202E}\u{200B}\"", "attachment-1.pdf"),
    ("blank", "filename=\" \"", "attachment-1.pdf"),
    ("none", "x=y", "attachment-1.pdf"),
  ])
  func name(_ name: String, _ parameter: String, _ expected: String) {
    let read = mail("Content-Type: application/pdf\nContent-Disposition: attachment; \(parameter)\n\nx")
    #expect(read.attachments.map(\.name) == [expected], "\(name)")
  }

  @Test func theTypeMayNameThePart() {
    #expect(mail("Content-Type: image/png; name=\"logo.png\"\n\nx").attachments.map(\.name) == ["logo.png"])
  }

  @Test func aLongNameKeepsItsExtension() throws {
    let long = String(repeating: "é", count: 500) + ".pdf"
    let read = try #require(mail("Content-Type: application/pdf; name=\"\(long)\"\n\nx").attachments.first)
    #expect(read.name.utf8.count <= MailLimits.default.attachmentName)
    #expect(read.name.hasPrefix("éé") && read.name.hasSuffix("é.pdf"))
  }

  @Test func twinsAreNumbered() {
    let part = "--B\nContent-Type: image/png; name=logo.png\n\nx\n"
    let other = "--B\nContent-Type: image/png; name=LOGO.png\n\nx\n"
    let read = mail("Content-Type: multipart/mixed; boundary=B\n\n" + part + part + other)
    #expect(read.attachments.map(\.name) == ["logo.png", "logo.png", "LOGO.png"])
    #expect(read.attachments.numbered == ["logo.png", "logo (2).png", "LOGO (3).png"])
  }
}
