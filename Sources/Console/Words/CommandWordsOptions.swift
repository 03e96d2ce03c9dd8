import Desk

// What options and operands mean, in the help of a command.
extension Words {
  /// What an option means to one command, where that is more than what it means to all.
  package func meaning(of option: CommandOption, in command: CommandName) -> String {
    switch (command, option) {
    case (.contract, .start): say(fr: "premier jour, 2026-01-01", en: "first day, 2026-01-01")
    case (.contract, .until): say(fr: "dernier jour, 2026-12-31", en: "last day, 2026-12-31")
    case (.contract, .policy): say(fr: "un engagement de config/policies.json", en: "a policy of config/policies.json")
    case (.contract, .date): say(fr: "jour : d’un solde, d’un crédit", en: "day: of a balance, of a credit")
    case (.config, .save):
      say(fr: "show : écrire les fichiers dans ce dossier", en: "show: write the files in this folder")
    case (.demo, .date): say(fr: "jour de la démonstration", en: "day of the demonstration")
    case (.agent, .level):
      say(
        fr: "profil : n1 n2 n3 manager …, ou rôle du guichet", en: "profile: n1 n2 n3 manager …, or a role of the desk")
    default: meaning(of: option)
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
    case .replace: say(fr: "changer la vue de ce nom", en: "change the view of this name")
    case .digit: say(fr: "l’onglet de la vue, 1 à 9", en: "the tab of the view, 1 to 9")
    case .per:
      say(fr: "compter par : catégorie, site, équipement…", en: "count by: category, site, asset…")
    case .least: say(fr: "seulement les groupes d’au moins N", en: "only groups of at least N")
    case .map: say(fr: "ce que veulent dire les colonnes (JSON)", en: "what the columns mean (JSON)")
    case .skip:
      say(fr: "laisser le premier aux autres, avec ce motif", en: "leave the first to others, for this reason")
    case .strict: say(fr: "s’arrêter à la première ligne refusée", en: "stop at the first line refused")
    case .tickets: say(fr: "nombre de tickets", en: "number of tickets")
    case .seed: say(fr: "graine du hasard", en: "random seed")
    case .anew: say(fr: "tout relire", en: "read everything again")
    case .anyway:
      say(fr: "malgré ce qui est signalé", en: "in spite of what is told")
    case .resolved:
      say(fr: "montrer ce qui est compris, durées résolues", en: "show what is understood, durations resolved")
    case .quiet: say(fr: "ne rien dire, céder le processeur", en: "say nothing, yield the processor")
    case .date: say(fr: "jour", en: "day")
    case .clock: say(fr: "l’échéance : ", en: "the deadline: ") + ServiceClock.names
    case .policy:
      say(
        fr: "engagements : un fichier à essayer, le nom de ceux d’un contrat",
        en: "promises: a file to try, the name of a contract’s")
    case .rules: say(fr: "règles à essayer, comme config/rules.json", en: "rules to try, as config/rules.json")
    case .template: say(fr: "modèle de réponse", en: "reply template")
    case .since: say(fr: "depuis : 2026-07-01, « lundi »", en: "since: 2026-07-01, “monday”")
    case .at, .sign, .accept: dutyMeaning(of: option)
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
    case .until, .start, .occurred, .date, .since, .end, .at: say(fr: "DATE", en: "DATE")
    case .gravity, .impact, .limit, .tickets, .seed, .phone, .tick, .untick, .every, .travel: "N"
    case .mail: say(fr: "ADRESSE", en: "ADDRESS")
    case .body, .note, .reason, .summary, .cause, .message, .symptom, .tried, .hypothesis, .needed, .evidence, .step,
      .answer, .outcome, .consent, .item, .comment, .place, .tool, .subject:
      say(fr: "TEXTE", en: "TEXT")
    case .policy: say(fr: "NOM|FICHIER", en: "NAME|FILE")
    case .queries, .rules: say(fr: "FICHIER", en: "FILE")
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
    case .folder: say(fr: "VERSION|DOSSIER", en: "VERSION|DIR")
    case .duration: say(fr: "DURÉE", en: "TIME")
    case .event: say(fr: "ÉVÉNEMENT", en: "EVENT")
    case .score: "1…5"
    case .rota: say(fr: "ASTREINTE", en: "ROTA")
    case .entry: say(fr: "ID|FICHIER", en: "ID|FILE")
    case .action(let words): words
    }
  }
}
