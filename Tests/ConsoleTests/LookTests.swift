import Console
import Desk
import Screen
import Testing

@Test func look() {
  for size in [(40, 10), (80, 24), (120, 40), (200, 50)] {
    var r = Rehearsal(width: size.0, height: size.1)
    r.type("0")
    r.rest()
    print(r.screen)
    r.type("G g g j j <Enter>")
    print(r.screen)
  }
  var r = Rehearsal()
  r.type("0 :")
  print(r.screen)
  r.type("<Esc> ?")
  print(r.screen)
  r.type("<Esc> s")
  r.send(.woke(.prefix))
  print(r.screen)
  r.type("<Esc> / 'vpn_ou_sl:")
  print(r.screen)
  r.type("<Esc> b")
  print(r.screen)
}
