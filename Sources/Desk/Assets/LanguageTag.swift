/// A language as BCP 47 (RFC 5646) names it: its code of two letters (ISO 639-1), and perhaps a region or script behind a
/// hyphen, `fr`, `pt-BR`.
package enum LanguageTag {
  /// Those most told to whoever wrote another.
  package static let examples = ["fr", "en", "de", "es", "it", "nl", "pt"]

  private static let codes = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es
    et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki
    kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no
    nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te
    tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Whether a text names a language.
  package static func isOne(_ text: String) -> Bool {
    let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, codes.contains(String(first)) else { return false }
    return parts.dropFirst().allSatisfy {
      (2...8).contains($0.utf8.count) && $0.allSatisfy { $0.isLetter || $0.isNumber }
    }
  }
}
