import Desk

/// Reads what versions of the configuration hold. May be used from any thread.
package struct ConfigShelf: Sendable {
  private let archive: Archive

  init(_ archive: Archive) { self.archive = archive }

  /// The texts of a version. A text whose blob is gone or bent is an error: rules are never made of half a version.
  package func texts(of version: ConfigVersion) throws(JournalError) -> [ConfigText] {
    var texts: [ConfigText] = []
    for file in version.files {
      if let text = file.text {
        texts.append(ConfigText(file.name, Array(text.utf8)))
      } else {
        texts.append(ConfigText(file.name, try archive.blob(file.blob ?? "")))
      }
    }
    return texts
  }
}

extension Cabinet {
  package var configShelf: ConfigShelf { ConfigShelf(archive) }

  /// The name of these texts as a version: SHA-256 of their names and bytes, in the order of the names.
  package static func versionName(of texts: [ConfigText]) -> String {
    var hash = SHA256()
    for text in texts.sorted(by: { $0.name < $1.name }) {
      hash.update(Array("\(text.name)\n\(text.bytes.count)\n".utf8))
      hash.update(text.bytes)
    }
    return hash.digest().hex
  }

  /// Puts texts in force from now on: records them whole in the ledger. Gives back their version.
  package func apply(_ texts: [ConfigText], as actor: Actor, at now: Instant) throws(JournalError) -> ConfigVersion {
    var files: [ConfigVersion.File] = []
    var room = ConfigVersion.inlineText
    for text in texts.sorted(by: { $0.name < $1.name }).prefix(ConfigVersion.fileLimit) {
      let words = text.bytes.count <= room ? String(validating: text.bytes, as: UTF8.self) : nil
      if let words {
        room -= text.bytes.count
        files.append(ConfigVersion.File(text.name, text: words))
      } else {
        files.append(ConfigVersion.File(text.name, blob: try store(text.bytes)))
      }
    }
    let version = ConfigVersion(name: Cabinet.versionName(of: texts), files: files)
    try recordLedger([.config(version)], as: actor, at: now)
    return version
  }
}

extension Cabinet {
  /// Puts a file of the configuration where people edit it; false where there is one already, which stays.
  package func layDown(_ text: ConfigText) throws(JournalError) -> Bool {
    guard ConfigFile(named: text.name) != nil else { throw .badName(text.name) }
    return try shelf.place(text.bytes, at: ConfigFile.folder + "/" + text.name)
  }
}
