// swift-tools-version: 6.1
import PackageDescription

// libFuzzer brings the function `main`; the targets have none.
let settings: [SwiftSetting] = [.unsafeFlags(["-parse-as-library"])]

let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "mahdar", path: "..")],
  targets: [
    .executableTarget(
      name: "FuzzEngine",
      dependencies: [
        .product(name: "Mahdar", package: "mahdar"), .product(name: "MahdarReaders", package: "mahdar"),
      ], swiftSettings: settings),
    .executableTarget(
      name: "FuzzReaders",
      dependencies: [
        .product(name: "Mahdar", package: "mahdar"), .product(name: "MahdarReaders", package: "mahdar"),
      ], swiftSettings: settings),
    .executableTarget(
      name: "FuzzText",
      dependencies: [
        .product(name: "Mahdar", package: "mahdar"), .product(name: "MahdarReaders", package: "mahdar"),
      ], swiftSettings: settings),
    .executableTarget(
      name: "FuzzDocuments",
      dependencies: [
        .product(name: "Mahdar", package: "mahdar"), .product(name: "MahdarReaders", package: "mahdar"),
      ], swiftSettings: settings),
  ]
)
