import Desk

extension Line {
  /// Why bytes between two newlines are no event.
  package enum Fault: Error, Hashable, Sendable {
    /// What a crash leaves of a line: its beginning, with nothing of a seal to be seen, or zeros where a block of it
    /// did not reach the disk.
    case fragment
    /// What no writer leaves, whenever it dies: it does not begin as every line does.
    case stray
    /// Not shaped like a line, though it may have been one.
    case junk
    /// Shaped like a line, but its seal is not that of its bytes.
    case badSeal
    /// Its seal is right, yet it does not say what a line must say.
    case badContent
    case tooLong
  }

  /// Reads the bytes of a line, its newline left out. The seal is checked before anything is believed.
  package static func read(_ bytes: UnsafeRawBufferPointer) -> Result<Line, Fault> {
    guard let body = body(of: bytes) else { return .failure(fault(of: bytes)) }
    return read(bytes, hashed: SHA256.hash(body).seal)
  }

  /// Reads the bytes of a line, its newline left out.
  package static func read(_ bytes: [UInt8]) -> Result<Line, Fault> { bytes.withUnsafeBytes { read($0) } }

  /// What the seal of a line is of; nil where the bytes have not the shape of a line.
  static func body(of bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    guard bytes.count < Limits.line, claimedSeal(bytes) != nil else { return nil }
    return UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count - tailLength)])
  }

  /// Reads the bytes of a line whose body has been hashed.
  static func read(_ bytes: UnsafeRawBufferPointer, hashed: Seal) -> Result<Line, Fault> {
    guard let seal = claimedSeal(bytes), let body = body(of: bytes) else { return .failure(fault(of: bytes)) }
    guard hashed == seal else { return .failure(hasHole(bytes) ? .fragment : .badSeal) }
    if let line = quick(body, seal) ?? general(bytes, seal) { return .success(line) }
    return .failure(.badContent)
  }

  /// What is wrong with bytes that have not the shape of a line.
  static func fault(of bytes: UnsafeRawBufferPointer) -> Fault {
    if hasHole(bytes) { return .fragment }
    let isShort = bytes.count < Limits.line
    if isShort, hasTraceOfSeal(bytes) { return .junk }
    guard beginsAsALine(bytes) else { return .stray }
    return isShort ? .fragment : .tooLong
  }

  /// Whether these bytes, however few, may be the beginning of a line: `{"v":1,"n":12,"p":"9f…","u":"`. From a zero on
  /// nothing is known: there a block did not reach the disk. A format to come may follow its version with anything.
  private static func beginsAsALine(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var cursor = Cursor(bytes)
    guard cursor.agrees("{\"v\":"), let version = cursor.begunNumber() else { return cursor.isAtEndOrHole }
    if version != Int64(Line.format) { return true }
    guard cursor.agrees(",\"n\":"), cursor.begunNumber() != nil, cursor.agrees(",\"p\":\""), cursor.agreesWithSeal(),
      cursor.agrees("\",\"u\":\"")
    else { return cursor.isAtEndOrHole }
    return true
  }

  /// What the last 40 bytes say, where they have the shape of a seal.
  private static func claimedSeal(_ bytes: UnsafeRawBufferPointer) -> Seal? {
    let start = bytes.count - tailLength
    guard start > 0, bytes[0] == UInt8(ascii: "{"), starts(bytes, start, ",\"h\":\""), bytes[bytes.count - 2] == 0x22,
      bytes[bytes.count - 1] == 0x7D
    else { return nil }
    return Seal(bytes, at: start + 6)
  }

  /// Zeros in a row that no bent bit makes: a block that was never written.
  private static let hole = 32

  private static func hasHole(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var zeros = 0
    for byte in bytes {
      zeros = byte == 0 ? zeros &+ 1 : 0
      if zeros == hole { return true }
    }
    return false
  }

  /// Whether a line with a byte or two bent could look like this: the mark before its seal is left, or the close
  /// after what are mostly digits.
  private static func hasTraceOfSeal(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if starts(bytes, bytes.count - tailLength, ",\"h\":\"") { return true }
    guard starts(bytes, bytes.count - 2, "\"}"), bytes.count > tailLength else { return false }
    return bytes[(bytes.count - 34)..<(bytes.count - 2)].count { Hex.value($0) != nil } > 24
  }

  @inline(__always)
  private static func starts(_ bytes: UnsafeRawBufferPointer, _ at: Int, _ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard at >= 0, at &+ count <= bytes.count else { return false }
    for offset in 0..<count where bytes[at &+ offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// Reads exactly the form that `Entrant` writes; nil for any other.
  private static func quick(_ bytes: UnsafeRawBufferPointer, _ seal: Seal) -> Line? {
    var cursor = Cursor(bytes)
    guard cursor.skip("{\"v\":1,\"n\":"), let n = cursor.integer(), n >= 1, cursor.skip(",\"p\":\""),
      let previous = cursor.seal(), cursor.skip("\",\"u\":"), let id = cursor.string(), cursor.skip(",\"l\":"),
      let lamport = cursor.integer(), lamport >= 1, cursor.skip(",\"at\":"), let at = cursor.instant(),
      cursor.skip(",\"by\":"), let by = cursor.string()
    else { return nil }
    var account: String?
    var via: String?
    if cursor.skip(",\"account\":") {
      account = cursor.string()
      if account == nil { return nil }
    }
    if cursor.skip(",\"via\":") {
      via = cursor.string()
      if via == nil { return nil }
    }
    guard cursor.skip(",\"op\":"), let op = cursor.string(), cursor.skip(",\"d\":"), let d = cursor.last() else {
      return nil
    }
    return Line(
      version: 1, n: Int(n), previous: previous, id: id, lamport: lamport, at: at, by: by, account: account, via: via,
      op: op, d: d, seal: seal)
  }

  /// Reads a line of a newer format, or one with members this version does not know.
  private static func general(_ bytes: UnsafeRawBufferPointer, _ seal: Seal) -> Line? {
    guard let json = try? JSONReader.read(bytes), let version = json["v"]?.int, (1...Limits.integer).contains(version),
      let n = json["n"]?.int, (1..<Limits.integer).contains(n), let p = json["p"]?.string,
      let previous = Array(p.utf8).withUnsafeBytes({ $0.count == 32 ? Seal($0, at: 0) : nil }),
      let lamport = json["l"]?.int, (1..<Limits.integer).contains(lamport)
    else { return nil }
    let isKnown = version == Int64(format)
    guard !isKnown || (json["u"]?.string != nil && json["at"]?.string != nil && json["by"]?.string != nil) else {
      return nil
    }
    let time = json["at"]?.string.flatMap { Instant(rfc3339: $0) }
    guard !isKnown || (time != nil && json["op"]?.string != nil && json["d"] != nil) else { return nil }
    // A newer format may change what its members mean: its operation is marked, so that no reader here follows it.
    let op = json["op"]?.string ?? "?"
    return Line(
      version: Int(version), n: Int(n), previous: previous, id: json["u"]?.string ?? seal.description, lamport: lamport,
      at: time ?? Instant(ms: 0), by: json["by"]?.string ?? "?", account: json["account"]?.string,
      via: json["via"]?.string, op: isKnown ? op : "v\(version):\(op)", d: json["d"] ?? json, seal: seal)
  }
}

/// Walks the fixed part of a line.
private struct Cursor {
  let bytes: UnsafeRawBufferPointer
  var at = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Steps over `text` if it is here.
  @inline(__always) mutating func skip(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard at &+ count <= bytes.count else { return false }
    for offset in 0..<count where bytes[at &+ offset] != text.utf8Start[offset] { return false }
    at &+= count
    return true
  }

  /// Nothing more is here, or what is was never written.
  var isAtEndOrHole: Bool { at >= bytes.count || bytes[at] == 0 }

  /// Steps over `text`, or to where it stops short: what is here is its beginning, and then nothing more.
  mutating func agrees(_ text: StaticString) -> Bool {
    for offset in 0..<text.utf8CodeUnitCount {
      guard at < bytes.count, bytes[at] == text.utf8Start[offset] else { return false }
      at &+= 1
    }
    return true
  }

  /// A number that something follows; nil where there is none, or where the bytes end within it.
  mutating func begunNumber() -> Int64? {
    guard let value = integer(), !isAtEndOrHole else { return nil }
    return value
  }

  /// Steps over the digits of a seal.
  mutating func agreesWithSeal() -> Bool {
    for _ in 0..<32 {
      guard at < bytes.count, Hex.value(bytes[at]) != nil else { return false }
      at &+= 1
    }
    return true
  }

  /// A non-negative integer without leading zero, below 2^53.
  mutating func integer() -> Int64? {
    let start = at
    var value: Int64 = 0
    while at < bytes.count, bytes[at] &- 48 < 10, at &- start < 17 {
      value = value &* 10 &+ Int64(bytes[at] &- 48)
      at &+= 1
    }
    guard at > start, value < Limits.integer, bytes[start] != 48 || at &- start == 1 else { return nil }
    return value
  }

  mutating func seal() -> Seal? {
    guard let seal = Seal(bytes, at: at) else { return nil }
    at &+= 32
    return seal
  }

  /// A moment in quotes. The one form that is written is read digit by digit, any other by the rules.
  mutating func instant() -> Instant? {
    let start = at
    guard skip("\""), let year = digits(4), skip("-"), let month = digits(2), skip("-"), let day = digits(2), skip("T"),
      let hour = digits(2), skip(":"), let minute = digits(2), skip(":"), let second = digits(2), skip("."),
      let milli = digits(3), skip("Z\""), 1...12 ~= month, 1...31 ~= day, hour < 24, minute < 60, second <= 60
    else {
      at = start
      return string().flatMap { Instant(rfc3339: $0) }
    }
    let seconds = Day(year, month, day).number * 86_400 + hour * 3600 + minute * 60 + second
    return Instant(ms: Int64(seconds) * 1000 + Int64(milli))
  }

  /// So many digits as a number.
  @inline(__always) private mutating func digits(_ count: Int) -> Int? {
    guard at &+ count <= bytes.count else { return nil }
    var value = 0
    for _ in 0..<count {
      let digit = bytes[at] &- 48
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
      at &+= 1
    }
    return value
  }

  mutating func string() -> String? {
    var reader = JSONReader(bytes, from: at)
    guard let text = try? reader.string() else { return nil }
    at = reader.at
    return text
  }

  /// One value that ends where the bytes end.
  mutating func last() -> JSON? {
    var reader = JSONReader(bytes, from: at)
    guard let value = try? reader.value(depth: 0), reader.at == bytes.count else { return nil }
    return value
  }
}
