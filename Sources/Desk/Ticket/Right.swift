/// What a profile may be allowed to do. The table below is what a desk begins with (`Roles`): no rule asks for a profile
/// by name.
package enum Right: String, CaseIterable, Sendable {
  case readInternal, open, work, takeN1, takeN2, takeN3, stealSame, stealLower, stealAny
  case escalate, escalateToVendor, returnDown, holdVendor, resolve, confirm, closeEarly, reopenClosed, restore
  case waive, declareMajor, merge, mergeAny, mergeAcross, writeArticle, publishInternal, publishPublic, archiveArticle,
    configure, actForOthers

  /// The profiles that hold a right where the desk says nothing else.
  package var holders: [Profile] {
    switch self {
    case .readInternal: [.n1, .n2, .n3, .manager, .admin, .auditor]
    case .open: [.requester, .n1, .n2, .n3, .manager, .admin, .machine]
    case .work, .takeN1: [.n1, .n2, .n3, .manager]
    case .takeN2: [.n2, .n3]
    case .takeN3: [.n3]
    case .stealSame: [.n1, .n2, .n3, .manager]
    case .stealLower: [.n2, .n3, .manager]
    case .stealAny: [.n3, .manager]
    case .escalate: [.n1, .n2, .n3, .manager]
    case .escalateToVendor: [.n3, .manager]
    case .returnDown: [.n2, .n3]
    case .holdVendor: [.n2, .n3, .manager]
    case .resolve: [.n1, .n2, .n3, .manager, .machine]
    case .confirm: [.requester, .n1, .n2, .n3, .manager, .machine]
    case .closeEarly, .reopenClosed, .restore, .waive, .actForOthers: [.manager]
    case .declareMajor: [.n3, .manager]
    // N1 merges within its own queue; tickets of two customers are told apart by whoever answers for both.
    case .merge: [.n1, .n2, .n3, .manager]
    case .mergeAny: [.n2, .n3, .manager]
    case .mergeAcross: [.manager]
    case .writeArticle: [.n1, .n2, .n3, .manager, .admin]
    case .publishInternal: [.n2, .n3, .manager, .admin]
    case .publishPublic: [.manager, .admin]
    case .archiveArticle: [.n3, .manager, .admin]
    case .configure: [.admin]
    }
  }

  /// The right to take a ticket of a level.
  package static func toTake(_ level: Level) -> Right {
    switch level {
    case .n1: .takeN1
    case .n2, .v4, .v5: .takeN2
    case .n3: .takeN3
    }
  }
}
