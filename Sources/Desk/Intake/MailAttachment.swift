extension Mail {
  /// A file that came with a mail, with its bytes. Once stored, it is the `Attachment` of a message, with their digest.
  package struct Attachment: Hashable, Sendable {
    /// Fit for a file system and a terminal: no path, no control or direction characters. Two attachments may share a
    /// name, as their sender wrote it; `numbered` tells them apart where they go into one folder.
    package var name: String
    /// `type/subtype`, as declared, in lower case.
    package var type: String
    /// Decoded from the wire, otherwise untouched.
    package var bytes: [UInt8]
    /// `Content-ID` without brackets: how an HTML body points at it.
    package var contentID: String?
    /// Meant to be shown within the body (an image of a signature, as a rule).
    package var inline: Bool

    package init(name: String, type: String, bytes: [UInt8], contentID: String? = nil, inline: Bool = false) {
      self.name = name
      self.type = type
      self.bytes = bytes
      self.contentID = contentID
      self.inline = inline
    }
  }
}

extension [Mail.Attachment] {
  /// The names, made distinct whatever the case: the second `logo.png` becomes `logo (2).png`.
  package var numbered: [String] {
    var taken: Set<String> = []
    return map { attachment in
      var name = attachment.name
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = AttachmentName.numbered(attachment.name, number)
        number += 1
      }
      return name
    }
  }
}
