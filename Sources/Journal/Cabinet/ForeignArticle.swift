import Desk

/// An article of another collection, to be taken in under its reference there.
package struct ForeignArticle: Hashable, Sendable {
  /// With its `reference`.
  package var content: ArticleContent
  /// nil leaves a known article as it stands and begins a new one as a draft.
  package var state: ArticleState?

  package init(_ content: ArticleContent, state: ArticleState? = nil) {
    self.content = content
    self.state = state
  }

  /// What is wrong with a line that should be an article.
  package enum Flaw: Error, Hashable, Sendable {
    case notJSON(JSONError)
    case notAnObject
    case missing(String)
    case badValue(String)
    case tooLong(String, limit: Int)
    /// The reference was given by an earlier line.
    case doubled(String, line: Int)
  }
}

extension ForeignArticle {
  /// Bytes of all keywords together.
  private static let keywordBytes = 1000

  /// Reads `{"id": "12", "title": "…", "text": "…", "keywords": ["…"], "category": "…", "state": "public"}`. An id, and
  /// a title or a text (empty, perhaps), there must be; members of other names are passed over. `id` may be a whole number; `state` is
  /// `draft`, `internal`, `public` or `archived`, or `published`, which is internal.
  package init(line: UnsafeRawBufferPointer) throws(Flaw) {
    let json: JSON
    do throws(JSONError) { json = try JSONReader.read(line) } catch { throw .notJSON(error) }
    guard case .object = json else { throw .notAnObject }
    guard let reference = json["id"]?.string ?? json["id"]?.int.map(String.init), !reference.trimmed.isEmpty else {
      throw .missing("id")
    }
    var title = try ForeignArticle.text("title", json)?.trimmed ?? ""
    var text = try ForeignArticle.text("text", json) ?? ""
    if json["title"] == nil, json["text"] == nil { throw .missing("title") }
    if title.isEmpty { (title, text) = ForeignArticle.titled(text) }
    if title.isEmpty { title = reference }
    if title.utf8.count > Limits.subject {
      text = title + "\n\n" + text
      title = ForeignArticle.beginning(of: title)
    }
    let keywords = json["keywords"] ?? .array([])
    let category = try ForeignArticle.text("category", json)?.trimmed ?? ""
    content = ArticleContent(
      title: title, category: category.isEmpty ? nil : category, text: Body(text),
      keywords: keywords.strings ?? keywords.string.map { [$0] } ?? [], reference: reference)
    state = try ForeignArticle.state(json)
    try check(keywords)
  }

  private func check(_ keywords: JSON) throws(Flaw) {
    let isList = keywords.strings.map { $0.count == keywords.array?.count } ?? (keywords.string != nil)
    if !isList { throw .badValue("keywords") }
    let sizes = [
      ("id", content.reference?.utf8.count ?? 0, Limits.shortText),
      ("category", content.category?.utf8.count ?? 0, Limits.shortText),
      ("keywords", content.keywords.reduce(0) { $0 + $1.utf8.count }, ForeignArticle.keywordBytes),
      ("text", content.text.text.utf8.count, Limits.body),
    ]
    for (name, size, limit) in sizes where size > limit { throw .tooLong(name, limit: limit) }
  }

  private static func text(_ name: String, _ json: JSON) throws(Flaw) -> String? {
    guard let value = json[name], value != .null else { return nil }
    guard let text = value.string else { throw .badValue(name) }
    return text
  }

  /// A text without a title is called by its first line, and has no more to say where that is all of it.
  private static func titled(_ text: String) -> (title: String, text: String) {
    let whole = text.trimmed
    let line = whole.prefix { !$0.isNewline }
    if line.utf8.count == whole.utf8.count, whole.utf8.count <= Limits.subject { return (whole, "") }
    return (beginning(of: String(line)), text)
  }

  /// As much as a title may hold, cut between two words where there are some.
  private static func beginning(of text: String) -> String {
    var kept = Substring(text)
    while kept.utf8.count > Limits.subject / 4 {
      kept = kept.lastIndex(of: " ").map { kept[..<$0] } ?? kept.prefix(Limits.subject / 16)
    }
    return kept.utf8.count == text.utf8.count ? text : kept + "…"
  }

  private static func state(_ json: JSON) throws(Flaw) -> ArticleState? {
    switch try text("state", json) {
    case nil: return nil
    case "draft": return .draft
    case "internal", "published": return .published(.internal)
    case "public": return .published(.public)
    case "archived": return .archived
    default: throw .badValue("state")
    }
  }
}

extension ForeignArticle {
  /// The articles of a file in JSON Lines, or every line that is none, from 1. Empty lines are passed over.
  package static func read(_ bytes: [UInt8]) -> (articles: [ForeignArticle], flaws: [(line: Int, flaw: Flaw)]) {
    var articles: [ForeignArticle] = []
    var flaws: [(line: Int, flaw: Flaw)] = []
    var lines: [String: Int] = [:]
    bytes.withUnsafeBytes { bytes in
      for (at, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
        guard line.contains(where: { ![0x09, 0x0D, 0x20].contains($0) }) else { continue }
        do throws(Flaw) {
          let article = try ForeignArticle(line: UnsafeRawBufferPointer(rebasing: line))
          let name = article.content.reference ?? ""
          if let earlier = lines.updateValue(at + 1, forKey: name) { throw .doubled(name, line: earlier) }
          articles.append(article)
        } catch { flaws.append((at + 1, error)) }
      }
    }
    return (articles, flaws)
  }
}
