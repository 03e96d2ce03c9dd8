// swift-tools-version: 6.2
// The floor plan: six rooms and the doors between them. Tests/HouseTests reads every import
// and fails on a door that is not drawn here.
import PackageDescription

/// The fuzzers are built on demand only: without `--sanitize=fuzzer` they have no `main`.
let fuzzers: [Target] =
  Context.environment["GUICHET_FUZZ"] == nil
  ? []
  : [
    .executableTarget(name: "fuzz-line", dependencies: ["Hostile"], path: "Tests/Fuzz/Line"),
    .executableTarget(name: "fuzz-index", dependencies: ["Hostile"], path: "Tests/Fuzz/Index"),
  ]

/// A command lives two milliseconds, and what the runtime looks up for each kind of dictionary and set took a third of
/// them: types that are known when the program is made are asked for directly. The release build alone pays for it, with
/// a little more code.
let direct: [SwiftSetting] = [
  .unsafeFlags(
    [
      "-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors", "-Xfrontend", "-function-sections",
    ], .when(configuration: .release))
]

/// What everyday commands run is laid side by side: they touch 6 MB of the program instead of 12 (`Tests/Bench/order.py`).
let nearby: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-use-ld=lld", "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/Sources/guichet/start.order",
      "-Xlinker", "--no-warn-symbol-ordering",
    ], .when(configuration: .release))
]

let package = Package(
  name: "guichet",
  targets: [
    // Pure rooms: no clock, no file, no locale, no terminal, no Foundation.
    .target(name: "Desk", swiftSettings: direct),
    .target(name: "Screen", swiftSettings: direct),
    .target(
      name: "Themes", path: "Themes",
      resources: [
        .embedInCode("sobre.theme"), .embedInCode("sombre.theme"), .embedInCode("clair.theme"),
        .embedInCode("contraste.theme"), .embedInCode("daltonien.theme"), .embedInCode("mono.theme"),
        .embedInCode("nuit.theme"),
      ]),
    .target(name: "Console", dependencies: ["Desk", "Screen"], swiftSettings: direct),

    // Rooms that touch the world.
    .target(name: "Journal", dependencies: ["Desk"], swiftSettings: direct),
    .systemLibrary(name: "CNcurses"),
    .executableTarget(
      name: "guichet", dependencies: ["Desk", "Journal", "Screen", "Console", "Themes", "CNcurses"],
      exclude: ["start.order"], swiftSettings: direct, linkerSettings: nearby),

    .target(name: "Kit", dependencies: ["Desk", "Screen"], path: "Tests/Kit"),
    .testTarget(name: "DeskTests", dependencies: ["Desk", "Journal", "Kit"]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen", "Themes", "Desk", "Kit"]),
    // What the fuzzers and the tests do with hostile bytes.
    .target(name: "Hostile", dependencies: ["Journal", "Desk"], path: "Tests/Hostile"),
    .testTarget(name: "JournalTests", dependencies: ["Journal", "Desk", "Kit", "Hostile"]),
    .testTarget(name: "ConsoleTests", dependencies: ["Console", "Desk", "Screen", "Themes", "Kit"]),
    .testTarget(
      name: "GuichetTests", dependencies: ["guichet", "Journal", "Desk", "Screen", "Console", "Kit"]),
    // A writer for the fault tests to kill, stop and starve.
    .executableTarget(name: "scribe", dependencies: ["Journal", "Desk"], path: "Tests/Scribe"),
    .testTarget(name: "FaultTests", dependencies: ["guichet", "scribe", "Journal", "Desk", "Kit"]),
    .testTarget(name: "HouseTests", dependencies: ["Kit"]),
  ] + fuzzers,
  swiftLanguageModes: [.v6]
)
