import Desk
import Glibc

/// What came of an import.
package struct ArticleImport: Hashable, Sendable {
  package var created = 0
  package var revised = 0
  package var unchanged = 0

  package init() {}
}

extension Cabinet {
  /// Takes in articles. One whose reference is known is revised where it says something else and left alone where it
  /// does not. New ones are synced by the batch, all files of a batch before any of them has its name. What was taken
  /// in before an error stays; asked again, the rest follows.
  /// - Parameter tell: called with how many are done.
  package func take(
    inArticles foreign: [ForeignArticle], as actor: Actor, at now: Instant, tell: (Int) -> Void = { _ in }
  ) throws(RecordError) -> ArticleImport {
    var known: [String: Article] = [:]
    do throws(JournalError) {
      for article in try articles() { if let name = article.content.reference { known[name] = article } }
    } catch { throw .journal(error) }
    var result = ArticleImport()
    var fresh: [ForeignArticle] = []
    for (at, article) in foreign.enumerated() {
      let article = try settled(article)
      if let old = article.content.reference.flatMap({ known[$0] }) {
        try revise(old, article, as: actor, at: now, &result)
      } else {
        fresh.append(article)
      }
      if fresh.count == Limits.importBatch || at == foreign.count - 1 {
        try begin(fresh, as: actor, at: now)
        result.created += fresh.count
        fresh.removeAll(keepingCapacity: true)
        tell(at + 1)
      }
    }
    return result
  }

  /// As it will be recorded, and so to be compared with what is.
  private func settled(_ article: ForeignArticle) throws(RecordError) -> ForeignArticle {
    var article = article
    do throws(JournalError) { article.content = try settle(article.content) } catch { throw .journal(error) }
    return article
  }

  private func revise(
    _ old: Article, _ new: ForeignArticle, as actor: Actor, at now: Instant, _ result: inout ArticleImport
  ) throws(RecordError) {
    var isRevised = false
    if old.content != new.content || (new.state ?? old.state) != old.state {
      _ = try recordArticle(old.id, as: actor, at: now) { article in
        let facts = Cabinet.facts(from: article, to: new)
        isRevised = !facts.isEmpty
        return facts
      }
    }
    if isRevised { result.revised += 1 } else { result.unchanged += 1 }
  }

  private static func facts(from old: Article, to new: ForeignArticle) -> [ArticleFact] {
    var facts: [ArticleFact] = old.content == new.content ? [] : [.revised(new.content)]
    if let state = new.state, state != old.state { facts += state.fact.map { [$0] } ?? [] }
    return facts
  }

  /// Begins new articles, in order, under the next free numbers.
  private func begin(_ batch: [ForeignArticle], as actor: Actor, at now: Instant) throws(RecordError) {
    let lives = batch.map { article in
      ([.created(article.content)] + [article.state?.fact].compactMap { $0 }).map { (fact: ArticleFact) in
        Entrant(fact, as: actor, at: now)
      }
    }
    do throws(JournalError) {
      try doubting { () throws(JournalError) in try beginArticles(lives) }
    } catch { throw .journal(error) }
  }

  private func beginArticles(_ lives: [[Entrant]]) throws(JournalError) {
    var drafts: [(path: String, subject: Subject)] = []
    defer { for draft in drafts { unlink(draft.path) } }
    var number = try lastArticleNumber()
    guard number < Limits.ticketNumber - lives.count else { throw .noNumber }
    for life in lives {
      number += 1
      let stream = stream(Subject.article(number, of: site), by: site)
      var bytes: [UInt8] = []
      try Lines.append(life, after: stream.genesis, number: 0, lamport: 0, path: stream.path, to: &bytes)
      drafts.append((try shelf.write(bytes, syncing: false), Subject.article(number, of: site)))
    }
    for draft in drafts { try Disk.syncAll(try Disk.open(draft.path, O_WRONLY)) }
    var taken: [Int] = []
    let announcement = feed.announce(drafts.map(\.subject.name))
    for (at, draft) in drafts.enumerated() {
      if try !shelf.name(draft.path, draft.subject.file(by: site)) { taken.append(at) }
    }
    if let first = drafts.first { try Disk.syncFolder(root + "/" + first.subject.folder) }
    announcement.confirm()
    // Somebody began an article under one of the numbers meanwhile: its chain begins with its name, so it is made anew.
    for at in taken { try beginArticle(lives[at], after: number) }
  }
}

extension ArticleState {
  /// What brings an article into this state; a draft is what it begins as.
  fileprivate var fact: ArticleFact? {
    switch self {
    case .draft: nil
    case .published(let audience): .published(audience)
    case .archived: .archived
    }
  }
}
