/// Text from outside made fit to be shown.
package struct SafeText: Hashable, Sendable {
  package let text: String
  package let hidden: Int
  package static func line(_ raw: String) -> SafeText { SafeText(text: raw, hidden: 0) }
  package static func body(_ raw: String) -> SafeText { SafeText(text: raw, hidden: 0) }
}
