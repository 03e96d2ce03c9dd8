import CNcurses
import Glibc
import Screen

/// The agent's terminal through ncurses: the only file that knows it. Created in a function and never global, so that
/// leaving the function leaves the terminal; one thread.
struct Terminal: ~Copyable {
  private let screen: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  private let streams: (output: UnsafeMutablePointer<FILE>, input: UnsafeMutablePointer<FILE>)
  /// `/dev/tty`, so that standard input may be a pipe.
  let descriptor: Int32
  /// The terminal type that was used, where it is not the one asked for.
  let guessedType: String?
  let isUTF8: Bool
  private(set) var depth: Depth
  private var styles = Styles.plain
  private var pairs = ColorPairs()
  private var keyboard = Keyboard()
  private var shown: Frame?
  private var isCursorShown = true
  /// Chooses the plain character set, which no frame ever leaves; empty where the terminal has only one.
  private let plainCharacters: String

  /// Types tried in turn when the one in `TERM` is not known here: kitty's and foot's are often missing on servers.
  static let fallbacks = ["tmux-256color", "xterm-256color", "vt100"]
  /// A paste is over when so many milliseconds bring nothing more, even without its end.
  static let pastePatience: Int32 = 1000
  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"

  /// nil where there is no terminal, or none that can move its cursor.
  static func open(type: String?, escapeDelay: Int, hasColor: Bool) -> Terminal? {
    let descriptor = Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    var modes = termios()
    // They would override the real size for ever.
    unsetenv("LINES")
    unsetenv("COLUMNS")
    guard tcgetattr(descriptor, &modes) == 0, let output = fdopen(dup(descriptor), "w"),
      let input = fdopen(dup(descriptor), "r")
    else {
      close(descriptor)
      return nil
    }
    let isUTF8 = TerminalLocale.set(terminal: descriptor)
    CrashGuard.install(terminal: descriptor, modes: modes)
    guard let (screen, name) = start(type, output, input), let window = nc_stdscr() else {
      CrashGuard.disarm()
      fclose(output)
      fclose(input)
      close(descriptor)
      return nil
    }
    return Terminal(
      screen: screen, window: window, streams: (output, input), descriptor: descriptor,
      guessedType: name == type ? nil : name, isUTF8: isUTF8, escapeDelay: escapeDelay, hasColor: hasColor)
  }

  private init(
    screen: OpaquePointer, window: UnsafeMutablePointer<WINDOW>,
    streams: (output: UnsafeMutablePointer<FILE>, input: UnsafeMutablePointer<FILE>), descriptor: Int32,
    guessedType: String?, isUTF8: Bool, escapeDelay: Int, hasColor: Bool
  ) {
    self.screen = screen
    self.window = window
    self.streams = streams
    self.descriptor = descriptor
    self.guessedType = guessedType
    self.isUTF8 = isUTF8
    depth = .mono
    plainCharacters = Terminal.keepOneCharacterSet()
    set_escdelay(Int32(clamping: escapeDelay))
    raw()
    noecho()
    nonl()
    keypad(window, true)
    nodelay(window, true)
    typeahead(-1)
    if hasColor, has_colors() {
      start_color()
      use_default_colors()
      depth = Depth(colors: Int(nc_colors()))
    }
    keyboard.isUTF8 = isUTF8
    keyboard.codes = Terminal.codes()
    define_key("\u{1B}[200~", Keyboard.pasteStart)
    define_key("\u{1B}[201~", Keyboard.pasteEnd)
    send(Terminal.pasteOn + plainCharacters)
  }

  deinit {
    send(Terminal.pasteOff)
    curs_set(1)
    endwin()
    delscreen(screen)
    fclose(streams.output)
    fclose(streams.input)
    CrashGuard.disarm()
    close(descriptor)
  }

  private static func start(
    _ type: String?, _ output: UnsafeMutablePointer<FILE>, _ input: UnsafeMutablePointer<FILE>
  ) -> (OpaquePointer, String)? {
    for name in [type].compactMap({ $0 }) + fallbacks {
      guard let screen = newterm(name, output, input) else { continue }
      if tigetstr("cup").isCapability { return (screen, name) }
      endwin()
      delscreen(screen)
    }
    return nil
  }

