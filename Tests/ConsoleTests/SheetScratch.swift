import Console
import Desk
import Kit
import Screen
import Testing

@Test func scratch() {
  for kind in SheetKind.allCases {
    let t = kind == .restore ? workedTicket { try $0.act("amel", .cancel(reason: "x")) } : workedTicket()
    var b = SheetBench(kind, on: t)
    print("=== \(kind)")
    print(b.screen)
    b.keys("<A-Enter>")
    print(b.screen)
    b.resize(Size(width: 40, height: 10))
    print(b.screen)
  }
}
