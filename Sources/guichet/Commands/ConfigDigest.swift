import Console
import Desk

/// A configuration as it is understood, file by file: what `config check --show` tells. Durations are resolved in their
/// calendars; what no file says is told as it is built in.
struct ConfigDigest {
  /// One heading and the lines under it.
  struct Section {
    /// For programs: the file that says it, without its ending.
    let name: String
    let head: String
    let lines: [String]
  }

  private let configuration: Configuration
  private let rules: Rules
  private let automation: Automation
  private let words: Words

  init(_ configuration: Configuration, _ directory: Directory, _ words: Words) {
    (self.configuration, self.words) = (configuration, words)
    rules = configuration.rules(directory)
    automation = Automation(configuration, zones: ZoneFiles.named)
  }

  /// Those that have something to say, in the order of the files.
  var sections: [Section] {
    ConfigFile.allCases.compactMap { file in
      let lines = lines(of: file)
      return lines.isEmpty ? nil : Section(name: file.rawValue, head: words.head(of: file), lines: lines)
    }
  }

  private func lines(of file: ConfigFile) -> [String] {
    switch file {
    case .desk: desk
    case .calendars: calendars
    case .policies: policies
    case .matrix:
      Impact.allCases.map { impact in
        "\(impact.name)  " + Gravity.allCases.map { rules.matrix[impact, $0].name }.joined(separator: " ")
      }
    case .roles: rules.roles.changes.map { words.roleChange($0) }
    case .queues: configuration.queues.views.map(view)
    case .checklists:
      configuration.checklists.templates.map { $0.name + words.colon + $0.items.joined(separator: " · ") }
    case .rules: automation.routing.rules.map(rule)
    case .templates:
      automation.templates.names.map { name in
        name + words.colon
          + (automation.templates.templates[name]?.texts.keys.sorted() ?? []).joined(separator: " ")
      }
    case .macros:
      automation.macros.map { $0.name + words.colon + words.deeds($0.then) }
    case .recurring: automation.recurring.map(\.name)
    case .rotas: rules.duty.rotas.map(rota)
    }
  }

  private var desk: [String] {
    let desk = configuration.desk
    var lines = [desk.zoneName, words.closings(desk.autoClose, urgent: desk.autoCloseUrgent, reopen: desk.reopen)]
    if !desk.categories.isEmpty { lines.append(desk.categories.joined(separator: " · ")) }
    return lines
  }

  private var calendars: [String] {
    rules.calendars.sorted { $0.key < $1.key }.map { name, calendar in
      let zone = calendar == .always ? "" : calendar.zone.name
      return ConfigDigest.row([name, zone, words.week(calendar), words.nominalDay(calendar)])
    }
  }

  private var policies: [String] {
    let written = configuration.policies.entries
    return rules.policies.all.enumerated().map { at, policy in
      let entry = at < written.count ? written[at] : nil
      let origin = entry == nil ? " (\(words.configStandard))" : ""
      return "\(policy.name)\(origin)  \(policy.calendar.name)  " + goals(policy, entry)
    }
  }

  private func goals(_ policy: ServicePolicy, _ entry: PolicyConfig.Entry?) -> String {
    let texts = entry.map { Dictionary($0.goals.map { ($0.clock.service, $0.text) }) { first, _ in first } } ?? [:]
    let levelTexts = entry.map { Dictionary($0.levelGoals.map { ($0.level, $0.text) }) { first, _ in first } } ?? [:]
    let goals = ServiceClock.allCases.compactMap { clock in
      policy.goals[clock].map { words.name(clock) + " " + words.goal(texts[clock] ?? "", $0) }
    }
    let levels = Level.allCases.compactMap { level in
      policy.levelGoals[level].map { "\(level.rawValue) " + words.goal(levelTexts[level] ?? "", $0) }
    }
    return (goals + levels).joined(separator: " · ")
  }

  private func view(_ view: SavedView) -> String {
    let columns = view.columns.map { words.name($0) }.joined(separator: ",")
    return ConfigDigest.row([view.digit.map(String.init) ?? "·", view.name, view.filter, view.order.rawValue, columns])
  }

  private func rule(_ rule: RoutingRule) -> String {
    let asked = rule.asked.isEmpty ? "" : " [\(rule.asked)]"
    let deeds = words.deeds(rule.then) + (rule.stops ? ", " + words.ruleStops : "")
    return rule.name + words.colon + rule.awaited.joined(separator: ", ") + asked + " → " + deeds
  }

  private func rota(_ rota: Rota) -> String {
    let members = rota.members.map { $0 ?? words.nobody }.joined(separator: ", ")
    return ConfigDigest.row([rota.name, rota.level?.rawValue ?? "", rota.group ?? "", members, rota.pagesText ?? "-"])
  }

  private static func row(_ cells: [String]) -> String { cells.filter { !$0.isEmpty }.joined(separator: "  ") }
}
