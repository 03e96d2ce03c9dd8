/// The files of a configuration as they were put in force, under the name of their content. Kept whole in the ledger,
/// so that the past stays readable though the files change.
package struct ConfigVersion: Hashable, Sendable {
  /// One file: its text, or the name of the blob that holds it.
  package struct File: Hashable, Sendable {
    package let name: String
    package let text: String?
    package let blob: String?

    package init(_ name: String, text: String? = nil, blob: String? = nil) {
      self.name = name
      self.text = text
      self.blob = blob
    }
  }

  /// SHA-256 of the files' names and bytes, in hex.
  package let name: String
  /// By name.
  package let files: [File]

  package init(name: String, files: [File]) {
    self.name = name
    self.files = files
  }

  /// As people write it.
  package static func short(_ name: String) -> String { String(name.prefix(12)) }

  /// Files of one version.
  package static let fileLimit = 64
  /// Bytes of text that the line of a version holds, however they are escaped; what is more is blobs.
  package static let inlineText = 10_000
}
