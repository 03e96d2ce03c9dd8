import Desk
import Glibc
import Hostile
import Testing

typealias Seeded = Hostile.Seeded

extension Seeded {
  /// A text of the characters that trouble formats.
  mutating func text() -> String {
    let troublesome: [Unicode.Scalar] = [
      "a", "é", "\"", "\\", "\n", "\u{0}", "\u{1B}", "\u{7F}", "\u{9B}", "\u{AD}", "\u{61C}", "\u{200D}", "\u{2028}",
      "\u{202E}", "\u{FEFF}", "\u{FFFD}", "\u{E0041}", "🖨", "’", "中",
    ]
    var text = ""
    for _ in 0..<below(12) { text.unicodeScalars.append(troublesome[below(troublesome.count)]) }
    return text
  }

  mutating func json(depth: Int) -> JSON {
    switch below(depth > 0 ? 8 : 5) {
    case 0: return .null
    case 1: return .bool(below(2) == 0)
    case 2: return .int(Int64(bitPattern: next()))
    case 3: return .number("\(below(1000)).\(below(1000))e-\(below(9))")
    case 4: return .string(text())
    case 5: return .array((0..<below(4)).map { _ in json(depth: depth - 1) })
    default: return .object((0..<below(5)).map { JSON.Member("k\($0)" + text(), json(depth: depth - 1)) })
    }
  }
}

/// The data kept beside the project, for tests that want it.
enum Shared {
  static func path(_ relative: String) -> String { root + "/" + relative }
  static func has(_ relative: String) -> Bool { access(path(relative), R_OK) == 0 }

  static func names(_ relative: String) -> [String] { names(in: path(relative)) }

  /// Every file below a folder.
  static func all(below folder: String) -> [String] {
    names(in: folder).flatMap { name -> [String] in
      let below = all(below: folder + "/" + name)
      return below.isEmpty ? [folder + "/" + name] : below
    }
  }

  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The package's own folder.
  static let package = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  private static let root: String = {
    if let set = getenv("GUICHET_SHARED") { return String(cString: set) }
    return package + "/../shared"
  }()
}
