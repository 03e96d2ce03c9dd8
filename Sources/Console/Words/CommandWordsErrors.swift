import Desk

// What the command line says when it cannot do what was typed, and what to type instead.
extension Words {
  private func perhaps(_ near: String?) -> String {
    near.map { say(fr: " Vouliez-vous dire « \($0) » ?", en: " Did you mean “\($0)”?") } ?? ""
  }

  package func unknownCommand(_ word: String, near: String?) -> String {
    say(
      fr: "Commande « \(word) » inconnue." + perhaps(near) + (near == nil ? " guichet --help les montre." : ""),
      en: "Unknown command “\(word)”." + perhaps(near) + (near == nil ? " guichet --help shows them." : ""))
  }

  package func unknownOption(_ word: String, near: String?) -> String {
    say(
      fr: "Option « \(word) » inconnue." + perhaps(near) + (near == nil ? " --help montre celles qu’il y a." : ""),
      en: "Unknown option “\(word)”." + perhaps(near) + (near == nil ? " --help shows those there are." : ""))
  }

  package func missingValue(_ option: String) -> String {
    say(fr: "Il manque une valeur après \(option).", en: "A value is missing after \(option).")
  }

  package func unexpectedValue(_ option: String) -> String {
    say(fr: "\(option) ne prend pas de valeur.", en: "\(option) takes no value.")
  }

  package func givenTwice(_ option: String) -> String {
    say(fr: "\(option) est donné deux fois.", en: "\(option) is given twice.")
  }

  package func missingOperand(_ operand: String, usage: String) -> String {
    say(fr: "Il manque \(operand). Usage : \(usage)", en: "\(operand) is missing. Usage: \(usage)")
  }

  package func tooManyOperands(_ word: String, usage: String) -> String {
    say(fr: "« \(word) » est de trop. Usage : \(usage)", en: "“\(word)” is one too many. Usage: \(usage)")
  }

  package func missingOption(_ option: String, meaning: String) -> String {
    say(fr: "Il manque \(option) (\(meaning)).", en: "\(option) is missing (\(meaning)).")
  }

  package func badChoice(_ option: String, _ value: String, allowed: [String], near: String?) -> String {
    let list = allowed.joined(separator: ", ")
    return say(
      fr: "\(option) : « \(value) » ne convient pas." + perhaps(near) + " Valeurs : \(list).",
      en: "\(option): “\(value)” will not do." + perhaps(near) + " Values: \(list).")
  }

  package func badNumber(_ option: String, _ value: String) -> String {
    say(
      fr: "\(option) : « \(value) » n’est pas un nombre qui convienne.",
      en: "\(option): “\(value)” is no number that will do.")
  }

  /// Minutes, as agents type them.
  package func badMinutes(_ option: String, _ value: String, _ range: ClosedRange<Int>) -> String {
    let (least, most) = (range.lowerBound, range.upperBound)
    return say(
      fr: "\(option) : « \(value) » ne convient pas ; de \(least) à \(most) minutes, comme 30, 30m ou 1h30.",
      en: "\(option): “\(value)” will not do; from \(least) to \(most) minutes, such as 30, 30m or 1h30.")
  }

  package func badTicket(_ word: String, home: String) -> String {
    say(
      fr: "« \(word) » n’est pas un numéro de ticket : écrire 42 ou \(home)-42.",
      en: "“\(word)” is no ticket number: write 42 or \(home)-42.")
  }

  package func badDate(_ option: String, _ value: String) -> String {
    say(
      fr: "\(option) : date « \(value) » pas comprise. Par exemple : 2j, 4h, « lundi 9h », 25/11 14:00.",
      en: "\(option): date “\(value)” not understood. For example: 2d, 4h, “monday 9:00”, 25/11 14:00.")
  }

  package func sinceAhead(_ date: String) -> String {
    say(
      fr: "--since : \(date) est à venir ; il faut une date passée.",
      en: "--since: \(date) is to come; a date in the past is needed.")
  }

