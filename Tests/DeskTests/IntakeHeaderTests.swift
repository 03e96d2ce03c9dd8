import Desk
import Testing

@Suite struct IntakeHeaderTests {
  @Test(arguments: [
    ("plain", "Panne", "Panne"),
    ("quoted-printable word", "=?utf-8?q?Caf=C3=A9_noir?=", "Café noir"),
    ("base64 word", "=?UTF-8?B?w6l0w6k=?=", "été"),
    ("latin 1, a language tag", "=?iso-8859-1*fr?Q?=E9t=E9?=", "été"),
    ("latin 1 that is windows-1252", "=?iso-8859-1?Q?l=92=9Cuvre_=80?=", "l’œuvre €"),
    ("latin 9", "=?iso-8859-15?Q?=A4?=", "€"),
    ("blanks between words are none", "=?utf-8?q?a?=  =?utf-8?q?b?= c", "ab c"),
    ("folded words", "=?utf-8?q?a?=\n =?utf-8?q?b?=", "ab"),
    ("a character cut in two", "=?utf-8?B?w6k=?= =?utf-8?B?4oI=?= =?utf-8?B?rA==?=", "é€"),
    ("words of two charsets", "=?utf-8?q?=C3=A9?= =?iso-8859-1?q?=E9?=", "éé"),
    ("a word glued to text", "Re:=?utf-8?q?=C3=A9?=!", "Re:é!"),
    ("a word in quotes", "\"=?utf-8?q?=C3=A9?=\"", "\"é\""),
    ("blanks inside a word", "=?utf-8?q?a b?=", "a b"),
    ("a word that starts with a code", "=?utf-8?Q?=41=42?=", "AB"),
    ("a word never closed", "=?utf-8?q?abc", "=?utf-8?q?abc"),
    ("an encoding nobody knows", "=?utf-8?x?abc?= d", "=?utf-8?x?abc?= d"),
    ("bare UTF-8", "été", "été"),
    ("controls become one space", "a\u{1B}[31m\u{7}b\tc", "a [31m b c"),
    ("unfolding", "un\n  deux\n\ttrois", "un deux trois"),
    ("empty", "", ""),
  ])
  func subject(_ name: String, _ field: String, _ expected: String) {
    #expect(mail("Subject: \(field)\n\n").subject == expected, "\(name)")
  }

  @Test func bareLatin1IsReadByTheCharsetOfTheBody() {
    let raw = Array("Subject: caf".utf8) + [0xA4] + Array("\nContent-Type: text/plain; charset=iso-8859-15\n\n".utf8)
    #expect(Mail(raw, charsets: NoCharsets()).subject == "caf€")
    #expect(mail(field: "Subject", [0x93, 0x61, 0x94]).subject == "“a”")
  }

  @Test(arguments: [
    ("address alone", "a@b.example", "", "a@b.example"),
    ("name and address", "Marie Curie <Marie@B.example>", "Marie Curie", "marie@b.example"),
    ("quoted name with a comma", "\"Curie, Marie\" <m@b.example>", "Curie, Marie", "m@b.example"),
    ("escaped quotes", "\"M \\\"la\\\" C\" <m@b.example>", "M \"la\" C", "m@b.example"),
    ("encoded word with a comma in it", "=?utf-8?q?Curie,_Ren=C3=A9e?= <m@b.example>", "Curie, Renée", "m@b.example"),
    ("name in a comment", "m@b.example (Marie (Mme) C)", "Marie (Mme) C", "m@b.example"),
    ("comment inside the address", "m(x)@b(y).example", "y", "m@b.example"),
    ("a route", "Marie <@a.example,@c.example:m@b.example>", "Marie", "m@b.example"),
    ("a group", "Equipe: Marie <m@b.example>, n@b.example;", "Marie", "m@b.example"),
    ("an empty group", "undisclosed-recipients:;, m@b.example", "", "m@b.example"),
    ("address in the name too", "\"m@b.example\" <n@b.example>", "m@b.example", "n@b.example"),
    ("bare address in the name", "m@b.example <n@b.example>", "m@b.example", "n@b.example"),
    ("bracket never closed", "Marie <m@b.example", "Marie", "m@b.example"),
    ("quote never closed", "\"Marie <m@b.example>", "Marie", "m@b.example"),
    ("comment never closed", "Marie (x <m@b.example>", "Marie x", "m@b.example"),
    ("quotes in quotes", "\"'Marie'\" <m@b.example>", "Marie", "m@b.example"),
    ("mailto", "<mailto:m@b.example>", "", "m@b.example"),
    ("dot at the end", "m@b.example.", "", "m@b.example"),
    ("an address of IPv6", "m@[IPv6:2001:db8::1]", "", "m@[ipv6:2001:db8::1]"),
    ("blanks around the @", "Marie m @ b.example", "Marie", "m@b.example"),
    ("no address", "Marie", "", "marie"),
    ("empty members", ", ,m@b.example", "", "m@b.example"),
  ])
  func from(_ name: String, _ field: String, _ display: String, _ email: String) {
    #expect(mail("From: \(field)\n\n").from == Mailbox(name: display, email: email), "\(name)")
  }

