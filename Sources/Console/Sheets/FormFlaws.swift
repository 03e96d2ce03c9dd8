import Desk
import Screen

/// What is wrong in a form, said at the field concerned before anything is asked of the desk, and after it has refused.
extension Form {
  /// What cannot be sent so, field by field: the blank ones, the dates that are none, what is not on its list.
  package func flaws(_ context: SheetContext) -> [FieldName: Remark] {
    var flaws: [FieldName: Remark] = [:]
    for field in fields where field.isShown {
      if case .picker(let picker) = field.control, !picker.isFree, picker.chosen == nil, !picker.field.isEmpty {
        flaws[field.name] = .unlisted
      } else if field.isBlank {
        if field.isMandatory { flaws[field.name] = .blank }
      } else if case .when(let text, let direction) = field.control {
        do {
          _ = try When.read(text.text, now: context.now, in: context.zone, looking: direction)
        } catch {
          flaws[field.name] = .when(error)
        }
      }
    }
    return flaws
  }

  /// Shows what is wrong and puts the keys on the first field concerned.
  package mutating func complain(_ flaws: [FieldName: Remark]) {
    remarks = flaws
    if let first = fields.first(where: { flaws[$0.name] != nil }) { focus(on: first.name) }
    settle()
  }

  /// Shows why the desk says no, at the field concerned where there is one.
  package mutating func complain(_ refusal: Refusal) {
    remarks = refused(refusal)
    general = remarks.isEmpty ? .refused(refusal) : nil
    if let first = fields.first(where: { remarks[$0.name] != nil }) { focus(on: first.name) }
    settle()
  }

  /// The fields a refusal concerns, with its words.
  package func refused(_ refusal: Refusal) -> [FieldName: Remark] {
    var told: [FieldName: Remark] = [:]
    for names in refusal.blames {
      guard let name = names.first(where: { self[$0]?.isShown == true }) else { continue }
      if case .missing = refusal { told[name] = .blank } else { told[name] = .refused(refusal) }
    }
    return told
  }
}

extension Refusal {
  /// The fields of sheets it may concern: for each thing it names, the likeliest first.
  fileprivate var blames: [[FieldName]] {
    switch self {
    case .missing(let fields): fields.map(FieldName.blamed)
    case .tooLong(let field, _), .notInFuture(let field), .tooFar(let field, _), .inFuture(let field),
      .invalid(let field, _), .tooMany(let field, _):
      [FieldName.blamed(by: field)]
    case .levelNotHeld, .noSuchAgent, .agentInactive: [[.agent]]
    case .levelNotAbove, .levelNotBelow: [[.level]]
    case .noEmergency: [[.glass]]
    case .badFilter: [[.filter]]
    case .wrongReason: [[.waitReason]]
    case .unknownCategory: [[.category]]
    case .linkToSelf: [[.target]]
    case .alreadyThere: [[.tag, .target]]
    default: []
    }
  }
}