  /// Where a filter does not read, and why: with more room than its bar has, the value and what would have done.
  package func badFilter(_ flaw: Query.Flaw) -> String {
    let column = flaw.range.lowerBound + 1
    let head = say(fr: "Filtre, caractère \(column) : ", en: "Filter, character \(column): ")
    guard case .badValue(let field, let value, let expected) = flaw.problem else { return head + self.flaw(flaw) }
    let list = expected.joined(separator: " ")
    return head
      + say(
        fr: "« \(value) » ne va pas avec « \(field): » ; attendu : \(list)",
        en: "“\(value)” does not go with “\(field):”; expected: \(list)")
  }

  package var noText: String {
    say(
      fr: "Aucun texte : --body TEXTE, ou l’entrée standard, ou $EDITOR dans un terminal.",
      en: "No text: --body TEXT, or standard input, or $EDITOR in a terminal.")
  }

  package var noEditor: String {
    say(
      fr: "Éditeur indisponible : VISUAL ou EDITOR n’ont rien rendu.",
      en: "No editor: neither VISUAL nor EDITOR gave anything back.")
  }

  package var noEditorRestricted: String {
    say(
      fr: "Éditeur interdit dans cette session SSH restreinte : il ouvrirait un shell. Écrire ici.",
      en: "No editor in this restricted SSH session: it would open a shell. Write here.")
  }

  package func closedOverSSH(_ command: String) -> String {
    say(
      fr: "« \(command) » est fermé dans une session restreinte : il touche aux fichiers du compte.",
      en: "“\(command)” is closed in a restricted session: it touches the account’s own files.")
  }
  package var noSecondAgent: String {
    say(
      fr: "Une commande reçue par SSH ne choisit ni l’agent ni le dépôt.",
      en: "A command received over SSH chooses neither the agent nor the cabinet.")
  }

  package func notTogether(_ one: String, _ other: String) -> String {
    say(
      fr: "\(one) et \(other) ne vont pas ensemble : garder l’un ou l’autre. Rien n’est envoyé.",
      en: "\(one) and \(other) do not go together: keep one of them. Nothing was sent.")
  }

  // MARK: - Texts in another encoding

  package var standardInput: String { say(fr: "entrée standard", en: "standard input") }
  package func argument(_ number: Int) -> String { say(fr: "argument \(number)", en: "argument \(number)") }

  package func notUTF8(_ place: String, byte: Int, probably name: String) -> String {
    say(
      fr: "\(place), octet \(byte) : pas de l’UTF-8, sans doute \(name). Rien n’est fait ; convertir d’abord : "
        + "iconv -f \(name) -t utf-8",
      en: "\(place), byte \(byte): not UTF-8, probably \(name). Nothing is done; convert it first: "
        + "iconv -f \(name) -t utf-8")
  }

  /// A NUL: bytes that are no text at all, or one in UTF-16.
  package func binary(_ place: String, byte: Int, probably name: String?) -> String {
    if let name { return notUTF8(place, byte: byte, probably: name) }
    return say(
      fr: "\(place), octet \(byte) : un octet nul, donc pas du texte. Rien n’est fait.",
      en: "\(place), byte \(byte): a NUL, so this is no text. Nothing is done.")
  }

  package func badAddress(_ text: String) -> String {
    say(
      fr: "« \(text) » n’est pas une adresse : une seule, comme ines@acme.example, sans espace ni virgule.",
      en: "“\(text)” is no address: one alone, such as ines@acme.example, without spaces or commas.")
  }

  package func textTooLong(limit: Int) -> String {
    say(fr: "Texte trop long : \(limit) octets au plus.", en: "Text too long: at most \(limit) bytes.")
  }

  // MARK: - The cabinet and the account

