import Console
import Desk
import Journal
import Screen

/// Carries out what the console asks for and answers with messages. It decides nothing: the desk's rules do, under the
/// ticket's lock.
final class Performer {
  let session: Session
  private let themes: ThemeShelf
  private let drafts: DraftShelf
  /// nil in a restricted session: an editor opens a shell.
  let editor: EditorSession?

  init(_ session: Session, _ start: Start, _ themes: ThemeShelf) {
    self.session = session
    self.themes = themes
    drafts = DraftShelf(of: session.me.login, in: session.cabinet)
    editor =
      session.settings.isRestricted
      ? nil : EditorSession(environment: start.environment, folder: start.paths.runtime)
  }

  func perform(_ effect: Effect) -> [Message] {
    switch effect {
    case .list(let request): answer { () throws(JournalError) in .listed(try session.list(request), for: request) }
    case .read(let id): answer(on: id) { () throws(JournalError) in .read(Reading(try session.readWhole(id))) }
    case .record(let intent, let id, let seen): record(intent, id, seen)
    case .next:
      act(.take, on: nil) { () throws(RecordError) in
        .next(try session.next(within: .all, skipping: nil, isTrial: false))
      }
    case .open(let opening, let message, let qualification, let note):
      act(.receive, on: nil) { () throws(RecordError) in
        .created(try session.open(opening, message: message, qualification: qualification, note: note))
      }
    case .split(let events, let id, let subject): split(events, id, subject)
    case .replyAll(let text, let ids): ids.flatMap { reply(text, on: $0) }
    case .checklists: [.checklists(session.checklists)]
    case .family(let id):
      answer(on: id) { () throws(JournalError) in .family(id, try session.activeChildren(of: id)) }
    case .similar(let text): answer { () throws(JournalError) in .similar(try session.similar(to: text), for: text) }
    case .lookalikes(let id):
      answer(on: id) { () throws(JournalError) in
        .lookalikes(try session.lookalikes(of: try session.read(id).ticket), of: id)
      }
    case .searchArticles(let text):
      answer { () throws(JournalError) in .articles(try session.articles(matching: text), for: text) }
    case .card(let subject): answer { () throws(JournalError) in .card(try session.card(about: subject), subject) }
    case .standing(let id):
      answerIfAny { () throws(JournalError) in try session.standing(ofContract: id).map(Message.standing) }
    case .macros(let id): answer(on: id) { () throws(JournalError) in .macros(try session.macroOffers(on: id), on: id) }
    case .macro(let name, let id, let seen): apply(name, id, seen)
    case .templates(let id):
      answer(on: id) { () throws(JournalError) in .templates(try session.readyTexts(for: id), on: id) }
    case .createArticle(let content):
      act(.note, on: nil) { () throws(RecordError) in .article(try session.createArticle(content)) }
    case .rateArticle(let id, let helpful, let ticket):
      act(.note, on: ticket) { () throws(RecordError) in
        .article(try session.recordArticle(.helpful(helpful, ticket: ticket), on: id))
      }
    case .saveDraft(let draft):
      quietly(draft.key) { () throws(JournalError) in
        let place = try drafts.keep(draft)
        return place == draft.place ? [] : [.draftBeside(key: draft.key, place: place)]
      }
    case .dropDraft(let draft):
      quietly(draft.key) { () throws(JournalError) in
        try drafts.drop(draft)
        return []
      }
    case .keepViews(let views):
      answer { () throws(JournalError) in
        try session.keep(views)
        return .views(views)
      }
    case .tryWriting: (try? session.cabinet.tryWriting()) == nil ? [] : [.writable]
    case .tickDesk: tickDesk()
    case .duty: answer { () throws(JournalError) in .duty(try session.dutyBoard()) }
    case .handover: answer { () throws(JournalError) in .handover(try session.handover()) }
    case .loadDrafts: answer { () throws(JournalError) in .drafts(try drafts.all()) }
    case .edit, .copy, .useTheme, .wake, .redraw, .suspend, .bell, .quit: []
    }
  }

  func theme(_ name: String) -> Theme { themes.theme(name)?.theme ?? Theme() }

  /// The zone in which times are told.
  private var zone: Message {
    let settings = session.settings
    return .zone(settings.zone, named: settings.here.name(beside: settings.zone, at: session.now))
  }

  /// What to tell the console when somebody wrote in the cabinet.
  func stirred() -> [Message] {
    switch try? session.reloadDirectory() {
    case .directory?: [.directory(session.directory), .stirred]
    case .rules?: [.rules(session.rules), zone, .shared(session.sharedViews), .stirred]
    case nil, .some(.none): [.stirred]
    }
  }

  private func split(_ events: [String], _ id: TicketID, _ subject: String?) -> [Message] {
    var source: Ticket?
    let messages = act(.split, on: id) { () throws(RecordError) in
      let pair = try session.split(events, of: id, subject: subject)
      source = pair.source
      return .created(pair.own)
    }
    return (source.map { [.read(Reading(ticket: $0))] } ?? []) + messages
  }

  /// Words that were written once, as a letter to the requester of one ticket.
  private func reply(_ text: String, on id: TicketID) -> [Message] {
    act(.reply, on: id) { () throws(RecordError) in
      let ticket: Ticket
      do throws(JournalError) { ticket = try session.read(id).ticket } catch { throw .journal(error) }
      return .recorded(try session.record(.reply(Letter(text, to: ticket, from: session.me)), on: id), .reply)
    }
  }

  private func tickDesk() -> [Message] {
    session.tickIfDue()
    return []
  }

  private func record(_ intent: Intent, _ id: TicketID, _ seen: Int64?) -> [Message] {
    act(intent.verb, on: id) { () throws(RecordError) in
      .recorded(try session.record(intent, on: id, seen: seen), intent.verb)
    } + (session.takeDrafted().map { [.articleDrafted($0.id)] } ?? [])
  }

  private func apply(_ name: String, _ id: TicketID, _ seen: Int64?) -> [Message] {
    guard let macro = session.automation?.macros.first(where: { $0.name == name }) else { return [.macros([], on: id)] }
    do throws(MacroError) {
      return [.macroDone(try session.apply(macro, on: id, seen: seen).ticket, name)]
    } catch {
      switch error {
      case .stopped(let stop): return [.refused(stop.refusal, stop.verb, on: id)]
      case .record(let error): return act(.note, on: id) { () throws(RecordError) in throw error }
      }
    }
  }

  private func act(_ verb: Verb, on id: TicketID?, _ work: () throws(RecordError) -> Message) -> [Message] {
    do throws(RecordError) {
      return [try work()]
    } catch {
      switch error {
      case .refused(let refusal): return [.refused(refusal, verb, on: id)]
      case .journal(let error): return [.failed(Failure(error, on: id))]
      }
    }
  }

  private func answer(on id: TicketID? = nil, _ work: () throws(JournalError) -> Message) -> [Message] {
    do throws(JournalError) { return [try work()] } catch { return [.failed(Failure(error, on: id))] }
  }

  private func answerIfAny(_ work: () throws(JournalError) -> Message?) -> [Message] {
    do throws(JournalError) { return try work().map { [$0] } ?? [] } catch { return [.failed(Failure(error))] }
  }

  private func quietly(_ draft: String, _ work: () throws(JournalError) -> [Message]) -> [Message] {
    do throws(JournalError) { return try work() } catch { return [.draftUnkept(draft, Failure(error))] }
  }
}
