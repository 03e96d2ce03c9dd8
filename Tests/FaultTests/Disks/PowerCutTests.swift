import Glibc
import Journal
import Kit
import Testing

/// A disk made of a file, whose power is cut while scribes write to it: what the file system had not yet sent to the
/// disk is gone, and it comes up again from what is there.
final class LoopDisk {
  let bench = Bench()
  var folder: String { bench.folder + "/disk" }

  init() {
    let make = "PATH=$PATH:/usr/sbin:/sbin; truncate -s 64M image && mkfs.ext4 -q image && mkdir disk"
    _ = bench.shell(make + " && mount -o loop image disk")
  }

  deinit { _ = bench.shell("umount -l disk") }

  /// `EXT4_IOC_SHUTDOWN` without a last flush of its journal.
  func cut() -> Bool {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    var withoutFlush: UInt32 = 2
    return ioctl(descriptor, 0x8004_587D, &withoutFlush) == 0
  }

  /// Processes of other tests may hold the disk for a moment: they were begun while a file of it was open.
  func restart() -> Outcome {
    bench.shell(
      "i=0; until umount disk 2>/dev/null || [ $i = 100 ]; do i=$((i+1)); sleep 0.1; done; mount -o loop image disk")
  }
}

/// `GUICHET_CUTS=200 swift test --filter PowerCutTests` cuts 200 times.
@Suite(.serialized, .enabled(if: Tools.canLoop, Comment(rawValue: Tools.needsLoop)))
struct PowerCutTests {
  private static let cuts = Long.count("GUICHET_CUTS", short: 2)
  /// Microseconds of work before a cut at most.
  private static let work = 200_000

  @Test func nothingAcknowledgedIsLost() throws {
    var (acknowledged, torn) = (0, 0)
    var lots = Lots(seed: Long.seed)
    for _ in 0..<Self.cuts {
      let audit = try Self.cut([], &lots)
      acknowledged += audit.acknowledged
      torn += audit.torn
      #expect(audit.complaints == [])
    }
    #expect(acknowledged > 0)
    Long.tell("power: \(Self.cuts) cuts, \(acknowledged) acknowledged before them, \(torn) torn lines")
  }

  /// The judge of the test above: where no sync is made (each says yes and does nothing) words are lost.
  @Test(.enabled(if: Tools.canTrace, Comment(rawValue: Tools.needsTrace)))
  func withoutSyncsWordsAreLost() throws {
    let lie =
      "/usr/bin/strace -f --seccomp-bpf -o /dev/null -e trace=fsync,fdatasync -e inject=fsync,fdatasync:retval=0"
    var lots = Lots(seed: Long.seed)
    let audit = try Self.cut(lie.split(separator: " ").map(String.init), &lots)
    #expect(audit.acknowledged > 0)
    #expect(!audit.complaints.isEmpty)
  }

  /// Three scribes at work, behind what is put before them, until the power fails.
  private static func cut(_ wrap: [String], _ lots: inout Lots) throws -> Audit {
    let disk = LoopDisk()
    let root = try Cabinet.create(at: disk.folder + "/cabinet", site: "LYO").root
    #expect(disk.bench.shell("sync").status == 0)
    let files = (0..<3).map { "\(disk.bench.folder)/said.\($0)" }
    let children = try files.map { file in
      try #require(Child(wrap + [Child.scribe, "storm", root, "\(lots.below(1_000_000))"], saying: file))
    }
    // Somebody has to have said something.
    for _ in 0..<2000 where files.allSatisfy({ Files.bytes($0)?.isEmpty ?? true }) { usleep(5000) }
    usleep(UInt32(lots.below(work)))
    // What is said while the power fails may be lost: only what was heard before counts.
    let heard = files.map { Files.bytes($0) ?? [] }
    #expect(disk.cut())
    for child in children {
      child.kill(SIGKILL)
      child.end()
    }
    let restart = disk.restart()
    #expect(restart.status == 0, "\(restart.output)")
    return try Audit(try Cabinet(opening: root), Acknowledged(hearing: heard))
  }
}
