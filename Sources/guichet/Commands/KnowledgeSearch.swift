import Desk
import Glibc
import Journal

// `guichet kb search`: one question of the command line, or many of a file. A person is shown what answers; a program,
// which sees the scores, is also given what shares only stop words with the question.
extension Invocation {
  private static let usualHits = 20
  private static let mostHits = 1000
  /// Characters of a snippet where no terminal says how wide it is.
  private static let snippetWidth = 160
  /// Bytes of a file of questions.
  private static let questionFile = 64 << 20

  func search(_ text: String, _ session: Session) throws(Trouble) {
    let limit = try number(.limit, 1...Invocation.mostHits) ?? Invocation.usualHits
    let asked = try questions(text)
    let library: Library
    do throws(JournalError) { library = try session.library() } catch { throw Trouble(error, words) }
    for (id, text) in asked {
      let question = Question(text)
      let found = library.search(question, limit: limit, loosely: printer.isJSON)
      if printer.isJSON {
        for find in found { printer.json(json(find, question, id)) }
      } else {
        show(found, question, id)
      }
    }
  }

  /// The question of the command line, or those of `--queries`, with their ids.
  private func questions(_ text: String) throws(Trouble) -> [(id: String?, text: String)] {
    guard let path = arguments.one(.queries) else { return [(nil, text)] }
    guard text.isEmpty else { throw Trouble(.usage, words.wordsAndQueries) }
    let bytes = try contents(of: path, limit: Invocation.questionFile)
    var asked: [(id: String?, text: String)] = []
    for (at, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { continue }
      guard let json = try? JSONReader.read(Array(line)), let text = json["text"]?.string,
        let id = json["id"]?.string ?? json["id"]?.int.map(String.init)
      else { throw Trouble(.data, words.badQuery(path, line: at + 1)) }
      asked.append((id, text))
    }
    return asked
  }

  /// All of a file, or of standard input for `-`.
  func contents(of path: String, limit: Int) throws(Trouble) -> [UInt8] {
    let bytes = path == "-" ? Paths.read(0, limit: limit + 1) : Paths.read(path, limit: limit + 1)
    guard let bytes else { throw Trouble(.noInput, words.unreadableFile(path)) }
    guard bytes.count <= limit else { throw Trouble(.data, words.fileTooLong(path, limit: limit)) }
    return bytes
  }

  private func json(_ find: Library.Find, _ question: Question, _ id: String?) -> JSON {
    let article = find.article
    return .object(
      of: ("query", id.map(JSON.string)), ("id", .string(article.id)),
      ("reference", article.content.reference.map(JSON.string)), ("score", .number("\(find.score)")),
      ("title", .string(article.content.title)),
      ("snippet", .string(snippet(article, question, width: Invocation.snippetWidth))))
  }

  /// A table, and on a terminal under each row what the words were found in.
  private func show(_ found: [Library.Find], _ question: Question, _ id: String?) {
    if let id { printer.line(words.answers(to: id, found.count)) }
    for find in found {
      let article = find.article
      let row = [article.id, words.name(article.state), article.content.level.rawValue, article.content.title]
      if let width = printer.width {
        printer.table(Invocation.articleColumns, [row], isFitted: false)
        printer.line("    " + snippet(article, question, width: max(width - 6, 0)))
      } else {
        printer.table([], [row + [snippet(article, question, width: Invocation.snippetWidth)]])
      }
    }
    if found.isEmpty, id == nil, printer.width != nil { printer.line(words.nothingFound) }
  }

  /// Of what the article tells; of nothing where it is all in the title.
  private func snippet(_ article: Article, _ question: Question, width: Int) -> String {
    Snippet(of: article.content.prose.joined(separator: "\n"), question.terms, width: width).text
  }
}
