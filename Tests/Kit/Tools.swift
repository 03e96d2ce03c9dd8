import Glibc

/// Tools and rights that a fault needs; where one is missing the test that needs it is skipped, and says so.
package enum Tools {
  package static func has(_ name: String) -> Bool {
    ["/usr/bin", "/usr/sbin", "/bin", "/sbin"].contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// Whether `strace` is here and may follow a process.
  package static let canTrace: Bool = has("strace") && Bench().shell("strace -o /dev/null /bin/true").status == 0

  /// Whether small disks of memory may be mounted.
  package static let canMount: Bool = {
    guard geteuid() == 0 else { return false }
    let bench = Bench()
    return bench.shell("mkdir m && mount -t tmpfs -o size=64k none m && umount m").status == 0
  }()

  /// Whether a disk may be made of a file.
  package static let canLoop: Bool = {
    guard geteuid() == 0, has("mkfs.ext4") else { return false }
    let bench = Bench()
    let make = "PATH=$PATH:/usr/sbin:/sbin; truncate -s 4M image && mkfs.ext4 -q image && mkdir m"
    return bench.shell(make + " && mount -o loop image m && umount m").status == 0
  }()

  package static let needsLoop = "mounting a disk made of a file (mkfs.ext4, loop) is not possible here"
  package static let needsTrace = "strace is missing or may not follow a process here"
  package static let needsMount = "mounting a tmpfs is not allowed here"
}
