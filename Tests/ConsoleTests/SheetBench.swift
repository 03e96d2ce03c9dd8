import Console
import Desk
import Kit
import Screen

/// A sheet on the bench: keys written as text go in, what is asked of the world comes out as text.
struct SheetBench {
  private(set) var sheet: any Sheet
  var context: SheetContext
  var area: Area
  /// What came of the keys so far, oldest first; bells and timers are left out.
  private(set) var asked: [Effect] = []
  private(set) var bells = 0
  private(set) var outcome = Ending.open

  enum Ending: String { case open, left, submitted }

  /// Paris from its POSIX rule alone, so that the tests need no zone files.
  static let paris: Zone = {
    let header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 27) + [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4]
    let block = header + [0, 0, 0, 0, 0, 0] + Array("UTC\0".utf8)
    let footer = [10] + Array("CET-1CEST,M3.5.0,M10.5.0/3".utf8) + [10]
    return Zone(tzif: block + block + footer, name: "Europe/Paris") ?? .utc
  }()
  /// Friday 21 November 2025, 14:03 in Paris.
  static let now = Instant(rfc3339: "2025-11-21T13:03:00.000Z") ?? Instant(ms: 0)
  static let size = Size(width: 80, height: 24)

  static let directory: Directory = {
    var directory = TestDesk.directory
    directory.apply(
      .customer(Customer(id: "mairie", name: "Mairie de Vaulx", domains: ["vaulx.fr"], sites: ["Annexe"])))
    let people: [(String, String, String?)] = [
      ("Aïcha Ben Salah", "a.bensalah@vaulx.fr", "4127"), ("Élise Bérard", "elise@exemple.fr", nil),
      ("Jean-Noël Le Guen", "jn.leguen@vaulx.fr", "4310"),
    ]
    for (name, email, phone) in people {
      let isTown = email.hasSuffix("vaulx.fr")
      directory.apply(
        .person(
          Person(
            party: Party(name: name, email: email, phone: phone), customer: isTown ? "mairie" : nil,
            site: isTown ? "Annexe" : nil)))
    }
    return directory
  }()

  static let rules = Rules(
    categories: ["Impression", "Messagerie", "Réseau / VPN", "Réseau / Wi-Fi", "Fichiers"], directory: directory)

  static func context(
    _ ticket: Ticket?, as login: String = "amel", _ language: Language = .french, now: Instant = SheetBench.now
  ) -> SheetContext {
    let me = directory.agents[login] ?? Agent(login: login, name: login, profile: .n1)
    return SheetContext(
      me: me, directory: directory, rules: rules, words: Words(language), zone: paris, now: now, home: "LYO",
      reading: ticket, refusal: nil)
  }

  init(
    _ kind: SheetKind, on ticket: Ticket? = nil, as login: String = "amel", _ language: Language = .french,
    from draft: Draft? = nil, size: Size = SheetBench.size, now: Instant = SheetBench.now
  ) {
    context = SheetBench.context(ticket, as: login, language, now: now)
    sheet = SheetBook.make(kind, on: ticket?.id, from: draft, context)
    area = Area(width: size.width, height: size.height)
    resize(size)
  }

  /// Where the console puts the sheet: all but the two last rows, or a box in the middle of them.
  mutating func resize(_ size: Size) {
    let room = Area(width: size.width, height: max(0, size.height - 2))
    area =
      switch sheet.extent {
      case .full: room
      case .box(let width, let height): room.centred(width: width, height: height)
      }
    frameSize = size
    sheet.resized(to: area)
  }
  private var frameSize = SheetBench.size

  /// Keys as text: each character is a key, `<A-Enter>` a named one.
  mutating func keys(_ text: String) {
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "<", let end = rest.firstIndex(of: ">") {
        if let key = Key(name: String(rest[..<end])) { press(key) }
        rest = rest[rest.index(after: end)...]
      } else {
        press(.char(scalar))
      }
    }
  }

  mutating func press(_ key: Key) { take(sheet.handle(key, context)) }
  mutating func paste(_ text: String) { take(sheet.paste(text, context)) }
  mutating func receive(_ message: Message) { take(sheet.receive(message, context)) }

  private mutating func take(_ step: SheetStep) {
    switch step {
    case .stay(let effects): ask(effects)
    case .discard, .takeUp: outcome = .left
    case .leave(let effects):
      ask(effects)
      outcome = .left
    case .submit(let effects):
      ask(effects)
      outcome = .submitted
    case .become(let other):
      sheet = other
      resize(frameSize)
    }
  }

  private mutating func ask(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .bell: bells += 1
      case .wake: break
      default: asked.append(effect)
      }
    }
  }

  /// The intent that was sent.
  var intent: Intent? {
    for effect in asked { if case .record(let intent, _, _) = effect { return intent } }
    return nil
  }

  var frame: Frame {
    var frame = Frame(frameSize)
    sheet.draw(into: &frame, in: area, context)
    return frame
  }

  /// The screen and the hints of its last row.
  var screen: String {
    let hints = sheet.hints(context).map { $0.key + " " + $0.text }.joined(separator: "  ")
    let cursor = frame.cursor.map { "\($0.x),\($0.y)" } ?? "-"
    return frame.text + "\n" + Truncate.end(hints, frameSize.width) + "\ncursor \(cursor)\n"
  }
}

/// A ticket of N1 qualified and with a note, as Amel has it.
func workedTicket(_ more: (inout Life) throws -> Void = { _ in }) -> Ticket {
  var life = Life(
    "Serveur de fichiers inaccessible", id: TicketID(site: "LYO", number: 10471),
    at: Instant(rfc3339: "2025-11-21T12:50:00.000Z") ?? Instant(ms: 0), rules: SheetBench.rules)
  do {
    try life.act("amel", .take)
    try life.act("amel", .qualify(.of(2, 3)))
    try life.act("amel", .note(Note(Body("Redémarré le poste.\nRien de mieux."))))
    try more(&life)
  } catch {
    fatalError("the ticket of the tests is refused: \(error)")
  }
  return life.ticket
}
