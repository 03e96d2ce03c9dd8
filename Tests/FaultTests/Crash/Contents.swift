import Glibc
import Kit

/// What a cabinet's folder holds, but for what a crash may take without harm.
struct Contents {
  /// Bytes by path, relative to the cabinet.
  var files: [String: [UInt8]] = [:]
  var folders: Set<String> = []

  init(_ root: String) { take(root, "") }

  private mutating func take(_ root: String, _ folder: String) {
    guard let stream = opendir(root + "/" + folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      let path = folder.isEmpty ? name : folder + "/" + name
      if name == "." || name == ".." || Recording.isPassing(path) { continue }
      if entry.pointee.d_type == UInt8(DT_DIR) {
        folders.insert(path)
        take(root, path)
      } else {
        files[path] = Files.bytes(root + "/" + path) ?? []
      }
    }
  }

  /// Lays files down in an empty folder.
  static func lay(_ files: [String: [UInt8]], in root: String) {
    for (path, bytes) in files {
      var folder = root
      for part in path.split(separator: "/").dropLast() {
        folder += "/" + part
        mkdir(folder, 0o700)
      }
      let descriptor = open(root + "/" + path, O_WRONLY | O_CREAT, 0o600)
      defer { close(descriptor) }
      var done = 0
      while done < bytes.count {
        let wrote = bytes[done...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if wrote <= 0 { break }
        done += wrote
      }
    }
  }
}
