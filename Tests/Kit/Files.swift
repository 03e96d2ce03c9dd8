import Glibc

/// Files the tests read: fixtures of the package, and the material shared between projects.
package enum Files {
  /// The root of the package, found from this very file.
  package static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// A folder or file of the shared material, such as `data/unicode`; nil when it is not on this machine, and the
  /// test is then skipped. `GUICHET_SHARED` says where it is, else `../shared`.
  package static func shared(_ path: String) -> String? {
    let folder = getenv("GUICHET_SHARED").map { String(cString: $0) } ?? root + "/../shared"
    let full = folder + "/" + path
    return access(full, R_OK) == 0 ? full : nil
  }

  /// The bytes of a file; nil when it cannot be read.
  package static func bytes(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &part, part.count)
      if count <= 0 { return count == 0 ? bytes : nil }
      bytes += part[..<count]
    }
  }

  /// The text of a file, what is not UTF-8 replaced; nil when it cannot be read.
  package static func text(_ path: String) -> String? { bytes(path).map { String(decoding: $0, as: UTF8.self) } }

  /// Every plain file below a folder, by full path, sorted.
  package static func below(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var found: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      let path = folder + "/" + name
      if entry.pointee.d_type == UInt8(DT_DIR) { found += below(path) } else { found.append(path) }
    }
    return found.sorted()
  }

  /// Writes a file whole.
  package static func write(_ text: String, to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    return Glibc.write(descriptor, bytes, bytes.count) == bytes.count
  }
}
