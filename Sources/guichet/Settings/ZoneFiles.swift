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

  /// The zone that `TZ` names; nil where it names none of the database.
  static func asked(_ environment: Environment) -> Zone? {
    environment["TZ"].nonEmpty.flatMap { named($0.hasPrefix(":") ? String($0.dropFirst()) : $0) }
  }

  /// The machine's own, else UTC.
  static var machine: Zone {
    Paths.read("/etc/localtime", limit: fileLimit).flatMap { Zone(tzif: $0, name: "localtime") } ?? .utc
  }
}
