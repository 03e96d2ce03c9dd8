/// Somebody who works at the desk.
package struct Agent: Hashable, Sendable {
  /// The short name the journal records, `amel`.
  package var login: String
  /// The Unix account that is this agent; the login where it is not said.
  package var account: String
  package var name: String
  package var profile: Profile
  package var email: String?
  /// Where the agent is called when on call.
  package var phone: String?
  package var skills: [String]
  package var active: Bool

  package init(
    login: String, account: String? = nil, name: String, profile: Profile, email: String? = nil, phone: String? = nil,
    skills: [String] = [], active: Bool = true
  ) {
    self.login = login
    self.account = account ?? login
    self.name = name
    self.profile = profile
    self.email = email
    self.phone = phone
    self.skills = skills
    self.active = active
  }
}
