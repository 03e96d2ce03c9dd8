import Desk
import Glibc

/// The heads of all files at one moment: a checkpoint. The cabinet keeps the last one in `heads/last`, apart from the
/// index; one kept elsewhere, on paper or in somebody's mail, is beyond the reach of whoever changes the cabinet.
///
///     guichet heads 1 4t0q7e9k2m1x8c5v…          the cabinet
///     tickets/LYO/3/42/LYO-34217.LYO.jsonl 7 9fc2… 2210 51230 1763751423123456789
///     = 1 5b1e…                                  files, and SHA-256
///
/// A line is file, number of its last line, seal, size in bytes, inode, modified; the last three are hints. The
/// digest is over `file number seal` of each file, in the order of their names.
package struct HeadList: HeadMemory, Hashable {
  package var store: String
  package private(set) var heads: [String: Head]

  static let file = "heads/last"

  package init(store: String, heads: [String: Head] = [:]) {
    self.store = store
    self.heads = heads
  }

  package func head(of file: String) -> Head? { heads[file] }
  package var files: [String] { Array(heads.keys) }

  package subscript(file: String) -> Head? {
    get { heads[file] }
    set { heads[file] = newValue }
  }

  /// 64 hex digits that stand for all of it.
  package var digest: String { content.digest }

  package var bytes: [UInt8] {
    let content = content
    return content.bytes + Array("= \(heads.count) \(content.digest)\n".utf8)
  }

  private var content: (bytes: [UInt8], digest: String) {
    var bytes = Array("guichet heads 1 \(store)\n".utf8)
    var sum = SHA256()
    for file in heads.keys.sorted() {
      guard let head = heads[file] else { continue }
      let text = Array("\(file) \(head.lines ?? 0) \(head.seal)".utf8)
      sum.update(text + [10])
      bytes += text
      bytes += Array(" \(head.size) \(head.inode) \(head.modified)\n".utf8)
    }
    return (bytes, sum.digest().hex)
  }

  /// nil where the bytes are no list of heads, or not all of one, or one that was changed.
  package init?(reading bytes: [UInt8]) {
    let lines = bytes.split(separator: 10)
    guard let first = lines.first, let last = lines.last, lines.count >= 2 else { return nil }
    let title = HeadList.words(first)
    guard title.count == 4, title[0] == "guichet", title[1] == "heads", title[2] == "1" else { return nil }
    self.init(store: title[3])
    heads.reserveCapacity(lines.count)
    for line in lines[1..<(lines.count - 1)] {
      let words = HeadList.words(line)
      guard words.count == 6, let number = Int(words[1]), number >= 0, words[2].utf8.count == 32,
        let seal = Array(words[2].utf8).withUnsafeBytes({ Seal($0, at: 0) }), let size = Int(words[3]), size >= 0,
        let inode = UInt64(words[4]), let modified = Int64(words[5])
      else { return nil }
      heads[words[0]] = Head(
        lines: number == 0 ? nil : number, seal: seal, size: size, inode: inode, modified: modified)
    }
    guard HeadList.words(last) == ["=", String(heads.count), digest] else { return nil }
  }

  private static func words(_ line: ArraySlice<UInt8>) -> [String] {
    line.split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Cabinet {
  /// The heads that the last whole walk left; nil where there was none, or what it left is spoilt.
  package func rememberedHeads() -> HeadList? { HeadList.load(archive) }

  /// Keeps the heads in place of those kept before. False where the disk would not: the walk is none the worse.
  func remember(_ heads: HeadList) -> Bool {
    guard (try? Disk.makeFolders("heads", under: root)) != nil,
      let draft = try? shelf.write(heads.bytes, syncing: true)
    else { return false }
    if rename(draft, root + "/" + HeadList.file) == 0 { return true }
    unlink(draft)
    return false
  }
}

extension HeadList {
  static func load(_ archive: Archive) -> HeadList? {
    guard let bytes = try? Disk.read(archive.root + "/" + file), let list = HeadList(reading: bytes),
      list.store == archive.store
    else { return nil }
    return list
  }
}
