/// What one mail may ask of us. Beyond a limit the mail is still read, less finely, and says so in `Mail.defects`.
package struct MailLimits: Hashable, Sendable {
  /// Bytes of the whole message that are read; the rest is left to the raw copy.
  package var size = 10 * 1024 * 1024
  /// Levels of MIME parts inside parts.
  package var depth = 20
  /// MIME parts in all.
  package var parts = 500
  /// Bytes of one line of a header.
  package var headerLine = 64 * 1024
  /// Bytes of one header field once unfolded.
  package var headerField = 256 * 1024
  /// Fields of one header.
  package var headerFields = 2000
  /// Addresses read from one field.
  package var addresses = 1000
  /// Identifiers kept of `References`, the nearest ones.
  package var references = 100
  /// Links of an HTML body whose address is shown.
  package var links = 5000
  /// UTF-8 bytes of an attachment's name; the extension survives.
  package var attachmentName = 200

  package static let `default` = MailLimits()
  package init() {}
}

/// Why a mail may not have been read as its sender meant it.
package enum MailDefect: String, Hashable, Sendable, CaseIterable {
  /// Longer than `MailLimits.size`.
  case tooLarge
  /// Nested deeper than `MailLimits.depth`: the inner parts stay one attachment.
  case tooDeep
  /// More parts than `MailLimits.parts`.
  case tooManyParts
  /// A multipart whose boundary never appears; it was read as text.
  case noBoundary
  /// A transfer encoding nobody knows; the bytes were kept as they are.
  case unknownEncoding
}
