/// The facts of one subject, apart from the life of the ticket itself. Each family writes and reads its own
/// operations; `Fact` holds one case for each family.
protocol FactFamily: Hashable, Sendable {
  var op: String { get }
  var d: JSON { get }
  /// nil where `op` is none of this family's, or its data does not fit.
  static func read(op: String, d: JSON) -> Self?
}
