import Kit
import Testing

/// Every state of the disk that a crash may leave at any moment of every way of writing: files synced or not, names
/// synced or not, in any order the disk may choose.
@Suite(.serialized, .enabled(if: Tools.canTrace, Comment(rawValue: Tools.needsTrace)))
struct CrashTests {
  @Test(arguments: WritePath.all)
  func nothingAcknowledgedIsLostAndNothingIsHalf(path: WritePath) {
    let watched = path.watch(Bench(in: Bench.memory))
    #expect(watched.outcome.status == 0, "\(watched.outcome.output)")
    #expect(watched.operations.filter(\.isUnknown).isEmpty)
    #expect(watched.operations.contains(.acknowledge))
    let found = CrashTests.judge(watched.operations, watched)
    #expect(found.complaints == [])
    Long.tell("crash: \(path.name): \(watched.operations.count) operations, \(found.states) states")
  }

  /// The judge of the test above: protocols that are wrong are found out.
  @Test(arguments: WrongProtocol.all)
  func aWrongProtocolIsFoundOut(wrong: WrongProtocol) throws {
    let path = try #require(WritePath.named(wrong.path))
    let watched = path.watch(Bench(in: Bench.memory))
    let operations = wrong.change(watched.operations)
    #expect(operations != watched.operations)
    let found = CrashTests.judge(operations, watched)
    #expect(!found.complaints.isEmpty, "\(found.states) states, none wrong")
  }

  private static func judge(
    _ operations: [Operation], _ watched: WritePath.Watched
  ) -> (states: Int, complaints: [String]) {
    let states = CrashStates(operations, before: watched.before).states
    let judge = Judge(before: watched.before, after: watched.after)
    var complaints: [String] = []
    for state in states where complaints.count < 5 {
      if let complaint = judge.complaint(state) {
        complaints.append("\(state.isAcknowledged ? "acknowledged" : "before"): \(complaint)")
      }
    }
    return (states.count, complaints)
  }
}

extension Operation {
  var isUnknown: Bool { if case .unknown = self { true } else { false } }
}

/// A way of writing made wrong.
struct WrongProtocol: Sendable, CustomTestStringConvertible {
  let name: String
  let path: String
  let change: @Sendable ([Operation]) -> [Operation]

  var testDescription: String { "\(name): \(path)" }

  static let all: [WrongProtocol] = [
    WrongProtocol(name: "no sync of the file", path: "a note", change: withoutFileSyncs),
    WrongProtocol(name: "no sync of the file", path: "a ticket", change: withoutFileSyncs),
    WrongProtocol(name: "no sync of the file", path: "a long note", change: withoutFirstFileSync),
    WrongProtocol(name: "no sync of the file", path: "an import", change: withoutFileSyncs),
    WrongProtocol(name: "no sync of the folder", path: "a ticket", change: withoutFolderSyncs),
    WrongProtocol(name: "no sync of the folder", path: "an article", change: withoutFolderSyncs),
    WrongProtocol(name: "no sync of the folder", path: "an import", change: withoutFolderSyncs),
    WrongProtocol(name: "no sync of the folder above", path: "the first ticket") { operations in
      operations.filter { $0 != .syncFolder("tickets/LYO/0") }
    },
    WrongProtocol(name: "said before the sync", path: "a note", change: saidBeforeSync),
    WrongProtocol(name: "said before the sync", path: "the ledger", change: saidBeforeSync),
    WrongProtocol(name: "said before the sync", path: "a ticket", change: saidBeforeSync),
    WrongProtocol(name: "made under its final name", path: "a ticket", change: underFinalName),
    WrongProtocol(name: "named before it is synced", path: "a ticket") { operations in
      var changed = operations.filter { if case .syncFile = $0 { false } else { true } }
      let sync = operations.filter { if case .syncFile = $0 { true } else { false } }
      let said = changed.firstIndex(of: .acknowledge) ?? changed.endIndex
      changed.insert(contentsOf: sync, at: said)
      return changed
    },
    WrongProtocol(name: "the event before its blob", path: "a long note") { operations in
      // All that happens to the ticket's own file first.
      let own = operations.filter(\.isOfFirstTicket)
      return own + operations.filter { !$0.isOfFirstTicket }
    },
    WrongProtocol(name: "another's folder taken on trust", path: "a ticket in a folder whose maker died") {
      operations in
      operations.filter { $0 != .syncFolder("tickets/LYO/0") }
    },
    WrongProtocol(name: "another's blob taken on trust", path: "a long note whose first writer died") { operations in
      operations.filter { if case .syncFolder(let path) = $0 { !path.hasPrefix("blobs/") } else { true } }
    },
  ]

  @Sendable private static func withoutFileSyncs(_ operations: [Operation]) -> [Operation] {
    operations.filter { if case .syncFile = $0 { false } else { true } }
  }

  @Sendable private static func withoutFirstFileSync(_ operations: [Operation]) -> [Operation] {
    guard let first = operations.firstIndex(where: { if case .syncFile = $0 { true } else { false } }) else {
      return operations
    }
    var changed = operations
    changed.remove(at: first)
    return changed
  }

  @Sendable private static func withoutFolderSyncs(_ operations: [Operation]) -> [Operation] {
    operations.filter { if case .syncFolder = $0 { false } else { true } }
  }

  @Sendable private static func saidBeforeSync(_ operations: [Operation]) -> [Operation] {
    var changed = operations.filter { $0 != .acknowledge }
    guard
      let last = changed.lastIndex(where: {
        switch $0 {
        case .syncFile, .syncFolder: true
        default: false
        }
      })
    else { return operations }
    changed.insert(.acknowledge, at: last)
    return changed
  }

  /// Without the temporary file and the link.
  @Sendable private static func underFinalName(_ operations: [Operation]) -> [Operation] {
    var final: [String: String] = [:]
    for case .link(let from, let to) in operations { final[from] = to }
    return operations.compactMap { operation in
      switch operation {
      case .create(let file, let path): .create(file: file, path: final[path] ?? path)
      case .link: nil
      case .unlink(let path): final[path] == nil ? operation : nil
      default: operation
      }
    }
  }
}

extension Operation {
  /// Whether it is an append to the file of ticket 1, which is the only file there before with such a number.
  fileprivate var isOfFirstTicket: Bool {
    switch self {
    case .write(_, let at, _): at > 0
    default: false
    }
  }
}
