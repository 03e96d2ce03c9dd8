import Testing

/// What the room promises not to do, read in its source.
@Suite(.enabled(if: !Shared.sources("Sources/Journal").isEmpty, "the package's sources are not here"))
struct PromiseTests {
  /// No code path truncates, rewrites or renames a ticket's file. What may be replaced, and where that is done:
  static let allowed: [String: Set<String>] = [
    "rename(": ["Feed.swift", "SideFiles.swift", "Drafts.swift", "Manifest.swift", "HeadList.swift"],
    "unlink(": [
      "Feed.swift", "SideFiles.swift", "Drafts.swift", "Manifest.swift", "Shelf.swift", "Import.swift",
      "ArticleImport.swift", "LedgerFile.swift", "Upkeep.swift", "HeadList.swift",
    ],
    "pwrite(": ["Numbers.swift", "Upkeep.swift"],
    "O_TRUNC": [], "ftruncate": [], "truncate(": [], "renameat": [], "unlinkat": [], "lseek": [],
    "mmap": ["Mapping.swift"],
    "fopen": [],
    "O_CREAT": [
      "Feed.swift", "Shelf.swift", "Numbers.swift", "Tickets.swift", "Upkeep.swift", "IndexLog.swift",
      "References.swift", "Recurrences.swift",
    ],
  ]

  @Test func nothingIsTruncatedRewrittenOrRenamed() {
    for (file, text) in Shared.sources("Sources/Journal") {
      for (word, places) in PromiseTests.allowed where text.contains(word) && !places.contains(file) {
        Issue.record("\(word) in \(file)")
      }
    }
  }

  @Test func theRoomImportsDeskAndGlibcOnly() {
    for (file, text) in Shared.sources("Sources/Journal") {
      for line in text.split(separator: "\n") where line.hasPrefix("import ") {
        if !["import Desk", "import Glibc"].contains(line) { Issue.record("\(line) in \(file)") }
      }
    }
  }
}

extension Shared {
  /// The Swift files below a folder of the package: name and text.
  static func sources(_ folder: String) -> [(name: String, text: String)] {
    let root = package + "/" + folder
    return all(below: root).filter { $0.hasSuffix(".swift") }.map { path in
      (String(path.split(separator: "/").last ?? ""), String(decoding: readBytes(path), as: UTF8.self))
    }
  }
}
