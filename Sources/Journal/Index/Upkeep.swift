import Desk
import Glibc

// What keeps the index quick. One process at a time does it, under `index/lock`; nobody who asks for a list waits.
extension Index {
  /// Changed tickets beside the bulk from which the bulk is made anew.
  static let mostChanged = 4096
  /// Segments beside the bulk from which they are made one.
  static let mostSegments = 6

  /// Whether `upkeep` has something to do.
  package var owesUpkeep: Bool {
    let manifest = stack.manifest
    if !manifest.isWhole { return canBeKept }
    return manifest.segments.count - manifest.bases > Index.mostSegments || (isStale && count > doneAtOnce)
  }

  /// Does what is owed: reads what has not been read yet, looks at every file where that is due, and makes one segment
  /// of many small ones. Says whether it is done; false where another process is at it. `progress` is called with how
  /// many tickets have been read, of how many.
  package func upkeep(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) throws(JournalError) -> Bool {
    guard let lock = try IndexFiles(root: archive.root).lock() else { return false }
    reloadNow()
    guard stack.manifest.isLoaded, stack.manifest.isWhole else {
      try makeWhole(lock, progress)
      return true
    }
    if isStale {
      if try catchUp(sweeping: true).isSweepTold { try noteSweep(lock) }
    }
    let changed = stack.overlay.count + stack.segments.dropFirst(stack.manifest.bases).reduce(0) { $0 + $1.docs }
    if changed > Index.mostChanged || changed * 2 > count {
      try makeWhole(lock, progress)
    } else {
      try merge(lock)
    }
    return true
  }

  /// Makes the index anew from every file.
  package func rebuild(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) throws(JournalError) {
    guard let lock = try IndexFiles(root: archive.root).lock(waiting: true) else { return }
    reloadNow()
    try makeWhole(lock, progress)
  }

  /// Waits until the whole of it has been read, by this process or by another that is already at it. Where nothing can
  /// be kept it is read into memory.
  package func makeWhole(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) throws(JournalError) {
    let files = IndexFiles(root: archive.root)
    while !isWhole {
      do throws(JournalError) {
        if let lock = try files.lock() {
          reloadNow()
          if !isWhole { try makeWhole(lock, progress) }
          continue
        }
      } catch {
        canBeKept = false
        hold(everything(progress))
        return
      }
      if let (done, of) = files.told { progress(done, of) }
      usleep(20_000)
      _ = try refresh()
    }
  }

  // MARK: - The beginning

  /// What has been read, ready to be kept or held.
  private struct Read {
    var segments: [[UInt8]]
    var isWhole: Bool
    /// How far the feed went before the first file was looked at.
    var place: FeedPlace
    var folders: Folders
  }

  /// Where there is no index: all of it where that is soon done, else what lists ask for first, the active tickets.
  /// A disk that is full, a folder that is read-only or another process at it is no reason not to list.
  func begin() {
    let folders = Folders(scanning: archive.root)
    let read = folders.leaves.count <= Index.small / 100 ? everything { _, _ in } : activeOnes(folders)
    do throws(JournalError) {
      if let lock = try IndexFiles(root: archive.root).lock() {
        // Somebody may have been quicker, and read more.
        reloadNow()
        return stack.isNothing ? try keep(read, lock) : ()
      }
    } catch { canBeKept = false }
    hold(read)
  }

  private func hold(_ read: Read) {
    stack = Stack(
      holding: read.segments, of: archive.root, seal: seal, isWhole: read.isWhole, place: read.place)
  }

  private func activeOnes(_ folders: Folders) -> Read {
    var place = FeedPlace()
    _ = place.catchUp(feed)
    let segments = survey.active(folders.leaves.sorted())
    // Where nothing is active an empty one tells that it has been looked.
    let made = segments.isEmpty ? [SegmentBuilder().build(seal: seal)] : segments
    return Read(segments: made, isWhole: false, place: place, folders: folders)
  }

  private func everything(_ progress: @escaping @Sendable (Int, Int) -> Void) -> Read {
    var place = stack.place
    _ = place.catchUp(feed)
    let files = IndexFiles(root: archive.root)
    let folders = Folders(scanning: archive.root)
    let leaves = Set(folders.leaves).union(Folders.kept(under: archive.root)).sorted()
    let total = leaves.count * 100
    let segments = survey.segments(leaves) { done in
      files.tell(done * 100, of: total)
      progress(min(done * 100, total), total)
    }
    progress(total, total)
    return Read(segments: segments, isWhole: true, place: place, folders: folders)
  }

  private func makeWhole(
    _ lock: borrowing IndexLock, _ progress: @escaping @Sendable (Int, Int) -> Void
  ) throws(JournalError) {
    try keep(everything(progress), lock)
  }

  private func keep(_ read: Read, _ lock: borrowing IndexLock) throws(JournalError) {
    var manifest = Manifest()
    manifest.generation = IndexFiles(root: archive.root).lastGeneration + 1
    for (at, bytes) in read.segments.enumerated() {
      let name = "segment-\(manifest.generation)-\(at)"
      try Derived.replace("index/" + name, with: bytes, under: archive.root)
      manifest.segments.append(name)
    }
    manifest.bases = read.segments.count
    manifest.isWhole = read.isWhole
    manifest.seal = seal
    manifest.place = read.place
    manifest.noteSweep()
    try publish(manifest, lock)
    // Held against from now on only if every ticket of every folder has been read.
    if read.isWhole { read.folders.save() }
  }

  /// Puts down that every file has been looked at, unless somebody has replaced the manifest meanwhile.
  func noteSweep(_ lock: borrowing IndexLock) throws(JournalError) {
    guard var manifest = Manifest.read(root: archive.root, seal: seal),
      manifest.generation == stack.manifest.generation
    else { return }
    manifest.noteSweep()
    try publish(manifest, lock)
  }

