import Console
import Desk
import Glibc
import Journal

// `guichet import`: tickets with their whole lives from elsewhere, one JSON object a line (`guichet.docc`, "Taking in a
// desk's history").
extension Command {
  static let takeIn = Command(.import, [.one(.file)], [.strict, .dryRun]) { invocation throws(Trouble) in
    let words = invocation.words
    let file = invocation.arguments.operands[0]
    let session = try invocation.session(via: .import)
    let owns = !invocation.settings.isRestricted && Who.owns(session.cabinet.root, invocation.start.uid)
    guard owns || session.actor.profile.may(.configure) else { throw Trouble(.noPermission, words.mayNotImport) }
    let descriptor = file == "-" ? dup(0) : Glibc.open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Trouble(.noInput, words.unreadableFile(file)) }
    defer { _ = Glibc.close(descriptor) }
    let run: ImportRun
    do throws(JournalError) {
      let task = LongTask(words)
      let references = try References(of: session.cabinet) { done, total in task.tell(done, of: total) }
      run = ImportRun(descriptor, name: file, references, invocation, login: session.me.login)
      try run.perform(on: session.cabinet)
    } catch { throw Trouble(error, words) }
    try run.report()
  }
}

/// One file on its way into the cabinet: read a line at a time, taken in by the batch.
final class ImportRun: Sequence, IteratorProtocol {
  private var source: LineSource
  private let file: String
  private let references: References
  private let invocation: Invocation
  private let login: String
  private let isTrial: Bool
  private let bar: ProgressBar
  private let total: Int
  /// The names of the lives given to the journal and not yet taken.
  private var waiting: [String] = []
  private var taken = 0
  private var known = 0
  private var refused = 0
  private var isStopped = false
  private var failure: JournalError?

  /// Bytes of one ticket's whole life.
  static let longestLine = 64 << 20
  /// Refusals told one by one.
  static let mostTold = 1000
  /// A line so short cannot be too long for the journal, whatever has to be escaped in it.
  private static let harmless = 6000

  init(_ descriptor: Int32, name: String, _ references: References, _ invocation: Invocation, login: String) {
    source = LineSource(descriptor, limit: ImportRun.longestLine)
    file = name
    self.references = references
    self.invocation = invocation
    self.login = login
    isTrial = invocation.arguments.has(.dryRun)
    var status = stat()
    total = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size >> 10) : 0
    bar = ProgressBar(total: total, invocation.words)
  }

  private var words: Words { invocation.words }

  /// Takes in all that can be; with `--dry-run` only looks.
  func perform(on cabinet: Cabinet) throws(JournalError) {
    defer { bar.end() }
    if isTrial {
      for _ in self { tell(waiting.count) }
    } else {
      try cabinet.take(in: self) { ids in
        do throws(JournalError) {
          try references.remember(zip(waiting, ids).map { (reference: $0, id: $1) })
        } catch { failure = failure ?? error }
        tell(ids.count)
      }
    }
    if let failure { throw failure }
    if let code = source.failure { throw .system(call: "read", path: file, errno: code) }
  }

  private func tell(_ count: Int) {
    taken += count
    waiting.removeAll(keepingCapacity: true)
    bar.show(source.done >> 10, words.imported(taken: taken, known: known, refused: refused, isTrial: isTrial))
  }

  /// Says what came of it; a file with a refused line ends with the code for wrong data.
  func report() throws(Trouble) {
    if refused > ImportRun.mostTold { Printer.complain(words.moreRefused(refused - ImportRun.mostTold)) }
    let text = words.imported(taken: taken, known: known, refused: refused, isTrial: isTrial)
    if invocation.printer.isJSON {
      invocation.printer.json(
        .object(
          of: ("taken", .int(Int64(taken))), ("known", .int(Int64(known))), ("refused", .int(Int64(refused)))))
      if refused > 0 { throw Trouble(.data, "") }
    } else if refused > 0 {
      throw Trouble(.data, text)
    } else {
      invocation.printer.line("✓ " + text)
    }
  }

  // MARK: - Lives

  /// The next life that reads and is not here already.
  func next() -> History? {
    while !isStopped, failure == nil, let line = source.next() {
      switch line {
      case .tooLong(let number): refuse(number, words.lineTooLong(limit: ImportRun.longestLine))
      case .whole(let number, let bytes):
        if bytes.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
        if let history = history(number, bytes) { return history }
      }
    }
    return nil
  }

  private func history(_ number: Int, _ bytes: ArraySlice<UInt8>) -> History? {
    do {
      let json = try bytes.withUnsafeBytes { buffer in
        Result<JSON, JSONError> { () throws(JSONError) in try JSONReader.read(buffer) }
      }.get()
      let life = try ForeignLife(json: json)
      let history = History(life, importedBy: login)
      if bytes.count > ImportRun.harmless, let act = history.tooLong {
        throw FieldFlaw("events[\(act)]", .tooLong)
      }
      guard references.insert(life.reference) else {
        known += 1
        return nil
      }
      waiting.append(life.reference)
      return history
    } catch let flaw as FieldFlaw {
      refuse(number, words.flaw(flaw))
    } catch let flaw as JSONError {
      refuse(number, words.notJSON(at: flaw.offset))
    } catch {
      refuse(number, words.unreadableFile(file))
    }
    return nil
  }

  private func refuse(_ number: Int, _ problem: String) {
    refused += 1
    if refused <= ImportRun.mostTold { Printer.complain("guichet: " + words.lineRefused(file, number, problem)) }
    if invocation.arguments.has(.strict) { isStopped = true }
  }
}
