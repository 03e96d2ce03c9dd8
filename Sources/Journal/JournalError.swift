import Desk

/// Why the cabinet did not do what was asked. Nothing was acknowledged. The words are the console's.
package enum JournalError: Error, Hashable, Sendable {
  /// A system call failed on a path.
  case system(call: String, path: String, errno: Int32)
  /// Another process held the file's lock for longer than was waited.
  case locked(path: String, milliseconds: Int)
  case noSuchTicket(TicketID)
  case noSuchArticle(String)
  case noSuchBlob(String)
  /// A blob's bytes are not those its name stands for.
  case bentBlob(String)
  /// The disk did not confirm a write (EIO on sync): nothing more is written by this process, for what a second
  /// sync says cannot be believed.
  case notConfirmed(path: String, errno: Int32)
  /// The disk took some events of a decision, and then no more: those are recorded, the rest is not.
  case partly(path: String)
  /// After a write the file has not the size it should.
  case wrongSize(path: String, expected: Int, found: Int)
  /// One event is longer than a line may be, in bytes.
  case lineTooLong(bytes: Int)
  case tooLarge(path: String, bytes: Int)
  /// An instant that four digits of a year cannot tell.
  case badInstant(Instant)
  /// The folder holds no cabinet, or its `guichet.json` does not read.
  case noCabinet(path: String)
  /// There is a cabinet here already.
  case alreadyThere(path: String)
  /// The cabinet is of a format this program does not know.
  case newerFormat(Int64, path: String)
  case badSiteCode(String)
  /// A name that may not be part of a path.
  case badName(String)
  /// A file's clocks or numbers have run to the end.
  case exhausted(path: String)
  /// A file in which no line is valid: writing to it is refused.
  case nothingValid(path: String)
  /// No number could be had for a new ticket.
  case noNumber
  /// The kernel gave no more watches: look again every so often instead.
}

/// Why nothing was recorded: the desk said no, or the disk did.
package enum RecordError: Error, Hashable, Sendable {
  case refused(Refusal)
  case journal(JournalError)
}

/// Work on the journal as a part of recording: its failure is told as the reason why nothing was recorded.
package func journal<T>(_ work: () throws(JournalError) -> T) throws(RecordError) -> T {
  do throws(JournalError) { return try work() } catch { throw .journal(error) }
}
