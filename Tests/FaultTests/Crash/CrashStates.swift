/// The folders a crash may leave, of one moment or of all.
struct CrashStates {
  /// One of them: bytes by path. Temporary files, of which nobody ever reads one, are left out.
  struct State: Hashable {
    var files: [String: [UInt8]]
    var isAcknowledged: Bool
  }

  /// Changes of one folder under way of which every part is tried; of more the beginnings, and all but one.
  private static let all = 4
  /// Files whose bytes are under way that are tried in every combination; of more one at a time.
  private static let together = 2

  private(set) var states: Set<State> = []

  init(_ operations: [Operation], before: Contents) {
    var platter = Platter(before)
    add(platter)
    for operation in operations {
      platter.apply(operation)
      add(platter)
    }
  }

  private mutating func add(_ platter: Platter) {
    var seen: Set<[String: Int]> = []
    for kept in CrashStates.choices(platter.pending) {
      let names = platter.names(keeping: kept).filter { !$0.key.hasPrefix("tmp/") }
      if seen.insert(names).inserted { add(platter, names) }
    }
  }

  private mutating func add(_ platter: Platter, _ names: [String: Int]) {
    let moving = Set(names.values).filter { platter.files[$0]?.pending.isEmpty == false }.sorted()
    let variants = moving.map { CrashStates.variants(platter.files[$0] ?? Platter.Content()) }
    var choices: [[Int: [UInt8]]] = [[:]]
    if moving.count <= CrashStates.together {
      for (file, contents) in zip(moving, variants) {
        choices = choices.flatMap { choice in contents.map { choice.merging([file: $0]) { $1 } } }
      }
    } else {
      // Each in turn every way, the others all there and all not.
      for (at, contents) in variants.enumerated() {
        for rest in [\Platter.Content.certain, \.whole] {
          let others = moving.reduce(into: [:]) { $0[$1] = platter.files[$1]?[keyPath: rest] }
          choices += contents.map { others.merging([moving[at]: $0]) { $1 } }
        }
      }
    }
    for choice in choices {
      let files = names.mapValues { choice[$0] ?? platter.files[$0]?.whole ?? [] }
      states.insert(State(files: files, isAcknowledged: platter.isAcknowledged))
    }
  }

  /// What may have become of a file's bytes: those before; all; a part up to a block's end, or to any byte; zeros
  /// from a block on, the length being there already; zeros up to a block, the rest having arrived first.
  private static func variants(_ content: Platter.Content) -> Set<[UInt8]> {
    let (old, new) = (content.certain, content.whole)
    let start = min(old.count, new.count)
    let step = new.count - start > 16_384 ? 4096 : 512
    var cuts = Array(stride(from: (start / step + 1) * step, to: new.count, by: step))
    cuts += [start, (start + new.count) / 2, max(start, new.count - 1)]
    var variants: Set<[UInt8]> = [old, new]
    for cut in cuts where cut >= start && cut <= new.count {
      let (first, rest) = (new[..<cut], new[cut...])
      variants.insert(Array(first))
      variants.insert(first + [UInt8](repeating: 0, count: rest.count))
      variants.insert(new[..<start] + [UInt8](repeating: 0, count: cut - start) + rest)
    }
    return variants
  }

  /// Folders forget each on its own.
  private static func choices(_ pending: [String: [Platter.Change]]) -> [[String: [Platter.Change]]] {
    var choices: [[String: [Platter.Change]]] = [[:]]
    for (folder, changes) in pending where !changes.isEmpty && folder != "tmp" {
      let parts = parts(changes)
      choices = choices.flatMap { choice in parts.map { choice.merging([folder: $0]) { $1 } } }
    }
    return choices
  }

  private static func parts(_ changes: [Platter.Change]) -> [[Platter.Change]] {
    guard changes.count > all else {
      return (0..<(1 << changes.count)).map { bits in
        changes.indices.filter { bits >> $0 & 1 == 1 }.map { changes[$0] }
      }
    }
    let beginnings = (0...changes.count).map { Array(changes[..<$0]) }
    return beginnings
      + changes.indices.map { left in changes.indices.filter { $0 != left }.map { changes[$0] } }
  }
}
