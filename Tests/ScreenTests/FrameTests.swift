import Screen
import Testing

@Test func textGoesInItsArea() {
  var frame = Frame(width: 10, height: 2)
  let area = Area(x: 2, y: 0, width: 5, height: 2)
  let end = frame.put("日本語x", x: 0, y: 0, .slaLate, in: area)
  #expect(end == 7)
  #expect(frame.text == "  日本\n")
}
