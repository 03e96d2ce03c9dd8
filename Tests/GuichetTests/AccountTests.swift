import Glibc
import Kit
import Testing
import guichet

/// Who an account is, in an executable that cannot load the name service's modules.
@Suite struct AccountTests {
  private static let file = """
    root:x:0:0:root:/root:/bin/bash
    # nobody:x:7:7::/:/bin/sh
    +nis:x:7:7::/:/bin/sh

    lea:x:1000:1000:Léa Morin,,,:/home/lea:/bin/bash
    short:x:1001
    léo:x:1002:1000::/home/léo:
    twin:x:1000:1000::/elsewhere:
    """

  private static let table: [(uid: uid_t, name: String?, home: String?)] = [
    (0, "root", "/root"), (1000, "lea", "/home/lea"), (1002, "léo", "/home/léo"), (1001, nil, nil), (7, nil, nil),
    (100, nil, nil), (10_000, nil, nil),
  ]

  @Test(arguments: table.indices)
  func lineOfPasswd(row: Int) {
    let (uid, name, home) = AccountTests.table[row]
    let account = Account.read(Array(AccountTests.file.utf8), uid)
    #expect(account?.name == name && account?.home == home, "\(uid)")
  }

  /// What a program in the place of `getent` does; who is then found.
  private static let services: [(name: String, script: String, account: String?)] = [
    (
      "a directory service", "[ \"$1 $2\" = 'passwd 4242' ] && echo 'ldap:*:4242:100:Of LDAP:/net/ldap:/bin/sh'", "ldap"
    ),
    ("no such account", "exit 2", nil),
    ("an answer that failed", "echo 'ldap:*:4242:100::/:/bin/sh'; exit 2", nil),
    ("another account", "echo 'mallory:*:4243:100::/:/bin/sh'", nil),
    ("no answer", "exec sleep 60", nil),
    ("silence that stays", "exec >&- 2>&-; exec sleep 60", nil),
    ("no end", "while :; do echo 0123456789012345678901234567890123456789; done", nil),
    ("not of this machine's words", "printf '\\377\\376:x:4242:1::/:\\n'", "\u{FFFD}\u{FFFD}"),
    ("a reader of the session's input", "cat; echo 'ldap:*:4242:100::/:/bin/sh'", "ldap"),
  ]

  @Test(arguments: services.indices)
  func nameServiceIsAskedAboutOthers(row: Int) {
    let (name, script, account) = AccountTests.services[row]
    let bench = Bench()
    bench.write(AccountTests.file, to: "passwd")
    bench.write("#!/bin/sh\n" + script + "\n", to: "getent")
    let program = bench.folder + "/getent"
    #expect(
      Account.find(4242, file: bench.folder + "/passwd", programs: ["/nowhere/getent", program], patience: 500)?.name
        == account, "\(name)")
    #expect(
      Account.find(1000, file: bench.folder + "/passwd", programs: [program], patience: 500)?.name == "lea", "\(name)")
  }

  @Test func whereThereIsNoProgramNobodyIsFound() {
    #expect(Account.find(4242, file: "/nowhere/passwd", programs: ["/nowhere/getent"]) == nil)
  }

  /// The machine's own accounts read as the C library reads them.
  @Test(arguments: [0, 1, 65_534] as [uid_t])
  func asTheLibraryHasIt(uid: uid_t) {
    let entry = getpwuid(uid)
    let account = Account.find(uid)
    #expect(account?.name == entry.map { String(cString: $0.pointee.pw_name) })
    #expect(account?.home == entry.map { String(cString: $0.pointee.pw_dir) })
  }
}
