import Desk

/// One event as it stands in a file:
///
///     {"v":1,"n":2,"p":"9f…","u":"4t0…","l":7,"at":"2025-11-21T18:57:03.123Z","by":"amel","via":"tui",
///      "op":"note.added","d":{"body":"…","visibility":"team"},"h":"c1…"}
///
/// in one line, keys in this order, no spaces, closed by a newline. `h` is the seal of the bytes before `,"h":"`;
/// `p` is the `h` of the valid line before it.
package struct Line: Hashable, Sendable {
  /// Format; a newer one is kept and shown as unknown.
  package var version: Int
  /// Place in the file, from 1.
  package var n: Int
  package var previous: Seal
  package var id: String
  package var lamport: Int64
  package var at: Instant
  package var by: String
  package var account: String?
  package var via: String?
  package var op: String
  package var d: JSON
  package var seal: Seal

  /// The format this program writes.
  package static let format = 1
  /// `,"h":"`, 32 digits, `"}`.
  static let tailLength = 40

  /// The event this line tells of, as written by `site`.
  package func event<P: Payload>(site: String) -> Event<P> {
    Event(
      id: id, site: site, n: n, lamport: lamport, at: at, by: by, account: account, via: via.flatMap(Via.init),
      fact: P(op: op, d: d))
  }
}

/// An event about to be written: all but its place in a file.
package struct Entrant: Sendable {
  package var id: String
  var at: Instant
  var by: String
  var account: String?
  var via: Via?
  var op: String
  var d: JSON

  package init<P: Payload>(_ fact: P, as actor: Actor, at: Instant, id: String = Token.event()) {
    self.id = id
    self.at = at
    by = actor.name
    account = actor.account
    via = actor.via
    op = fact.op
    d = fact.d
  }

  /// Writes the line with its newline, and says its seal.
  package func append(n: Int, previous: Seal, lamport: Int64, to out: inout [UInt8]) -> Seal {
    let start = out.count
    out.append(contentsOf: "{\"v\":1,\"n\":".utf8)
    JSONWriter.append(Int64(n), to: &out)
    out.append(contentsOf: ",\"p\":\"".utf8)
    previous.append(to: &out)
    out.append(contentsOf: "\",\"u\":".utf8)
    JSONWriter.append(id, to: &out)
    out.append(contentsOf: ",\"l\":".utf8)
    JSONWriter.append(lamport, to: &out)
    out.append(contentsOf: ",\"at\":\"".utf8)
    out.append(contentsOf: at.rfc3339.utf8)
    out.append(contentsOf: "\",\"by\":".utf8)
    JSONWriter.append(by, to: &out)
    if let account { member("account", account, to: &out) }
    if let via { member("via", via.rawValue, to: &out) }
    member("op", op, to: &out)
    out.append(contentsOf: ",\"d\":".utf8)
    JSONWriter.append(d, to: &out)
    let seal = out.withUnsafeBytes { SHA256.hash(UnsafeRawBufferPointer(rebasing: $0[start...])).seal }
    out.append(contentsOf: ",\"h\":\"".utf8)
    seal.append(to: &out)
    out.append(contentsOf: "\"}\n".utf8)
    return seal
  }

  private func member(_ key: StaticString, _ value: String, to out: inout [UInt8]) {
    out.append(contentsOf: ",\"".utf8)
    key.withUTF8Buffer { out.append(contentsOf: $0) }
    out.append(contentsOf: "\":".utf8)
    JSONWriter.append(value, to: &out)
  }
}
