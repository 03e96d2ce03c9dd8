import Desk
import Glibc
import Journal
import Testing

/// What goes wrong outside is said as a value, and nothing is half done.
@Suite struct FaultTests {
  let scratch = Scratch()

  @Test func whatIsNoCabinet() throws {
    let path = scratch.path + "/x"
    #expect(throws: JournalError.noCabinet(path: path)) { try Cabinet(opening: path) }
    mkdir(path, 0o700)
    #expect(throws: JournalError.noCabinet(path: path)) { try Cabinet(opening: path) }
    for (text, error) in [
      ("", JournalError.noCabinet(path: path)), ("{}", .noCabinet(path: path)),
      (#"{"format":2}"#, .newerFormat(2, path: path)),
      (#"{"format":1,"store":"s","site":"../x","site_id":"i"}"#, .noCabinet(path: path)),
    ] {
      writeBytes(Array(text.utf8), to: path + "/guichet.json")
      #expect(throws: error) { try Cabinet(opening: path) }
    }
    #expect(throws: JournalError.alreadyThere(path: path)) { try Cabinet.create(at: path, site: "LYO") }
    #expect(throws: JournalError.badSiteCode("lyon")) { try Cabinet.create(at: path + "2", site: "lyon") }
  }

  @Test func whatIsNotThere() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let id = TicketID(site: "LYO", number: 9)
    #expect(throws: JournalError.noSuchTicket(id)) { try cabinet.read(id) }
    #expect(throws: RecordError.journal(.noSuchTicket(id))) {
      _ = try cabinet.record(on: id, as: amel, at: noon) { _ in [note("x")] }
    }
    #expect(try cabinet.ticketIDs().isEmpty)
  }

  @Test(arguments: [Int64.min, -1, 253_402_300_800_000, Int64.max])
  func aTimeThatFourDigitsCannotTell(ms: Int64) throws {
    let cabinet = try Cabinet.scratch(scratch)
    let at = Instant(ms: ms)
    #expect(throws: JournalError.badInstant(at)) { try cabinet.open(opened(), as: amel, at: at) }
    #expect(try cabinet.ticketIDs().isEmpty)
  }

  /// A ticket's file turned into something else: no reader hangs and no writer follows a link.
  @Test(arguments: ["folder", "link", "pipe"])
  func somethingElseInAFilesPlace(kind: String) throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
    let path = cabinet.root + "/tickets/LYO/0/0/LYO-1.LYO.jsonl"
    let away = scratch.path + "/away"
    rename(path, away)
    switch kind {
    case "folder": mkdir(path, 0o700)
    case "link": symlink(away, path)
    default: mkfifo(path, 0o600)
    }
    let before = readBytes(away)
    let read = try cabinet.read(id)
    #expect(!read.damage.isEmpty)
    #expect(throws: RecordError.self) { _ = try cabinet.record(on: id, as: amel, at: noon) { _ in [note("x")] } }
    #expect(readBytes(away) == before)
    #expect(!cabinet.verify().isSound)
  }

  /// The disk fills in the middle of a write: nothing is acknowledged, nothing acknowledged is lost, and once there
  /// is room the next writer goes on.
  @Test func aFileThatMayGrowNoFurther() async {
    await #expect(processExitsWith: .success) {
      let scratch = Scratch()
      let cabinet = try Cabinet.scratch(scratch)
      let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
      let before = try cabinet.read(id)
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit()
      getrlimit(Int32(RLIMIT_FSIZE.rawValue), &limit)
      let wide = limit.rlim_cur
      limit.rlim_cur = 1500
      setrlimit(Int32(RLIMIT_FSIZE.rawValue), &limit)
      do throws(RecordError) {
        _ = try cabinet.record(on: id, as: amel, at: noon) { _ in [note(String(repeating: "x", count: 4000))] }
        exit(1)
      } catch {
        guard case .journal(.system("write", _, EFBIG)) = error else { exit(2) }
      }
      guard try cabinet.read(id).ticket == before.ticket else { exit(3) }
      limit.rlim_cur = wide
      setrlimit(Int32(RLIMIT_FSIZE.rawValue), &limit)
      let after = try cabinet.record(on: id, as: amel, at: noon) { _ in [note("room again")] }
      let read = try cabinet.read(id)
      guard read.ticket == after, read.damage.map(\.kind) == [.junk(.fragment, passedOver: true)] else { exit(4) }
      // A process that calls `exit` leaves its folder behind; one that returns does not.
      withExtendedLifetime(scratch) {}
    }
  }

  /// Somebody else's cabinet. Root may do everything, so this is done as nobody.
  @Test func aCabinetThatMayNotBeRead() async {
    await #expect(processExitsWith: .success) {
      let scratch = Scratch()
      let cabinet = try Cabinet.scratch(scratch)
      let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
      let leaf = cabinet.root + "/tickets/LYO/0/0"
      chmod(leaf + "/LYO-1.LYO.jsonl", 0o000)
      if geteuid() == 0 {
        for path in [
          scratch.path, cabinet.root, cabinet.root + "/tickets", cabinet.root + "/tickets/LYO",
          cabinet.root + "/tickets/LYO/0", leaf,
        ] {
          chmod(path, 0o755)
        }
        guard seteuid(65534) == 0 else { exit(1) }
      }
      let read = try cabinet.read(id)
      guard !read.ticket.isOpened, read.damage.map(\.kind) == [.unreadable(errno: EACCES)] else { exit(2) }
      do throws(RecordError) {
        _ = try cabinet.record(on: id, as: amel, at: noon) { _ in [note("x")] }
        exit(3)
      } catch {
        guard case .journal(.system(_, _, EACCES)) = error else { exit(4) }
      }
      _ = seteuid(getuid())
      // A process that calls `exit` leaves its folder behind; one that returns does not.
      withExtendedLifetime(scratch) {}
    }
  }
}
