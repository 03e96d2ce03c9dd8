/// Somebody outside the desk who asks, or is told: a requester.
package struct Party: Hashable, Sendable {
  package var name: String
  package var email: String?
  package var phone: String?

  package init(name: String, email: String? = nil, phone: String? = nil) {
    self.name = name
    self.email = email
    self.phone = phone
  }

  /// What a row shows: the name, else the address.
  package var label: String { name.isEmpty ? email ?? "" : name }
}
