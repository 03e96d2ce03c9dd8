import Glibc
import Kit
import Testing
import guichet

@Suite struct MountTableTests {
  static let table = """
    22 1 0:21 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
    30 22 0:25 / /home rw,nosuid shared:2 master:7 - nfs4 server:/home rw,vers=4.2
    31 30 0:26 / /home/a\\040b rw - fuse.sshfs host: rw
    32 22 0:27 / /dev/shm rw - tmpfs tmpfs rw
    33 22 0:28 / /home/a rw - xfs /dev/vdb rw
    34 33 0:29 / /home/a rw - btrfs /dev/vdc rw
    35 22
    36 22 0:30 / /cut rw -
    """

  @Test(arguments: [
    ("/srv/cabinet", "ext4"), ("/home/cabinet", "nfs4"), ("/home/a b/cabinet", "fuse.sshfs"), ("/home/a", "btrfs"),
    ("/home/ab", "nfs4"), ("/dev/shm/x", "tmpfs"), ("/", "ext4"), ("/cut/x", "ext4"),
  ])
  func theInnermostMountHolds(path: String, type: String) {
    #expect(MountTable(MountTableTests.table).type(of: path) == type)
  }

  @Test func nothingIsKnownOfAnEmptyTable() {
    for text in ["", "\n", "a b c", "- - - - - - - -"] { #expect(MountTable(text).type(of: "/x") == nil) }
  }

  @Test func sharedFileSystemsAreTold() {
    for type in ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse", "9p"] { #expect(MountTable.isShared(type)) }
    for type in ["ext4", "xfs", "btrfs", "tmpfs", "fuseblk", "overlay"] { #expect(!MountTable.isShared(type)) }
  }
}

/// `guichet doctor` on folders in every state, beside the story.
@Suite struct DoctorTests {
  private func lines(_ bench: Bench) -> [String: String] {
    let output = bench.guichet("doctor", "--as", "lea", "--json").output
    var states: [String: String] = [:]
    for line in output.split(separator: "\n") where line.hasPrefix("{\"check\":\"") {
      let words = line.split(separator: "\"").map(String.init)
      if words.count > 7 { states[words[3]] = words[7] }
    }
    return states
  }

  @Test func aNewCabinetHasNeverBeenVerified() {
    let bench = Bench()
    bench.furnish()
    let before = lines(bench)
    #expect(before["cabinet"] == "ok" && before["rights"] == "ok" && before["watch"] == "ok")
    #expect(before["heads"] == "warning" && before["spool"] == "ok")
    bench.guichet("verify")
    #expect(lines(bench)["heads"] == "ok")
    _ = bench.shell("touch -d '10 days ago' cabinet/heads/last; echo > cabinet/spool/x.eml")
    let after = lines(bench)
    #expect(after["heads"] == "warning" && after["spool"] == "warning")
  }

  @Test(arguments: [("0700", "ok"), ("0750", "ok"), ("0755", "warning"), ("0770", "warning"), ("0777", "failure")])
  func theModeOfTheFolder(mode: String, state: String) {
    let bench = Bench()
    bench.furnish()
    _ = bench.shell("chmod \(mode) cabinet")
    #expect(lines(bench)["rights"] == state)
  }

  @Test func aFolderInMemory() {
    guard access("/dev/shm", W_OK) == 0 else { return }
    let bench = Bench()
    let path = "/dev/shm/guichet-doctor-\(getpid())"
    bench.environment["GUICHET_CABINET"] = path
    defer { _ = bench.shell("rm -rf \(path)") }
    bench.furnish()
    #expect(lines(bench)["file_system"] == "warning")
  }

  @Test func changesNothing() {
    let bench = Bench()
    bench.furnish()
    let before = bench.shell("find cabinet -printf '%p %s %T@\\n' | sort").output
    _ = bench.guichet("doctor", "--as", "lea")
    #expect(bench.shell("find cabinet -printf '%p %s %T@\\n' | sort").output == before)
  }
}
