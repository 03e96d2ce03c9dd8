import Console
import Desk
import Glibc
import Journal

// `guichet demo`: the console on a made-up desk, kept apart in the account's cache.
extension Command {
  static let demo = Command(.demo, [], [.tickets, .seed, .date]) { invocation throws(Trouble) in
    let count = try invocation.number(.tickets, 0...DemoCabinet.mostTickets) ?? DemoCabinet.usualTickets
    let seed = try invocation.number(.seed, 0...Int.max) ?? 1
    let date = try invocation.moment(.date, looking: .back) ?? Clock.now
    var path =
      invocation.arguments.has(.cabinet)
      ? invocation.settings.cabinet : "\(invocation.start.paths.cache)/demo-\(seed)-\(count)-\(date.seconds / 86_400)"
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    var settings = invocation.settings
    settings.cabinet = path
    if Paths.read(path + "/guichet.json") == nil {
      guard Paths.isFree(path) else { throw Trouble(.cannotCreate, invocation.words.folderTaken(path)) }
      try invocation.makeDemo(at: path, tickets: count, seed: UInt64(seed), now: date)
    }
    guard let status = try Guichet.console(invocation.start, settings, agent: invocation.global.agent) else {
      Printer.complain("guichet: " + invocation.words.noTerminal)
      return invocation.printer.line(invocation.words.demoMade(count, path))
    }
    // What ended the console is what the program says, a signal included.
    if status != Exit.ok.rawValue { exit(status) }
  }
}

extension Invocation {
  /// Made under another name: a demonstration that was interrupted is begun again, never shown by half; one that could
  /// not be made leaves nothing behind.
  fileprivate func makeDemo(at path: String, tickets: Int, seed: UInt64, now: Instant) throws(Trouble) {
    Paths.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
    let part = path + ".part"
    Paths.removeTree(part)
    do throws(JournalError) {
      let bar = ProgressBar(total: tickets, words)
      try DemoCabinet.make(at: part, tickets: tickets, seed: seed, now: now, account: start.account, tell: bar.tell)
      bar.end()
      guard rename(part, path) == 0 else { throw JournalError.system(call: "rename", path: path, errno: errno) }
    } catch {
      Paths.removeTree(part)
      throw Trouble(error, words)
    }
  }
}

/// The demonstration written as a cabinet.
enum DemoCabinet {
  static let usualTickets = 200
  static let mostTickets = 1_000_000

  /// Makes the cabinet. The account that asks for it becomes one of the demo's N1 agents, so that everything can be
  /// tried; `--as` makes it another.
  static func make(
    at path: String, tickets: Int, seed: UInt64, now: Instant, account: String, tell: @escaping (Int) -> Void = { _ in }
  ) throws(JournalError) {
    let cabinet = try Cabinet.create(at: path, site: site)
    let zone = ZoneFiles.named(DeskConfig.defaultZone) ?? .utc
    let desk = DemoDesk(seed: seed, now: now, count: tickets, site: site, calendar: .office(zone))
    let founder = Actor(name: "odile", profile: .admin, via: .import)
    var people = DemoDesk.facts(now: now)
    for (place, fact) in people.enumerated() {
      guard case .agent(var agent) = fact, agent.profile == .n1 else { continue }
      agent.account = account
      people[place] = .agent(agent)
      break
    }
    try cabinet.recordLedger(people, as: founder, at: now)
    let config =
      [ConfigText(.desk, DemoDesk.config), ConfigText(.rotas, DemoRegisters.rotas(now: now, in: zone))]
      + DemoConfig.texts
    for text in config { _ = try cabinet.layDown(text) }
    _ = try cabinet.apply(config, as: founder, at: now)
    cabinet.rules = desk.rules
    for (_, events) in desk.articles() {
      guard let first = events.first else { continue }
      let actor = Actor(name: first.by, profile: .manager, via: .import)
      _ = try cabinet.createArticle(events.map(\.fact), as: actor, at: first.at)
    }
    try cabinet.take(
      in: desk.lives.lazy.map { life in
        tell(life.id.number)
        return History(
          life.events.map { event in
            (
              event.fact, Actor(name: event.by, profile: .n1, account: event.account, via: event.via ?? .import),
              event.at
            )
          })
      })
  }

  static let site = "DEMO"
}
