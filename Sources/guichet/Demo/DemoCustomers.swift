/// A customer of the demo: a made-up company, its sites and the people who call.
package struct DemoCustomer: Sendable {
  package var id: String
  package var name: String
  /// Under `.example`, which nobody can register (RFC 2606).
  package var domain: String
  package var contract: String
  package var sites: [Site]
  package var requesters: [Requester]
  package var isEnglish: Bool

  /// A place; `code` names its machines (`SRV-LYO-FIC01`).
  package struct Site: Sendable, Hashable {
    package var name: String
    package var code: String
  }

  /// Somebody who asks. `isVIP` raises the impact to I3 (domain.md, priority matrix).
  package struct Requester: Sendable, Hashable {
    package var name: String
    package var job: String
    package var site: Site
    package var mail: String
    package var phone: String
    package var isVIP: Bool
    package var firstName: String { String(name.prefix { $0 != " " }) }
  }
}

extension DemoCustomer {
  /// Eight customers, in the order of the table.
  package static let all: [DemoCustomer] = Card.read(cards, keys: keys).enumerated().map(customer)

  private static let keys: Set<String> = ["name", "domain", "contract", "sites", "people", "language"]

  private static func customer(rank: Int, card: Card) -> DemoCustomer {
    let sites = card.first("sites").split(separator: ",").map { text in
      let words = text.split(separator: "=")
      return Site(name: words[0].trimmed, code: words.count > 1 ? words[1].trimmed : "SIT")
    }
    let domain = card.first("domain")
    let people = card.first("people").split(separator: "\n").enumerated().map { place, line in
      requester(line, sites: sites, domain: domain, number: rank * 10 + place)
    }
    return DemoCustomer(
      id: card.id, name: card.first("name"), domain: domain, contract: card.first("contract"), sites: sites,
      requesters: people, isEnglish: card.first("language") == "en")
  }

  /// `Nom, métier, rang du site` and a `*` for a VIP. Phone numbers are of the ranges kept for fiction (ARCEP).
  private static func requester(_ line: Substring, sites: [Site], domain: String, number: Int) -> Requester {
    let cells = line.split(separator: ",").map(\.trimmed)
    let name = cells.first ?? ""
    let site = cells.count > 2 ? (Int(cells[2].prefix(1)) ?? 1) - 1 : 0
    let digits = String(1000 + number * 97 % 9000)
    let parts = name.split(separator: " ")
    let mail = ascii(String(parts.first ?? "")) + "." + ascii(parts.dropFirst().joined())
    return Requester(
      name: name, job: cells.count > 1 ? cells[1] : "", site: sites[min(max(site, 0), sites.count - 1)],
      mail: mail + "@" + domain,
      phone: ["01 99 00", "02 61 91", "03 53 01", "04 65 71", "05 36 49", "06 39 98"][number % 6]
        + " \(digits.prefix(2)) \(digits.suffix(2))",
      isVIP: line.hasSuffix("*"))
  }

  /// Lower case, no accent, no apostrophe: what stands before the `@`.
  static func ascii(_ name: String) -> String {
    let folded: [Character: String] = [
      "à": "a", "â": "a", "ã": "a", "ä": "a", "å": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e",
      "î": "i", "ï": "i", "ı": "i", "ł": "l", "ñ": "n", "ó": "o", "ô": "o", "ö": "o", "ø": "o", "š": "s", "ş": "s",
      "ù": "u", "û": "u", "ü": "u", "œ": "oe",
    ]
    return name.lowercased().map { letter in
      letter.isASCII && (letter.isLetter || letter == "-") ? String(letter) : folded[letter] ?? ""
    }.joined()
  }

