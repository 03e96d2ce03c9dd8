import Desk

// The knowledge base: one stream an article, `kb/LYO/KB-0113.LYO.jsonl`. An article of this site is called
// `KB-0113`, one of another site `PAR:KB-0113`.
extension Cabinet {
  /// Begins an article under the next free number.
  package func createArticle(
    _ facts: [ArticleFact], as actor: Actor, at now: Instant
  ) throws(JournalError) -> Article {
    try doubting { () throws(JournalError) in
      let entrants = facts.map { Entrant($0, as: actor, at: now) }
      let subject = try beginArticle(entrants, after: try lastArticleNumber())
      return Article.fold(subject.stem, recorded(entrants, after: 0, lamport: 0))
    }
  }

  /// Begins an article under the next free number after one that is taken.
  @discardableResult
  func beginArticle(_ entrants: [Entrant], after taken: Int) throws(JournalError) -> Subject {
    var number = taken
    for _ in 0..<Limits.numberTries where number < Limits.ticketNumber {
      number += 1
      let subject = Subject.article(number, of: site)
      if try begin(stream(subject, by: site), entrants, lamport: 0, name: subject.name) { return subject }
    }
    throw .noNumber
  }

  /// The highest number of this site's articles; 0 where there is none.
  func lastArticleNumber() throws(JournalError) -> Int {
    try articleSubjects().filter { $0.site == site }.map(\.number).max() ?? 0
  }

  /// Records what `decide` makes of an article as it is on disk, under its lock.
  package func recordArticle(
    _ id: String, as actor: Actor, at now: Instant, decide: (Article) throws(Refusal) -> [ArticleFact]
  ) throws(RecordError) -> Article {
    guard let subject = subject(ofArticle: id) else { throw .journal(.noSuchArticle(id)) }
    var article = Article(id: id)
    let events: [ArticleEvent] = try append(about: subject) { gathering throws(RecordError) in
      guard gathering.isFound else { throw .journal(.noSuchArticle(id)) }
      article = Article.fold(id, gathering.events)
      let facts: [ArticleFact]
      do throws(Refusal) { facts = try decide(article) } catch { throw .refused(error) }
      return facts.map { Entrant($0, as: actor, at: now) }
    }
    for event in events { article.apply(event) }
    return article
  }

  /// An article as far as it reads.
  package func article(_ id: String) throws(JournalError) -> Article {
    guard let subject = subject(ofArticle: id), let gathering: Gathering<ArticleFact> = try archive.gather(subject)
    else {
      throw .noSuchArticle(id)
    }
    return Article.fold(id, gathering.events)
  }

  /// An article with all of its text; as it is where the blob of a long one is gone.
  package func unabridged(_ article: Article) -> Article {
    guard article.content.text.blob != nil, let text = try? text(of: article.content.text) else { return article }
    return article.unabridged(text)
  }

  /// Every article, by id; a long text as far as its line holds it.
  package func articles() throws(JournalError) -> [Article] {
    var articles: [Article] = []
    for (site, number) in try articleSubjects() {
      let subject = Subject.article(number, of: site)
      guard let gathering: Gathering<ArticleFact> = try archive.gather(subject) else { continue }
      articles.append(Article.fold(site == self.site ? subject.stem : "\(site):\(subject.stem)", gathering.events))
    }
    return articles
  }

  private func articleSubjects() throws(JournalError) -> [(site: String, number: Int)] {
    var found: [(site: String, number: Int)] = []
    for site in try Disk.names(in: root + "/kb").sorted() where TicketID.isSiteCode(site) {
      let numbers = try Disk.names(in: root + "/kb/" + site).compactMap { name in
        name.split(separator: ".").first.flatMap { Cabinet.articleNumber($0) }
      }
      found += Set(numbers).sorted().map { (site, $0) }
    }
    return found
  }

  private func subject(ofArticle id: String) -> Subject? {
    let parts = id.split(separator: ":", omittingEmptySubsequences: false)
    guard let last = parts.last, let number = Cabinet.articleNumber(last), parts.count <= 2 else { return nil }
    let site = parts.count == 2 ? String(parts[0]) : site
    return TicketID.isSiteCode(site) ? Subject.article(number, of: site) : nil
  }

  private static func articleNumber(_ text: Substring) -> Int? {
    guard text.hasPrefix("KB-"), let number = Int(text.dropFirst(3)), (1...Limits.ticketNumber).contains(number),
      text == "KB-" + Instant.pad(number, 4)
    else { return nil }
    return number
  }
}