  @Test func listsAreCutAtCommasAndSemicolons() {
    let read = mail("To: \"A, B\" <a@x.example>, b@x.example; Chefs: c@x.example, <d@x.example>;\nTo: e@x.example\n\n")
    #expect(read.to.map(\.email) == ["a@x.example", "b@x.example", "c@x.example", "d@x.example", "e@x.example"])
  }

  @Test func senderStandsInForFrom() {
    #expect(mail("Sender: s@x.example\nReturn-Path: <r@x.example>\n\n").from?.email == "s@x.example")
    #expect(mail("From: <>\nReturn-Path: <r@x.example>\n\n").from?.email == "r@x.example")
    #expect(mail("Subject: x\n\n").from == nil)
    #expect(mail("From : a@x.example\nFrom: b@x.example\nFrom: c@x.example\n\n").from?.email == "b@x.example")
  }

  @Test(arguments: [
    ("RFC 5322", "Fri, 21 Nov 1997 09:55:06 -0600", "1997-11-21T15:55:06.000Z"),
    ("no weekday, no seconds", "21 Nov 2025 09:55 +0100", "2025-11-21T08:55:00.000Z"),
    ("two digits of year, a zone by name", "21 Nov 97 09:55:06 EST", "1997-11-21T14:55:06.000Z"),
    ("a comment", "Mon, 3 Nov 2025 09:00:00 +0000 (UTC)", "2025-11-03T09:00:00.000Z"),
    ("leap second", "31 Dec 2016 23:59:60 GMT", "2017-01-01T00:00:00.000Z"),
  ])
  func date(_ name: String, _ field: String, _ expected: String) {
    #expect(mail("Date: \(field)\n\n").date?.rfc3339 == expected, "\(name)")
  }

  @Test(arguments: ["", "yesterday", "99 Nov 2025 10:00 +0000", "1 Nov 99999 10:00", "1 Nov 2025 25:00 +0000", "Nov"])
  func noDate(_ field: String) {
    #expect(mail("Date: \(field)\n\n").date == nil)
  }

  @Test func identifiersKeepTheirBrackets() {
    let read = mail(
      "Message-ID: <1@x>\nIn-Reply-To: your message <2@x> of today\nReferences: <3@x>\n\t<4@\n x> <3@x>, junk <>\n\n")
    #expect(read.messageID == "<1@x>")
    #expect(read.inReplyTo == ["<2@x>"])
    #expect(read.references == ["<3@x>", "<4@x>"])
    #expect(mail("In-Reply-To: 5@x\n\n").inReplyTo == ["<5@x>"])
  }

  @Test(arguments: [
    ("bare LF", "Subject: s\n\ncorps\n"), ("CR LF", "Subject: s\r\n\r\ncorps\r\n"),
    ("bare CR", "Subject: s\r\rcorps\r"),
    ("CR CR LF", "Subject: s\r\r\n\r\r\ncorps\r\r\n"), ("mailbox line", "From a@b Mon Nov  3\nSubject: s\n\ncorps"),
    ("blanks before", "\n \nSubject: s\n\ncorps"), ("blank before the colon", "Subject : s\n\ncorps"),
    ("a line that is no field", "Subject: s\n???\nX: y\n\ncorps"), ("empty line forgotten", "Subject: s\ncorps !"),
  ])
  func header(_ name: String, _ text: String) {
    let read = mail(text)
    #expect(read.subject == "s", "\(name)")
    #expect(read.body.hasPrefix("corps"), "\(name)")
  }

  @Test(arguments: [
    (
      "Received: from a by b; Fri, 21 Nov 1997 09:55:06 -0600\nReceived: from x by a; Thu, 20 Nov 1997 09:00:00 +0000",
      "1997-11-21T15:55:06.000Z"
    ),
    ("Date: Fri, 21 Nov 1997 09:55:06 -0600", nil), ("Received: from a by b", nil), ("Received: from a; soon", nil),
  ]) func topmostServerDatesTheArrival(_ header: String, _ expected: String?) {
    let mail = Mail(Array((header + "\n\nx").utf8), charsets: NoCharsets())
    #expect(mail.receivedAt?.rfc3339 == expected)
  }
}