  /// Takes the choice of a character set out of the strings that change attributes (terminfo(5): `%p9` of `sgr`, and
  /// the same end in `sgr0`): a frame has Unicode or ASCII and never the alternate set, and `xterm` would be told so
  /// with three bytes at each change. The strings only get shorter, in place, before ncurses first uses them. Gives
  /// what chooses the plain set.
  private static func keepOneCharacterSet() -> String {
    guard let change = tigetstr("sgr"), let reset = tigetstr("sgr0"), change.isCapability, reset.isCapability else {
      return ""
    }
    let strings = Capabilities(change: String(cString: change), reset: String(cString: reset))
    guard let shorter = strings.withoutCharacterSet else { return "" }
    change.shorten(to: shorter.change)
    reset.shorten(to: shorter.reset)
    return shorter.plain
  }

  // MARK: - Size

  /// The size the terminal has now; ncurses is told of it.
  mutating func measure() -> Size {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return Size(width: Int(getmaxx(window)), height: Int(getmaxy(window)))
    }
    if getmaxx(window) != Int32(size.ws_col) || getmaxy(window) != Int32(size.ws_row) {
      resizeterm(Int32(size.ws_row), Int32(size.ws_col))
      shown = nil
    }
    return Size(width: Int(size.ws_col), height: Int(size.ws_row))
  }

  // MARK: - Input

  /// Everything typed since the last call.
  mutating func read() -> [Keyboard.Input] {
    let window = window
    return keyboard.read {
      let code = wgetch(window)
      return code == ERR ? nil : code
    }
  }

  var isPasting: Bool { keyboard.isPasting }
  mutating func endPaste() -> [Keyboard.Input] { keyboard.endPaste() }

  /// Bytes the terminal has not taken yet: a slow line still shows an older frame.
  var backlog: Int {
    var count: Int32 = 0
    return ioctl(descriptor, UInt(TIOCOUTQ), &count) == 0 ? Int(count) : 0
  }

  // MARK: - Output

  /// Dresses the frames to come.
  mutating func wear(_ theme: Theme) {
    styles = theme.styles(at: depth)
    pairs = ColorPairs()
    shown = nil
  }

  /// Shows a frame: rows that differ from the last one are handed to ncurses, which sends what differs in them.
  mutating func present(_ wanted: Frame) {
    let frame = isUTF8 ? wanted : wanted.ascii
    for y in 0..<frame.size.height where shown?.isSame(row: y, as: frame) != true { paint(y, of: frame) }
    shown = frame
    if (frame.cursor != nil) != isCursorShown {
      isCursorShown.toggle()
      curs_set(isCursorShown ? 1 : 0)
    }
    // A hidden cursor stays where the last row was written.
    leaveok(window, frame.cursor == nil)
    if let cursor = frame.cursor { wmove(window, Int32(clamping: cursor.y), Int32(clamping: cursor.x)) }
    wnoutrefresh(window)
    doupdate()
  }

  private mutating func paint(_ y: Int, of frame: Frame) {
    var line: [cchar_t] = []
    line.reserveCapacity(frame.size.width)
    let row = frame.row(y)
    var last = Style.plain
    for (place, cell) in zip(row.indices, row) where cell.span != .tail {
      var style = styles.style(cell.role, on: cell.surface)
      if cell.scalar == " ", style != last, style.blankLooksLike(last), Terminal.isGap(row[place...]) { style = last }
      line.append(character(cell, style, frame.marks(of: cell)))
      last = style
    }
    mvwadd_wchnstr(window, Int32(clamping: y), 0, line, Int32(clamping: line.count))
  }

  /// Columns of spaces that are cheaper kept in the style around them than dressed anew.
  private static let gap = 3

  /// A few spaces with text after them: at the end of a row the terminal erases for less.
  private static func isGap(_ rest: ArraySlice<Cell>) -> Bool { rest.prefix(gap + 1).contains { $0.scalar != " " } }

  private mutating func character(_ cell: Cell, _ style: Style, _ marks: [Unicode.Scalar]) -> cchar_t {
    let pair = pairs.number(style, at: depth)
    var out = cchar_t()
    out.attr = Terminal.attributes(style.attributes) | nc_pair(pair)
    out.ext_color = pair
    out.chars.0 = wchar_t(bitPattern: cell.scalar.value)
    if marks.count > 0 { out.chars.1 = wchar_t(bitPattern: marks[0].value) }
    if marks.count > 1 { out.chars.2 = wchar_t(bitPattern: marks[1].value) }
    if marks.count > 2 { out.chars.3 = wchar_t(bitPattern: marks[2].value) }
    if marks.count > 3 { out.chars.4 = wchar_t(bitPattern: marks[3].value) }
    return out
  }

  /// ncurses has no strike-through: dim stands for it.
  private static func attributes(_ wanted: Attributes) -> attr_t {
    var out: attr_t = 0
    if wanted.contains(.bold) { out |= nc_bold() }
    if wanted.contains(.dim) || wanted.contains(.strike) { out |= nc_dim() }
    if wanted.contains(.italic) { out |= nc_italic() }
    if wanted.contains(.underline) { out |= nc_underline() }
    if wanted.contains(.reverse) { out |= nc_reverse() }
    return out
  }

  /// Paints every cell again at the next frame.
  mutating func forget() {
    shown = nil
    clearok(nc_curscr(), true)
  }

  func bell() { beep() }

  /// Sends bytes as they are, outside the frame: modes, the clipboard.
  borrowing func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }

  // MARK: - Leaving for a while

  /// Gives the terminal to another program, and takes it back: the shell after `^Z`, an editor.
  mutating func yield(_ work: () -> Void) {
    send(Terminal.pasteOff)
    curs_set(1)
    endwin()
    work()
    reset_prog_mode()
    send(Terminal.pasteOn + plainCharacters)
    isCursorShown = true
    wrefresh(window)
    curs_set(1)
    forget()
    _ = measure()
  }

  // MARK: - Keys

  /// ncurses' key codes. Those of modified arrows differ from terminal to terminal and are found by name.
  private static func codes() -> [Int32: Key] {
    var codes: [Int32: Key] = [
      KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home, KEY_END: .end,
      KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_IC: .insert, KEY_DC: .delete, KEY_BACKSPACE: .backspace,
      KEY_ENTER: .enter, KEY_BTAB: .backtab, KEY_SLEFT: .shift(.left), KEY_SRIGHT: .shift(.right),
      KEY_SR: .shift(.up), KEY_SF: .shift(.down), KEY_FIND: .home, KEY_SELECT: .end,
    ]
    for number in 1...24 { codes[KEY_F0 + Int32(number)] = .f(number) }
    let arrows: [(String, Key)] = [
      ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home), ("kEND", .end),
      ("kPRV", .pageUp), ("kNXT", .pageDown), ("kDC", .delete),
    ]
    // xterm's numbers: 3 is Alt, 5 is Control.
    for (name, key) in arrows {
      for (modifier, wrapped) in [("3", Key.alt(key)), ("5", Key.ctrl(key))] {
        guard let text = tigetstr(name + modifier), text.isCapability else { continue }
        let code = key_defined(text)
        if code > 0 { codes[code] = wrapped }
      }
    }
    return codes
  }
}

