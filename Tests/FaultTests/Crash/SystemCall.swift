/// One system call as `strace -f -xx -o` tells it: `1234 write(3, "\x61\x62", 2) = 2`.
struct SystemCall {
  var process: Int
  var name: String
  /// As written, strings still quoted.
  var arguments: [Substring]
  /// -1 where it failed.
  var result: Int

  /// nil for what is no call that ended: a signal, an exit.
  init?(_ line: Substring) {
    guard let space = line.firstIndex(of: " "), let process = Int(line[..<space]),
      let open = line.firstIndex(of: "("), let equals = line.range(ofLast: " = "),
      let close = line[..<equals.lowerBound].lastIndex(of: ")"),
      let result = Int(line[equals.upperBound...].prefix { $0 == "-" || $0.isNumber })
    else { return nil }
    self.process = process
    name = String(line[line.index(after: space)..<open].drop { $0 == " " })
    arguments = SystemCall.split(line[line.index(after: open)..<close])
    self.result = result
  }

  /// The bytes of a string argument.
  func bytes(_ place: Int) -> [UInt8] {
    guard arguments.indices.contains(place) else { return [] }
    let digits = Array(arguments[place].utf8).filter { $0 != 0x22 }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 4)
    var at = 0
    // Each byte is `\x` and two digits.
    while at + 3 < digits.count {
      bytes.append(SystemCall.value(digits[at + 2]) << 4 | SystemCall.value(digits[at + 3]))
      at += 4
    }
    return bytes
  }

  func path(_ place: Int) -> String { String(decoding: bytes(place), as: UTF8.self) }

  func number(_ place: Int) -> Int {
    arguments.indices.contains(place) ? Int(arguments[place].trimming) ?? -1 : -1
  }

  private static func value(_ digit: UInt8) -> UInt8 { digit >= 97 ? digit - 87 : digit & 0xF }

  /// Commas within quotes do not occur: every byte there is in hexadecimal.
  private static func split(_ text: Substring) -> [Substring] {
    text.split(separator: ",").map { $0.drop { $0 == " " } }
  }
}

extension Substring {
  fileprivate var trimming: Substring { drop { $0 == " " }.prefix { $0 == "-" || $0.isNumber } }

  /// The last place of a text: the rest of a line may hold the same.
  fileprivate func range(ofLast text: String) -> Range<Index>? {
    var found: Range<Index>?
    var from = startIndex
    while let next = self[from...].firstRange(of: text) {
      found = next
      from = next.upperBound
    }
    return found
  }
}
