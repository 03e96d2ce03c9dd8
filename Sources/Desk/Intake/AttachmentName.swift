/// Names for attachments: what the sender wrote, made safe, or a name made from the type.
package enum AttachmentName {
  /// The name of a part as sent, from `Content-Disposition` or else `Content-Type`; nil where it has none.
  static func sent(_ part: MailPart, _ header: HeaderText) -> String? {
    let written = part.disposition?.text("filename", header) ?? part.type.text("name", header) ?? ""
    return written.isEmpty ? (part.type.text("name", header) ?? "").nonEmpty : written
  }

  /// `name` with nothing that acts on a file system or a terminal; nil where nothing is left.
  static func safe(_ name: String, longest: Int) -> String? {
    var out = String.UnicodeScalarView()
    for scalar in HeaderText.line(name).unicodeScalars where !isInvisible(scalar) {
      out.append(scalar == "/" || scalar == "\\" ? "_" : scalar)
    }
    if out.first == "." { out.replaceSubrange(out.startIndex...out.startIndex, with: ["_"]) }
    return shortened(HeaderText.line(String(out)), longest).nonEmpty
  }

  /// Characters that turn or hide what is read (UAX #9 controls, zero widths): `gpj.exe` must not read `exe.jpg`.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xE0000...0xE007F: true
    default: false
    }
  }

  /// `name` in at most `longest` bytes of UTF-8, with its extension.
  private static func shortened(_ name: String, _ longest: Int) -> String {
    guard name.utf8.count > longest else { return name }
    let (stem, ending) = split(name)
    let kept = ending.utf8.count < longest / 2 ? ending : ""
    var size = kept.utf8.count
    var out = ""
    for character in kept.isEmpty ? name : stem {
      size += character.utf8.count
      if size > longest { break }
      out.append(character)
    }
    return out + kept
  }

  /// `logo.png` and 2 give `logo (2).png`.
  package static func numbered(_ name: String, _ number: Int) -> String {
    let (stem, ending) = split(name)
    return stem + " (\(number))" + ending
  }

  /// A name cut before its last dot.
  private static func split(_ name: String) -> (stem: String, ending: String) {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return (name, "") }
    return (String(name[..<dot]), String(name[dot...]))
  }

  /// A name for the `number`th attachment, which has none: `attachment-2.pdf`.
  static func made(_ type: String, _ number: Int) -> String { "attachment-\(number)" + ending(of: type) }

  /// The extension usual for a type; `.bin` where none is.
  static func ending(of type: String) -> String {
    if let known = endings[type] { return known }
    return type.hasPrefix("text/") ? ".txt" : ".bin"
  }

  private static let endings = [
    "application/pdf": ".pdf", "application/zip": ".zip", "application/x-zip-compressed": ".zip",
    "application/gzip": ".gz", "application/json": ".json", "application/xml": ".xml", "application/rtf": ".rtf",
    "application/msword": ".doc", "application/vnd.ms-excel": ".xls", "application/vnd.ms-powerpoint": ".ppt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.oasis.opendocument.text": ".odt", "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/ms-tnef": ".dat", "application/vnd.ms-tnef": ".dat", "application/pkcs7-signature": ".p7s",
    "application/x-pkcs7-signature": ".p7s", "application/pkcs7-mime": ".p7m", "application/x-pkcs7-mime": ".p7m",
    "application/pgp-signature": ".asc", "application/pgp-keys": ".asc", "application/pgp-encrypted": ".asc",
    "image/png": ".png", "image/jpeg": ".jpg", "image/jpg": ".jpg", "image/pjpeg": ".jpg", "image/gif": ".gif",
    "image/bmp": ".bmp", "image/tiff": ".tiff", "image/svg+xml": ".svg", "image/webp": ".webp", "image/heic": ".heic",
    "audio/mpeg": ".mp3", "audio/wav": ".wav", "audio/x-wav": ".wav", "audio/ogg": ".ogg", "audio/basic": ".au",
    "video/mp4": ".mp4", "video/mpeg": ".mpg", "video/quicktime": ".mov",
    "message/rfc822": ".eml", "message/global": ".eml", "text/plain": ".txt", "text/html": ".html", "text/csv": ".csv",
    "text/calendar": ".ics", "text/vcard": ".vcf", "text/x-vcard": ".vcf", "text/xml": ".xml", "text/rtf": ".rtf",
  ]
}

extension String {
  /// The string, or nil where it is empty.
  var nonEmpty: String? { isEmpty ? nil : self }
}
