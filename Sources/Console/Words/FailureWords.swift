import Desk

// What went wrong outside the desk's rules: the disk, the files, the start.
extension Words {
  /// What is wrong with the disk, in a word, for as long as it is so.
  package func trouble(_ failure: Failure) -> String {
    switch failure {
    case .diskFull, .partly: say(fr: "! disque plein", en: "! disk full")
    case .quota: say(fr: "! quota atteint", en: "! quota reached")
    case .readOnly, .permission: say(fr: "! lecture seule", en: "! read-only")
    case .tooManyFiles: say(fr: "! trop de fichiers ouverts", en: "! too many open files")
    default: say(fr: "! le disque n’écrit plus", en: "! the disk does not write")
    }
  }

  package var writableAgain: String {
    say(fr: "✓ Le disque écrit de nouveau.", en: "✓ The disk writes again.")
  }

  /// What could not be done, and what to do about it. Nothing was recorded.
  package func failure(_ failure: Failure) -> String {
    switch failure {
    case .noEditor: noEditorRestricted
    case .editorFailed(let command):
      say(
        fr: "L’éditeur « \(command) » n’a pas abouti : le texte est comme il était. VISUAL ou EDITOR le choisit.",
        en: "The editor “\(command)” did not succeed: the text is as it was. VISUAL or EDITOR chooses it.")
    case .editorKept(let path):
      say(
        fr: "Ce que l’éditeur a laissé n’est pas un texte en UTF-8, ou il est trop long : il reste dans \(path).",
        en: "What the editor left is no text in UTF-8, or too long: it stays in \(path).")
    case .locked(let id):
      say(
        fr: "\(id) : un autre programme écrit dans ce ticket. Rien n’est enregistré ; recommencer.",
        en: "\(id): another program is writing to this ticket. Nothing was recorded; try again.")
    case .diskFull:
      say(
        fr: "Disque plein : rien n’est enregistré. Libérer de la place, puis recommencer.",
        en: "Disk full: nothing was recorded. Make room, then try again.")
    case .quota:
      say(
        fr: "Quota atteint : rien n’est enregistré. Libérer de la place, puis recommencer.",
        en: "Quota reached: nothing was recorded. Make room, then try again.")
    case .partly(let path):
      say(
        fr: "\(path) : une partie seulement est enregistrée. Libérer de la place, puis relire le ticket.",
        en: "\(path): only a part was recorded. Make room, then read the ticket again.")
    case .diskError(let path):
      say(
        fr: "\(path) : le disque ne répond plus bien, rien n’est enregistré. Prévenir l’administrateur.",
        en: "\(path): the disk fails, nothing was recorded. Tell the administrator.")
    case .tooManyFiles:
      say(
        fr: "Trop de fichiers ouverts : rien n’est enregistré. Fermer des programmes, puis recommencer.",
        en: "Too many open files: nothing was recorded. Close programs, then try again.")
    case .readOnly:
      say(
        fr: "Dépôt en lecture seule : on peut lire, rien ne s’enregistre.",
        en: "Read-only cabinet: reading works, nothing is recorded.")
    case .permission(let path):
      say(
        fr: "Accès refusé à \(path) : demander le groupe du guichet à l’administrateur.",
        en: "No access to \(path): ask the administrator for the desk’s group.")
    case .notConfirmed:
      say(
        fr: "Le disque ne confirme plus les écritures : guichet n’écrit plus. Prévenir l’administrateur.",
        en: "The disk no longer confirms writes: guichet has stopped writing. Tell the administrator.")
    case .noSuchTicket(let id): say(fr: "Pas de ticket \(id).", en: "No ticket \(id).")
    case .noSuchArticle(let id): say(fr: "Pas de fiche \(id).", en: "No article \(id).")
    case .damaged(let id):
      say(
        fr: "Le fichier de \(id) est abîmé : on ne peut plus y écrire. guichet verify dit où ; une sauvegarde le rend.",
        en: "The file of \(id) is damaged and is not written to. guichet verify says where; a backup brings it back.")
    case .system(let operation, let path, let errno):
      say(
        fr:
          "\(path) : le système refuse (\(operation), erreur \(errno)). Rien n’est enregistré ; recommencer, puis prévenir "
          + "l’administrateur.",
        en:
          "\(path): the system refuses (\(operation), error \(errno)). Nothing was recorded; try again, then tell the "
          + "administrator.")
    }
  }

