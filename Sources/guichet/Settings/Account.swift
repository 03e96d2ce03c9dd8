import Glibc

/// A Unix account. The executable is linked statically and cannot load the name service's modules (LDAP, SSSD,
/// systemd-homed), so `/etc/passwd` is read here, and `getent` is asked about an account that is not in it.
package struct Account: Equatable {
  package let name: String
  package let home: String

  static let file = "/etc/passwd"
  /// Where systems keep `getent`. Not looked for in `PATH`, which is the account's own to set: who it is may not be.
  package static let programs = ["/usr/bin/getent", "/bin/getent", "/run/current-system/sw/bin/getent"]
  /// Milliseconds a directory service has to answer.
  package static let patience: Int64 = 2000
  static let fileLimit = 1 << 24

  /// The account of a number; nil where neither the file nor the name service knows it.
  package static func find(
    _ uid: uid_t, file: String = file, programs: [String] = programs, patience: Int64 = patience
  ) -> Account? {
    if let bytes = Paths.read(file, limit: fileLimit), let account = read(bytes, uid) { return account }
    guard let program = Filter.program(programs) else { return nil }
    let answer = Filter(path: program, arguments: ["passwd", String(uid)]).run(patience: patience, limit: 1 << 16)
    return answer.flatMap { $0.status == 0 ? read($0.output, uid) : nil }
  }

  /// Finds a number in lines of passwd(5): `name:password:uid:gid:comment:home:shell`. Lines that begin with `+` or
  /// `-` are instructions of NIS, no accounts.
  package static func read(_ bytes: [UInt8], _ uid: uid_t) -> Account? {
    let wanted = Array(String(uid).utf8)[...]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      guard fields.count >= 6, fields[2] == wanted, let first = fields[0].first,
        first != UInt8(ascii: "+"), first != UInt8(ascii: "-"), first != UInt8(ascii: "#")
      else { continue }
      return Account(name: String(decoding: fields[0], as: UTF8.self), home: String(decoding: fields[5], as: UTF8.self))
    }
    return nil
  }
}
