import Desk
import Glibc
import Screen
import Themes

/// Every theme there is, by name: shipped, the machine's, the account's; a later one takes an earlier one's place.
struct ThemeShelf {
  private(set) var texts: [String: String]
  /// In the order they are offered.
  private(set) var names: [String]
  /// Where a theme that is not shipped was read.
  private(set) var paths: [String: String] = [:]

  init(_ paths: Paths) {
    texts = [:]
    names = []
    for (name, bytes) in Themes.all {
      texts[name] = String(decoding: bytes, as: UTF8.self)
      names.append(name)
    }
    for folder in [Paths.system + "/themes", paths.config + "/themes"] {
      for file in Paths.names(in: folder, ending: ".theme") {
        guard let bytes = Paths.read(folder + "/" + file, limit: ThemeFile.byteLimit + 1) else { continue }
        let name = String(file.dropLast(".theme".count))
        if texts[name] == nil { names.append(name) }
        texts[name] = String(decoding: bytes, as: UTF8.self)
        self.paths[name] = folder + "/" + file
      }
    }
  }

  /// Whether there is a theme of a name, without reading any.
  static func has(_ name: String, _ paths: Paths) -> Bool {
    Themes.all.contains { $0.name == name }
      || [Paths.system, paths.config].contains { access($0 + "/themes/" + name + ".theme", R_OK) == 0 }
  }

  /// A theme and what is wrong with it; nil where there is none of that name.
  func theme(_ name: String) -> (theme: Theme, faults: [ThemeFile.Fault])? {
    texts[name].map(read)
  }

  /// Reads a theme that may inherit from any of these.
  func read(_ text: String) -> (theme: Theme, faults: [ThemeFile.Fault]) {
    ThemeFile.read(text, parents: texts) { Nearest.name(to: $0, among: $1) }
  }
}
