import Desk
import Screen

/// Makes the sheet that an action opens.
package enum SheetBook {
  /// The sheet of a kind for a ticket, filled as a draft left it: fields the sheet does not know are ignored.
  /// It is about the ticket as last read, else about one of which nothing is known yet but its number; without any
  /// ticket only intakes and articles make sense, and that is what is made.
  package static func make(
    _ kind: SheetKind, on id: TicketID?, from draft: Draft?, _ context: SheetContext
  ) -> any Sheet {
    let read = context.reading.flatMap { $0.id == id || id == nil ? $0 : nil }
    guard let ticket = read ?? id.map(Ticket.init(id:)), kind != .intake else {
      return kind == .article
        ? FormSheet(ArticleSheet(ticket: nil), on: nil, from: draft, context)
        : FormSheet(IntakeSheet(), on: nil, from: draft, context)
    }
    return FormSheet(purpose(kind, ticket), on: ticket.id, from: draft, context)
  }

  private static func purpose(_ kind: SheetKind, _ ticket: Ticket) -> any Purpose {
    switch kind {
    case .intake: IntakeSheet()
    case .reply: ReplySheet(ticket: ticket)
    case .note: NoteSheet(ticket: ticket)
    case .ask: AskSheet(ticket: ticket)
    case .hold: HoldSheet(ticket: ticket)
    case .plan: PlanSheet(ticket: ticket)
    case .escalate: EscalateSheet(ticket: ticket)
    case .completeHandoff: HandoffSheet(ticket: ticket)
    case .return: ReturnSheet(ticket: ticket)
    case .resolve: ResolveSheet(ticket: ticket)
    case .assign: AssignSheet(ticket: ticket)
    case .steal, .release, .skip, .reopen, .cancel, .restore, .endMajor: ReasonSheet(kind, ticket: ticket)
    case .qualify: QualifySheet(ticket: ticket)
    case .prioritise: PrioritySheet(ticket: ticket)
    case .close: CloseSheet(ticket: ticket)
    case .tag: TagSheet(ticket: ticket)
    case .link: LinkSheet(ticket: ticket)
    case .article: ArticleSheet(ticket: ticket)
    case .view: ViewSheet()
    case .split: SplitSheet(ticket: ticket)
    case .checklist: ChecklistSheet(ticket: ticket)
    case .replyFamily: FamilyReplySheet(ticket: ticket)
    case .merge: MergeSheet(ticket: ticket)
    case .time: TimeSheet(ticket: ticket)
    case .task: TaskForm(ticket: ticket)
    case .tick: TickSheet(ticket: ticket)
    case .major: MajorSheet(ticket: ticket)
    case .opinion: OpinionSheet(ticket: ticket)
    }
  }
}
