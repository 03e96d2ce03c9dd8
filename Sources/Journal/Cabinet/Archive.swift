import Desk
import Glibc

/// The reading half of a cabinet: holds nothing that changes, so that several threads may read at once.
struct Archive: Sendable {
  let root: String
  /// The site that writes here.
  let site: String
  let store: String

  func stream(_ subject: Subject, by site: String) -> Stream {
    Stream(root: root, file: subject.file(by: site), site: site, store: store)
  }

  /// The streams that other sites wrote about a subject.
  func foreignStreams(_ subject: Subject) throws(JournalError) -> [Stream] {
    try writers(subject).filter { $0 != site }.map { stream(subject, by: $0) }
  }

  /// The sites that have written about a subject.
  func writers(_ subject: Subject) throws(JournalError) -> [String] {
    try Disk.names(in: root + "/" + subject.folder).compactMap { subject.writer(of: $0) }.sorted()
  }

  /// All that every site wrote about a subject, and what is wrong with it; nil where no file is about it.
  func gather<P: Payload>(_ subject: Subject) throws(JournalError) -> Gathering<P>? {
    var gathering = Gathering<P>()
    for site in try writers(subject) {
      let stream = stream(subject, by: site)
      do throws(JournalError) {
        if let scroll = try stream.read() { gathering.add(scroll, of: stream) }
      } catch {
        guard case .system(_, _, let code) = error else { throw error }
        gathering.add(Damage(file: stream.file, line: 0, kind: .unreadable(errno: code)))
      }
    }
    return gathering.isFound ? gathering : nil
  }
}

/// The events of every stream about one subject.
struct Gathering<P: Payload> {
  private(set) var events: [Event<P>] = []
  private(set) var damage: [Damage] = []
  /// The highest clock that can be believed.
  private(set) var lamport: Int64 = 0
  private(set) var isFound = false

  mutating func add(_ scroll: Scroll, of stream: Stream) {
    isFound = true
    events += scroll.events(site: stream.site)
    lamport = max(lamport, scroll.lamport)
    damage += scroll.flaws.map { Damage(file: stream.file, line: $0.line, kind: $0.kind) }
    if scroll.lines.isEmpty { damage.append(Damage(file: stream.file, line: 0, kind: .empty)) }
  }

  mutating func add(_ damage: Damage) {
    isFound = true
    self.damage.append(damage)
  }
}
