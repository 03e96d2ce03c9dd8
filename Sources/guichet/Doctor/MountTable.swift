/// `/proc/self/mountinfo` (proc_pid_mountinfo(5)): which file system a path lies on.
package struct MountTable {
  private var mounts: [(point: String, type: String)] = []

  package init(_ text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      // The optional fields end at a lone dash; the type follows.
      guard words.count > 6, let dash = words.dropFirst(6).firstIndex(of: "-"), dash + 1 < words.endIndex else {
        continue
      }
      mounts.append((MountTable.unescaped(words[4]), String(words[dash + 1])))
    }
  }

  /// The type of the file system that holds an absolute path: `ext4`, `nfs4`, `fuse.sshfs`; of several mounts on one
  /// point the last.
  package func type(of path: String) -> String? {
    var best: (point: String, type: String)?
    for mount in mounts where MountTable.holds(mount.point, path) {
      if mount.point.utf8.count >= best?.point.utf8.count ?? 0 { best = mount }
    }
    return best?.type
  }

  private static func holds(_ point: String, _ path: String) -> Bool {
    point == "/" || path == point || path.hasPrefix(point + "/")
  }

  /// Blanks and backslashes stand as three octal digits.
  private static func unescaped(_ word: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(word.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3, digits.allSatisfy({ (48...55).contains($0) }) {
        bytes.append(digits.reduce(0) { $0 &* 8 &+ ($1 &- 48) })
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Locks and watches do not reach other machines there, or not always.
  package static func isShared(_ type: String) -> Bool {
    type == "fuse" || type.hasPrefix("fuse.") || shared.contains(type)
  }

  private static let shared: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "gfs2", "ocfs2",
  ]

  /// Gone when the machine is.
  package static func isMemory(_ type: String) -> Bool { type == "tmpfs" || type == "ramfs" }
}
