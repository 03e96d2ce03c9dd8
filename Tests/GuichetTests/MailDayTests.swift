import Desk
import Journal
import Kit
import Testing

/// A day of real mail: all of it comes in, one ticket of it is worked by two people, and the record holds.
@Suite struct MailDayTests {
  private static let folder = Files.shared("data/mail/raw")
  /// Delivered last, so that its ticket is the first under `0`.
  private static let followed = "flanker/8bitmime.eml"
  private let bench = Bench()

  @Test(.enabled(if: folder != nil, "the shared test material is absent: set GUICHET_SHARED"))
  func everyMailComesInAndOneIsWorkedToItsEnd() throws {
    bench.furnish()
    _ = bench.shell("mkdir cabinet/config")
    bench.write("{ categories: ['Poste'] }", to: "cabinet/config/desk.json")
    bench.guichet("config", "apply", "--as", "lea")
    try deliverAll()
    let pty = try #require(
      Pty([Binary.path, "--lang", "fr", "--as", "lea"], bench.environment, width: 120, height: 40))
    #expect(pty.wait(for: "? aide"))
    pty.press("0j")
    #expect(pty.wait { _ in hand(pty).contains("#") })
    pty.press("k")
    // The row below may be of a bob as well.
    pty.settle()
    #expect(
      pty.wait { _ in hand(pty).contains("bob@example.com") || hand(pty).contains(" bob ") }, "\(pty.screen.text)")
    let number = String(hand(pty).drop { $0 != "#" }.dropFirst().prefix(while: \.isNumber))
    workAsLea(pty)
    try workAsBob(number, before: pty)
    pty.press("Q")
    #expect(pty.end() == 0)
    #expect(TerminalStream(pty.sent).flaws == [])
    let verdict = bench.guichet("verify")
    #expect(verdict.status == 0, "\(verdict.output)")
    let ops = bench.guichet("show", number, "--json").output
    for op in ["message.in", "qualified", "message.out", "escalated", "resolved"] {
      #expect(ops.contains("\(op)\""), "\(op)")
    }
  }

  /// Our own server's word dates the arrival, within reason; the sender's decides nothing. Seconds between the
  /// opening and when the contact is said to have come.
  @Test(arguments: [
    ("3 hours ago", 10_800), ("4 days ago", 4 * 86_400), ("6 days ago", 0), ("20 years ago", 0), ("tomorrow", 0),
    ("9998-01-01", 0),
  ])
  func theServersDateIsBelievedWithinReason(date: String, age: Int64) throws {
    bench.furnish()
    let outcome = bench.shell(
      """
      printf 'Received: from mx; %s\\nDate: 1 Jan 1999 10:00 +0000\\nFrom: ines@acme.example\\nSubject: VPN\\n\\nx\\n' \
        "$(date -R -d '\(date)')" | guichet mail >&2
      guichet list --json
      """)
    let line = try #require(outcome.output.split(separator: "\n").last, "\(outcome.output)")
    let row = try JSONReader.read(Array(line.utf8))
    let opened = try #require(row["opened_at"]?.string.flatMap { Instant(rfc3339: $0) })
    let received = try #require(row["received_at"]?.string.flatMap { Instant(rfc3339: $0) })
    #expect(abs(opened - received - age) < 30)
  }

  /// Every mail through the program, as a mail server would hand it over, two at a time; each must be taken.
  private func deliverAll() throws {
    let folder = try #require(MailDayTests.folder)
    let mails = Files.below(folder)
    #expect(mails.count >= 630)
    let others = mails.filter { !$0.hasSuffix(MailDayTests.followed) }
    for half in 0..<2 {
      let part = others.enumerated().filter { $0.offset % 2 == half }.map { $0.element + "\n" }.joined()
      bench.write(part, to: "mails-\(half)")
    }
    bench.write(
      """
      while IFS= read -r mail; do guichet mail < "$mail" > said-$1 2>&1 || echo "$? $mail $(cat said-$1)"; done
      """, to: "deliver.sh")
    let failures = bench.shell(
      """
      for half in 0 1; do sh deliver.sh $half < mails-$half > failed-$half & done; wait; cat failed-0 failed-1
      """
    ).output
    #expect(failures == "")
    let last = bench.shell("guichet mail < \(folder)/\(MailDayTests.followed)")
    #expect(last.status == 0, "\(last.output)")
    // Answers join their tickets; everything else opens one.
    let opened = bench.guichet("list").output.count { $0 == "\n" }
    #expect(opened > 400 && opened < mails.count)
  }

  /// The row the agent's hand is on.
  private func hand(_ pty: Pty) -> String { pty.screen.lines.first { $0.hasPrefix("▌") } ?? "" }

  private func workAsLea(_ pty: Pty) {
    let send = "\u{1B}\r"
    pty.press("t")
    #expect(pty.wait(for: "pris par vous"))
    pty.press("p\t\tPo\r")
    pty.type(send)
    #expect(pty.wait(for: "qualifié"), "\(pty.screen.text)")
    pty.press("r")
    #expect(pty.wait(for: "Alt-Entrée"))
    pty.press("Bien pris.")
    pty.type(send)
    #expect(pty.wait(for: "réponse enregistrée"), "\(pty.screen.text)")
    pty.press("e")
    #expect(pty.wait(for: "Hypothèse"))
    pty.press("\tpage illisible\tautre poste\tcodage\tregarder le serveur\taucune")
    pty.type(send)
    #expect(pty.wait(for: "escaladé"), "\(pty.screen.text)")
    #expect(hand(pty).contains(" N2 "))
  }

  /// Another person, in another process: the first console shows each act, and the hand stays where it was.
  private func workAsBob(_ number: String, before pty: Pty) throws {
    let place = pty.screen.lines.firstIndex { $0.hasPrefix("▌") }
    let taken = bench.guichet("take", number, "--as", "bob")
    #expect(taken.status == 0, "\(taken.output)")
    #expect(pty.wait { _ in hand(pty).hasSuffix(" bob") }, "\(pty.screen.text)")
    let resolved = bench.guichet(
      "resolve", number, "--as", "bob", "--code", "configuration", "--summary", "page de code corrigée", "--cause",
      "page de code", "--by-phone", "--kb", "no:unique")
    #expect(resolved.status == 0, "\(resolved.output)")
    #expect(pty.wait { _ in hand(pty).contains(" réso ") }, "\(pty.screen.text)")
    #expect(hand(pty).contains("#\(number) "))
    #expect(pty.screen.lines.firstIndex { $0.hasPrefix("▌") } == place)
  }
}
