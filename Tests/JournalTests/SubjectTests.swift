import Desk
import Journal
import Testing

/// Where a ticket's file lies is told in two ways: as a subject, and as bytes for a list that looks at many.
@Suite struct SubjectTests {
  private static let files: [(id: String, file: String)] = [
    ("LYO-1", "tickets/LYO/0/0/LYO-1.PAR.jsonl"), ("LYO-99", "tickets/LYO/0/0/LYO-99.PAR.jsonl"),
    ("LYO-100", "tickets/LYO/0/1/LYO-100.PAR.jsonl"), ("LYO-34217", "tickets/LYO/3/42/LYO-34217.PAR.jsonl"),
    ("A1-1000000", "tickets/A1/100/0/A1-1000000.PAR.jsonl"),
  ]

  @Test(arguments: files.indices)
  func bothTellTheSameFile(row: Int) throws {
    let (id, file) = SubjectTests.files[row]
    let ticket = try #require(TicketID(id))
    var path = Array("/srv/desk".utf8)
    Subject.put(ticket, by: "PAR", to: &path)
    #expect(
      [Subject.ticket(ticket).file(by: "PAR"), String(decoding: path, as: UTF8.self)] == [file, "/srv/desk/" + file])
  }
}
