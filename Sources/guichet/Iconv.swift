import Desk
import Glibc

/// Charset conversion by `iconv(3)` of glibc, for the charsets the desk does not know itself.
package struct Iconv: Charsets, Sendable {
  /// Bytes that may fail to convert before the text is given up: it is not in this charset.
  private static let mostHoles = 10_000

  package init() {}

  package func decode(_ bytes: [UInt8], charset: String) -> String? {
    guard charset.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != 47 }), (1..<64).contains(charset.utf8.count),
      let descriptor = iconv_open("UTF-8", charset), descriptor != iconv_t(bitPattern: -1)
    else { return nil }
    defer { iconv_close(descriptor) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // No charset of mail takes more than three bytes of UTF-8 for one of its own.
    var output = [CChar](repeating: 0, count: bytes.count * 3 + 64)
    var written = 0
    var read = 0
    var holes = 0
    input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        while let from = source.baseAddress, let to = target.baseAddress, read < source.count, holes < Iconv.mostHoles {
          var next: UnsafeMutablePointer<CChar>? = from + read
          var left = source.count - read
          var place: UnsafeMutablePointer<CChar>? = to + written
          var room = target.count - written
          let result = iconv(descriptor, &next, &left, &place, &room)
          read = source.count - left
          written = target.count - room
          if result != Int.max, result != -1 { break }
          guard errno == EILSEQ || errno == EINVAL, room >= 3 else { break }
          for byte in [0xEF, 0xBF, 0xBD] as [UInt8] {
            target[written] = CChar(bitPattern: byte)
            written += 1
          }
          holes += 1
          read += 1
        }
      }
    }
    return holes < Iconv.mostHoles
      ? String(decoding: output[..<written].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }
}
