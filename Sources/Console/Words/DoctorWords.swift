/// What `guichet doctor` looks at, each told in one line.
package enum Checkup: String, CaseIterable, Sendable {
  case terminal, colors, size, encoding, locale, zone, account, agent, cabinet, owner, rights, fileSystem =
    "file_system"
  case space, inodes, index, heads, watch, clock, leftovers, drafts, spool, settings, config, git, mailer, editor,
    remote
}

/// Something about a checkup that wants doing, or that is good to know.
package enum Advice: Hashable, Sendable {
  case unset, dumbTerminal, fewColors(Int), small(Int, Int), notUTF8, notATerminal
  case noCabinet(String), unknownAccount(String)
  case othersMayWrite(mode: String), othersMayRead(mode: String), notOwner(String), readOnly
  case networkFileSystem(String), memoryFileSystem(String)
  case little(free: String), full
  case indexMissing
  case neverVerified, verifiedDays(Int)
  case noWatch(errno: Int32)
  case futureFiles(Int)
  case leftovers(Int), drafts(Int), waitingMail(Int)
  case settingsFault(String)
  case noEditor
}

extension Words {
  package var indexUnderWay: String {
    say(fr: "en cours : seuls les tickets actifs y sont", en: "under way: it holds the active tickets only")
  }

  package func title(of checkup: Checkup) -> String {
    switch checkup {
    case .terminal: "TERM"
    case .colors: say(fr: "couleurs", en: "colours")
    case .size: say(fr: "taille", en: "size")
    case .encoding: say(fr: "caractères", en: "characters")
    case .locale: say(fr: "langue", en: "locale")
    case .zone: say(fr: "fuseau", en: "zone")
    case .account: say(fr: "compte", en: "account")
    case .agent: "agent"
    case .cabinet: say(fr: "dépôt", en: "cabinet")
    case .owner: say(fr: "propriétaire", en: "owner")
    case .rights: say(fr: "droits", en: "rights")
    case .fileSystem: say(fr: "système de fichiers", en: "file system")
    case .space: say(fr: "place libre", en: "free space")
    case .inodes: say(fr: "fichiers libres", en: "free inodes")
    case .index: "index"
    case .heads: say(fr: "vérification", en: "verification")
    case .watch: say(fr: "veille", en: "watch")
    case .clock: say(fr: "horloge", en: "clock")
    case .leftovers: say(fr: "restes", en: "leftovers")
    case .drafts: say(fr: "brouillons", en: "drafts")
    case .spool: say(fr: "courrier", en: "mail")
    case .settings: say(fr: "réglages", en: "settings")
    case .config: say(fr: "règles du guichet", en: "rules of the desk")
    case .git: "git"
    case .mailer: "sendmail"
    case .editor: say(fr: "éditeur", en: "editor")
    case .remote: "SSH"
    }
  }

