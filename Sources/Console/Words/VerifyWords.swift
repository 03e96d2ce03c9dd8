/// What `guichet verify` can find wrong with a file, as it is told.
package enum FileFault: Hashable, Sendable {
  case torn(bytes: Int), zeros(bytes: Int), unended, closedOff, stray(bytes: Int)
  case flipped, joined(lines: Int), malformed
  case missing(from: Int, to: Int), reordered(n: Int), doubled(n: Int)
  case foreign(of: String?), rewritten
  case duplicateNumber(n: Int), duplicateEvent(in: String), duplicateFile(of: String)
  case shortened(from: Int, to: Int), olderCopy(from: Int, to: Int), emptied, removed
  case misnamed, newerFormat(Int), clockJump, unreadable(errno: Int32)
}

// What `verify` and `repair` say: what it means, and what to do.
extension Words {
  package func fault(_ fault: FileFault) -> String {
    switch fault {
    case .torn(let bytes):
      say(
        fr: "ligne incomplète (\(octets(bytes))) : une écriture est en cours ou a été coupée ; rien d’acquitté n’y est",
        en: "incomplete line (\(octets(bytes))): a write is under way or was cut; nothing acknowledged is in it")
    case .zeros(let bytes):
      say(
        fr: "la fin est faite de zéros (\(octets(bytes))) : coupure de courant pendant une écriture non acquittée",
        en: "the end is zeros (\(octets(bytes))): the power failed in a write that was not acknowledged")
    case .unended:
      say(
        fr: "il manque la fin de ligne : la prochaine écriture la mettra",
        en: "the line’s end is missing: the next write will put it")
    case .closedOff:
      say(
        fr: "reste d’une écriture coupée, non acquittée ; la suite ne s’y appuie pas",
        en: "left by a write that was cut, not acknowledged; nothing after it leans on it")
    case .stray(let bytes):
      say(
        fr: "\(octets(bytes)) que guichet n’a pas écrits : aucun événement, même coupé, ne commence ainsi",
        en: "\(octets(bytes)) that guichet did not write: no event begins so, not even one that was cut")
    case .flipped:
      say(
        fr: "octets changés : la ligne ne correspond plus à son sceau, l’événement ne se lit plus",
        en: "bytes changed: the line no longer fits its seal, the event no longer reads")
    case .joined(let lines):
      say(
        fr: "\(lines) lignes n’en font qu’une : des fins de ligne sont perdues",
        en: "\(lines) lines in one: line ends are lost")
    case .malformed:
      say(fr: "scellée, mais n’est pas un événement", en: "sealed, but no event")
    case .missing(let from, let to):
      from == to
        ? say(fr: "il manque l’événement \(from)", en: "event \(from) is missing")
        : say(fr: "il manque les événements \(from) à \(to)", en: "events \(from) to \(to) are missing")
    case .reordered(let n):
      say(fr: "l’événement \(n) est après un plus récent", en: "event \(n) stands after a later one")
    case .doubled(let n): say(fr: "l’événement \(n) y est deux fois", en: "event \(n) is there twice")
    case .foreign(let other?):
      say(fr: "octets d’un autre fichier : \(other)", en: "bytes of another file: \(other)")
    case .foreign(nil): say(fr: "octets d’un autre fichier", en: "bytes of another file")
    case .rewritten:
      say(
        fr: "récrit et scellé à nouveau : ce dont on se souvient n’y est plus",
        en: "rewritten and sealed anew: what is remembered is no longer there")
    case .duplicateNumber(let n):
      say(fr: "deux lignes portent le numéro \(n)", en: "two lines bear the number \(n)")
    case .duplicateEvent(let other):
      say(fr: "un événement y est qui est aussi dans \(other)", en: "holds an event that \(other) holds too")
    case .duplicateFile(let other):
      say(fr: "se dit être \(other), qui existe", en: "claims to be \(other), which exists")
    case .shortened(let from, let to):
      say(
        fr: "plus court qu’avant (\(octets(from)), puis \(octets(to))) : des événements sont perdus",
        en: "shorter than it was (\(octets(from)), then \(octets(to))): events are lost")
    case .olderCopy(let from, let to):
      say(
        fr: "une copie ancienne a été remise (\(octets(from)), puis \(octets(to))) : des événements sont perdus",
        en: "an older copy was put back (\(octets(from)), then \(octets(to))): events are lost")
    case .emptied: say(fr: "vidé", en: "emptied")
    case .removed: say(fr: "disparu", en: "gone")
    case .misnamed: say(fr: "ce fichier n’a rien à faire ici", en: "this file does not belong here")
    case .newerFormat(let version):
      say(fr: "ligne d’une version plus récente (\(version))", en: "line of a newer version (\(version))")
    case .clockJump: say(fr: "horloge logique invraisemblable", en: "a logical clock that cannot be believed")
    case .unreadable(let errno): say(fr: "illisible (erreur \(errno))", en: "unreadable (error \(errno))")
    }
  }

