/// A disk that forgets: what it has for certain, and what is under way, at one moment.
///
/// For certain is what was synced: a file's bytes by a sync of the file, a name by a sync of its folder, and nothing
/// else. Of the rest a crash keeps any part.
struct Platter {
  struct Content {
    var certain: [UInt8] = []
    var pending: [(at: Int, bytes: [UInt8])] = []

    /// With all that is under way.
    var whole: [UInt8] {
      var bytes = certain
      for piece in pending {
        if bytes.count < piece.at { bytes += [UInt8](repeating: 0, count: piece.at - bytes.count) }
        let overlap = min(bytes.count - piece.at, piece.bytes.count)
        bytes.replaceSubrange(piece.at..<(piece.at + overlap), with: piece.bytes)
      }
      return bytes
    }
  }

  /// A change of one folder.
  enum Change: Hashable {
    case add(String, file: Int)
    case addFolder(String)
    case remove(String)
  }

  private(set) var files: [Int: Content] = [:]
  /// By folder: what it holds for certain, by path.
  private var certain: [String: Set<Change>] = [:]
  private(set) var pending: [String: [Change]] = [:]
  /// Names as the running processes see them.
  private var live: [String: Int] = [:]
  private(set) var isAcknowledged = false

  init(_ before: Contents) {
    for (place, (path, bytes)) in before.files.sorted(by: { $0.key < $1.key }).enumerated() {
      files[place] = Content(certain: bytes)
      live[path] = place
      certain[Platter.folder(path), default: []].insert(.add(path, file: place))
    }
    for folder in before.folders { certain[Platter.folder(folder), default: []].insert(.addFolder(folder)) }
  }

  static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  mutating func apply(_ operation: Operation) {
    switch operation {
    case .create(let file, let path):
      files[file] = Content()
      name(path, file)
    case .write(let file, let at, let bytes): files[file]?.pending.append((at, bytes))
    case .syncFile(let file):
      files[file] = files[file].map { Content(certain: $0.whole) }
    case .syncFolder(let path):
      for change in pending.removeValue(forKey: path) ?? [] { Platter.make(change, in: &certain[path, default: []]) }
    case .makeFolder(let path): pending[Platter.folder(path), default: []].append(.addFolder(path))
    case .link(let from, let to): if let file = live[from] { name(to, file) }
    case .unlink(let path):
      live[path] = nil
      pending[Platter.folder(path), default: []].append(.remove(path))
    case .rename(let from, let to):
      guard let file = live.removeValue(forKey: from) else { return }
      name(to, file)
      pending[Platter.folder(from), default: []].append(.remove(from))
    case .acknowledge: isAcknowledged = true
    case .unknown: break
    }
  }

  private mutating func name(_ path: String, _ file: Int) {
    live[path] = file
    pending[Platter.folder(path), default: []].append(.add(path, file: file))
  }

  private static func make(_ change: Change, in folder: inout Set<Change>) {
    if case .add(let path, _) = change { drop(path, from: &folder) }
    if case .remove(let path) = change { return drop(path, from: &folder) }
    folder.insert(change)
  }

  private static func drop(_ path: String, from folder: inout Set<Change>) {
    folder = folder.filter { if case .add(path, _) = $0 { false } else { true } }
  }

  /// Which file stands under which path, of the changes under way those `kept` that say so.
  func names(keeping kept: [String: [Change]]) -> [String: Int] {
    var names: [String: Int] = [:]
    var folders = ["."]
    while let folder = folders.popLast() {
      var entries = certain[folder] ?? []
      for change in kept[folder] ?? [] { Platter.make(change, in: &entries) }
      for entry in entries {
        switch entry {
        case .add(let path, let file): names[path] = file
        case .addFolder(let path): folders.append(path)
        case .remove: break
        }
      }
    }
    return names
  }
}
