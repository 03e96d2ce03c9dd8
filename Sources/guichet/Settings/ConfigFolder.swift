import Desk
import Glibc
import Journal

/// `config/` under the cabinet: the texts as an administrator edits them. Without effect until they are applied.
struct ConfigFolder {
  let path: String
  /// By name; those of the files that end so and can be read.
  let texts: [ConfigText]
  /// Files that are there and cannot be read.
  let unreadable: [String]

  init(_ cabinet: String) { self.init(at: cabinet + "/" + ConfigFile.folder) }

  /// Texts that lie in a folder of one's own.
  init(at path: String) {
    self.path = path
    var texts: [ConfigText] = []
    var unreadable: [String] = []
    for name in Paths.names(in: path, ending: ".json").prefix(ConfigVersion.fileLimit) {
      // One byte more than is taken: that it is too long then shows.
      if let bytes = Paths.read(path + "/" + name, limit: ConfigFile.limit + 1) {
        texts.append(ConfigText(name, bytes))
      } else {
        unreadable.append(path + "/" + name)
      }
    }
    self.texts = texts
    self.unreadable = unreadable
  }
}
