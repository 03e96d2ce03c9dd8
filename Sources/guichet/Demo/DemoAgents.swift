import Desk

/// A member of the demo's team.
package struct DemoAgent: Sendable, Hashable {
  /// What the agent does; N1, N2 and N3 name the level they work at.
  package enum Role: String, Sendable, CaseIterable {
    case n1 = "N1", n2 = "N2", n3 = "N3", rei = "REI", admin
  }
  package var login: String
  package var name: String
  package var role: Role
  /// Categories of first rank the agent knows best.
  package var skills: [String]
  package var mail: String { login + "@" + DemoAgent.domain }
  /// Of the range that no subscriber is given (Arcep: 06 39 98 …).
  package var phone: String {
    "06 39 98 00 " + Instant.pad(10 + (DemoAgent.team.firstIndex { $0.login == login } ?? 0), 2)
  }
  package var firstName: String { String(name.prefix { $0 != " " }) }

  /// A name nobody can register (RFC 2606).
  package static let domain = "guichet.example"
}

extension DemoAgent {
  /// Five N1, three N2, two N3, the single point of contact (REI) and the administrator, who also audits.
  package static let team: [DemoAgent] = table.split(separator: "\n").compactMap { line in
    let cells = line.split(separator: "|").map { $0.unpadded }
    guard cells.count == 4, let role = Role(rawValue: cells[2]) else { return nil }
    return DemoAgent(
      login: cells[0], name: cells[1], role: role, skills: cells[3].split(separator: ",").map(\.unpadded))
  }

  package static func team(_ role: Role) -> [DemoAgent] { team.filter { $0.role == role } }

  private static let table = """
    salome   | Salomé Arnaud         | N1    | Comptes, Messagerie, Impression
    idriss   | Idriss Benkacem       | N1    | Poste, Logiciel, Réseau
    maelys   | Maëlys Le Goff        | N1    | Téléphonie, Comptes, Cloud
    thomas   | Thomas Vasseur        | N1    | Poste, Impression, Appli métier
    awa      | Awa Diarra            | N1    | Logiciel, Messagerie, Cloud
    karim    | Karim Oulhaj          | N2    | Réseau, Téléphonie
    helene   | Hélène Castaing       | N2    | Appli métier, Bases, Logiciel
    joao     | João Teixeira         | N2    | Serveurs, Sauvegarde, Impression
    ingrid   | Ingrid Sandström      | N3    | Sécurité, Serveurs, Comptes
    minh     | Minh-Anh Pham         | N3    | Réseau, Bases, Cloud, Messagerie
    bertrand | Bertrand Quéméner     | REI   | Conseil
    odile    | Odile Rousselot       | admin | Conseil
    """
}

extension StringProtocol {
  /// The text without the spaces around it.
  var unpadded: String {
    guard let from = firstIndex(where: { $0 != " " }), let to = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[from...to])
  }
}
