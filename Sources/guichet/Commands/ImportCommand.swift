import Console
import Desk
import Glibc
import Journal

// `guichet import`: tickets with their whole lives from elsewhere, one JSON object a line (`guichet.docc`, "Taking in a
// desk's history"), or as the rows of an event log that a map explains ("Taking in an event log").
extension Command {
  static let takeIn = Command(.import, [.one(.file), .maybe(.file)], [.map, .strict, .dryRun]) {
    invocation throws(Trouble) in try invocation.takeIn()
  }
}

extension Invocation {
  fileprivate func takeIn() throws(Trouble) {
    let operands = arguments.operands
    let isLog = operands.count > 1
    guard !isLog || operands[0] == "events" else {
      throw Trouble(.usage, words.tooManyOperands(operands[1], usage: Command.takeIn.usage(words)))
    }
    let map = isLog ? try eventMap() : nil
    let file = operands[isLog ? 1 : 0]
    let session = try session(via: .import)
    let owns = !settings.isRestricted && Who.owns(session.cabinet.root, start.uid)
    guard owns || session.rules.roles.may(.configure, session.rules.role(of: session.actor)) else {
      throw Trouble(.noPermission, words.mayNotImport)
    }
    let descriptor = file == "-" ? dup(0) : Glibc.open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Trouble(.noInput, words.unreadableFile(file)) }
    defer { _ = Glibc.close(descriptor) }
    let run: ImportRun
    do throws(JournalError) {
      let task = LongTask(words)
      let references = try References(of: session.cabinet) { done, total in task.tell(done, of: total) }
      let source: any LifeSource =
        if let map { EventLogSource(descriptor, map, words) } else { LineLifeSource(descriptor, words) }
      run = ImportRun(source, name: file, references, self, login: session.me.login)
      try run.perform(on: session.cabinet)
    } catch { throw Trouble(error, words) }
    try run.report()
  }

  /// What `--map` says the columns of an event log mean.
  private func eventMap() throws(Trouble) -> EventMap {
    let path = try need(.map)
    guard let bytes = Paths.read(path, limit: Limits.body) else { throw Trouble(.noInput, words.unreadableFile(path)) }
    let json: JSON
    do throws(JSONError) { json = try JSONReader.read(bytes) } catch {
      throw Trouble(.data, path + say(words.notJSON(at: error.offset)))
    }
    do throws(FieldFlaw) { return try EventMap(json: json) } catch {
      throw Trouble(.data, path + say(words.flaw(error)))
    }
  }

  private func say(_ problem: String) -> String { words.say(fr: " : ", en: ": ") + problem }
}

/// One file on its way into the cabinet: taken in by the batch.
final class ImportRun: Sequence, IteratorProtocol {
  private var source: any LifeSource
  private let file: String
  private let references: References
  private let invocation: Invocation
  private let login: String
  private let isTrial: Bool
  private let bar: ProgressBar
  /// The names of the lives given to the journal and not yet taken.
  private var waiting: [String] = []
  private var taken = 0
  private var known = 0
  private var refused = 0
  private var isStopped = false
  private var failure: JournalError?

  /// Refusals told one by one.
  static let mostTold = 1000
  /// A life of so few bytes cannot hold a line too long for the journal, whatever has to be escaped in it.
  private static let harmless = 6000

  init(
    _ source: any LifeSource, name: String, _ references: References, _ invocation: Invocation, login: String
  ) {
    self.source = source
    file = name
    self.references = references
    self.invocation = invocation
    self.login = login
    isTrial = invocation.arguments.has(.dryRun)
    bar = ProgressBar(total: source.total >> 10, invocation.words)
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
    while !isStopped, failure == nil, let arrival = source.next() {
      switch arrival {
      case .refused(let line, let problem): refuse(line, problem)
      case .life(let line, let bytes, let life):
        if let history = history(line, bytes, life) { return history }
      }
    }
    return nil
  }

  private func history(_ line: Int, _ bytes: Int, _ life: ForeignLife) -> History? {
    let history = History(life, importedBy: login)
    if bytes > ImportRun.harmless, let act = history.tooLong {
      refuse(line, words.flaw(FieldFlaw("events[\(act)]", .tooLong)))
      return nil
    }
    guard references.insert(life.reference) else {
      known += 1
      return nil
    }
    waiting.append(life.reference)
    return history
  }

  private func refuse(_ number: Int, _ problem: String) {
    refused += 1
    if refused <= ImportRun.mostTold { Printer.complain("guichet: " + words.lineRefused(file, number, problem)) }
    if invocation.arguments.has(.strict) { isStopped = true }
  }
}
