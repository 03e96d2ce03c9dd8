import Kit
import Testing

/// How a list looks: to eyes, to a pipe.
@Suite struct ListingTests {
  private let bench: Bench

  init() {
    bench = Bench(in: Bench.memory)
    bench.furnish()
    bench.open("Serveur de fichiers inaccessible, étage entier, depuis la mise à jour de cette nuit")
    bench.open("VPN")
  }

  /// What a command writes to a terminal of that width, line by line.
  private func lines(_ words: [String], width: Int) throws -> [String] {
    let pty = try #require(Pty([Binary.path, "--lang", "fr"] + words, bench.environment, width: width))
    pty.bench = bench
    #expect(pty.end() == 0)
    return String(decoding: pty.sent, as: UTF8.self).replacing("\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test(arguments: [40, 80, 120, 200]) func aTerminalHasAHeadAndNothingWraps(width: Int) throws {
    let lines = try lines(["list"], width: width)
    #expect(lines.count == 3, "\(lines)")
    #expect(lines.first?.hasPrefix("Ticket ") == true && lines.first?.hasSuffix("Objet") == true, "\(lines)")
    for line in lines { #expect(line.count <= width && line.last != " ", "\(line)") }
    // Nothing stands away from what is beside it for the sake of what is not there.
    if width < 200 { #expect(lines[2].hasPrefix("#2     P"), "\(lines)") }
    if width == 120 { #expect(lines[2].hasSuffix(" Inès Moreau VPN"), "\(lines)") }
    if width == 200 { #expect(lines[2].hasPrefix("#2      P") && lines[2].hasSuffix("  Inès Moreau  VPN"), "\(lines)") }
  }

  @Test func aPipeHasRowsAlone() {
    let lines = bench.guichet("list", "--lang", "fr").output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.hasPrefix("#") && $0.split(separator: "\t").count == 8 }, "\(lines)")
  }

  @Test func anEmptyListSaysSo() throws {
    #expect(try lines(["list", "zzz"], width: 80) == ["Aucun ticket ne passe ce filtre."])
  }
}
