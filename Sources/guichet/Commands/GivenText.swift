import Console
import Desk

/// Bytes that somebody typed or piped as a text. Nothing of them is mended in silence: the text may be a reply, and
/// nobody would see what became of it before its reader does.
package enum GivenText {
  /// The text; refused where the bytes are not UTF-8, or hold a NUL, which no text does and UTF-16 is full of.
  ///
  /// `place`: what they came by, for the message.
  package static func read(_ bytes: [UInt8], from place: String, _ words: Words) throws(Trouble) -> String {
    if let byte = flaw(in: bytes) {
      throw Trouble(.data, words.notUTF8(place, byte: byte, probably: TextEncoding.guess(bytes).name))
    }
    if let zero = bytes.firstIndex(of: 0) {
      let guess = TextEncoding.guess(bytes).name
      throw Trouble(
        .data, words.binary(place, byte: zero + 1, probably: guess.hasPrefix("utf-16") ? guess : nil))
    }
    return TextEncoding.utf8(bytes) ?? ""
  }

  /// The number, from 1, of the first byte that is not UTF-8.
  package static func flaw(in bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var read = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar): read += scalar.count
      case .error: return read + 1
      case .emptyInput: return nil
      }
    }
  }
}
