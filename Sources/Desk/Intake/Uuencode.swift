/// Files inside a text, as `uuencode` of POSIX writes them:
///
///     begin 644 name.bin
///     #0V%T
///     `
///     end
enum Uuencode {
  /// One file found in a text.
  struct File {
    var name: MailBytes
    var bytes: [UInt8]
    /// Its lines, from `begin` to `end`.
    var lines: Range<Int>
  }

  /// The first file of a text.
  static func first(in text: MailBytes) -> File? { files(in: text, most: 1).first }

  /// The files of a text, in order, `most` at the most. A `begin` that no line of code and no `end` follow is text.
  static func files(in text: MailBytes, most: Int) -> [File] {
    var found: [File] = []
    var lines = MailLines(text, bareCR: MailLines.endInBareCR(text))
    var open: File?
    while found.count < most, let line = lines.next() {
      if open == nil {
        open = begin(line.text).map { File(name: $0, bytes: [], lines: line.start..<line.next) }
      } else if isEnd(line.text) {
        if var file = open, !file.bytes.isEmpty {
          file.lines = file.lines.lowerBound..<line.next
          found.append(file)
        }
        open = nil
      } else if !append(line.text, to: &open) {
        open = nil
      }
    }
    return found
  }

  private static func begin(_ line: MailBytes) -> MailBytes? {
    guard Octet.starts(line, with: "begin ") else { return nil }
    let rest = line.dropFirst(6)
    let mode = rest.prefix { $0 >= 48 && $0 <= 55 }
    guard (3...4).contains(mode.count), rest.dropFirst(mode.count).first == Octet.space else { return nil }
    let name = Octet.trim(rest.dropFirst(mode.count))
    return name.isEmpty ? nil : name
  }

  private static func isEnd(_ line: MailBytes) -> Bool {
    line.count >= 3 && line.count <= 5 && Octet.starts(line, with: "end")
  }

  /// One line of code: a length, then groups of four. Blanks at the end of a line may have been lost on the way.
  private static func append(_ line: MailBytes, to file: inout File?) -> Bool {
    guard let first = line.first else { return true }
    guard first >= 32, first <= 96, line.allSatisfy({ $0 >= 32 && $0 <= 96 }) else { return false }
    let length = Int((first - 32) & 63)
    guard line.count <= (length + 2) / 3 * 4 + 3 else { return false }
    var left = length
    var at = line.startIndex + 1
    func six(_ index: Int) -> UInt8 { index < line.endIndex ? (line[index] - 32) & 63 : 0 }
    while left > 0 {
      let (a, b, c, d) = (six(at), six(at + 1), six(at + 2), six(at + 3))
      let group = [a << 2 | b >> 4, b << 4 | c >> 2, c << 6 | d]
      file?.bytes += group.prefix(left)
      left -= 3
      at += 4
    }
    return true
  }
}