  private func octets(_ number: Int) -> String { say(fr: "\(number) octets", en: "\(number) bytes") }

  package var accountedFor: String { say(fr: "consigné", en: "accounted for") }
  package var lostForGood: String { say(fr: "consigné, perdu", en: "accounted for, lost") }

  package func verified(files: Int, events: Int) -> String {
    count(files, fr: ("fichier", "fichiers"), en: ("file", "files")) + ", "
      + count(events, fr: ("événement", "événements"), en: ("event", "events"))
  }

  package func verifying(_ done: Int, of total: Int) -> String {
    say(fr: "\(done) sur \(total) fichiers", en: "\(done) of \(total) files")
  }

  package func unsound(lost: Int, other: Int) -> String {
    let cure =
      other > 0
      ? say(
        fr: ". guichet repair --all --copy SAUVEGARDE reprend ce qu’une copie contient et consigne le reste.",
        en: ". guichet repair --all --copy BACKUP takes what a copy holds and accounts for the rest.")
      : say(
        fr: ". Tout est consigné ; des événements restent perdus.",
        en: ". All is accounted for; events remain lost.")
    return say(fr: " : ", en: ": ")
      + count(
        lost + other, fr: ("anomalie qui compte", "anomalies qui comptent"),
        en: ("fault that counts", "faults that count"))
      + cure
  }

  package func badCheckpoint(_ path: String) -> String {
    say(
      fr: "\(path) n’est pas un état des chaînes de ce dépôt, ou il a été changé.",
      en: "\(path) is no state of this cabinet’s chains, or it was changed.")
  }

  package func checkpointKept(_ path: String, _ digest: String) -> String {
    say(
      fr: "État des chaînes dans \(path) ; à noter ailleurs : \(digest)",
      en: "State of the chains in \(path); note it elsewhere: \(digest)")
  }

  package var checkpointOfAll: String {
    say(
      fr: "--checkpoint vaut pour tout le dépôt : sans ticket.", en: "--checkpoint is of the whole cabinet: no ticket.")
  }

  // MARK: - Repair

  package func mended(_ file: String, fetched: Int) -> String {
    "\(file): "
      + count(fetched, fr: ("événement repris", "événements repris"), en: ("event taken back", "events taken back"))
  }

  package func accounted(_ file: String, _ number: Int) -> String {
    "\(file): "
      + count(
        number, fr: ("anomalie consignée", "anomalies consignées"), en: ("fault accounted for", "faults accounted for"))
  }

  package func forked(_ file: String, line: Int) -> String {
    say(
      fr: "\(file) : la copie s’écarte à la ligne \(line) ; rien n’en est pris, les deux sont à garder",
      en: "\(file): the copy parts from it at line \(line); nothing is taken of it, keep both")
  }

  package func belongsElsewhere(_ file: String, site: String) -> String {
    say(
      fr: "\(file) : seul le site \(site) peut y consigner quelque chose",
      en: "\(file): only the site \(site) can account for anything in it")
  }

  package func nothingValid(_ file: String) -> String {
    say(
      fr: "\(file) : aucune ligne valable, il faut une copie (--copy)",
      en: "\(file): no valid line, a copy is needed (--copy)")
  }

  package func otherCabinet(_ path: String) -> String {
    say(fr: "\(path) n’est pas une copie de ce dépôt.", en: "\(path) is no copy of this cabinet.")
  }

  package var needsTicketsOrAll: String {
    say(fr: "Dire quels tickets réparer, ou --all.", en: "Say which tickets to mend, or --all.")
  }

  /// After an act that was cut short was repeated.
  package var finished: String { say(fr: "terminé", en: "finished") }

  package var nothingToMend: String { say(fr: "Rien à réparer.", en: "Nothing to mend.") }
  package var dryRunOnly: String { say(fr: "À blanc : rien n’est écrit.", en: "Dry run: nothing was written.") }
  package var notMended: String {
    say(
      fr: "Tout n’a pas pu être réparé. Garder les fichiers tels quels ; une copie plus récente peut aider.",
      en: "Not everything could be mended. Keep the files as they are; a later copy may help.")
  }
}
