import Glibc
import Hostile

// A libFuzzer target: see the README. Bytes are taken as `Chunks`, made files of an index, and read.

private let folder: String = {
  var template = Array("/dev/shm/guichet-fuzz-XXXXXX".utf8CString)
  return template.withUnsafeMutableBufferPointer { name in
    name.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "/tmp/guichet-fuzz"
  }
}()

nonisolated(unsafe) private let rig = try? IndexRig(root: folder + "/cabinet")

@_silgen_name("LLVMFuzzerMutate") private func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ most: Int)
  -> Int

/// With `GUICHET_FUZZ_SEEDS` set, writes the inputs to begin with into that folder and ends.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer, _ arguments: UnsafeMutableRawPointer) -> CInt {
  guard let seeds = getenv("GUICHET_FUZZ_SEEDS") else { return 0 }
  Seeds.write((try? IndexRig.seeds(root: folder + "/seeds")) ?? [], to: String(cString: seeds))
  exit(0)
}

@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  rig?.run(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}

/// Mutates one part and leaves the others whole; now and then a part goes or comes twice.
@_cdecl("LLVMFuzzerCustomMutator")
public func custom(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ most: Int, _ seed: UInt32) -> Int {
  var random = Seeded(seed: UInt64(seed))
  var chunks = Chunks(reading: Array(UnsafeBufferPointer(start: data, count: size)))
  guard !chunks.list.isEmpty, random.below(16) > 0 else { return mutate(data, size, most) }
  if random.below(8) == 0 { chunks.shuffle(&random) }
  let at = random.below(chunks.list.count)
  if at < chunks.list.count {
    var room = chunks.list[at].bytes
    let old = room.count
    room += [UInt8](repeating: 0, count: old / 2 + 64)
    let new = room.withUnsafeMutableBufferPointer { room in
      room.baseAddress.map { mutate($0, old, room.count) } ?? 0
    }
    chunks.list[at].bytes = Array(room.prefix(new))
  }
  let bytes = chunks.bytes.prefix(most)
  for (offset, byte) in bytes.enumerated() { data[offset] = byte }
  return bytes.count
}
