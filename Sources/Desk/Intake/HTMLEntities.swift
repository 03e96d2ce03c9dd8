/// Character references of HTML: `&eacute;`, `&#233;`, `&#xE9;`. The names are those of HTML 4, which is what mail uses.
enum HTMLEntities {
  /// - Parameter inAttribute: a name with no `;` stays as it is, since `?a=1&copy=2` is an address.
  static func decode(_ text: MailBytes, inAttribute: Bool = false) -> [UInt8] {
    guard text.contains(38) else { return Array(text) }
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var at = text.startIndex
    while at < text.endIndex {
      if text[at] == 38, let (scalar, next) = reference(text, at + 1, inAttribute) {
        out += String(Character(scalar)).utf8
        at = next
      } else {
        out.append(text[at])
        at += 1
      }
    }
    return out
  }

  /// No reference is longer; a bound on looking for its end.
  private static let longest = 32

  private static func reference(_ text: MailBytes, _ start: Int, _ strict: Bool) -> (Unicode.Scalar, next: Int)? {
    let isNumber = start < text.endIndex && text[start] == 35
    let body = text[(isNumber ? start + 1 : start)...].prefix(longest).prefix {
      Octet.isLetter($0) || Octet.isDigit($0)
    }
    let closed = body.endIndex < text.endIndex && text[body.endIndex] == Octet.semicolon
    guard !body.isEmpty, closed || !strict else { return nil }
    let next = closed ? body.endIndex + 1 : body.endIndex
    let scalar = isNumber ? number(body) : names[String(decoding: body, as: UTF8.self)]
    return scalar.map { ($0, next) }
  }

  /// Numbers 128…159 mean windows-1252, as in every browser; what is no character becomes U+FFFD.
  private static func number(_ digits: MailBytes) -> Unicode.Scalar? {
    let isHex = digits.first.map { $0 | 32 } == 120
    let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    guard let value = UInt32(text, radix: isHex ? 16 : 10) else { return nil }
    if (0x80...0x9F).contains(value) { return Unicode.Scalar(CharsetTables.c1[Int(value - 0x80)]) }
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static let names: [String: Unicode.Scalar] = {
    var names: [String: Unicode.Scalar] = [:]
    for (first, list) in runs {
      for (offset, name) in list.split(separator: " ").enumerated() where name != "-" {
        names[String(name)] = Unicode.Scalar(first + UInt32(offset))
      }
    }
    return names
  }()

  /// Names of characters that follow one another, from the first one's code on.
  private static let runs: [(UInt32, String)] = [
    (34, "quot"), (38, "amp apos"), (60, "lt - gt"),
    (
      160,
      """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
      para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
      Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
      Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
      igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
      thorn yuml
      """
    ),
    (338, "OElig oelig"), (352, "Scaron scaron"), (376, "Yuml"), (402, "fnof"), (710, "circ"), (732, "tilde"),
    (
      913,
      """
      Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi \
      Chi Psi Omega
      """
    ),
    (
      945,
      """
      alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon \
      phi chi psi omega
      """
    ),
    (977, "thetasym upsih - - - piv"), (8194, "ensp emsp"), (8201, "thinsp"), (8204, "zwnj zwj lrm rlm"),
    (8211, "ndash mdash"), (8216, "lsquo rsquo sbquo - ldquo rdquo bdquo - dagger Dagger bull"), (8230, "hellip"),
    (8240, "permil - prime Prime"), (8249, "lsaquo rsaquo"), (8254, "oline"), (8260, "frasl"), (8364, "euro"),
    (8465, "image"), (8472, "weierp"), (8476, "real"), (8482, "trade"), (8501, "alefsym"),
    (8592, "larr uarr rarr darr harr"), (8629, "crarr"), (8656, "lArr uArr rArr dArr hArr"),
    (8704, "forall - part exist"),
    (8709, "empty - nabla isin notin - ni"), (8719, "prod - sum minus"), (8727, "lowast"), (8730, "radic"),
    (8733, "prop infin - ang"), (8743, "and or cap cup int"), (8756, "there4"), (8764, "sim"), (8773, "cong"),
    (8776, "asymp"), (8800, "ne equiv"), (8804, "le ge"), (8834, "sub sup nsub - sube supe"), (8853, "oplus"),
    (8855, "otimes"), (8869, "perp"), (8901, "sdot"), (8968, "lceil rceil lfloor rfloor"), (9001, "lang rang"),
    (9674, "loz"), (9824, "spades - - clubs - hearts diams"), (10003, "check"),
  ]
}
