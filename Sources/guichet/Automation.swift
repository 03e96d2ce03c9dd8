import Console
import Desk
import Journal

// What the rules' files give the agent's own acts: macros and reply templates.
extension Session {
  /// What is ready under the configuration in force; nothing where no file says.
  var automation: Automation? { shelf.automation }

  /// The facts a macro would make now, recording nothing.
  func rehearse(_ macro: Macro, on id: TicketID) throws(MacroError) -> [Fact] {
    let ticket: Ticket
    do throws(JournalError) { ticket = try read(id).ticket } catch { throw .record(.journal(error)) }
    do throws(Macro.Stop) { return try macro.facts(on: ticket, in: scene(nil)) } catch { throw .stopped(error) }
  }

  /// Does all a macro says under one lock and in one write, or nothing.
  ///
  /// `seen` as of `record`: where words leave the house, what others did since stops it.
  func apply(
    _ macro: Macro, on id: TicketID, seen: Int64? = nil
  ) throws(MacroError) -> (ticket: Ticket, facts: [Fact]) {
    var facts: [Fact] = []
    var stop: Macro.Stop?
    do throws(RecordError) {
      let scene = scene(seen)
      let ticket = try cabinet.record(on: id, as: actor, at: scene.now) { ticket throws(Refusal) in
        do throws(Macro.Stop) {
          facts = try macro.facts(on: ticket, in: scene)
          return facts
        } catch {
          stop = error
          throw error.refusal
        }
      }
      return (ticket, facts)
    } catch {
      if let stop { throw .stopped(stop) }
      throw .record(error)
    }
  }

  /// A template as a message to a ticket's requester.
  func letter(_ wording: Wording, on ticket: Ticket) throws(Refusal) -> Letter {
    try (automation?.templates ?? TemplateBook()).letter(wording, on: ticket, as: actor, under: rules, at: now)
  }

  /// Each macro, and why it could not be done to a ticket now.
  func macroOffers(on id: TicketID) throws(JournalError) -> [MacroOffer] {
    guard let macros = automation?.macros, !macros.isEmpty else { return [] }
    let ticket = try read(id).ticket
    let scene = scene(nil)
    return macros.map { macro in
      do throws(Macro.Stop) {
        return MacroOffer(macro, facts: try macro.facts(on: ticket, in: scene))
      } catch { return MacroOffer(macro, stop: error) }
    }
  }

  /// The templates as they read on a ticket.
  func readyTexts(for id: TicketID) throws(JournalError) -> [ReadyText] {
    guard let book = automation?.templates, !book.names.isEmpty else { return [] }
    let values = FieldValues(try read(id).ticket, as: actor, under: rules, at: now)
    return book.names.compactMap { name in
      book.words(.template(name), values).map { ReadyText(name: name, subject: $0.subject, body: $0.body) }
    }
  }

  private func scene(_ seen: Int64?) -> Scene {
    Scene(
      as: actor, under: rules, at: now, templates: automation?.templates ?? TemplateBook(),
      roster: DeskRoster(cabinet, shelf, now).answers, seen: seen)
  }
}

/// Why a macro was not done.
enum MacroError: Error {
  case stopped(Macro.Stop)
  case record(RecordError)
}
