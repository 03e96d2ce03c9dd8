import Glibc
import Hostile

// A libFuzzer target: see the README. Bytes are read as a journal file, as they are and sealed anew.

/// With `GUICHET_FUZZ_SEEDS` set, writes the inputs to begin with into that folder and ends.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer, _ arguments: UnsafeMutableRawPointer) -> CInt {
  guard let seeds = getenv("GUICHET_FUZZ_SEEDS") else { return 0 }
  Seeds.write(LineRig.seeds(), to: String(cString: seeds))
  exit(0)
}

@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  LineRig.run(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}
