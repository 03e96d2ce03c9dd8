import Console
import Kit
import Testing
import guichet

@Suite struct ArgumentsTests {
  private func read(_ line: String) throws(Arguments.Flaw) -> Arguments {
    try Arguments(Arguments.split(line), allowed: CommandTable.options)
  }

  @Test func optionsInEveryForm() throws {
    let forms = [
      "list -n 5 --json p1", "list -n5 -j p1", "list --limit=5 p1 --json", "-j list p1 --limit 5", "list -jn5 p1",
    ]
    for form in forms {
      let read = try read(form)
      #expect(read.command == .list && read.one(.limit) == "5" && read.has(.json) && read.operands == ["p1"], "\(form)")
    }
  }

  @Test func twoDashesEndOptions() throws {
    #expect(try read("list -- -vpn --json").operands == ["-vpn", "--json"])
    #expect(try read("note 1 --body -").one(.body) == "-")
  }

  private static let flaws: [(String, Arguments.Flaw)] = [
    ("lits", .unknownCommand("lits", near: "list")),
    ("zzzzzz", .unknownCommand("zzzzzz", near: nil)),
    ("list --limti 5", .unknownOption("--limti", near: "--limit")),
    ("list -z", .unknownOption("-z", near: nil)),
    ("list --limit", .missingValue(.limit)),
    ("list --json=yes", .unexpectedValue(.json)),
    ("list --limit 1 --limit 2", .givenTwice(.limit)),
  ]

  @Test(arguments: flaws.indices)
  func whatIsWrongIsSaid(row: Int) {
    let (line, flaw) = ArgumentsTests.flaws[row]
    #expect(throws: flaw) { try read(line) }
  }

  /// What one command or file calls so, another takes too where it means nothing else there.
  @Test func namesakesAreTaken() throws {
    #expect(try read("contract add x --end 2026-12-31").one(.until) == "2026-12-31")
    #expect(try read("view add x --sort updated").one(.order) == "updated")
    #expect(try read("oncall swap a b c --until lundi").one(.until) == "lundi")
    #expect(throws: Arguments.Flaw.unknownOption("--sort", near: nil)) { try read("take 1 --sort x") }
  }

  @Test func wordsAreCutAsAShellWould() {
    #expect(Arguments.split(#"a 'b c' "d\"e" f\ g '' "$x;`y`""#) == ["a", "b c", "d\"e", "f g", "", "$x;`y`"])
    #expect(Arguments.split("  ") == [])
    #expect(Arguments.split("'never closed") == ["never closed"])
  }

  /// Each command has its words, its examples and a help that fits; every option of a command is its own.
  @Test(arguments: CommandName.allCases)
  func everyCommandIsExplained(name: CommandName) {
    let command = CommandTable.command(name)
    #expect(command.name == name)
    #expect(Set(command.options).count == command.options.count)
    for language in Language.allCases {
      let words = Words(language)
      let help = Help.command(command, words)
      #expect(!words.summary(of: name).isEmpty && !words.examples(of: name).isEmpty)
      #expect(help.split(separator: "\n", omittingEmptySubsequences: false).count < 40)
      for example in words.examples(of: name) where example.hasPrefix("guichet ") && !example.contains("…") {
        let line = example.split(separator: "#")[0].split(separator: "<")[0]
        #expect(throws: Never.self, "\(example)") { try read(String(line.dropFirst("guichet ".count))) }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func theHelpFitsAScreen(language: Language) {
    let help = Help.program(Words(language)).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(help.count < 40)
    #expect(help.allSatisfy { $0.count <= 80 })
  }

  @Test(
    arguments: [
      ("plain", Array("réponse\n\tsuite".utf8), nil), ("nothing", [], nil), ("latin", [0x72, 0xE9, 0x70], 2),
      ("cut short", Array("ab".utf8) + [0xC3], 3), ("a surrogate", [0xED, 0xA0, 0x80], 1),
    ] as [(String, [UInt8], Int?)])
  func `the first byte that is not UTF-8 is told`(_ name: String, _ bytes: [UInt8], _ place: Int?) {
    #expect(GivenText.flaw(in: bytes) == place)
  }

  @Test(arguments: Language.allCases)
  func `UTF-16 and binary are no text`(language: Language) {
    let words = Words(language)
    #expect(throws: Trouble.self) { try GivenText.read([0x61, 0, 0x62, 0], from: "x", words) }
    #expect(throws: Trouble.self) { try GivenText.read([0x61, 0x62, 0x63, 0x64, 0x65, 0], from: "x", words) }
    #expect(throws: Never.self) { try GivenText.read([0xEF, 0xBB, 0xBF, 0x61], from: "x", words) }
  }

  @Test func lettersAreUnique() {
    for name in CommandName.allCases {
      let letters = CommandTable.options(name).compactMap(\.letter)
      #expect(Set(letters).count == letters.count, "\(name)")
    }
  }
}
