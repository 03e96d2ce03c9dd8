import Desk

// The help of the command line.
extension Words {
  package func summary(of command: CommandName) -> String {
    switch command {
    case .demo: say(fr: "essayer sur un dépôt de démonstration", en: "try it on a demonstration cabinet")
    case .`init`: say(fr: "créer un dépôt et son premier agent", en: "make a cabinet and its first agent")
    case .new: say(fr: "ouvrir un ticket", en: "open a ticket")
    case .list: say(fr: "lister les tickets qu’un filtre retient", en: "list the tickets a filter keeps")
    case .view: say(fr: "les vues que vous gardez", en: "the views you keep")
    case .flow:
      say(fr: "le chemin des tickets : équipes, niveaux, attentes", en: "the way tickets went: teams, levels, waits")
    case .search: say(fr: "chercher dans les textes, le meilleur d’abord", en: "search the texts, best first")
    case .show: say(fr: "montrer un ticket et son fil", en: "show a ticket and its thread")
    case .take: say(fr: "prendre des tickets", en: "take tickets")
    case .assign: say(fr: "attribuer à un agent", en: "assign to an agent")
    case .steal: say(fr: "reprendre le ticket d’un collègue", en: "take over a colleague’s ticket")
    case .release: say(fr: "remettre en file", en: "put back in the queue")
    case .next: say(fr: "prendre le premier de la file", en: "take the first of the queue")
    case .skip: say(fr: "laisser un ticket aux autres", en: "leave a ticket to others")
    case .qualify:
      say(fr: "qualifier : type, gravité, impact, catégorie", en: "qualify: kind, gravity, impact, category")
    case .priority:
      say(fr: "forcer la priorité, ou la rendre à la matrice", en: "set the priority, or give it back to the matrix")
    case .plan: say(fr: "planifier un début", en: "plan a start")
    case .ask: say(fr: "demander au demandeur et attendre", en: "ask the requester and wait")
    case .hold: say(fr: "attendre un tiers", en: "wait for a third party")
    case .resume: say(fr: "reprendre après une attente", en: "go on after a wait")
    case .reply: say(fr: "répondre au demandeur", en: "reply to the requester")
    case .note: say(fr: "écrire une note interne", en: "write an internal note")
    case .escalate: say(fr: "escalader, avec la fiche de passage", en: "escalate, with the hand-off")
    case .handoff: say(fr: "compléter la fiche de passage due", en: "complete the hand-off that is owed")
    case .return: say(fr: "rendre à un niveau inférieur", en: "give back to a lower level")
    case .resolve: say(fr: "résoudre", en: "resolve")
    case .close: say(fr: "clore", en: "close")
    case .reopen: say(fr: "rouvrir", en: "reopen")
    case .cancel: say(fr: "annuler", en: "cancel")
    case .restore: say(fr: "rétablir un ticket annulé", en: "restore a cancelled ticket")
    case .spam: say(fr: "marquer comme indésirable", en: "mark as spam")
    case .waive, .explain, .replay, .sla, .tick: clockSummary(of: command)
    case .tag: say(fr: "poser ou ôter une étiquette", en: "add or remove a tag")
    case .link: say(fr: "lier à un autre ticket", en: "link to another ticket")
    case .watch: say(fr: "suivre, ou ne plus suivre", en: "watch, or stop watching")
    case .merge, .unmerge, .split, .time, .task, .remote, .checklist, .major, .csat, .requester, .concern:
      workSummary(of: command)
    case .kb: say(fr: "base de connaissances", en: "knowledge base")
    case .agent: say(fr: "agents du guichet", en: "the desk’s agents")
    case .group: say(fr: "groupes d’agents", en: "groups of agents")
    case .customer: say(fr: "clients", en: "customers")
    case .contract: say(fr: "contrats et crédits d’heures", en: "contracts and hour credits")
    case .asset: say(fr: "équipements", en: "assets")
    case .person: say(fr: "demandeurs connus", en: "known requesters")
    case .config: say(fr: "réglages du guichet, en fichiers texte", en: "the desk’s settings, as text files")
    case .mail:
      say(
        fr: "prendre un message (RFC 5322) sur l’entrée standard", en: "take in a message (RFC 5322) on standard input")
    case .import:
      say(fr: "reprendre l’historique d’un autre guichet", en: "take in another desk’s history")
    case .verify: say(fr: "vérifier les chaînes des fichiers", en: "verify the chains of the files")
    case .repair: say(fr: "réparer par ajout ce qui peut l’être", en: "mend what can be, by appending")
    case .index: say(fr: "mettre l’index à jour, ou le refaire", en: "bring the index up to date, or make it anew")
    case .theme: say(fr: "thèmes : liste, contrôle", en: "themes: list, check")
    case .doctor:
      say(
        fr: "l’état de tout : terminal, droits, disque, index",
        en: "the state of everything: terminal, rights, disk, index"
      )
    }
  }

