import Glibc

/// The inputs a fuzzer begins with.
package enum Seeds {
  /// Writes inputs to a folder, a file each.
  package static func write(_ inputs: [[UInt8]], to folder: String) {
    for (at, bytes) in inputs.enumerated() { IndexRig.write(bytes, "\(folder)/seed-\(at)") }
  }
}
