import Glibc

/// The character set the terminal shows. ncurses follows the C library's locale; over SSH it is often unset while the
/// terminal is in UTF-8 all the same, so then the terminal itself is asked.
enum TerminalLocale {
  /// How long a terminal has to say where its cursor is.
  static let patience: Int32 = 150

  /// Sets the C library's character type for ncurses. False where text must be ASCII.
  static func set(terminal: Int32) -> Bool {
    setlocale(LC_CTYPE, "")
    if isUTF8 { return true }
    if speaksUTF8(terminal), setlocale(LC_CTYPE, "C.UTF-8") != nil, isUTF8 { return true }
    // The tables of any other charset are modules that a static executable cannot load.
    setlocale(LC_CTYPE, "C")
    return false
  }

  private static var isUTF8: Bool {
    guard let name = nl_langinfo(Int32(CODESET)) else { return false }
    return strcasecmp(name, "UTF-8") == 0 || strcasecmp(name, "utf8") == 0
  }

  /// Writes one `é` at the left edge and asks for the cursor (CPR): column 2 means that the two bytes were one
  /// character. A terminal that does not answer has ASCII.
  private static func speaksUTF8(_ terminal: Int32) -> Bool {
    var before = termios()
    guard tcgetattr(terminal, &before) == 0 else { return false }
    var quiet = before
    cfmakeraw(&quiet)
    tcsetattr(terminal, TCSANOW, &quiet)
    defer { tcsetattr(terminal, TCSANOW, &before) }
    write(terminal, "\r\u{E9}\u{1B}[6n")
    let answer = read(terminal, until: UInt8(ascii: "R"))
    write(terminal, "\r\u{1B}[K")
    return answer.hasSuffix(";2R")
  }

  private static func write(_ terminal: Int32, _ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(terminal, bytes, bytes.count)
  }

  private static func read(_ terminal: Int32, until last: UInt8) -> String {
    var answer: [UInt8] = []
    while answer.last != last, answer.count < 32 {
      var ready = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      var byte: UInt8 = 0
      guard poll(&ready, 1, patience) == 1, Glibc.read(terminal, &byte, 1) == 1 else { break }
      answer.append(byte)
    }
    return String(decoding: answer, as: UTF8.self)
  }
}
