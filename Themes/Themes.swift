/// The themes that ship inside the binary, by file name without its extension.
package enum Themes {
  /// Name and bytes of each shipped theme, the default first.
  package static let all: [(name: String, bytes: [UInt8])] = [
    ("sobre", PackageResources.sobre_theme), ("sombre", PackageResources.sombre_theme),
    ("clair", PackageResources.clair_theme), ("contraste", PackageResources.contraste_theme),
    ("daltonien", PackageResources.daltonien_theme), ("mono", PackageResources.mono_theme),
    ("nuit", PackageResources.nuit_theme),
  ]
}
