import Console
import Desk
import Glibc

extension Guichet {
  /// Opens the console; false where there is no terminal to draw it in. Trouble is told on standard error.
  static func console(_ start: Start, _ settings: Settings, agent: String?, options: GlobalOptions) -> Bool {
    false
  }
}
