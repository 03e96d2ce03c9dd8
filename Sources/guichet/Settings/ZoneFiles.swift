import Desk
import Glibc

/// The system's time zones.
enum ZoneFiles {
  static let folder = "/usr/share/zoneinfo/"
  static let fileLimit = 1 << 20

  /// The zone of a name in the IANA database.
  static func named(_ name: String) -> Zone? {
    guard !name.hasPrefix("/"), !name.contains(".."), let bytes = Paths.read(folder + name, limit: fileLimit) else {
      return nil
    }
    return Zone(tzif: bytes, name: name)
  }

  /// Whether there is a file where the zone of a name would be. It is read when a clock is computed.
  static func exists(_ name: String) -> Bool {
    var status = stat()
    return !name.hasPrefix("/") && !name.contains("..") && stat(folder + name, &status) == 0
      && status.st_mode & S_IFMT == S_IFREG
  }

  /// The zone of this session: `TZ` where it names one, else the machine's, else UTC.
  static func local(_ environment: Environment) -> Zone {
    if let name = environment["TZ"].nonEmpty {
      return named(name.hasPrefix(":") ? String(name.dropFirst()) : name) ?? .utc
    }
    return Paths.read("/etc/localtime", limit: fileLimit).flatMap { Zone(tzif: $0, name: "localtime") } ?? .utc
  }
}

/// The zone of this session, read when a time is first shown in it.
final class SessionZone {
  private let environment: Environment
  private(set) lazy var zone = ZoneFiles.local(environment)

  init(_ environment: Environment) { self.environment = environment }
}