  /// What it means, and what to do.
  package func advice(_ advice: Advice) -> String {
    switch advice {
    case .unset: say(fr: "non défini", en: "not set")
    case .dumbTerminal:
      say(fr: "la console ne s’ouvre pas ici ; TERM=xterm-256color", en: "no console here; TERM=xterm-256color")
    case .fewColors(let number):
      say(fr: "\(number) couleurs : thème mono conseillé", en: "\(number) colours: the theme mono is advised")
    case .small(let columns, let rows):
      say(
        fr: "\(columns)×\(rows) : il faut au moins 80×24 pour tout voir",
        en: "\(columns)×\(rows): at least 80×24 is needed to see everything")
    case .notUTF8:
      say(
        fr: "pas en UTF-8 : les accents sont remplacés ; LANG=fr_FR.UTF-8 ou C.UTF-8",
        en: "not UTF-8: accents are replaced; LANG=en_GB.UTF-8 or C.UTF-8")
    case .notATerminal: say(fr: "pas un terminal", en: "not a terminal")
    case .noCabinet(let path):
      say(
        fr: "pas de dépôt dans \(path) : guichet init, ou --cabinet",
        en: "no cabinet in \(path): guichet init, or --cabinet")
    case .unknownAccount(let account):
      say(
        fr: "\(account) n’est pas un agent : guichet agent add", en: "\(account) is no agent: guichet agent add")
    case .othersMayWrite(let mode):
      say(
        fr: "\(mode) : d’autres comptes peuvent changer ou effacer les fichiers ; chmod -R go-w",
        en: "\(mode): other accounts may change or delete the files; chmod -R go-w")
    case .othersMayRead(let mode):
      say(
        fr: "\(mode) : d’autres comptes peuvent lire ; chmod go-rwx",
        en: "\(mode): other accounts may read; chmod go-rwx")
    case .notOwner(let owner): say(fr: "appartient à \(owner)", en: "owned by \(owner)")
    case .readOnly: say(fr: "lecture seule : rien ne s’enregistre", en: "read-only: nothing is recorded")
    case .networkFileSystem(let type):
      say(
        fr: "\(type) : verrous et veille ne sont pas sûrs entre machines ; garder le dépôt sur un disque local",
        en: "\(type): locks and watch cannot be relied on between machines; keep the cabinet on a local disk")
    case .memoryFileSystem(let type):
      say(fr: "\(type) : tout sera perdu à l’extinction", en: "\(type): everything goes when the machine does")
    case .little(let free): say(fr: "\(free) : faire de la place", en: "\(free): make room")
    case .full: say(fr: "plein : rien ne s’enregistre ; faire de la place", en: "full: nothing is recorded; make room")
    case .indexMissing:
      say(fr: "absent : la prochaine liste le refait", en: "none: the next list makes it anew")
    case .neverVerified:
      say(fr: "jamais : guichet verify, chaque nuit", en: "never: guichet verify, every night")
    case .verifiedDays(let days):
      say(fr: "il y a \(days) jours : guichet verify", en: "\(days) days ago: guichet verify")
    case .noWatch(let errno):
      say(
        fr: "aucune (erreur \(errno)) : la console regarde toutes les demi-secondes ; fs.inotify.max_user_instances",
        en: "none (error \(errno)): the console looks every half second; fs.inotify.max_user_instances")
    case .futureFiles(let number):
      count(number, fr: ("fichier daté", "fichiers datés"), en: ("file dated", "files dated"))
        + say(
          fr: " de l’avenir : régler l’horloge (chronyc, timedatectl)",
          en: " in the future: set the clock (chronyc, timedatectl)")
    case .leftovers(let number):
      count(number, fr: ("fichier laissé", "fichiers laissés"), en: ("file left", "files left"))
        + say(
          fr: " par des programmes interrompus ; s’effacent d’eux-mêmes après un jour",
          en: " by programs cut short; they go by themselves after a day")
    case .drafts(let number):
      count(number, fr: ("brouillon attend", "brouillons attendent"), en: ("draft waits", "drafts wait"))
    case .waitingMail(let number):
      count(number, fr: ("message en attente", "messages en attente"), en: ("message waiting", "messages waiting"))
        + say(fr: " dans spool/ : guichet mail < fichier", en: " in spool/: guichet mail < file")
    case .settingsFault(let text): text
    case .noEditor:
      say(fr: "introuvable : VISUAL ou EDITOR le choisit", en: "not found: VISUAL or EDITOR chooses it")
    }
  }

  package func doctored(failures: Int, warnings: Int) -> String {
    if failures + warnings == 0 { return say(fr: "Tout va bien.", en: "All is well.") }
    return count(failures, fr: ("panne", "pannes"), en: ("failure", "failures")) + ", "
      + count(warnings, fr: ("avertissement", "avertissements"), en: ("warning", "warnings")) + "."
  }

  package func hoursOld(_ hours: Int) -> String { say(fr: "il y a \(hours)h", en: "\(hours)h ago") }
  package func consoles(_ number: Int) -> String {
    let consoles = count(number, fr: ("console", "consoles"), en: ("console", "consoles"))
    return say(fr: "\(consoles) au plus par compte", en: "at most \(consoles) an account")
  }
  package var none: String { say(fr: "aucun", en: "none") }
}
