import Console
import Desk
import Journal

/// A file of promises that are only tried: `--policy FILE`.
struct PolicyFile {
  let policies: ServicePolicies

  init(_ path: String, _ invocation: Invocation) throws(Trouble) {
    throw Trouble(.unavailable, path)
  }
}
