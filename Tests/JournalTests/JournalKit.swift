import Desk
import Glibc
import Journal

/// A folder that goes when the test does.
final class Scratch {
  let path: String

  init() {
    var template = Array("/tmp/guichet-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
  }

  deinit { Scratch.remove(path) }

  private static func remove(_ path: String) {
    chmod(path, 0o700)
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        let child = path + "/" + name
        if unlink(child) != 0 { remove(child) }
      }
      closedir(folder)
    }
    rmdir(path)
  }
}

/// What the tests act as, and when.
let amel = Actor(name: "amel", profile: .n1, via: .tui)
let noon = Instant(rfc3339: "2026-03-02T12:00:00.000Z")!

extension Cabinet {
  static func scratch(_ scratch: Scratch, site: String = "LYO") throws -> Cabinet {
    try Cabinet.create(at: scratch.path + "/store", site: site)
  }
}

func opened(_ subject: String = "Printer on fire") -> [Fact] {
  [.opened(Opening(subject: subject, channel: .phone, requester: Party(name: "Luc")))]
}

func note(_ text: String) -> Fact { .noteAdded(Note(Body(text))) }

func readBytes(_ path: String) -> [UInt8] {
  let fd = open(path, O_RDONLY)
  guard fd >= 0 else { return [] }
  defer { close(fd) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65536)
  while true {
    let got = read(fd, &buffer, buffer.count)
    if got <= 0 { return bytes }
    bytes += buffer[..<got]
  }
}

func writeBytes(_ bytes: [UInt8], to path: String) {
  let fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  precondition(fd >= 0)
  var done = 0
  while done < bytes.count { done += bytes[done...].withUnsafeBytes { write(fd, $0.baseAddress, $0.count) } }
  close(fd)
}
