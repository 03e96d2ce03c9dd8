import Desk
import Screen

/// A tag on a ticket, or off it.
struct TagSheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.tag
  let rows = 7
  /// Characters of a tag.
  static let limit = 60

  /// What is done with it.
  enum Way: String, CaseIterable { case add, remove }

  func title(_ context: SheetContext) -> String { context.words.tagTitle }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    var way = FormField.choice(
      .way, words.field(.way), words.options(Way.allCases, words.way), chosen: Way.add.rawValue)
    way.isShown = !ticket.tags.isEmpty
    let worn = ticket.tags.prefix(Limits.tags).map { Picker.Candidate(id: $0, label: $0) }
    var old = FormField.picker(.worn, words.field(.worn), Picker(worn, isFree: false), mandatory: true)
    old.isShown = false
    return Form([way, .line(.tag, words.field(.tag), limit: TagSheet.limit, mandatory: true), old], focus: .tag)
  }

  func follow(_ changed: FieldName?, _ form: inout Form, _ context: SheetContext) {
    let removes = form.text(.way) == Way.remove.rawValue
    form.show([.worn], removes)
    form.show([.tag], !removes)
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    if form.text(.way) == Way.remove.rawValue { return .intent(.untag(form.text(.worn))) }
    let tag = form.words(.tag) ?? ""
    return Tag.isOne(tag) ? .intent(.tag(tag)) : .refused(.severalTags(tag))
  }
}
