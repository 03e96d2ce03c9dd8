import Desk
import Testing

@Suite struct IntakeHTMLTests {
  @Test(arguments: [
    ("paragraphs", "<p>un</p><p>deux</p>", "un\n\ndeux"),
    ("Outlook's paragraphs are lines", "<p class=MsoNormal>un</p><p class=\"MsoNormal\">deux</p>", "un\ndeux"),
    ("divisions", "<div>un</div><div>deux</div>", "un\ndeux"),
    ("line breaks", "un<br>deux<br/><br>trois", "un\ndeux\n\ntrois"),
    ("white space folds", "  un \n\t deux  ", "un deux"),
    ("inline elements", "<b>un</b><i> deux</i>", "un deux"),
    ("hidden elements", "<head><title>t</title><style>p{}</style></head><script>x<y</script>un", "un"),
    ("comments", "un<!-- <p>x --> deux<![if !mso]>!<![endif]>", "un deux!"),
    ("comment never closed", "un<!-- deux>trois", "untrois"),
    ("script never closed", "un<script>deux", "undeux"),
    ("entities", "&lt;&eacute;&#233;&#xE9;&euro;&#150;&nbsp&amp;lt;", "<ééé€– &lt;"),
    ("entities that are none", "a & b &bogus; &#0; &#x110000; &", "a & b &bogus; \u{FFFD} \u{FFFD} &"),
    ("less than", "1 < 2 <3", "1 < 2 <3"),
    ("a link", "<a href=\"https://x.example/?a=1&amp;b=2\">ici</a>.", "ici <https://x.example/?a=1&b=2> ."),
    ("a link that is its text", "<a href=https://x.example/>https://x.example</a>", "https://x.example"),
    ("an address that is its text", "<a href='mailto:a@x.example'>a@x.example</a>", "a@x.example"),
    ("a link of script", "<a href=\"javascript:x()\">ici</a>", "ici"),
    ("a link of nothing", "un<a href=\"https://pixel.example\"><img src=x></a>", "un"),
    ("link before a block", "<a href=http://x.example>un</a><p>deux", "un <http://x.example>\n\ndeux"),
    ("pictures are not shown", "<img alt=Logo>un", "un"),
    ("but where they are all there is", "<img alt='Promo &amp; co'>", "[Promo & co]"),
    ("a list", "<ul><li>un<li>deux<ul><li>trois</ul></ul>quatre", "- un\n- deux\n  - trois\n\nquatre"),
    ("a numbered list", "<ol><li>un</li><li>deux</li></ol>", "1. un\n2. deux"),
    ("a table", "<table><tr><th>a</th><th>b</th></tr><tr><td>1<td>2</table>", "a | b\n1 | 2"),
    ("a table for layout", "<table><tr><td></td><td><div>un</div></td></tr><tr><td>deux</td></tr></table>", "un\ndeux"),
    ("a quote", "un<blockquote>deux<br>trois</blockquote>quatre", "un\n\n> deux\n> trois\n\nquatre"),
    ("a quote in a quote", "<blockquote>un<blockquote>deux</blockquote></blockquote>", "> un\n>\n>> deux"),
    ("preformatted", "<pre>a\n  b\n\nc</pre>d", "a\n  b\n\nc\n\nd"),
    ("a rule", "<hr>un<hr>deux", "un\n----------\ndeux"),
    ("blank paragraphs", "<p>un</p><p>&nbsp;</p><p>deux</p>", "un\n\ndeux"),
    ("soft hyphens and zero widths", "ty&shy;po&#8203;graphie", "typographie"),
    ("quotes in attributes", "<p title=\"a>b\" x='c>d'>un</p>", "un"),
    ("quote never closed", "<p title=\"a>un</p>", "un"),
    ("tag never closed", "un <b", "un <b"),
    ("upper case", "<P>UN</P><BR><SCRIPT>x</SCRIPT>", "UN"),
    ("end tags of nothing", "</ul></blockquote></pre></a>un", "un"),
    ("escape sequences", "un&#27;[31m", "un[31m"),
  ])
  func text(_ name: String, _ html: String, _ expected: String) {
    #expect(mail(html: html).body == expected, "\(name)")
  }

  /// Nothing is nested in memory, so nothing can nest too deep; marks stop at a bound.
  @Test(arguments: [
    "<div>", "<blockquote>", "<ul><li>", "<table><tr><td>", "<a href=x>", "<b>", "<pre>", "<font size=1>",
  ])
  func deepNesting(_ tag: String) {
    let body = mail(html: String(repeating: tag, count: 3_000) + "fond").body
    #expect(body.hasSuffix("fond"))
    #expect(body.split(separator: "\n").allSatisfy { $0.utf8.count < 200 })
  }

  @Test func linksHaveALimit() {
    var limits = MailLimits()
    limits.links = 2
    let link = "<a href=https://x.example/1>a</a> "
    let read = mail("Content-Type: text/html\n\n" + link + link + link, limits: limits)
    #expect(read.body == "a <https://x.example/1> a <https://x.example/1> a")
  }
}
