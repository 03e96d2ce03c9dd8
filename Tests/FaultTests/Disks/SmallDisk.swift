import Kit
import Testing

/// A disk of memory so small that it is soon full, with a cabinet on it.
final class SmallDisk: Sendable {
  let bench = Bench(in: "/tmp")
  private var folder: String { bench.folder + "/disk" }

  init(kilobytes: Int) {
    bench.environment["GUICHET_CABINET"] = folder + "/cabinet"
    _ = bench.shell("mkdir disk && mount -t tmpfs -o size=\(kilobytes)k none disk")
    bench.furnish()
    bench.open("Sous pression")
  }

  deinit { _ = bench.shell("umount -l disk") }

  /// Takes all the room there is; gives it back.
  func fill() { _ = bench.shell("head -c 100M /dev/zero > disk/filler 2>/dev/null") }
  func empty() { _ = bench.shell("rm -f disk/filler") }
  func remount(_ options: String) { _ = bench.shell("mount -o remount,\(options) disk") }
}

/// Disks that take no more, or take nothing at all.
@Suite(.serialized) struct FullDiskTests {
  @Test(.enabled(if: Tools.canMount, Comment(rawValue: Tools.needsMount)))
  func aFullDiskIsSaidAndLosesNothing() {
    let disk = SmallDisk(kilobytes: 256)
    let bench = disk.bench
    let text = String(repeating: "x", count: 9000)
    var acknowledged = 0
    var refusals = 0
    for _ in 0..<120 where refusals < 5 {
      let outcome = bench.guichet("note", "1", "--body", text)
      if outcome.status == 0 { acknowledged += 1 } else { refusals += 1 }
      if outcome.status != 0 { #expect(outcome.status == 74 && outcome.output.contains("full"), "\(outcome.output)") }
    }
    #expect(acknowledged > 3 && refusals == 5)
    // What begins no new block has its room already.
    for command in [["new", "plus", "--from", "Luc"], ["kb", "new", "plus"]] {
      disk.fill()
      let outcome = bench.run(command)
      #expect(outcome.status == 74 && outcome.output.contains("full"), "\(command): \(outcome.output)")
    }
    // Reading goes on.
    #expect(bench.guichet("show", "1", "--json").output.notes(of: text) == acknowledged)
    #expect(bench.guichet("list").status == 0)
    #expect(bench.guichet("verify").status == 0)
    disk.empty()
    disk.remount("size=512k")
    #expect(bench.guichet("note", "1", "--body", text).status == 0)
    #expect(bench.guichet("new", "encore", "--from", "Luc").status == 0)
    #expect(bench.guichet("show", "1", "--json").output.notes(of: text) == acknowledged + 1)
    #expect(bench.guichet("verify").status == 0)
  }

  @Test(.enabled(if: Tools.canMount, Comment(rawValue: Tools.needsMount)))
  func aDiskThatMayOnlyBeReadIsSaid() {
    let disk = SmallDisk(kilobytes: 512)
    disk.remount("ro")
    for command in [["note", "1", "--body", "x"], ["new", "plus", "--from", "Luc"], ["kb", "new", "plus"]] {
      let outcome = disk.bench.run(command)
      #expect(outcome.status == 77 && outcome.output.contains("Read-only"), "\(command): \(outcome.output)")
    }
    for command in [["list"], ["show", "1"], ["verify"]] {
      let outcome = disk.bench.run(command)
      #expect(outcome.status == 0, "\(command): \(outcome.output)")
    }
    disk.remount("rw")
    #expect(disk.bench.guichet("note", "1", "--body", "x").status == 0)
  }

  /// The agent is told, the console goes on, and once there is room the same words are recorded.
  @Test(.enabled(if: Tools.canMount, Comment(rawValue: Tools.needsMount)))
  func theConsoleSaysThatNothingIsWrittenAndGoesOn() throws {
    let disk = SmallDisk(kilobytes: 512)
    let pty = try #require(Pty([Binary.path, "--lang", "fr"], disk.bench.environment))
    pty.bench = disk.bench
    #expect(pty.wait(for: "? aide"))
    pty.press("9")
    #expect(pty.wait(for: "Sous pression"))
    disk.fill()
    pty.press("c")
    pty.settle()
    // More than the rest of a block that the ticket's file has already.
    pty.type("\u{1B}[200~malgré tout \(String(repeating: "x ", count: 3000))\u{1B}[201~")
    pty.settle()
    pty.type("\u{1B}\r")
    #expect(pty.wait(for: "Disque plein"), "\(pty.screen.text)")
    #expect(!disk.bench.guichet("show", "1").output.contains("malgré tout"))
    disk.empty()
    pty.type("\u{1B}\r")
    #expect(pty.wait { !$0.text.contains("Disque plein") }, "\(pty.screen.text)")
    pty.settle()
    #expect(disk.bench.guichet("show", "1").output.contains("malgré tout"))
    pty.press("Q")
    #expect(pty.end() == 0)
    #expect(pty.isRestored)
  }

  /// Without any right to mount: a file may grow to 8 KiB, and the write ends in its middle.
  @Test(arguments: [4, 8, 12, 16])
  func aWriteThatEndsInItsMiddle(blocks: Int) {
    let bench = Bench(in: Bench.memory)
    bench.furnish()
    bench.open("Sous pression")
    bench.write(String(repeating: "x", count: 20_000), to: "text")
    let outcome = bench.shell("ulimit -f \(blocks); guichet note 1 --body - < text")
    #expect(outcome.status == 74 && outcome.output.contains("full"), "\(outcome.output)")
    #expect(bench.guichet("verify").status == 0)
    let new = bench.shell("ulimit -f \(blocks); guichet new deux --from Luc --body - < text")
    #expect(new.status == 74 && new.output.contains("full"), "\(new.output)")
    #expect(bench.guichet("list").status == 0)
    #expect(!bench.guichet("list").output.contains("deux"))
    #expect(bench.shell("guichet note 1 --body - < text").status == 0)
    #expect(bench.guichet("verify").status == 0)
  }
}

extension String {
  /// How many notes of that text a ticket in JSON has.
  fileprivate func notes(of text: String) -> Int { split(separator: "\"").count { $0 == text } }
}
