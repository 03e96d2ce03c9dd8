import Desk

// The lines to try under the help of a command.
extension Words {
  /// Lines to try, after the help of a command.
  package func examples(of command: CommandName) -> [String] {
    switch command {
    case .demo: ["guichet demo --tickets 300"]
    case .`init`: ["guichet init --site LYO"]
    case .new:
      [
        say(
          fr: "guichet new \"Plus d’accès au VPN\" --from \"Inès Moreau\" --phone 0472000000",
          en: "guichet new \"No access to the VPN\" --from \"Inès Moreau\" --phone 0472000000"),
        say(
          fr: "guichet new Imprimante --from accueil --gravity 3 --impact 2 --kind incident --category Impression",
          en: "guichet new Printer --from reception --gravity 3 --impact 2 --kind incident --category Printing"),
      ]
    case .list:
      [
        say(fr: "guichet list 'p1 ou sla:depasse'", en: "guichet list 'p1 or sla:late'"),
        say(fr: "guichet list '@moi etat:attente' --json", en: "guichet list '@me state:waiting' --json"),
        say(
          fr: "guichet list 'etat:clos maj:<30j' --per client,catégorie --least 5",
          en: "guichet list 'state:closed updated:<30d' --per customer,category --least 5"),
      ]
    case .view:
      [
        "guichet view add Lyon 'état:actif site:Lyon' --order updated --columns site,âge --digit 3",
        "guichet view list --all", "guichet list --view Lyon", "guichet view remove Lyon",
      ]
    case .flow: ["guichet flow", "guichet flow état:clos groupe:Réseau --json"]
    case .search: ["guichet search bourrage imprimante", "guichet search 'écran noir' client:acme"]
    case .show: ["guichet show 42"]
    case .rules, .macro, .template, .recurring: automationExamples(of: command)
    case .waive, .explain, .replay, .sla, .tick: clockExamples(of: command)
    case .oncall, .page, .handover: dutyExamples(of: command)
    case .take: ["guichet take 42 43"]
    case .assign: ["guichet assign 42 chloe"]
    case .steal:
      [say(fr: "guichet steal 42 --reason \"Bob est absent\"", en: "guichet steal 42 --reason \"Bob is away\"")]
    case .release: ["guichet release 42"]
    case .next: ["guichet next", "guichet next cat:Réseau --dry-run", "guichet next --skip 'hors de mon domaine'"]
    case .skip: ["guichet skip 42 --reason 'hors de mon domaine'"]
    case .qualify: ["guichet qualify 42 --kind incident --gravity 2 --impact 3 --category \"Réseau/VPN\""]
    case .priority:
      [
        say(
          fr: "guichet priority 42 P1 --reason \"clôture comptable\"",
          en: "guichet priority 42 P1 --reason \"year end\""),
        say(fr: "guichet priority 42 auto --reason \"fini\"", en: "guichet priority 42 auto --reason \"over\""),
      ]
    case .plan:
      [
        say(
          fr: "guichet plan 42 --start \"lundi 9h\" --chosen-by user",
          en: "guichet plan 42 --start \"monday 9:00\" --chosen-by user")
      ]
    case .ask:
      [
        say(
          fr: "guichet ask 42 --reason information --until 2j --body \"Quel message s’affiche ?\"",
          en: "guichet ask 42 --reason information --until 2d --body \"What does it say?\"")
      ]
    case .hold: ["guichet hold 42 --party \"Télécom Alpha\" --reason vendor --until 3d"]
    case .resume: ["guichet resume 42"]
    case .reply:
      [
        say(fr: "guichet reply 42 --body \"C’est corrigé.\"", en: "guichet reply 42 --body \"It is fixed.\""),
        "guichet reply 42 < reponse.txt",
      ]
    case .note: ["guichet note 42 --body \"ping: 40 % loss\"", "dmesg | tail | guichet note 42"]
    case .escalate:
      [
        say(
          fr:
            "guichet escalate 42 N2 --symptom \"VPN coupé\" --tried \"poste redémarré\" --hypothesis MTU --needed \"capture\" --evidence aucune",
          en:
            "guichet escalate 42 N2 --symptom \"VPN drops\" --tried reboot --hypothesis MTU --needed \"a capture\" --evidence none"
        ),
        "guichet escalate 42 N2 --break-glass",
      ]
    case .handoff: ["guichet handoff 42 --symptom … --tried … --hypothesis … --needed … --evidence …"]
    case .return:
      [
        say(
          fr: "guichet return 42 N1 --reason \"rappeler l’utilisateur\"",
          en: "guichet return 42 N1 --reason \"call the user back\"")
      ]
    case .resolve:
      [
        say(
          fr: "guichet resolve 42 --code configuration --summary \"MTU à 1400\" --message \"C’est réglé.\" --kb draft",
          en: "guichet resolve 42 --code configuration --summary \"MTU at 1400\" --message \"It is fixed.\" --kb draft"),
        say(
          fr: "guichet resolve 42 --code assistance --summary \"mot de passe\" --by-phone --kb no:unique",
          en: "guichet resolve 42 --code assistance --summary password --by-phone --kb no:unique"),
      ]
    case .close: ["guichet close 42"]
    case .reopen:
      [
        say(
          fr: "guichet reopen 42 --reason \"revenu ce matin\"", en: "guichet reopen 42 --reason \"back this morning\"")
      ]
    case .cancel:
      [
        say(
          fr: "guichet cancel 42 --reason \"ouvert par erreur\"", en: "guichet cancel 42 --reason \"opened by mistake\""
        )
      ]
    case .restore:
      [
        say(
          fr: "guichet restore 42 --reason \"annulé à tort\"", en: "guichet restore 42 --reason \"cancelled wrongly\"")
      ]
    case .spam: ["guichet spam 42"]
    case .tag: ["guichet tag 42 vpn", "guichet tag 42 vpn --remove"]
    case .link: ["guichet link 42 duplicates 17"]
    case .watch: ["guichet watch 42", "guichet watch 42 bob", "guichet watch 42 --remove"]
    case .merge, .unmerge, .split, .time, .task, .remote, .checklist, .major, .csat, .requester, .concern:
      workExamples(of: command)
    case .kb:
      [
        "guichet kb search vpn", "guichet kb import base.jsonl",
        "guichet kb show KB-0001", "guichet kb new \"VPN : MTU\" --step \"…\" --keyword vpn",
      ]
    case .agent:
      [
        "guichet agent add chloe --name \"Chloé Petit\" --level n2", "guichet agent set chloe --level n3",
        "guichet agent list",
      ]
    case .group: ["guichet group add reseau --name Réseau --level n2 --skills VPN --domain Réseau --member bob"]
    case .customer:
      [
        "guichet customer add acme --name ACME --domain acme.example --rei ines@acme.example",
        "guichet customer show acme", "guichet customer import clients.csv --dry-run", "guichet customer export",
      ]
    case .contract:
      [
        "guichet contract add or --customer acme --start 2026-01-01 --until 2026-12-31 --service Réseau --day 8h",
        say(
          fr: "guichet contract credit or 10h --reason \"bon de commande\" --reference BC-12",
          en: "guichet contract credit or 10h --reason \"purchase order\" --reference PO-12"),
        say(
          fr: "guichet contract correct or --by -2h --reason \"saisi deux fois\"",
          en: "guichet contract correct or --by -2h --reason \"typed twice\""),
        "guichet contract balance or",
      ]
    case .asset:
      [
        "guichet asset add SRV-1 --class serveur --customer acme --site Lyon --warranty 2027-06-30",
        "guichet asset set SRV-1 --relation depends_on:SW-1", "guichet asset show SRV-1",
        "guichet asset import parc.csv --encoding windows-1252 --dry-run",
      ]
    case .person: ["guichet person add ines@acme.example --name \"Inès Moreau\" --customer acme --vip"]
    case .config: ["guichet config init", "guichet config check --show", "guichet config diff", "guichet config apply"]
    case .mail: ["guichet mail < message.eml", "|/usr/bin/guichet mail --cabinet /srv/guichet   # ~/.forward, aliases"]
    case .import:
      [
        "guichet import tickets.jsonl", "zcat export.jsonl.gz | guichet import - --dry-run",
        "guichet import events journal.jsonl --map colonnes.json",
      ]
    case .index: ["guichet index", "guichet index --anew"]
    case .verify:
      [
        "guichet verify", "guichet verify 42", "guichet verify --checkpoint chains.txt",
        "guichet verify --against chains.txt",
      ]
    case .repair:
      ["guichet repair 42 --dry-run", "guichet repair --all", "guichet repair --all --copy /backup/cabinet"]
    case .theme: ["guichet theme list", "guichet theme check mon.theme"]
    case .doctor: ["guichet doctor"]
    }
  }
}
