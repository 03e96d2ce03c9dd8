import Console
import Desk
import Glibc
import Journal

// `guichet kb import`: articles of another collection, in JSON Lines.
extension Invocation {
  /// Bytes of one import.
  private static let importFile = 1 << 30
  /// Lines that are wrong, told one by one.
  private static let flawsTold = 20

  /// Takes in all of the file, or nothing of it where a line is wrong.
  func importArticles(_ path: String, _ session: Session) throws(Trouble) {
    let (articles, flaws) = ForeignArticle.read(try contents(of: path, limit: Invocation.importFile))
    guard flaws.isEmpty else {
      let told = flaws.prefix(Invocation.flawsTold).map { words.lineRefused(path, $0.line, words.flaw($0.flaw)) }
      throw Trouble(.data, (told + [words.nothingImported(flaws.count)]).joined(separator: "\n"))
    }
    let bar = ProgressBar(total: articles.count, words)
    defer { bar.end() }
    do throws(RecordError) {
      let result = try session.importArticles(articles) { bar.show($0, words.articlesDone($0, of: articles.count)) }
      bar.end()
      report(result)
    } catch { throw Trouble(error, on: nil, words) }
  }

  private func report(_ result: ArticleImport) {
    guard printer.isJSON else {
      return printer.line(words.importedArticles(result.created, result.revised, result.unchanged))
    }
    printer.json(
      .object(
        of: ("created", .int(Int64(result.created))), ("revised", .int(Int64(result.revised))),
        ("unchanged", .int(Int64(result.unchanged)))))
  }
}

extension Words {
  func flaw(_ flaw: ForeignArticle.Flaw) -> String {
    switch flaw {
    case .notJSON(let error): notJSON(at: error.offset)
    case .notAnObject: notAnObject
    case .missing(let name): missingMember(name)
    case .badValue(let name): badMember(name)
    case .tooLong(let name, let limit): memberTooLong(name, limit: limit)
    case .doubled(let name, let line): doubledReference(name, line: line)
    }
  }
}
