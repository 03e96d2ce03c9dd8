import Console
import Desk
import Glibc
import Journal

// `guichet show ID --save FOLDER`: a ticket's attachments, the mails as they came, and the texts too long for a line.
extension Invocation {
  func save(_ id: TicketID, in folder: String, _ session: Session) throws(Trouble) {
    guard Paths.makeFolder(folder.hasPrefix("/") ? folder : Guichet.currentFolder() + "/" + folder) else {
      throw Trouble(.cannotCreate, words.cannotCreate(folder))
    }
    do throws(JournalError) {
      for file in try session.read(id).ticket.files {
        let path = try place(try session.cabinet.blob(file.sha256), named: file.name, in: folder)
        if printer.isJSON {
          printer.json(.object(of: ("path", .string(path)), ("sha256", .string(file.sha256))))
        } else {
          printer.line(path)
        }
      }
    } catch { throw Trouble(error, on: id, words) }
  }

  /// Writes a file under its name, numbered where the name is taken; nothing is ever overwritten.
  private func place(_ bytes: [UInt8], named name: String, in folder: String) throws(JournalError) -> String {
    for number in 1...Limits.attachments {
      let path = folder + "/" + (number == 1 ? name : AttachmentName.numbered(name, number))
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else { throw .system(call: "open", path: path, errno: errno) }
      defer { close(descriptor) }
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw .system(call: "write", path: path, errno: errno) }
        rest = rest.dropFirst(count)
      }
      return path
    }
    throw .alreadyThere(path: folder + "/" + name)
  }
}

extension Ticket {
  /// The files its events name, in order: attachments, raw mails, long texts. Names hold no path.
  var files: [(name: String, sha256: String)] {
    entries.enumerated().flatMap { at, entry -> [(name: String, sha256: String)] in
      let number = at + 1
      switch entry.fact {
      case .messageIn(let letter), .messageOut(let letter):
        return letter.attachments.map { ($0.name, $0.sha256) }
          + (letter.raw.map { [("message-\(number).eml", $0)] } ?? [])
          + (letter.body.blob.map { [("message-\(number).txt", $0)] } ?? [])
      case .noteAdded(let note):
        return note.attachments.map { ($0.name, $0.sha256) }
          + (note.body.blob.map { [("note-\(number).txt", $0)] } ?? [])
      default: return []
      }
    }
  }
}
