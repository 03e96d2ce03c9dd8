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
    /// How French agrees with this person.
    package var isFeminine: Bool
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
      return Site(name: words[0].unpadded, code: words.count > 1 ? words[1].unpadded : "SIT")
    }
    let domain = card.first("domain")
    let people = card.first("people").split(separator: "\n").enumerated().map { place, line in
      requester(line, sites: sites, domain: domain, number: rank * 10 + place)
    }
    return DemoCustomer(
      id: card.id, name: card.first("name"), domain: domain, contract: card.first("contract"), sites: sites,
      requesters: people, isEnglish: card.first("language") == "en")
  }

  /// `Nom, f ou m, métier, rang du site` and a `*` for a VIP. Phone numbers are of the ranges kept for fiction (ARCEP).
  private static func requester(_ line: Substring, sites: [Site], domain: String, number: Int) -> Requester {
    let cells = line.split(separator: ",").map(\.unpadded)
    let name = cells.first ?? ""
    let site = cells.count > 3 ? (Int(cells[3].prefix(1)) ?? 1) - 1 : 0
    let digits = String(1000 + number * 97 % 9000)
    let parts = name.split(separator: " ")
    let mail = ascii(String(parts.first ?? "")) + "." + ascii(parts.dropFirst().joined())
    return Requester(
      name: name, job: cells.count > 2 ? cells[2] : "", site: sites[min(max(site, 0), sites.count - 1)],
      mail: mail + "@" + domain,
      phone: ["01 99 00", "02 61 91", "03 53 01", "04 65 71", "05 36 49", "06 39 98"][number % 6]
        + " \(digits.prefix(2)) \(digits.suffix(2))",
      isVIP: line.hasSuffix("*"), isFeminine: cells.count > 1 && cells[1] == "f")
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
    | Christelle Pontier, f, assistante de direction, 1
    | Marc Verdoyer, m, directeur général, 1*
    | Yassine Chelbi, m, chef d’atelier, 1
    | Corinne Desmoulins, f, comptable, 1
    | Loïc Bertholon, m, responsable méthodes, 2
    | Éva Szabó, f, ingénieure qualité, 2
    | Ahmed Zerrouki, m, conducteur de ligne, 1
    | Nadège Faucher, f, gestionnaire des achats, 2
    == tilleul
    name: Clinique du Grand Tilleul
    domain: grand-tilleul.example
    contract: Santé 24/7
    sites: Nantes=NTE, Rezé=REZ
    people:
    | Sophie Lanoë, f, médecin anesthésiste, 1*
    | Gwenaëlle Riou, f, cadre de santé, 1
    | Fabrice Le Dantec, m, brancardier coordinateur, 1
    | Mireille Abgrall, f, secrétaire médicale, 2
    | Oumou Sissoko, f, infirmière de nuit, 1
    | Patrick Jaouen, m, responsable admissions, 1
    | Céline Thoraval, f, pharmacienne, 1
    | Rafael Mendes, m, médecin radiologue, 2
    | Laurence Houdebine, f, directrice des soins, 1*
    == sorbe
    name: Communauté de communes Val-de-Sorbe
    domain: valdesorbe.example
    contract: Collectivité Essentiel
    sites: Sorbelle=SOR, Rivemont=RIV, Tressac=TRE
    people:
    | Jean-Noël Carrère, m, secrétaire général, 1*
    | Martine Puech, f, état civil, 1
    | Bastien Lafitte, m, urbanisme, 2
    | Fatoumata Keïta, f, animatrice jeunesse, 3
    | Denis Roumégous, m, services techniques, 2
    | Josiane Vidalenc, f, régie de recettes, 1
    | Amandine Sicard, f, bibliothécaire, 3
    == kerbihan
    name: Transports Kerbihan
    domain: kerbihan.example
    contract: Exploitation étendue 6 j/7
    sites: Rennes=REN, Brest=BRE, Lille=LIL
    people:
    | Erwan Kerbihan, m, président, 1*
    | Solenn Guivarch, f, responsable exploitation, 1
    | Tanguy Morvan, m, affréteur, 2
    | Jessica Wattrelos, f, agent de quai, 3
    | Mickaël Lemoine, m, planning conducteurs, 1
    | Dominique Salaün, f, facturation, 1
    | Łukasz Wróbel, m, chef de parc, 3
    | Nolwenn Cadiou, f, ressources humaines, 1
    == maillard
    name: Cabinet Maillard-Ferrand
    domain: maillard-ferrand.example
    contract: Cabinet Premium
    sites: Paris=PAR, Tours=TOU
    people:
    | Béatrice Maillard, f, associée, 1*
    | Hugo Ferrand, m, associé, 2*
    | Leïla Mansouri, f, collaboratrice comptable, 1
    | Quentin Dubreuil, m, auditeur, 1
    | Sylvie Gourdon, f, assistante paie, 2
    | Rachel Ben Soussan, f, juriste, 1
    | Paul-Henri de Vaucelles, m, auditeur confirmé, 1
    == lachenal
    name: Maison Lachenal
    domain: lachenal.example
    contract: Infogérance Agro
    sites: Dijon=DIJ, Metz=MTZ
    people:
    | Geneviève Lachenal, f, présidente, 1*
    | Romuald Jacquot, m, responsable de production, 1
    | Stéphanie Klein, f, qualité et traçabilité, 2
    | Murat Yıldırım, m, chef de quai, 1
    | Agnès Thévenot, f, administration des ventes, 1
    | Kevin Schmitt, m, technicien de maintenance, 2
    | Delphine Noirot, f, contrôle de gestion, 1
    == peridon
    name: Péridon Distribution
    domain: peridon.example
    contract: Magasins 7 j/7
    sites: Roubaix=RBX, Toulouse=TLS, Bordeaux=BDX, Montreuil=MTR
    people:
    | Ludovic Péridon, m, directeur du réseau, 1*
    | Samira Haddouche, f, directrice de magasin, 2
    | Cyril Bastide, m, responsable de caisse, 2
    | Aurore Delattre, f, merchandising, 1
    | Ibrahima Ndiaye, m, adjoint de magasin, 3
    | Valérie Cazaux, f, comptabilité fournisseurs, 3
    | Grégory Masson, m, réserve, 4
    | Inès Carvalho, f, service client, 4
    | Florent Duquesne, m, e-commerce, 1
    | Noémie Lagarde, f, formation, 2
    == northgate
    name: Northgate Bioscience France
    domain: northgate-bio.example
    contract: Lab Support 24/5
    sites: Lyon=LYO, Strasbourg=STG
    language: en
    people:
    | Margaret O’Connell, f, site director, 1*
    | Daniel Whitcombe, m, assay development lead, 1
    | Priya Raghunathan, f, data scientist, 1
    | Sven Hallgren, m, lab manager, 2
    | Chiara Bellandi, f, regulatory affairs, 2
    | Tom Ashdown, m, finance controller, 1
    """
}
