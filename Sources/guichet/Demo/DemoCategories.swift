/// The demo's tree of categories: the domain, then what is asked most often in it.
package enum DemoCategories {
  /// Each first rank with its second rank, in the order of the menu.
  package static let tree: [(name: String, below: [String])] = table.split(separator: "\n").map { line in
    let parts = line.split(separator: ":", maxSplits: 1)
    return (parts[0].unpadded, parts.count > 1 ? parts[1].split(separator: ",").map(\.unpadded) : [])
  }

  /// Every category as a path: `Réseau/VPN`.
  package static let paths: Set<String> = Set(tree.flatMap { top in top.below.map { top.name + "/" + $0 } })

  private static let table = """
    Comptes: Mot de passe, Double authentification, Droits d’accès, Arrivée, Départ, Compte de service
    Poste: Ordinateur, Périphériques, Remplacement, Système, Inventaire
    Logiciel: Installation, Bureautique, Licence, Mise à jour
    Impression: Imprimante, File d’impression, Consommables, Numérisation
    Réseau: Wi-Fi, VPN, Connectivité, Câblage, Liaison
    Messagerie: Boîte aux lettres, Agenda, Antispam, Listes, Envoi
    Téléphonie: Poste fixe, Mobile, Softphone, Standard
    Serveurs: Fichiers, Virtualisation, Annuaire, Supervision
    Appli métier: ERP, Paie et RH, Caisse, Santé, Documents, Production, Logistique
    Bases: Performance, Requête
    Sécurité: Hameçonnage, Antivirus, Certificat, Perte ou vol, Accès suspect
    Sauvegarde: Restauration, Échec
    Cloud: Partage, Visioconférence, Stockage
    Conseil: Achat, Usage, Formation
    """
}
