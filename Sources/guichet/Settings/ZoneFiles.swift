import Desk

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

  /// The zone of this session: `TZ` where it names one, else the machine's, else UTC.
  static func local(_ environment: [String: String]) -> Zone {
    if let name = environment["TZ"].nonEmpty {
      return named(name.hasPrefix(":") ? String(name.dropFirst()) : name) ?? .utc
    }
    return Paths.read("/etc/localtime", limit: fileLimit).flatMap { Zone(tzif: $0, name: "localtime") } ?? .utc
  }
}
