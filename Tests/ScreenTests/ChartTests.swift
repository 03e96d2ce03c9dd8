import Screen
import Testing

@Test(arguments: [
  (0.0, 10.0, ""), (10, 10, "████"), (5, 10, "██"), (0.001, 10, "▏"), (9.9, 10, "████"), (6, 10, "██▍"),
  (50, 10, "████"),
  (-1, 10, ""), (1, 0, ""), (.nan, 10, ""), (.infinity, 10, ""),
])
func aBarIsDrawn(_ value: Double, _ whole: Double, _ bar: String) {
  #expect(Chart.bar(value, of: whole, width: 4) == bar)
}

@Test func columnsAreDrawn() {
  #expect(Chart.columns([0, 1, 4, 8, 16], height: 2) == ["    █", " ▁▄██"])
  #expect(Chart.columns([1, 2], height: 1, gap: 1) == ["▄ █"])
  #expect(Chart.spark([0, 0.1, 8]) == " ▁█" && Chart.spark([]) == "" && Chart.columns([1], height: -1).isEmpty)
}
