import Console
import Desk
import Glibc
import Journal

// The folder, and what is kept beside the record in it.
extension Doctor {
  /// Where the cabinet lies, and whether it is safe there.
  var place: [Result] {
    guard let root = cabinet?.root else { return [fail(.cabinet, .noCabinet(settings.cabinet))] }
    return [ok(.cabinet, root)] + rights(root) + [fileSystem(root)] + space(root)
  }

  private func rights(_ root: String) -> [Result] {
    var status = stat()
    guard stat(root, &status) == 0 else { return [fail(.rights, .readOnly)] }
    let owner = Doctor.name(of: status.st_uid)
    let mode = "0" + String(status.st_mode & 0o7777, radix: 8)
    let isMine = status.st_uid == start.uid || start.uid == 0
    var results = [isMine ? ok(.owner, owner) : warn(.owner, .notOwner(owner))]
    if access(root, W_OK) != 0 {
      results.append(fail(.rights, .readOnly))
    } else if status.st_mode & 0o002 != 0 {
      results.append(fail(.rights, .othersMayWrite(mode: mode)))
    } else if status.st_mode & 0o020 != 0 {
      results.append(warn(.rights, .othersMayWrite(mode: mode)))
    } else if status.st_mode & 0o007 != 0 {
      results.append(warn(.rights, .othersMayRead(mode: mode)))
    } else {
      results.append(ok(.rights, mode))
    }
    return results
  }

  private static func name(of uid: uid_t) -> String {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    guard getpwuid_r(uid, &entry, &buffer, buffer.count, &found) == 0, found != nil else { return String(uid) }
    return String(cString: entry.pw_name)
  }

  private func fileSystem(_ root: String) -> Result {
    let table = MountTable(Paths.read("/proc/self/mountinfo").map { String(decoding: $0, as: UTF8.self) } ?? "")
    let real = realpath(root, nil)
    defer { free(real) }
    guard let type = table.type(of: real.map { String(cString: $0) } ?? root) else { return ok(.fileSystem, "?") }
    if MountTable.isShared(type) { return warn(.fileSystem, .networkFileSystem(type)) }
    return MountTable.isMemory(type) ? warn(.fileSystem, .memoryFileSystem(type)) : ok(.fileSystem, type)
  }

  /// Less than this is little: a busy desk writes a few MiB a day.
  private static let littleSpace: UInt64 = 100 << 20
  private static let littleInodes: UInt64 = 1000

  private func space(_ root: String) -> [Result] {
    var status = statvfs()
    guard statvfs(root, &status) == 0 else { return [] }
    let free = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue
    let inodes = UInt64(status.f_favail)
    let text = "\(free >> 20) MiB"
    var results: [Result] = []
    if free == 0 {
      results.append(fail(.space, .full))
    } else {
      results.append(free < Doctor.littleSpace ? warn(.space, .little(free: text)) : ok(.space, text))
    }
    // File systems that make inodes as they go say nought of nought.
    if status.f_files == 0 { return results }
    if inodes == 0 {
      results.append(fail(.inodes, .full))
    } else {
      let count = String(inodes)
      results.append(inodes < Doctor.littleInodes ? warn(.inodes, .little(free: count)) : ok(.inodes, count))
    }
    return results
  }

  // MARK: - Beside the record

  /// What may be deleted at any time, or goes by itself.
  var derived: [Result] {
    guard let cabinet else { return [] }
    let root = cabinet.root
    let leftovers = Doctor.files(in: root + "/tmp").count
    let drafts = (try? cabinet.drafts(session?.me.login ?? start.account).count) ?? 0
    let mail = (try? cabinet.rawMail().count) ?? 0
    return [
      index(root), heads(root), watch(cabinet), clock(root),
      leftovers > 0 ? warn(.leftovers, .leftovers(leftovers)) : ok(.leftovers, words.none),
      ok(.drafts, drafts > 0 ? words.advice(.drafts(drafts)) : words.none),
      mail > 0 ? warn(.spool, .waitingMail(mail)) : ok(.spool, words.none),
    ]
  }

  /// The index as a folder of derived files: how much and how old. What it knows is its own affair.
  private func index(_ root: String) -> Result {
    let files = Doctor.files(in: root + "/index").filter { !$0.name.contains("lock") }
    guard let newest = files.map({ Int64($0.status.st_mtim.tv_sec) }).max() else {
      return ok(.index, words.advice(.indexMissing))
    }
    let size = files.reduce(0) { $0 + Int($1.status.st_size) }
    let hours = max(0, Int((Clock.now.seconds - newest) / 3600))
    let isWhole = session.map { (try? $0.index().isWhole) ?? false } ?? true
    let told = "\(size >> 10) KiB, " + words.hoursOld(hours)
    return ok(.index, isWhole ? told : told + ", " + words.indexUnderWay)
  }

  /// Days after which a verification is long ago.
  private static let verifyEvery = 8

  private func heads(_ root: String) -> Result {
    var status = stat()
    guard stat(root + "/heads/last", &status) == 0 else { return warn(.heads, .neverVerified) }
    let hours = max(0, Int((Clock.now.seconds - Int64(status.st_mtim.tv_sec)) / 3600))
    let days = hours / 24
    return days >= Doctor.verifyEvery ? warn(.heads, .verifiedDays(days)) : ok(.heads, words.hoursOld(hours))
  }

  private func watch(_ cabinet: Cabinet) -> Result {
    let limit = Paths.read("/proc/sys/fs/inotify/max_user_instances").flatMap {
      Int(String(decoding: $0, as: UTF8.self).trimmed)
    }
    // Where there is none to be had a console looks twice a second: slower, and no failure.
    guard Watch(cabinet).descriptor != nil else { return warn(.watch, .noWatch(errno: EMFILE)) }
    return ok(.watch, limit.map(words.consoles) ?? "✓")
  }

  /// Seconds that two clocks may differ without harm.
  private static let skew: Int64 = 60

  private func clock(_ root: String) -> Result {
    let latest = Clock.now.seconds + Doctor.skew
    let ahead = ["", "/run", "/ledger", "/index", "/heads"].flatMap { Doctor.files(in: root + $0) }
      .count { Int64($0.status.st_mtim.tv_sec) > latest }
    return ahead > 0 ? warn(.clock, .futureFiles(ahead)) : ok(.clock, Clock.now.rfc3339)
  }

  /// The plain files of a folder.
  private static func files(in folder: String) -> [(name: String, status: stat)] {
    Paths.names(in: folder, ending: "").compactMap { name in
      var status = stat()
      guard lstat(folder + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      return (name, status)
    }
  }
}