  /// Puts down that something may have changed that nobody was told of; says whether it did.
  func noteMissed(_ lock: borrowing IndexLock) throws(JournalError) -> Bool {
    guard var manifest = Manifest.read(root: archive.root, seal: seal),
      manifest.generation == stack.manifest.generation
    else { return false }
    manifest.noteMissed()
    try publish(manifest, lock)
    return true
  }

  private func publish(_ manifest: Manifest, _ lock: borrowing IndexLock) throws(JournalError) {
    try manifest.write(root: archive.root)
    reloadNow()
    IndexFiles(root: archive.root).tidy(keeping: manifest)
  }

  // MARK: - What changed since

  /// Makes a segment of the log, so that nobody reads a long one.
  func fold() {
    guard stack.manifest.isLoaded, let lock = try? IndexFiles(root: archive.root).lock(),
      Manifest.read(root: archive.root, seal: seal)?.generation == stack.manifest.generation
    else { return }
    stack.readLog()
    var builder = SegmentBuilder(expecting: stack.overlay.count)
    for entry in stack.overlay.values { builder.add(entry.row, entry.bag) }
    try? add(builder, over: stack.segments, lock)
    if stack.manifest.segments.count - stack.manifest.bases > Index.mostSegments, count <= doneAtOnce {
      try? merge(lock)
    }
  }

  /// Makes one segment of all that changed since the bulk was made.
  private func merge(_ lock: borrowing IndexLock) throws(JournalError) {
    stack.readLog()
    var builder = SegmentBuilder(expecting: Index.mostChanged)
    for id in stack.changedIDs.sorted() {
      guard
        let reading = archive.reading(
          id, writers: try archive.writers(.ticket(id)), under: rules, old: stack.row(id))
      else { continue }
      builder.add(reading.row, reading.ticket, whole: archive.wholeText)
    }
    try add(builder, over: Array(stack.segments.prefix(stack.manifest.bases)), lock)
  }

  /// Puts one more segment over others.
  private func add(
    _ builder: SegmentBuilder, over older: [Segment], _ lock: borrowing IndexLock
  ) throws(JournalError) {
    var manifest = stack.manifest
    manifest.generation += 1
    manifest.place = stack.place
    manifest.segments = older.map(\.name)
    if builder.count > 0 {
      let name = "segment-\(manifest.generation)-0"
      let bytes = builder.build(seal: seal, replaced: Index.replaced(Set(builder.ids), in: older))
      try Derived.replace("index/" + name, with: bytes, under: archive.root)
      manifest.segments.append(name)
    }
    manifest.bases = min(manifest.bases, manifest.segments.count)
    try publish(manifest, lock)
  }

  private static func replaced(
    _ ids: Set<TicketID>, in older: [Segment]
  ) -> [(segment: String, ordinals: [UInt32])] {
    older.map { segment in
      (segment.name, ids.compactMap { segment.ordinal(of: $0).map { UInt32($0) } }.sorted())
    }
  }
}

/// The right to change what the index is made of; let go at the end of its scope.
struct IndexLock: ~Copyable {
  fileprivate let handle: Handle
}

/// The files of the index as a lot.
struct IndexFiles: Sendable {
  let root: String

  /// nil where another process has it.
  /// - Throws: where it cannot be had at all, as on a file system that knows no locks: then nobody is waited for.
  func lock(waiting: Bool = false) throws(JournalError) -> IndexLock? {
    try Disk.makeFolders("index", under: root)
    let handle = try Disk.open(root + "/index/lock", O_RDWR | O_CREAT)
    let fd = handle.fd
    guard Disk.again({ Int(flock(fd, waiting ? LOCK_EX : LOCK_EX | LOCK_NB)) }) == 0 else {
      if errno == EWOULDBLOCK { return nil }
      throw Disk.failure("flock", handle.path)
    }
    return IndexLock(handle: handle)
  }

  /// Tells others who wait how far the reading has come.
  func tell(_ done: Int, of total: Int) {
    guard let handle = try? Disk.open(root + "/index/lock", O_RDWR) else { return }
    let text = Array("\(Instant.pad(min(done, total), 12)) \(Instant.pad(total, 12))\n".utf8)
    _ = text.withUnsafeBytes { pwrite(handle.fd, $0.baseAddress, $0.count, 0) }
  }

  /// How far the process that has the lock has come.
  var told: (done: Int, of: Int)? {
    guard let bytes = try? Disk.read(root + "/index/lock") else { return nil }
    let numbers = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }.compactMap { Int($0) }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }

  /// The highest generation that any file bears: names are never used twice.
  var lastGeneration: Int {
    names.compactMap { name in
      let parts = name.split(separator: "-")
      return parts.count >= 2 ? Int(parts[1]) : nil
    }.filter { $0 < Manifest.lastGeneration }.max() ?? 0
  }

  private var names: [String] {
    ((try? Disk.names(in: root + "/index")) ?? []).filter { $0.hasPrefix("segment-") || $0.hasPrefix("log-") }
  }

  /// Takes away what no manifest names any more.
  func tidy(keeping manifest: Manifest) {
    let kept = Set(manifest.segments + [manifest.log])
    for name in names where !kept.contains(name) { unlink(root + "/index/" + name) }
  }

  func discard() throws(JournalError) {
    for name in names + ["manifest", "folders", "ledger", "drawn"] {
      let path = root + "/index/" + name
      guard unlink(path) == 0 || errno == ENOENT else { throw Disk.failure("unlink", path) }
    }
  }
}
