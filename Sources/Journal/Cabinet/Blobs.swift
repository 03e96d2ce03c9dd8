import Desk
import Glibc

// Attachments, and texts too long for a line: files named by the SHA-256 of their bytes, `blobs/ab/ab12…`.
// Events hold the name only, so that a blob can be destroyed (personal data) and every chain still holds.
extension Cabinet {
  /// Keeps bytes and says their SHA-256 in hex. The same bytes are kept once.
  package func store(_ bytes: [UInt8]) throws(JournalError) -> String {
    guard bytes.count <= Limits.blob else { throw .tooLarge(path: "blobs", bytes: bytes.count) }
    let name = SHA256.hash(bytes).hex
    let file = Cabinet.blobFile(name)
    return try doubting { () throws(JournalError) in
      if try Disk.status(root + "/" + file) == nil, try shelf.place(bytes, at: file) { return name }
      // Kept before, or by another at this moment, who may die before its name lasts: that is seen to here too.
      guard try Disk.read(root + "/" + file) == bytes else { throw .bentBlob(name) }
      try Disk.makeFolders(Shelf.folder(of: file), under: root)
      try Disk.syncFolder(root + "/" + Shelf.folder(of: file))
      return name
    }
  }

  /// The bytes of that name, and no others.
  package func blob(_ sha256: String) throws(JournalError) -> [UInt8] { try archive.blob(sha256) }

  /// All of a text, whether it lies in its line or in a blob.
  package func text(of body: Body) throws(JournalError) -> String { try archive.text(of: body) }

  fileprivate static func blobFile(_ name: String) -> String { "blobs/\(name.prefix(2))/\(name)" }

  /// A fact whose text is too long for a line goes to a blob; the line keeps its beginning.
  func settle(_ fact: Fact) throws(JournalError) -> Fact {
    switch fact {
    case .messageIn(var letter):
      letter.body = try settle(letter.body)
      return .messageIn(letter)
    case .messageOut(var letter):
      letter.body = try settle(letter.body)
      return .messageOut(letter)
    case .noteAdded(var note):
      note.body = try settle(note.body)
      return .noteAdded(note)
    default: return fact
    }
  }

  /// An article whose text is too long for a line.
  func settle(_ content: ArticleContent) throws(JournalError) -> ArticleContent {
    var content = content
    content.text = try settle(content.text)
    return content
  }

  private func settle(_ body: Body) throws(JournalError) -> Body {
    guard body.blob == nil, Cabinet.writtenLength(body.text) > Limits.inlineBody else { return body }
    return Body(Cabinet.beginning(of: body.text), blob: try store(Array(body.text.utf8)))
  }

  /// Bytes a text takes in a line, escapes counted.
  private static func writtenLength(_ text: String) -> Int {
    var out: [UInt8] = []
    JSONWriter.append(text, to: &out)
    return out.count
  }

  /// As much of a text as a line keeps, cut between two characters.
  private static func beginning(of text: String) -> String {
    var kept = ""
    var length = 0
    for character in text {
      length += writtenLength(String(character)) - 2
      if length > Limits.inlineBody { break }
      kept.append(character)
    }
    return kept
  }
}

extension Archive {
  /// The bytes of that name, and no others.
  func blob(_ sha256: String) throws(JournalError) -> [UInt8] {
    guard sha256.utf8.count == 64, sha256.utf8.allSatisfy({ Hex.value($0) != nil }) else { throw .badName(sha256) }
    let bytes: [UInt8]
    do {
      bytes = try Disk.read(root + "/" + Cabinet.blobFile(sha256))
    } catch .system(_, _, ENOENT) {
      throw .noSuchBlob(sha256)
    }
    guard SHA256.hash(bytes).hex == sha256 else { throw .bentBlob(sha256) }
    return bytes
  }

  func text(of body: Body) throws(JournalError) -> String {
    guard let name = body.blob else { return body.text }
    return String(decoding: try blob(name), as: UTF8.self)
  }
}
