import Desk
import Glibc

/// Every file below the folders of streams: those that belong where they lie, and the others.
struct FloorPlan {
  private(set) var streams: [String] = []
  private(set) var strays: [Anomaly] = []
  private let root: String

  init(_ archive: Archive) {
    root = archive.root
    walk("tickets", depth: 3)
    walk("kb", depth: 1)
    walk("ledger", depth: 0)
    walk("duty", depth: 0)
  }

  /// Every name below a folder: at `depth` a file, above it a folder; anything else is a stray.
  private mutating func walk(_ folder: String, depth: Int) {
    for name in ((try? Disk.names(in: root + "/" + folder)) ?? []).sorted() {
      let path = folder + "/" + name
      // A name at the right depth that reads as a stream needs no look: opening it will tell.
      if depth == 0, Subject(ofFile: path) != nil {
        streams.append(path)
        continue
      }
      let isFolder = (try? Disk.status(root + "/" + path)).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
      if depth > 0, isFolder {
        walk(path, depth: depth - 1)
      } else {
        strays.append(Anomaly(path, 0, isFolder ? .misnamed : claim(of: name)))
      }
    }
  }

  /// What a stray of this name is: the double of a ticket's file that lies where it should, or just misnamed.
  private func claim(of name: String) -> Anomaly.Kind {
    guard let (id, writer) = Tree.parse(name) else { return .misnamed }
    let file = Subject.ticket(id).file(by: writer)
    let isThere = (try? Disk.status(root + "/" + file)) != nil
    return isThere ? .duplicateFile(of: file) : .misnamed
  }
}

extension Shelf {
  /// The last part of a path.
  static func name(of file: String) -> String { file.split(separator: "/").last.map(String.init) ?? file }
}

extension Subject {
  /// What a stream is about, told from its place; nil where no stream belongs there.
  init?(ofFile file: String) {
    let name = Shelf.name(of: file)
    let folders = Shelf.folder(of: file).split(separator: "/").map(String.init)
    switch (folders.first, folders.count) {
    case ("tickets", 4):
      guard let (id, _) = Tree.parse(name) else { return nil }
      self = .ticket(id)
    case ("kb", 2):
      guard let number = name.split(separator: ".").first.flatMap({ Int($0.dropFirst(3)) }) else { return nil }
      self = .article(number, of: folders[1])
    case ("ledger", 1): self = .ledger
    case ("duty", 1): self = .duty
    default: return nil
    }
    guard owns(file) else { return nil }
  }

  /// Whether a file, relative to the cabinet, is about this.
  func owns(_ file: String) -> Bool {
    guard file.hasPrefix(folder + "/") else { return false }
    return writer(of: String(file.dropFirst(folder.count + 1))) != nil
  }
}
