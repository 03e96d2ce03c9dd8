import Glibc

/// What kind of file system a path lies on, as `/proc/self/mountinfo` (proc(5)) tells:
///
///     36 35 0:42 / /srv/guichet rw,noatime shared:1 - nfs4 server:/desk rw,hard
package enum FileSystem {
  /// Those whose files another machine, or a program of its own, may write without this kernel's knowing.
  private static let remote: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "afs", "coda", "glusterfs", "lustre", "vboxsf", "vmhgfs",
  ]

  static func isRemote(_ path: String) -> Bool {
    guard let status = try? Disk.status(path), let bytes = try? Disk.read("/proc/self/mountinfo") else { return false }
    // The numbers are those of makedev(3).
    let device = UInt64(status.st_dev)
    let major = (device >> 8) & 0xFFF | (device >> 32) & 0xFFFF_F000
    let minor = device & 0xFF | (device >> 12) & 0xFFFF_FF00
    return isRemote(device: "\(major):\(minor)", mounts: String(decoding: bytes, as: UTF8.self))
  }

  package static func isRemote(device: String, mounts: String) -> Bool {
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 6, fields[2] == device, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count else {
        continue
      }
      let type = fields[dash + 1]
      return type.hasPrefix("fuse") || remote.contains(String(type))
    }
    return false
  }
}