extension UnsafeMutablePointer<CChar>? {
  /// `tigetstr` answers -1 for what is no string and nil for what the terminal lacks.
  fileprivate var isCapability: Bool { self.map(\.isCapability) ?? false }
}

extension UnsafeMutablePointer<CChar> {
  fileprivate var isCapability: Bool { Int(bitPattern: self) != -1 }

  /// Writes a shorter string over this one.
  fileprivate func shorten(to text: String) {
    guard text.utf8.count <= strlen(self) else { return }
    for (place, byte) in text.utf8.enumerated() { self[place] = CChar(bitPattern: byte) }
    self[text.utf8.count] = 0
  }
}

/// ncurses' colour pairs, made as they are needed; 0 is the terminal's own colours.
private struct ColorPairs {
  private struct Colors: Hashable {
    let foreground: Int32
    let background: Int32
  }

  private var numbers: [Colors: Int32] = [:]

  mutating func number(_ style: Style, at depth: Depth) -> Int32 {
    if depth == .mono { return 0 }
    let colors = Colors(
      foreground: ColorPairs.number(style.foreground), background: ColorPairs.number(style.background))
    if colors.foreground < 0, colors.background < 0 { return 0 }
    if let known = numbers[colors] { return known }
    let next = Int32(clamping: numbers.count + 1)
    guard next < nc_color_pairs(), init_extended_pair(next, colors.foreground, colors.background) == OK else {
      return 0
    }
    numbers[colors] = next
    return next
  }

  /// ncurses' number of a colour: -1 for the terminal's own; a `-direct` terminal takes 0xRRGGBB.
  private static func number(_ color: Color?) -> Int32 {
    switch color {
    case nil, .standard: -1
    case .indexed(let number): Int32(number)
    case .rgb(let red, let green, let blue): Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
    }
  }
}