  private static let cards = """
    == verdoyer
    name: Ateliers Verdoyer
    domain: verdoyer.example
    contract: Infogérance Industrie 5 j/7
    sites: Saint-Étienne=STE, Grenoble=GRE
    people:
    | Christelle Pontier, assistante de direction, 1
    | Marc Verdoyer, directeur général, 1*
    | Yassine Chelbi, chef d’atelier, 1
    | Corinne Desmoulins, comptable, 1
    | Loïc Bertholon, responsable méthodes, 2
    | Éva Szabó, ingénieure qualité, 2
    | Ahmed Zerrouki, conducteur de ligne, 1
    | Nadège Faucher, gestionnaire des achats, 2
    == tilleul
    name: Clinique du Grand Tilleul
    domain: grand-tilleul.example
    contract: Santé 24/7
    sites: Nantes=NTE, Rezé=REZ
    people:
    | Sophie Lanoë, médecin anesthésiste, 1*
    | Gwenaëlle Riou, cadre de santé, 1
    | Fabrice Le Dantec, brancardier coordinateur, 1
    | Mireille Abgrall, secrétaire médicale, 2
    | Oumou Sissoko, infirmière de nuit, 1
    | Patrick Jaouen, responsable admissions, 1
    | Céline Thoraval, pharmacienne, 1
    | Rafael Mendes, médecin radiologue, 2
    | Laurence Houdebine, directrice des soins, 1*
    == sorbe
    name: Communauté de communes Val-de-Sorbe
    domain: valdesorbe.example
    contract: Collectivité Essentiel
    sites: Sorbelle=SOR, Rivemont=RIV, Tressac=TRE
    people:
    | Jean-Noël Carrère, secrétaire général, 1*
    | Martine Puech, état civil, 1
    | Bastien Lafitte, urbanisme, 2
    | Fatoumata Keïta, animatrice jeunesse, 3
    | Denis Roumégous, services techniques, 2
    | Josiane Vidalenc, régie de recettes, 1
    | Amandine Sicard, bibliothécaire, 3
    == kerbihan
    name: Transports Kerbihan
    domain: kerbihan.example
    contract: Exploitation étendue 6 j/7
    sites: Rennes=REN, Brest=BRE, Lille=LIL
    people:
    | Erwan Kerbihan, président, 1*
    | Solenn Guivarch, responsable exploitation, 1
    | Tanguy Morvan, affréteur, 2
    | Jessica Wattrelos, agent de quai, 3
    | Mickaël Lemoine, planning conducteurs, 1
    | Dominique Salaün, facturation, 1
    | Łukasz Wróbel, chef de parc, 3
    | Nolwenn Cadiou, ressources humaines, 1
    == maillard
    name: Cabinet Maillard-Ferrand
    domain: maillard-ferrand.example
    contract: Cabinet Premium
    sites: Paris=PAR, Tours=TOU
    people:
    | Béatrice Maillard, associée, 1*
    | Hugo Ferrand, associé, 2*
    | Leïla Mansouri, collaboratrice comptable, 1
    | Quentin Dubreuil, auditeur, 1
    | Sylvie Gourdon, assistante paie, 2
    | Rachel Ben Soussan, juriste, 1
    | Paul-Henri de Vaucelles, auditeur confirmé, 1
    == lachenal
    name: Maison Lachenal
    domain: lachenal.example
    contract: Infogérance Agro
    sites: Dijon=DIJ, Metz=MTZ
    people:
    | Geneviève Lachenal, présidente, 1*
    | Romuald Jacquot, responsable de production, 1
    | Stéphanie Klein, qualité et traçabilité, 2
    | Murat Yıldırım, chef de quai, 1
    | Agnès Thévenot, administration des ventes, 1
    | Kevin Schmitt, technicien de maintenance, 2
    | Delphine Noirot, contrôle de gestion, 1
    == peridon
    name: Péridon Distribution
    domain: peridon.example
    contract: Magasins 7 j/7
    sites: Roubaix=RBX, Toulouse=TLS, Bordeaux=BDX, Montreuil=MTR
    people:
    | Ludovic Péridon, directeur du réseau, 1*
    | Samira Haddouche, directrice de magasin, 2
    | Cyril Bastide, responsable de caisse, 2
    | Aurore Delattre, merchandising, 1
    | Ibrahima Ndiaye, adjoint de magasin, 3
    | Valérie Cazaux, comptabilité fournisseurs, 3
    | Grégory Masson, réserve, 4
    | Inès Carvalho, service client, 4
    | Florent Duquesne, e-commerce, 1
    | Noémie Lagarde, formation, 2
    == northgate
    name: Northgate Bioscience France
    domain: northgate-bio.example
    contract: Lab Support 24/5
    sites: Lyon=LYO, Strasbourg=STG
    language: en
    people:
    | Margaret O’Connell, site director, 1*
    | Daniel Whitcombe, assay development lead, 1
    | Priya Raghunathan, data scientist, 1
    | Sven Hallgren, lab manager, 2
    | Chiara Bellandi, regulatory affairs, 2
    | Tom Ashdown, finance controller, 1
    """
}
