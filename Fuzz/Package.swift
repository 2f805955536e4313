// swift-tools-version: 6.1
import PackageDescription

// libFuzzer brings the function `main`; the targets have none.
let settings: [SwiftSetting] = [.unsafeFlags(["-parse-as-library"])]
let mahdar: [Target.Dependency] = [
  .product(name: "Mahdar", package: "mahdar"), .product(name: "MahdarReaders", package: "mahdar"),
]

let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "mahdar", path: "..")],
  targets: [
    .target(name: "FuzzSupport", dependencies: mahdar),
    .executableTarget(name: "FuzzEngine", dependencies: mahdar, swiftSettings: settings),
    .executableTarget(name: "FuzzReaders", dependencies: mahdar + ["FuzzSupport"], swiftSettings: settings),
    .executableTarget(name: "FuzzWARC", dependencies: mahdar + ["FuzzSupport"], swiftSettings: settings),
    .executableTarget(name: "FuzzTable", dependencies: mahdar + ["FuzzSupport"], swiftSettings: settings),
    .executableTarget(name: "FuzzArchive", dependencies: mahdar + ["FuzzSupport"], swiftSettings: settings),
    .executableTarget(name: "FuzzText", dependencies: mahdar, swiftSettings: settings),
    .executableTarget(name: "FuzzDocuments", dependencies: mahdar, swiftSettings: settings),
  ]
)