  package func noCabinet(_ path: String) -> String {
    say(
      fr: "Pas de dépôt dans \(path). « guichet init --site LYO » en crée un ; « guichet demo » en montre un.",
      en: "No cabinet in \(path). “guichet init --site LYO” makes one; “guichet demo” shows one.")
  }

  package func newerCabinet(_ path: String) -> String {
    say(
      fr: "Le dépôt \(path) est d’un format plus récent : mettre guichet à jour.",
      en: "The cabinet \(path) is of a newer format: update guichet.")
  }

  package func cabinetExists(_ path: String) -> String {
    say(fr: "Il y a déjà un dépôt dans \(path).", en: "There is a cabinet in \(path) already.")
  }

  package func folderTaken(_ path: String) -> String {
    say(
      fr: "\(path) n’est pas un dossier vide : en choisir un autre, ou un nom nouveau. Rien n’est écrit.",
      en: "\(path) is no empty folder: choose another, or a new name. Nothing was written.")
  }

  package func badSiteCode(_ code: String) -> String {
    say(
      fr: "« \(code) » n’est pas un code de site : deux à six capitales ou chiffres, comme LYO.",
      en: "“\(code)” is no site code: two to six capitals or digits, such as LYO.")
  }

  package func unknownAccount(_ account: String) -> String {
    say(
      fr: "Le compte « \(account) » n’est pas un agent de ce guichet. L’administrateur l’ajoute : "
        + "guichet agent add \(account) --name \"Prénom Nom\" --level n1",
      en: "The account “\(account)” is no agent of this desk. The administrator adds it: "
        + "guichet agent add \(account) --name \"First Last\" --level n1")
  }

  package func mayNotActAs(_ agent: String, account: String) -> String {
    say(
      fr:
        "Le compte « \(account) » ne peut pas agir au nom de \(agent) : il faut posséder le dépôt, ou être responsable.",
      en: "The account “\(account)” may not act as \(agent): only the cabinet’s owner or a manager may.")
  }

  package func mayNotConfigure(_ account: String) -> String {
    say(
      fr:
        "Le compte « \(account) » ne peut pas changer agents, clients et réglages : il faut posséder le dépôt, ou être administrateur.",
      en:
        "The account “\(account)” may not change agents, customers and settings: only the cabinet’s owner or an administrator may."
    )
  }

  package func madeCabinet(_ path: String, agent: String) -> String {
    say(
      fr: "Dépôt créé dans \(path) ; premier agent : \(agent).", en: "Cabinet made in \(path); first agent: \(agent).")
  }

  package func recordedName(_ name: String) -> String { say(fr: "\(name) enregistré.", en: "\(name) recorded.") }

  // MARK: - Files of settings

  package func noAssignment(_ path: String, _ line: Int, _ text: String) -> String {
    say(
      fr: "\(path), ligne \(line) : « \(text) » ; attendu : clé = valeur.",
      en: "\(path), line \(line): “\(text)”; expected: key = value.")
  }

  package func unknownKey(_ path: String, _ line: Int, _ key: String, near: String?) -> String {
    say(
      fr: "\(path), ligne \(line) : clé « \(key) » inconnue." + perhaps(near),
      en: "\(path), line \(line): unknown key “\(key)”." + perhaps(near))
  }

  package func badSetting(_ path: String, _ line: Int, _ key: String, _ value: String, expected: String) -> String {
    say(
      fr: "\(path), ligne \(line) : \(key) = « \(value) » ; attendu : \(expected). Le défaut est gardé.",
      en: "\(path), line \(line): \(key) = “\(value)”; expected: \(expected). The default is kept.")
  }

  package func unreadableFile(_ path: String) -> String {
    say(fr: "\(path) ne se lit pas.", en: "\(path) cannot be read.")
  }

  // MARK: - The terminal

  package var noTerminal: String {
    say(
      fr: "Pas de terminal où dessiner la console : voici la file. « guichet --help » montre les commandes.",
      en: "No terminal to draw the console in: here is the queue. “guichet --help” shows the commands.")
  }
}
