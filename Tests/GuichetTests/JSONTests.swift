import Console
import Journal
import Kit
import Testing

extension CommandName {
  /// Command lines that say something on the desk below, each to be tried with `--json`. The table is whole: a new
  /// command without a line does not compile.
  fileprivate var lines: [String] {
    switch self {
    case .demo: ["demo --cabinet cabinet2 --tickets 3"]
    case .`init`: ["init --cabinet cabinet3 --site PAR --as paul --level n1"]
    case .new: ["new Ecran --from Luc"]
    case .list: ["list", "list --per site"]
    case .search: ["search VPN"]
    case .show: ["show 1", "show 1 --ids"]
    case .next: ["next --dry-run"]
    case .take: ["take 2"]
    case .assign: ["assign 2 bob"]
    case .steal: ["steal 2 --reason malade --as rei"]
    case .release: ["release 2 --as rei"]
    case .skip: ["skip 3 --reason attente"]
    case .qualify: ["qualify 1 --kind incident --gravity 2 --impact 4 --category Poste"]
    case .priority: ["priority 1 P2 --reason direction"]
    case .plan: ["plan 3 --start 2d"]
    case .ask: ["ask 3 --until 2d --body Quand"]
    case .hold: ["hold 3 --reason vendor --party ACME --until 2d --as rei"]
    case .resume: ["resume 3"]
    case .reply: ["reply 1 --body Bonjour"]
    case .note: ["note 1 --body vu"]
    case .escalate:
      ["escalate 1 N2 --symptom x --tried y --hypothesis aucune --needed z --evidence aucune"]
    case .handoff: ["handoff 1 --symptom x --tried y --hypothesis aucune --needed z --evidence aucune"]
    case .return: ["return 1 N1 --reason incomplet --as bob"]
    case .resolve: ["resolve 1 --code configuration --summary fait --message Fini --kb no:rien"]
    case .close: ["close 1 --cause confirmed"]
    case .reopen: ["reopen 1 --reason encore --as rei"]
    case .cancel: ["cancel 3 --reason doublon"]
    case .restore: ["restore 3 --reason erreur --as rei"]
    case .spam: ["spam 4"]
    case .waive: ["waive 1 --clock resolve --reason test --as rei"]
    case .tag: ["tag 2 vpn"]
    case .link: ["link 2 relates 1"]
    case .watch: ["watch 2"]
    case .merge: ["merge 5", "merge 5 6 --dry-run", "merge 5 6"]
    case .unmerge: ["unmerge 5 --dry-run", "unmerge 5"]
    case .split: ["split 2 1"]
    case .time: ["time 2 25m --activity call"]
    case .task: ["task 2 Rappeler"]
    case .remote: ["remote 2 --tool VNC --consent oral --start 10:00 --end 10:10"]
    case .checklist: ["checklist 2 Liste --item un"]
    case .major: ["major 2 --reason panne --as rei"]
    case .csat: ["csat 1 5"]
    case .requester: ["requester 2 --from Luc"]
    case .concern: ["concern 2 --asset SRV-1"]
    case .kb: ["kb list", "kb search VPN", "kb new VPN --symptom lent --step un"]
    case .agent: ["agent list", "agent add zoe --name Zoe --level n1"]
    case .group: ["group list", "group add reseau --name Reseau", "group export"]
    case .customer: ["customer list", "customer add acme --name ACME", "customer export"]
    case .contract: ["contract list", "contract export", "contract balance"]
    case .asset: ["asset add SRV-1 --class serveur", "asset list", "asset export", "asset export parc.jsonl"]
    case .person: ["person list", "person export"]
    case .view: ["view add Lyon site:Lyon", "view list --all", "view remove Lyon"]
    case .oncall: ["oncall"]
    case .page: ["page list"]
    case .handover: ["handover", "handover --sign"]
    case .flow: ["flow"]
    case .explain: ["explain 2"]
    case .replay: ["replay --policy essai.json --since 2026-01-01"]
    case .sla: ["sla"]
    case .tick: ["tick"]
    case .config:
      [
        "config init", "config check --show", "config diff", "config apply", "config diff", "config show", "config log",
        "config show --save copie",
      ]
    case .rules: ["rules", "rules check", "rules dry-run"]
    case .macro: ["macro"]
    case .template: ["template"]
    case .recurring: ["recurring"]
    case .mail: ["mail"]
    case .import: ["import vide.jsonl"]
    case .verify: ["verify", "verify 1"]
    case .repair: ["repair 1 --dry-run", "repair --all --dry-run"]
    case .index: ["index", "index --anew"]
    case .theme: ["theme list", "theme check sobre"]
    case .doctor: ["doctor"]
    }
  }

  /// Those that must have something to say to a program, whatever state the desk is in.
  fileprivate var alwaysTells: Bool {
    switch self {
    case .new, .list, .search, .show, .agent, .asset, .config, .theme, .doctor, .handover, .view, .note, .verify: true
    default: false
    }
  }
}

/// Every command, run once each on a small desk.
@Suite struct CommandOutputTests {
  /// A desk with something of each, on which all the lines above are run in their order.
  private func run(_ options: String, _ look: (CommandName, _ output: String, Comment) -> Void) -> Bench {
    let bench = Bench(in: Bench.memory)
    bench.furnish()
    bench.guichet("agent", "add", "rei", "--name", "Rei", "--level", "manager")
    for subject in ["VPN lent", "Souris", "Clavier", "Gagnez", "Encre", "Plus d’encre"] { bench.open(subject) }
    bench.guichet("note", "1", "--body", "to split")
    bench.write("", to: "vide.jsonl")
    bench.write("{ policies: [] }", to: "essai.json")
    for name in CommandName.allCases {
      for line in name.lines {
        let outcome = bench.shell("guichet \(line) \(options) 2> complaints < /dev/null")
        let complaints = bench.read("complaints") ?? ""
        let said = Comment(rawValue: "guichet \(line) \(options)\n\(outcome.output.prefix(600))\n\(complaints)")
        // Every one of them is known: none of these lines is a mistake in typing.
        #expect(outcome.status != 64, said)
        look(name, outcome.output, said)
      }
    }
    return bench
  }

  /// `--json` is said before or after any command: whatever it then prints is one JSON value a line.
  @Test func everyCommandPrintsJSON() {
    var told: [CommandName: Int] = [:]
    let bench = run("--json") { name, output, said in
      let lines = output.split(separator: "\n")
      #expect(lines.allSatisfy { JSONReader.isValue(String($0)) }, said)
      told[name, default: 0] += lines.count
    }
    for name in CommandName.allCases where name.alwaysTells { #expect(told[name] != 0, "\(name)") }
    #expect(bench.read("parc.jsonl") == "{\"class\":\"serveur\",\"id\":\"SRV-1\",\"name\":\"SRV-1\"}\n")
  }

  /// French puts a space before its colon; English that does was put together by the wrong hand.
  @Test func noCommandSpeaksEnglishWithFrenchSpaces() {
    let marks = [" : ", " ; ", " ? ", " ! "]
    _ = run("--lang en") { name, output, said in
      // Examples of files hold code, and ends of lines that are questions.
      if name == .config { return }
      let wrong = output.split(separator: "\n").first { line in
        marks.contains { line.contains($0) } || line.hasSuffix(" :") || line.contains("« ")
      }
      #expect(wrong == nil, said)
    }
  }
}

extension JSONReader {
  fileprivate static func isValue(_ line: String) -> Bool { (try? JSONReader.read(Array(line.utf8))) != nil }
}
