import Desk
import Screen

/// A sheet made of a form: keys go to the fields, Alt-Enter submits, Esc leaves with the draft kept, Ctrl-X begins
/// the commands of the text, as readline has it.
package struct FormSheet: Sheet {
  private var purpose: any Purpose
  private(set) var form: Form
  package let ticket: TicketID?
  /// The Lamport clock of the ticket when the sheet was opened.
  private let seen: Int64?
  /// What was in the text fields at first: a sheet with nothing more leaves no draft.
  private let initial: [String: String]
  private let initiallyFilled: Set<FieldName>
  private var isPrefixed = false
  /// The text that is open in the editor.
  private var editing: FieldName?
  private var sought: Effect?

  /// How long typing rests before something is looked for, in milliseconds.
  static let settle = 250

  /// `carriesText`: it begins with words the agent typed elsewhere, which a draft has to keep.
  init(
    _ purpose: any Purpose, on ticket: TicketID?, from draft: Draft? = nil, carriesText: Bool = false,
    _ context: SheetContext
  ) {
    var purpose = purpose
    var form = purpose.form(context)
    form.voice = context.words
    purpose.follow(nil, &form, context)
    initial = carriesText ? [:] : form.typedText
    initiallyFilled = carriesText ? [] : form.filledTexts
    if let draft {
      form.restore(draft.fields)
      purpose.follow(nil, &form, context)
      form.restore(draft.fields)
    }
    self.purpose = purpose
    self.form = form
    self.ticket = ticket
    seen = context.reading?.lamport
  }

  package var extent: SheetExtent {
    switch purpose.look {
    case .box: .box(width: FormSheet.boxWidth, height: purpose.rows + 2)
    case .letter, .note: .full
    }
  }

  /// Columns of a box where the screen has them.
  static let boxWidth = 78

  // MARK: - Keys

  package mutating func handle(_ key: Key, _ context: SheetContext) -> SheetStep {
    if isPrefixed { return chord(key, context) }
    switch key {
    case .ctrl("x"):
      isPrefixed = true
      return .stay()
    case .escape: return .leave()
    default: break
    }
    switch form.handle(key) {
    case .submit:
      if let name = form.focused { purpose.follow(name, &form, context) }
      return submit(context)
    case .changed(let name): return follow(name, context)
    case .stay: return .stay()
    case .ignored: return .stay([.bell])
    }
  }

  private mutating func follow(_ name: FieldName, _ context: SheetContext) -> SheetStep {
    purpose.follow(name, &form, context)
    guard let wanted = purpose.search(form, context), wanted != sought else { return .stay() }
    return .stay([.wake(.settle, afterMilliseconds: FormSheet.settle)])
  }

  private mutating func chord(_ key: Key, _ context: SheetContext) -> SheetStep {
    isPrefixed = false
    switch key {
    case "e", .ctrl("e"): return edit()
    // Where the terminal keeps Alt-Enter for itself.
    case "s", .ctrl("s"): return handle(.alt(.enter), context)
    case "d": return .discard
    case "r" where !context.waiting.isEmpty: return context.waiting.first.map(SheetStep.takeUp) ?? .stay()
    case .escape: return .stay()
    default: return purpose.chord(key, &form, context) ?? .stay([.bell])
    }
  }

  private mutating func edit() -> SheetStep {
    guard let name = form.longText else { return .stay([.bell]) }
    editing = name
    let file = ([purpose.kind.rawValue] + (ticket.map { [$0.description] } ?? [])).reduce("") {
      $0.isEmpty ? $1 : $0 + "-" + $1
    }
    return .stay([.edit(form.text(name), name: file + ".txt")])
  }

  package mutating func paste(_ text: String, _ context: SheetContext) -> SheetStep {
    isPrefixed = false
    guard form.paste(text), let name = form.focused else { return .stay([.bell]) }
    return follow(name, context)
  }

  package mutating func receive(_ message: Message, _ context: SheetContext) -> SheetStep {
    switch message {
    case .edited(let text):
      guard let name = editing else { return .stay() }
      editing = nil
      if let text { form.setText(name, FormSheet.trimmedEnd(text)) }
      return follow(name, context)
    case .woke(.settle):
      guard let wanted = purpose.search(form, context), wanted != sought else { return .stay() }
      sought = wanted
      return .stay([wanted])
    default:
      purpose.receive(message, &form, context)
      return .stay()
    }
  }

  /// Editors end a text with a newline that nobody typed.
  private static func trimmedEnd(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  // MARK: - Submitting

  private mutating func submit(_ context: SheetContext) -> SheetStep {
    let flaws = form.flaws(context)
    if !flaws.isEmpty {
      form.complain(flaws)
      return .stay()
    }
    switch purpose.outcome(form, context) {
    case .sheet(let sheet): return .become(sheet)
    case .refused(let refusal): form.complain(refusal)
    case .effect(let effect):
      if let refusal = FormSheet.refusal(of: effect, context) {
        form.complain(refusal)
      } else {
        return .submit([effect])
      }
    case .intent(let intent):
      guard let ticket else { return .stay([.bell]) }
      if let refusal = FormSheet.refusal(of: intent, context) {
        form.complain(refusal)
      } else {
        return .submit([.record(intent, on: ticket, seen: lookedAt(context))])
      }
    }
    return .stay()
  }

  /// What the agent had in sight: the ticket as it was when they began to write, or as it is now where they were
  /// told that it has changed.
  private func lookedAt(_ context: SheetContext) -> Int64? {
    if case .changed = context.refusal { return context.reading?.lamport ?? seen }
    return seen
  }

  /// What the desk would say, asked before anything is. The shell asks again under the ticket's lock.
  private static func refusal(of intent: Intent, _ context: SheetContext) -> Refusal? {
    guard let ticket = context.reading else { return nil }
    do {
      let decision = Decision(on: ticket, as: actor(context), under: context.rules, at: context.now)
      _ = try decision.decide(intent)
      return nil
    } catch {
      return error
    }
  }

  private static func refusal(of effect: Effect, _ context: SheetContext) -> Refusal? {
    guard case .open(let opening, let message, let qualification, _) = effect else { return nil }
    do {
      _ = try Decision.open(
        opening, message: message, qualification: qualification, as: actor(context), under: context.rules,
        at: context.now)
      return nil
    } catch {
      return error
    }
  }

  private static func actor(_ context: SheetContext) -> Actor {
    Actor(name: context.me.login, profile: context.me.profile, via: .tui)
  }

  // MARK: - Drafts

  package func draft(at now: Instant) -> Draft? {
    guard let kind = purpose.kind.draft, form.typedText != initial else { return nil }
    return Draft(kind: kind, ticket: ticket, fields: form.values, savedAt: now)
  }

  // MARK: - Drawing

  package mutating func resized(to area: Area) { form.resize(inside(area).size) }

  package func draw(into frame: inout Frame, in area: Area, _ context: SheetContext) {
    frame.cursor = nil
    SheetFrame(look: purpose.look, title: purpose.title(context)).draw(into: &frame, in: area, ticket, context)
    var shown = form
    if let refusal = context.refusal, shown.remarks.isEmpty, shown.general == nil {
      shown.remarks = shown.refused(refusal)
      if shown.remarks.isEmpty { shown.general = .refused(refusal) }
    }
    if shown.general == nil, !hasNewWords, let waiting = context.words.draftWaits(context) {
      shown.general = .draftWaits(waiting)
    }
    shown.draw(into: &frame, in: inside(area), context)
  }

  private func inside(_ area: Area) -> Area { SheetFrame.inside(area, purpose.look) }

  /// Esc would leave a draft: asked at each drawing, and so without comparing the texts.
  private var keepsWords: Bool { purpose.kind.draft != nil && hasNewWords }
  private var hasNewWords: Bool { !form.filledTexts.subtracting(initiallyFilled).isEmpty }

  package func hints(_ context: SheetContext) -> [Hint] {
    let words = context.words
    if isPrefixed {
      let own = purpose.chords(words)
      let edit = form.longText == nil ? [] : [Hint("e", words.inEditor)]
      let discard = keepsWords ? [Hint("d", words.discard)] : []
      let takeUp = context.waiting.isEmpty ? [] : [Hint("r", words.takeUpDraft)]
      return takeUp + edit + own + [Hint("s", purpose.submitWord(words))] + discard + [
        Hint(words.key(.escape), words.goBack)
      ]
    }
    var hints = [Hint(words.key(.alt(.enter)), purpose.submitWord(words))]
    hints += form.hints(words)
    if form.longText != nil || keepsWords || !purpose.chords(words).isEmpty {
      hints.append(Hint("Ctrl-X", words.more))
    }
    let leave = keepsWords ? Hint(words.key(.escape), words.keepDraft, short: words.draft) : nil
    return hints + [leave ?? Hint(words.key(.escape), words.leave)]
  }
}
