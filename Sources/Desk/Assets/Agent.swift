/// Somebody who works at the desk.
package struct Agent: Hashable, Sendable {
  /// The short name the journal records, `amel`.
  package var login: String
  /// The Unix account that is this agent; the login where it is not said.
  package var account: String
  package var name: String
  package var profile: Profile
  /// A role of the desk's own (`Roles`) that is like the profile; nil for the profile itself.
  package var role: String?
  package var email: String?
  /// Where the agent is called when on call.
  package var phone: String?
  package var skills: [String]
  package var active: Bool

  package init(
    login: String, account: String? = nil, name: String, profile: Profile, role: String? = nil, email: String? = nil,
    phone: String? = nil, skills: [String] = [], active: Bool = true
  ) {
    self.login = login
    self.account = account ?? login
    self.name = name
    self.profile = profile
    self.role = role
    self.email = email
    self.phone = phone
    self.skills = skills
    self.active = active
  }
}
