import Desk
import Foundation
import Testing

import guichet

/// Real mails of eight projects, where they are at hand: what is read of them against what three other readers agree on.
@Suite struct IntakeCorpusTests {
  /// The folder of shared test material: `GUICHET_SHARED`, or `../shared` beside the project.
  private static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["GUICHET_SHARED"] { return URL(fileURLWithPath: named) }
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.appendingPathComponent("shared")
  }()
  private static let cases = folder.appendingPathComponent("data/mail_cases.dev.jsonl")
  private static let isPresent = FileManager.default.fileExists(atPath: cases.path)

  /// One mail and what is expected of it; a field with no oracle is not asked.
  private struct Case {
    var id: String
    var mail: Mail
    var expect: [String: Any]
    var oracle: [String: Any]
  }

  private static func load() throws -> [Case] {
    try String(contentsOf: cases, encoding: .utf8).split(separator: "\n").compactMap { line in
      guard let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let path = entry["path"] as? String, let id = entry["id"] as? String,
        let expect = entry["expect"] as? [String: Any], let oracle = entry["oracle"] as? [String: Any]
      else { return nil }
      let raw = try Data(contentsOf: folder.appendingPathComponent("data").appendingPathComponent(path))
      return Case(id: id, mail: Mail(Array(raw), charsets: Iconv()), expect: expect, oracle: oracle)
    }
  }

  /// Letters and digits alone, compatibility forms put together, 80 of them at the most.
  private static func letters(_ text: String) -> Substring {
    let kept = text.precomposedStringWithCompatibilityMapping.unicodeScalars.filter {
      CharacterSet.alphanumerics.contains($0) && !CharacterSet.nonBaseCharacters.contains($0)
    }
    return String(String.UnicodeScalarView(kept)).prefix(80)
  }

  private static func folded(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func isRight(_ field: String, _ entry: Case) -> Bool {
    let (mail, expect) = (entry.mail, entry.expect)
    switch field {
    case "subject": return folded(mail.subject) == folded(expect["subject"] as? String ?? "")
    case "from": return mail.from?.email == expect["from"] as? String
    case "attachments":
      var names = mail.attachments.map { folded($0.name) }
      for wanted in expect["attachments"] as? [String] ?? [] {
        guard let at = names.firstIndex(of: folded(wanted)) else { return false }
        names.remove(at: at)
      }
      return true
    case "body": return letters(mail.body).hasPrefix(letters(expect["body_prefix"] as? String ?? "").prefix(60))
    case "auto": return mail.isAuto == expect["auto"] as? Bool
    default: return mail.isBounce == expect["bounce"] as? Bool
    }
  }

  @Test(.enabled(if: isPresent, "the shared test material is absent: set GUICHET_SHARED"))
  func realMailsAreReadAsOthersReadThem() throws {
    let cases = try IntakeCorpusTests.load()
    #expect(cases.count > 500)
    let floors = ["subject": 0.97, "from": 0.97, "attachments": 0.97, "body": 0.95, "auto": 0.97, "bounce": 0.97]
    for (field, floor) in floors {
      let key = field == "body" ? "body_prefix" : field
      let asked = cases.filter { $0.oracle[field] is String && $0.expect[key] != nil && !($0.expect[key] is NSNull) }
      let wrong = asked.filter { !IntakeCorpusTests.isRight(field, $0) }
      let share = 1 - Double(wrong.count) / Double(max(1, asked.count))
      #expect(share >= floor, "\(field): \(wrong.map(\.id))")
    }
  }
}
