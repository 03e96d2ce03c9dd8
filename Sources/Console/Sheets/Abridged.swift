import Desk

// A text too long for a line of the journal goes to a blob, and the line holds its beginning (`Limits.inlineBody`).
// The shell does that; where a sheet asks the desk's rules, it asks of the beginning too.
extension Letter {
  var abridged: Letter {
    var letter = self
    letter.body = body.abridged
    return letter
  }
}

extension Body {
  var abridged: Body {
    guard text.utf8.count > Limits.inlineBody else { return self }
    // A character never has so many bytes that nothing is left.
    return Body(String(decoding: text.utf8.prefix(Limits.inlineBody - 4), as: UTF8.self), blob: blob)
  }
}

extension Intent {
  /// The same with its texts as a line would hold them.
  var abridged: Intent {
    switch self {
    case .reply(let letter): return .reply(letter.abridged)
    case .ask(let letter, let reason, let until): return .ask(letter.abridged, reason: reason, until: until)
    case .resolve(let resolution, let message): return .resolve(resolution, message: message?.abridged)
    case .note(var note):
      note.body = note.body.abridged
      return .note(note)
    default: return self
    }
  }
}