  package func title(of subject: CommandSubject) -> String {
    switch subject {
    case .start: say(fr: "Commencer", en: "Start")
    case .tickets: say(fr: "Tickets", en: "Tickets")
    case .acts: say(fr: "Agir sur un ticket", en: "Act on a ticket")
    case .desk: say(fr: "Le guichet", en: "The desk")
    case .clocks: say(fr: "Échéances et chiffres", en: "Deadlines and figures")
    case .upkeep: say(fr: "Entretien", en: "Upkeep")
    }
  }

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
      ]
    case .view:
      [
        "guichet view add Lyon 'état:actif site:Lyon' --order updated --columns site,âge --digit 3",
        "guichet list --view Lyon", "guichet view remove Lyon",
      ]
    case .flow: ["guichet flow", "guichet flow état:clos groupe:Réseau --json"]
    case .search: ["guichet search bourrage imprimante", "guichet search 'écran noir' client:acme"]
    case .show: ["guichet show 42"]
    case .waive, .explain, .replay, .sla, .tick: clockExamples(of: command)
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
    case .agent: ["guichet agent add chloe --name \"Chloé Petit\" --level n2", "guichet agent list"]
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

  package func meaning(of option: CommandOption) -> String {
    switch option {
    case .cabinet: say(fr: "dossier du dépôt", en: "the cabinet’s folder")
    case .as: say(fr: "agir au nom d’un agent", en: "act as an agent")
    case .lang: say(fr: "langue : fr, en", en: "language: fr, en")
    case .theme: say(fr: "thème de la console", en: "theme of the console")
    case .json: say(fr: "sortie JSON, un objet par ligne", en: "JSON output, one object a line")
    case .mono: say(fr: "sans couleurs", en: "no colours")
    case .restricted: say(fr: "aucun autre programme (éditeur)", en: "no other program (editor)")
    case .help: say(fr: "cette aide", en: "this help")
    case .version: say(fr: "version", en: "version")
    case .from: say(fr: "nom du demandeur", en: "the requester’s name")
    case .mail: say(fr: "adresse du demandeur, de l’agent", en: "address of the requester, of the agent")
    case .phone: say(fr: "téléphone du demandeur", en: "the requester’s telephone")
    case .customer: say(fr: "client", en: "customer")
    case .site: say(fr: "site", en: "site")
    case .asset: say(fr: "équipement", en: "equipment")
    case .channel:
      say(fr: "canal : phone mail chat portal monitor walk_in", en: "channel: phone mail chat portal monitor walk_in")
    case .occurred: say(fr: "début de la panne", en: "when it broke")
    case .body: say(fr: "texte ; - pour l’entrée standard", en: "text; - for standard input")
    case .note: say(fr: "note interne", en: "internal note")
    case .kind: "incident request advice alert problem change"
    case .gravity: say(fr: "gravité, 1 (crise) à 4", en: "gravity, 1 (crisis) to 4")
    case .impact: say(fr: "impact, 1 (entreprise) à 4", en: "impact, 1 (company) to 4")
    case .category: say(fr: "catégorie", en: "category")
    case .tag: say(fr: "étiquette", en: "tag")
    case .order:
      say(fr: "ordre : next received updated next_date priority", en: "order: next received updated next_date priority")
    case .save:
      say(
        fr: "enregistrer textes longs et pièces jointes dans ce dossier",
        en: "save long texts and attachments in this folder")
    case .limit: say(fr: "lignes au plus", en: "rows at most")
    case .reason: say(fr: "motif", en: "reason")
    case .to: say(fr: "agent destinataire", en: "agent to receive it")
    case .start: say(fr: "début : « lundi 9h », 2j", en: "start: “monday 9:00”, 2d")
    case .chosenBy: say(fr: "qui a choisi la date : user us", en: "who chose the date: user us")
    case .until: say(fr: "jusqu’à : « vendredi », 2j, 4h", en: "until: “friday”, 2d, 4h")
    case .party: say(fr: "tiers attendu", en: "third party waited for")
    case .private: say(fr: "note restreinte", en: "restricted note")
    case .symptom: say(fr: "symptôme constaté", en: "symptom seen")
    case .tried: say(fr: "ce qui a été essayé", en: "what was tried")
    case .hypothesis: say(fr: "hypothèse, ou « aucune »", en: "hypothesis, or “none”")
    case .needed: say(fr: "ce qui est demandé", en: "what is needed")
    case .evidence: say(fr: "preuves, ou « aucune »", en: "evidence, or “none”")
    case .breakGlass: say(fr: "urgence P0-P1 : fiche due sous 30 min", en: "P0-P1 emergency: hand-off owed in 30 min")
    case .code: say(fr: "assistance configuration workaround …", en: "assistance configuration workaround …")
    case .summary: say(fr: "ce qui a été fait", en: "what was done")
    case .cause:
      say(fr: "cause racine ; pour close : confirmed auto manager", en: "root cause; for close: confirmed auto manager")
    case .message: say(fr: "message au demandeur", en: "message to the requester")
    case .byPhone: say(fr: "dit au téléphone", en: "told by phone")
    case .kb: say(fr: "KB-0001, draft, ou no:MOTIF", en: "KB-0001, draft, or no:REASON")
    case .remove: say(fr: "ôter", en: "remove")
    case .name: say(fr: "nom", en: "name")
    case .level: say(fr: "profil ou niveau : n1 n2 n3 manager …", en: "profile or level: n1 n2 n3 manager …")
    case .account: say(fr: "compte Unix", en: "Unix account")
    case .skills: say(fr: "compétence", en: "skill")
    case .domain: say(fr: "domaine de courriel ; d’un groupe : catégorie", en: "mail domain; of a group: category")
    case .contract: say(fr: "contrat", en: "contract")
    case .vip: say(fr: "VIP", en: "VIP")
    case .inactive: say(fr: "ne travaille plus ici", en: "works here no more")
    case .rei: say(fr: "adresse de l’interlocuteur unique (REI)", en: "address of the single contact")
    case .shared: say(fr: "ses demandeurs voient les tickets des autres", en: "its people see each other’s tickets")
    case .language: say(fr: "langue du demandeur : fr, en", en: "the requester’s language: fr, en")
    case .retired: say(fr: "aussi ce qui est retiré", en: "what is retired too")
    case .itemClass: say(fr: "classe d’équipement", en: "class of assets")
    case .serial: say(fr: "numéro de série", en: "serial number")
    case .location: say(fr: "emplacement", en: "place")
    case .warranty: say(fr: "fin de garantie, 2026-12-31", en: "end of warranty, 2026-12-31")
    case .owner: say(fr: "adresse de l’utilisateur", en: "address of the user")
    case .relation: say(fr: "relation, depends_on:SRV-1", en: "relation, depends_on:SRV-1")
    case .member: say(fr: "login d’un membre", en: "a member’s login")
    case .calendar: say(fr: "calendrier de couverture", en: "calendar of coverage")
    case .service: say(fr: "catégorie couverte, et celles en dessous", en: "category covered, and those below")
    case .warn: say(fr: "alerte à ce pourcentage du crédit", en: "warning at this percent of the credit")
    case .day: say(fr: "heures d’une journée d’intervention, 8h", en: "hours of a day of intervention, 8h")
    case .by: say(fr: "de combien : 2h, -2h", en: "by how much: 2h, -2h")
    case .reference: say(fr: "commande, facture", en: "order, invoice")
    case .encoding: say(fr: "encodage du fichier, comme windows-1252", en: "the file’s encoding, such as windows-1252")
    case .product: say(fr: "produit", en: "product")
    case .step: say(fr: "étape", en: "step")
    case .keyword: say(fr: "mot-clé", en: "keyword")
    case .answer: say(fr: "réponse prête", en: "ready reply")
    case .audience: say(fr: "pour : internal public", en: "for: internal public")
    case .queries:
      say(
        fr: "kb search : questions d’un fichier JSON Lines, {\"id\", \"text\"} (- : entrée standard)",
        en: "kb search: questions of a JSON Lines file, {\"id\", \"text\"} (-: standard input)")
    case .all: say(fr: "tous les fichiers", en: "every file")
    case .checkpoint:
      say(
        fr: "écrire l’état des chaînes dans ce fichier, à garder ailleurs",
        en: "write the state of the chains to this file, to keep elsewhere")
    case .against: say(fr: "comparer à un état gardé ailleurs", en: "compare with a state kept elsewhere")
    case .copy:
      say(fr: "autre copie du même dépôt, d’où reprendre", en: "another copy of the same cabinet, to take from")
    case .dryRun: say(fr: "montrer sans rien enregistrer", en: "show, record nothing")
    case .view: say(fr: "une vue, par son nom", en: "a view, by its name")
    case .columns: say(fr: "les colonnes de la vue", en: "the columns of the view")
    case .digit: say(fr: "l’onglet de la vue, 1 à 9", en: "the tab of the view, 1 to 9")
    case .map: say(fr: "ce que veulent dire les colonnes (JSON)", en: "what the columns mean (JSON)")
    case .skip:
      say(fr: "laisser le premier aux autres, avec ce motif", en: "leave the first to others, for this reason")
    case .strict: say(fr: "s’arrêter à la première ligne refusée", en: "stop at the first line refused")
    case .tickets: say(fr: "nombre de tickets", en: "number of tickets")
    case .seed: say(fr: "graine du hasard", en: "random seed")
    case .anew: say(fr: "tout relire", en: "read everything again")
    case .anyway:
      say(
        fr: "malgré les erreurs : les entrées fausses ne comptent pas",
        en: "in spite of errors: wrong entries do not count")
    case .resolved:
      say(fr: "montrer ce qui est compris, durées résolues", en: "show what is understood, durations resolved")
    case .quiet: say(fr: "ne rien dire, céder le processeur", en: "say nothing, yield the processor")
    case .date: say(fr: "jour : de la démonstration, d’un solde", en: "day: of the demonstration, of a balance")
    case .clock: say(fr: "l’échéance : ", en: "the deadline: ") + ServiceClock.names
    case .policy:
      say(
        fr: "engagements : un fichier à essayer, le nom de ceux d’un contrat",
        en: "promises: a file to try, the name of a contract’s")
    case .since: say(fr: "depuis : 2026-07-01, « lundi »", en: "since: 2026-07-01, “monday”")
    case .activity, .notBillable, .done, .correct, .type, .place, .travel, .end, .outcome, .tool, .consent, .item,
      .tick,
      .untick, .every, .over, .comment, .children, .ids, .subject:
      workMeaning(of: option)
    }
  }

  /// The word that stands for an option's value.
  package func placeholder(_ option: CommandOption) -> String {
    switch option {
    case .cabinet, .copy: say(fr: "DOSSIER", en: "DIR")
    case .checkpoint, .against: say(fr: "FICHIER", en: "FILE")
    case .as, .to, .name, .from, .party, .account: say(fr: "NOM", en: "NAME")
    case .until, .start, .occurred, .date, .since, .end: say(fr: "DATE", en: "DATE")
    case .gravity, .impact, .limit, .tickets, .seed, .phone, .tick, .untick, .every, .travel: "N"
    case .mail: say(fr: "ADRESSE", en: "ADDRESS")
    case .body, .note, .reason, .summary, .cause, .message, .symptom, .tried, .hypothesis, .needed, .evidence, .step,
      .answer, .outcome, .consent, .item, .comment, .place, .tool, .subject:
      say(fr: "TEXTE", en: "TEXT")
    case .queries, .policy: say(fr: "FICHIER", en: "FILE")
    default: say(fr: "MOT", en: "WORD")
    }
  }

  package func operand(_ operand: Operand) -> String {
    switch operand {
    case .ticket, .target: "ID"
    case .tickets: "ID…"
    case .filter: say(fr: "FILTRE", en: "FILTER")
    case .subject: say(fr: "OBJET", en: "SUBJECT")
    case .agent: "AGENT"
    case .level: "N1|N2|N3|V4|V5"
    case .priority: "P0…P5|auto"
    case .tag: say(fr: "ÉTIQUETTE", en: "TAG")
    case .relation: say(fr: "RELATION", en: "RELATION")
    case .article: "KB-0001"
    case .words: say(fr: "MOTS", en: "WORDS")
    case .login: say(fr: "LOGIN", en: "LOGIN")
    case .id: "ID"
    case .name: say(fr: "NOM", en: "NAME")
    case .file: say(fr: "FICHIER", en: "FILE")
    case .version: "VERSION"
    case .duration: say(fr: "DURÉE", en: "TIME")
    case .event: say(fr: "ÉVÉNEMENT", en: "EVENT")
    case .score: "1…5"
    case .entry: say(fr: "ID|FICHIER", en: "ID|FILE")
    case .action(let words): words
    }
  }

  /// What the program is, at the head of the help.
  package var aboutProgram: String {
    say(
      fr: "guichet — le guichet d’assistance dans le terminal", en: "guichet — a help desk in the terminal")
  }

  package var usageHead: String { say(fr: "Usage :", en: "Usage:") }
  package var usageConsole: String { say(fr: "ouvrir la console", en: "open the console") }
  package var optionsHead: String { say(fr: "Options :", en: "Options:") }
  package var examplesHead: String { say(fr: "Exemples :", en: "Examples:") }
  package var commandWord: String { say(fr: "COMMANDE", en: "COMMAND") }
  package var moreHelp: String {
    say(
      fr: "guichet COMMANDE --help : le détail. Un ticket s’écrit 42 ou LYO-42.",
      en: "guichet COMMAND --help: the details. A ticket is written 42 or LYO-42.")
  }
}
