import Desk

/// `guichet.json`: what a cabinet is, written once.
///
///     {"format":1,"site":"LYO","site_id":"…","store":"…"}
package struct Charter: Hashable, Sendable {
  /// 26 random letters; every chain in the cabinet begins with it.
  package var store: String
  /// The code of the site that writes here.
  package var site: String
  /// 26 random letters: tells two sites apart that were given one code by mistake.
  package var siteID: String

  static let file = "guichet.json"
  static let format: Int64 = 1

  var bytes: [UInt8] {
    let json = JSON.object(
      of: ("format", .int(Charter.format)), ("store", .string(store)), ("site", .string(site)),
      ("site_id", .string(siteID)))
    return JSONWriter.bytes(json) + [10]
  }

  init(store: String, site: String, siteID: String) {
    self.store = store
    self.site = site
    self.siteID = siteID
  }

  init(reading bytes: [UInt8], path: String) throws(JournalError) {
    guard let json = try? JSONReader.read(bytes), let format = json["format"]?.int else {
      throw .noCabinet(path: path)
    }
    guard format == Charter.format else { throw .newerFormat(format, path: path) }
    guard let store = json["store"]?.string, let site = json["site"]?.string, TicketID.isSiteCode(site),
      let siteID = json["site_id"]?.string
    else { throw .noCabinet(path: path) }
    self.init(store: store, site: site, siteID: siteID)
  }
}
