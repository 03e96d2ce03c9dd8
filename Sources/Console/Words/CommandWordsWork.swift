import Desk

// The help of the commands that merge, split, and tell of work.
extension Words {
  func workSummary(of command: CommandName) -> String {
    switch command {
    case .merge: say(fr: "fusionner un ticket dans un autre", en: "merge a ticket into another")
    case .unmerge: say(fr: "défaire une fusion, exactement", en: "undo a merge, exactly")
    case .split:
      say(fr: "ouvrir un ticket avec des messages d’un autre", en: "open a ticket with messages of another")
    case .time: say(fr: "noter ou corriger le temps passé", en: "log or correct the time spent")
    case .task: say(fr: "prévoir ou terminer une tâche", en: "add or end a task")
    case .remote: say(fr: "noter une prise en main à distance", en: "record a remote session")
    case .checklist: say(fr: "ouvrir, montrer, cocher une liste de contrôle", en: "apply, show, tick a checklist")
    case .major: say(fr: "déclarer ou lever un incident majeur", en: "declare or end a major incident")
    case .csat:
      say(
        fr: "demander l’avis du demandeur, ou noter sa réponse", en: "ask the requester’s opinion, or record the answer"
      )
    case .requester: say(fr: "corriger le demandeur", en: "correct the requester")
    case .concern: say(fr: "lier un équipement ou un contrat", en: "link an asset or a contract")
    default: ""
    }
  }

  func workExamples(of command: CommandName) -> [String] {
    switch command {
    case .merge: ["guichet merge 42", "guichet merge 42 17 --dry-run", "guichet merge 42 17"]
    case .unmerge: ["guichet unmerge 42"]
    case .split:
      [
        "guichet show 42 --ids",
        say(
          fr: "guichet split 42 K7Q2M9XA --subject \"Deuxième écran\"",
          en: "guichet split 42 K7Q2M9XA --subject \"Second screen\""),
      ]
    case .time:
      [
        "guichet time 42 25m --activity repair",
        say(
          fr: "guichet time 42 20m --correct 1 --reason \"pause comptée\"",
          en: "guichet time 42 20m --correct 1 --reason \"counted a break\""),
      ]
    case .task:
      [
        say(
          fr: "guichet task 42 \"Changer l’écran\" --type onsite --start \"demain 9h\" --place \"Lyon 3\" --travel 40m",
          en:
            "guichet task 42 \"Swap the screen\" --type onsite --start \"tomorrow 9:00\" --place \"Lyon 3\" --travel 40m"
        ),
        say(fr: "guichet task 42 --done 1 --outcome fait", en: "guichet task 42 --done 1 --outcome done"),
      ]
    case .remote:
      [
        say(
          fr: "guichet remote 42 --tool AnyDesk --start 14:00 --end 14:25 --consent \"oui au téléphone\"",
          en: "guichet remote 42 --tool AnyDesk --start 14:00 --end 14:25 --consent \"yes, by phone\"")
      ]
    case .checklist:
      [
        say(
          fr: "guichet checklist 42 Arrivée --item Compte --item Badge",
          en: "guichet checklist 42 Joiner --item Account --item Badge"),
        "guichet checklist 42",
        say(fr: "guichet checklist 42 Arrivée --tick 1", en: "guichet checklist 42 Joiner --tick 1"),
      ]
    case .major:
      [
        say(
          fr: "guichet major 42 --reason \"messagerie en panne\" --every 30",
          en: "guichet major 42 --reason \"mail is down\" --every 30"),
        say(fr: "guichet major 42 --over --reason rétabli", en: "guichet major 42 --over --reason restored"),
      ]
    case .csat:
      ["guichet csat 42", say(fr: "guichet csat 42 4 --comment rapide", en: "guichet csat 42 4 --comment quick")]
    case .requester: ["guichet requester 42 --from \"Zoé Blanc\" --mail zoe@acme.example"]
    case .concern: ["guichet concern 42 --asset PRN-12 --contract C-2026-04", "guichet concern 42 --asset -"]
    default: []
    }
  }

  func workMeaning(of option: CommandOption) -> String {
    switch option {
    case .activity: "diagnosis repair call remote onsite workshop travel follow_up other"
    case .notBillable: say(fr: "ni décompté ni facturé", en: "neither drawn from a credit nor billed")
    case .done: say(fr: "quand c’était fait ; pour task : n° de la tâche", en: "when it was done; for task: its number")
    case .correct:
      say(fr: "n° du temps à corriger, ou son événement", en: "number of the time to correct, or its event")
    case .type: "onsite workshop remote call other"
    case .place: say(fr: "lieu", en: "place")
    case .travel: say(fr: "trajet aller et retour : 40m", en: "on the road, both ways: 40m")
    case .end: say(fr: "fin", en: "end")
    case .outcome: say(fr: "ce qu’il en est sorti", en: "what came of it")
    case .tool: say(fr: "outil de prise en main", en: "remote tool")
    case .consent: say(fr: "comment le demandeur a donné son accord", en: "how the requester agreed")
    case .item: say(fr: "point de la liste", en: "item of the list")
    case .tick: say(fr: "cocher ce point", en: "tick this item")
    case .untick: say(fr: "décocher ce point", en: "untick this item")
    case .every: say(fr: "minutes entre deux points aux demandeurs", en: "minutes between two communications")
    case .over: say(fr: "lever l’incident majeur", en: "end the major incident")
    case .comment: say(fr: "commentaire", en: "comment")
    case .children: say(fr: "et de même pour chaque ticket rattaché", en: "and the same for each ticket under it")
    case .ids: say(fr: "montrer les identifiants des messages", en: "show the ids of messages")
    case .subject: say(fr: "objet du nouveau ticket", en: "subject of the new ticket")
    default: ""
    }
  }
}
