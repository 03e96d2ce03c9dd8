import Console
import Desk
import Journal
import Screen

// `guichet search`: the tickets that answer best, wherever their words stand, with the piece of text that does.
extension Command {
  static let search = Command(.search, [.one(.filter), .any(.filter)], [.limit]) { invocation throws(Trouble) in
    let session = try invocation.session()
    let text = invocation.arguments.operands.joined(separator: " ")
    let asked = try invocation.query(text).asRanked
    let limit = try invocation.number(.limit, 1...Invocation.mostFound) ?? Invocation.usuallyFound
    do throws(JournalError) {
      let found = try session.search(
        asked.question, within: asked.within, limit: limit, waiting: invocation.telling())
      invocation.show(found, asked.question, session)
    } catch { throw Trouble(error, invocation.words) }
  }
}

extension Query {
  /// Parted into words, of which the more and the rarer are found the better, and conditions, which all must hold.
  var asRanked: (question: Question, within: Query) {
    let parts = if case .and(let parts) = self { parts } else { [self] }
    var wanted: [TextTerm] = []
    var conditions: [Query] = []
    for part in parts {
      switch part {
      case .text(let term) where !term.isPhrase: wanted.append(term)
      default:
        // A phrase, or a choice between words, must hold; its words rank as well.
        wanted += part.highlights
        conditions.append(part)
      }
    }
    return (Question(wanted), conditions.isEmpty ? .all : .and(conditions))
  }
}

extension Invocation {
  fileprivate static let usuallyFound = 20
  fileprivate static let mostFound = 1000
  /// Characters of a snippet where no terminal says how wide it is.
  private static let passageWidth = 160

  fileprivate func show(_ found: [TicketFind], _ question: Question, _ session: Session) {
    if printer.isJSON {
      for find in found {
        guard case .object(let members) = find.row.json else { continue }
        printer.json(
          .object(
            members + [
              JSON.Member("score", .number("\(find.score)")),
              JSON.Member("snippet", .string(passage(find, question, session, width: Invocation.passageWidth))),
            ]))
      }
      return
    }
    for find in found {
      show(Listing(rows: [find.row], total: 1), session)
      guard let width = printer.width else { continue }
      let passage = passage(find, question, session, width: max(width - 6, 0))
      if !passage.isEmpty { printer.line("    " + passage) }
    }
    if found.isEmpty {
      printer.width == nil ? Printer.complain(words.noTicketFound) : printer.line(words.noTicketFound)
    }
  }

  /// What of the ticket's texts answers; nothing where that is all in the subject.
  private func passage(_ find: TicketFind, _ question: Question, _ session: Session, width: Int) -> String {
    guard let ticket = try? session.readWhole(find.row.id).ticket else { return "" }
    return Snippet(of: ticket.prose.joined(separator: "\n"), question.terms, width: width).text
  }
}