  /// What is wrong with a ticket's file. The rest was read.
  package func damage(_ damage: Reading.Damage) -> String {
    switch damage {
    case .tornTail:
      say(
        fr: "la dernière ligne est incomplète : une écriture est en cours ou a été coupée",
        en: "the last line is incomplete: a write is under way or was cut")
    case .junk(let lines):
      count(lines, fr: ("ligne illisible", "lignes illisibles"), en: ("unreadable line", "unreadable lines"))
    case .brokenChain(let line):
      say(fr: "la ligne \(line) ne suit pas la précédente", en: "line \(line) does not follow the one before")
    case .foreignVersion(let number):
      count(
        number, fr: ("ligne d’une version plus récente", "lignes d’une version plus récente"),
        en: ("line of a newer version", "lines of a newer version"))
    case .rolledBack:
      say(
        fr: "le fichier est plus court qu’avant : une copie ancienne a été remise",
        en: "the file is shorter than it was: an older copy was put back")
    case .unreadable(let errno):
      say(fr: "fichier illisible (erreur \(errno))", en: "unreadable file (error \(errno))")
    }
  }

  /// What the agent should know of how the program started.
  package func notice(_ notice: Setup.Notice) -> String {
    switch notice {
    case .terminal(let asked, let used):
      say(
        fr: "Terminal « \(asked) » inconnu ici ; \(used) est employé.",
        en: "Terminal “\(asked)” is unknown here; \(used) is used.")
    case .notUTF8:
      say(
        fr: "Ce terminal n’est pas en UTF-8 : les accents sont remplacés. LANG=fr_FR.UTF-8 les rend.",
        en: "This terminal is not in UTF-8: accents are replaced. LANG=en_GB.UTF-8 brings them back.")
    case .file(let path, let line):
      say(
        fr: "\(path), ligne \(line) : pas comprise, laissée de côté.",
        en: "\(path), line \(line): not understood, left out.")
    case .recoded(let encoding):
      say(
        fr: "L’éditeur a écrit en \(encoding), pas en UTF-8 : relire les accents avant d’envoyer.",
        en: "The editor wrote \(encoding), not UTF-8: look at the accents before sending.")
    case .unknownTheme(let name):
      say(
        fr: "Thème « \(name) » inconnu : « guichet theme list » les nomme.",
        en: "Theme “\(name)” is unknown: “guichet theme list” names them.")
    case .damagedTickets(let number):
      count(
        number, fr: ("ticket au fichier abîmé : filtre est:abime", "tickets au fichier abîmé : filtre est:abime"),
        en: ("ticket with a damaged file: filter is:damaged", "tickets with a damaged file: filter is:damaged"))
    }
  }

  /// Why a filter does not read.
  package func flaw(_ flaw: Query.Flaw) -> String {
    switch flaw.problem {
    case .unknownField(let field, let nearest):
      if let nearest {
        say(fr: "« \(field): » n’existe pas ; \(nearest): ?", en: "no “\(field):”; \(nearest): ?")
      } else {
        say(fr: "« \(field): » n’existe pas", en: "there is no “\(field):”")
      }
    case .badValue(let field, _, let expected):
      "\(field): " + expected.prefix(Words.shownValues).joined(separator: " ")
        + (expected.count > Words.shownValues ? " …" : "")
    case .unclosed(let character): say(fr: "\(character) n’est pas fermé", en: "\(character) is not closed")
    case .unexpected(let character): say(fr: "\(character) ne va pas ici", en: "\(character) does not belong here")
    case .tooLong:
      say(
        fr: "filtre trop long : \(Limits.queryTerms) termes au plus",
        en: "filter too long: at most \(Limits.queryTerms) terms")
    case .tooDeep: say(fr: "trop de parenthèses", en: "too many parentheses")
    }
  }

  /// Values named in a flaw at most: it has one row.
  private static let shownValues = 8
}
