import Desk
import Testing

@Suite struct IntakePartTests {
  @Test func aWholeMail() throws {
    let read = Mail(try fixture(mail: "panne"), charsets: NoCharsets())
    #expect(read.subject == "L'imprimante du 2ème étage ne répond plus")
    #expect(read.from == Mailbox(name: "Renée DUPONT", email: "renee.dupont@mairie-exemple.fr"))
    #expect(read.to.map(\.name) == ["Support", "Accueil, 2e"])
    #expect(read.cc.map(\.email) == ["a@mairie-exemple.fr", "b@mairie-exemple.fr"])
    #expect(
      read.body.hasPrefix(
        "Bonjour,\n\nDepuis ce matin l'imprimante affiche « erreur 0x61 », même après un redémarrage.\n"))
    #expect(read.attachments.map(\.name) == ["attachment-1.png", "fiche de panne n° 1.pdf"])
    #expect(read.attachments.map(\.inline) == [true, false])
    #expect(read.attachments.first?.contentID == "logo@mairie")
    #expect(read.attachments.last?.bytes == Array("%PDF-1.4 fiche de panne".utf8))
    #expect(read.defects.isEmpty && !read.isAuto && !read.isBounce)
  }

  @Test func aMessageInsideStaysWhole() throws {
    let read = Mail(try fixture(mail: "transfert"), charsets: NoCharsets())
    #expect(read.body == "Voir le message joint, qui est arrivé hier soir.")
    #expect(read.attachments.map(\.name) == ["Accès_VPN perdu.eml"])
    #expect(read.attachments.first.map { String(decoding: $0.bytes, as: UTF8.self) }?.contains("trace.log") == true)
    #expect(read.references == ["<z@x.example>", "<a@x.example>"])
  }

  /// Trees, drawn as header, body; `/` is a line end.
  @Test(
    arguments: [
      ("no header at all", "juste du texte", "juste du texte", []),
      ("empty", "", "", []),
      ("text in an unknown type", "Content-Type: text plain//bonjour", "bonjour", []),
      ("no type", "Subject: s//bonjour", "bonjour", []),
      ("broken base64", "Content-Transfer-Encoding: base64//Ym9u*am91cg", "bonjour", []),
      ("base64, then the footer of a list", "Content-Transfer-Encoding: base64//Ym9uam91cg==/____/pied", "bonjour", []),
      ("quoted-printable that is none", "Content-Transfer-Encoding: quoted-printable//a=3Db =zz c=", "a=b =zz c", []),
      ("unknown encoding", "Content-Transfer-Encoding: rot13//bonjour", "bonjour", []),
      (
        "plain is preferred",
        "Content-Type: multipart/alternative; boundary=B//--B//un/--B/Content-Type: text/html//<b>deux</b>/--B--", "un",
        []
      ),
      (
        "HTML where plain is blank",
        "Content-Type: multipart/alternative; boundary=B//--B// /--B/Content-Type: text/html//<b>deux</b>/--B--",
        "deux", []
      ),
      (
        "HTML where plain is a stub",
        "Content-Type: multipart/alternative; boundary=B//--B//Your client does not support HTML./--B/Content-Type: text/html//<p>Le texte, bien plus long que ce qui se dit à sa place, et qui compte.</p>/--B--",
        "Le texte, bien plus long que ce qui se dit à sa place, et qui compte.", []
      ),
      (
        "texts around a picture",
        "Content-Type: multipart/mixed; boundary=B//--B//un/--B/Content-Type: image/png; name=a.png//x/--B//deux/--B--",
        "un//deux", ["a.png"]
      ),
      (
        "never closed",
        "Content-Type: multipart/mixed; boundary=B//--B//un/--B/Content-Disposition: attachment; filename=a.bin//x",
        "un", ["a.bin"]
      ),
      ("boundary that never comes", "Content-Type: multipart/mixed; boundary=B//un/deux", "un/deux", []),
      (
        "boundary that is another",
        "Content-Type: multipart/mixed; boundary=B//--autre/Content-Type: text/html//<i>un</i>/--autre--", "un", []
      ),
      ("boundary with blanks after", "Content-Type: multipart/mixed; boundary=B//--B  //un/--B-- ", "un", []),
      ("longer boundaries are text", "Content-Type: multipart/mixed; boundary=B//--B//--Bis/--B--", "--Bis", []),
      (
        "named text is attached, and shown for want of other",
        "Content-Type: multipart/mixed; boundary=B//--B/Content-Disposition: inline; filename=a.txt//un/--B--", "un",
        ["a.txt"]
      ),
      (
        "attached text is not shown",
        "Content-Type: multipart/mixed; boundary=B//--B/Content-Disposition: attachment; filename=a.csv//1;2/--B--", "",
        ["a.csv"]
      ),
      ("a whole mail that is a file", "Content-Type: application/pdf; name=f.pdf//%PDF", "", ["f.pdf"]),
      (
        "a digest holds messages", "Content-Type: multipart/digest; boundary=B//--B//Subject: un//x/--B--", "",
        ["un.eml"]
      ),
      (
        "TNEF stays a file",
        "Content-Type: multipart/mixed; boundary=B//--B//un/--B/Content-Type: application/ms-tnef; name=winmail.dat//x/--B--",
        "un", ["winmail.dat"]
      ),
      (
        "the same text twice is once",
        "Content-Type: multipart/mixed; boundary=B//--B//un deux/--B/Content-Type: text/html//<b>un</b> deux/--B--",
        "un deux", []
      ),
      ("a file in the text", "Subject: s//avant/begin 644 chat.txt/#0V%T/`/end/après", "avant/après", ["chat.txt"]),
      ("begin that starts no file", "Subject: s//begin 644 the work/now", "begin 644 the work/now", []),
      (
        "flowed", "Content-Type: text/plain; format=flowed//un /deux/> cité /> encore/ >non",
        "un deux/> cité encore/>non", []
      ),
    ] as [(String, String, String, [String])])
  func tree(_ name: String, _ drawn: String, _ body: String, _ attachments: [String]) {
    let read = mail(IntakePartTests.lines(drawn))
    #expect(read.body == body.replacing("/", with: "\n"), "\(name)")
    #expect(read.attachments.map(\.name) == attachments, "\(name)")
  }

  /// `/` as a line end, but not inside a media type or a tag.
  private static func lines(_ drawn: String) -> String {
    var out = ""
    let characters = Array(drawn)
    for (at, character) in characters.enumerated() {
      let isTag = at > 0 && characters[at - 1] == "<"
      let isType = ["text", "image", "multipart", "application"].contains { out.hasSuffix(": \($0)") }
      out.append(character == "/" && !isTag && !isType ? "\n" : character)
    }
    return out
  }

  @Test func aFileOfUuencodeIsDecoded() {
    let read = mail("Subject: s\n\nbegin 644 chat.txt\n#0V%T\n`\nend\n")
    #expect(read.attachments.first?.bytes == Array("Cat".utf8))
  }

  @Test func limitsHoldAndSaySo() {
    var limits = MailLimits()
    limits.parts = 5
    limits.depth = 3
    let wide = "Content-Type: multipart/mixed; boundary=B\n\n" + String(repeating: "--B\n\nx\n", count: 50)
    #expect(mail(wide, limits: limits).defects == [.tooManyParts])
    var deep = ""
    for level in 0..<30 { deep += "Content-Type: multipart/mixed; boundary=B\(level)\n\n--B\(level)\n" }
    let read = mail(deep + "\nau fond", limits: limits)
    #expect(read.defects == [.tooDeep])
    #expect(read.attachments.count == 1)
    limits.size = 20
    #expect(mail("Subject: court\n\nun corps trop long", limits: limits).defects == [.tooLarge])
    #expect(mail("Subject: court\n\nun corps trop long", limits: limits).body == "un c")
    limits.headerLine = 12
    #expect(mail("Subject: 1234567890\n\n", limits: limits).subject == "123")
    #expect(mail("Content-Transfer-Encoding: rot13\n\nx").defects == [.unknownEncoding])
    #expect(mail("Content-Type: multipart/mixed; boundary=B\n\nx").defects == [.noBoundary])
  }

  @Test func theTicketAsJSON() throws {
    let json = Mail(try fixture(mail: "panne"), charsets: NoCharsets()).json { "\($0.count)" }
    #expect(json["requester"]?["email"]?.string == "renee.dupont@mairie-exemple.fr")
    #expect(json["attachments"]?.array?.last?["sha256"]?.string == "23")
    #expect(json["attachments"]?.array?.last?["bytes"]?.int == 23)
    #expect(json["message_id"]?.string == "<panne.1@mairie-exemple.fr>")
    #expect(json["in_reply_to"] == .null)
    #expect(json["auto"]?.bool == false)
    #expect(json["bounce"]?.bool == false)
  }
}
