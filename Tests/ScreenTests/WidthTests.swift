import Glibc
import Screen
import Testing

/// `wcwidth` is not in the Glibc module; it is in the library all the same.
private func withLibraryWidth<T>(_ body: ((Unicode.Scalar) -> Int) -> T) -> T? {
  typealias Function = @convention(c) (Int32) -> Int32
  guard let symbol = dlsym(nil, "wcwidth"), let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil) else { return nil }
  let before = uselocale(locale)
  defer {
    uselocale(before)
    freelocale(locale)
  }
  let wcwidth = unsafeBitCast(symbol, to: Function.self)
  return body { Int(wcwidth(Int32(bitPattern: $0.value))) }
}

/// The version of the C library under the tests; another one has other tables.
private let libraryVersion: String = {
  typealias Function = @convention(c) () -> UnsafePointer<CChar>
  guard let symbol = dlsym(nil, "gnu_get_libc_version") else { return "" }
  return String(cString: unsafeBitCast(symbol, to: Function.self)())
}()

@Test(.enabled(if: libraryVersion == Width.glibcVersion, "the table is of another C library"))
func everyWidthIsTheLibrarys() {
  let wrong = withLibraryWidth { width in
    (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init).filter { (Width.exact($0) ?? -1) != width($0) }
  }
  #expect(wrong?.isEmpty == true)
}

@Test func whatIsDrawnIsWhatIsCounted() {
  // All of the first plane and of the emoji; of the rest, where one range is like the next, one in a hundred.
  let values =
    Array(0x20...0xFFFF) + Array(0x1F000...0x1FFFF) + Array(stride(from: 0x10000, through: 0x10FFFF, by: 101))
  var frame = Frame(width: 4, height: 1)
  let wrong = values.compactMap { Unicode.Scalar(UInt32($0)) }.filter { scalar in
    frame.fill(frame.area)
    let end = frame.put(String(scalar) + "|")
    return frame[Width.of(scalar), 0].scalar != "|" || end != Width.of(scalar) + 1
  }
  #expect(wrong.isEmpty)
}

@Test(arguments: [
  ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("🔥", 2), ("▌─…", 3), ("a\u{200b}b", 2),
])
func textHasAWidth(_ text: String, _ columns: Int) { #expect(Width.of(text) == columns) }
