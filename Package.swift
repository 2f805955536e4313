// swift-tools-version: 6.1
import PackageDescription

// The engine is made of byte loops, which are ten times slower unoptimised: debug builds optimise it too.
let engine: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "mahdar",
  products: [
    .library(name: "Mahdar", targets: ["Mahdar"]),
    .library(name: "MahdarReaders", targets: ["MahdarReaders"]),
    .executable(name: "mahdar", targets: ["MahdarCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .target(name: "Mahdar", swiftSettings: engine),
    // The headers of libxml2 lie in a folder of their own everywhere; nothing is linked (library.h).
    .target(name: "CLibraries", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])]),
    .target(name: "MahdarReaders", dependencies: ["CLibraries", "CZlib", "Mahdar"], swiftSettings: engine),
    .target(name: "MahdarFetch", dependencies: ["CLibraries", "Mahdar", "MahdarReaders"]),
    .target(
      name: "MahdarStore",
      dependencies: [
        "Mahdar", "MahdarReaders", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], exclude: ["Migrations/schema.sql"], swiftSettings: engine),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "MahdarWeb",
      dependencies: [
        "CZlib", "Mahdar", "MahdarStore", .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .executableTarget(
      name: "MahdarCLI",
      dependencies: [
        "Mahdar", "MahdarFetch", "MahdarReaders", "MahdarStore", "MahdarWeb",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "MahdarTests", dependencies: ["Mahdar"]),
    .testTarget(name: "MahdarReadersTests", dependencies: ["CZlib", "MahdarReaders"]),
    .testTarget(name: "MahdarFetchTests", dependencies: ["CZlib", "MahdarFetch", "MahdarReaders"]),
    .testTarget(name: "MahdarCLITests", dependencies: ["MahdarCLI"], exclude: ["newsroom.py"]),
    .testTarget(name: "MahdarStoreTests", dependencies: ["MahdarStore", "MahdarCLI"], exclude: ["Sets"]),
    .testTarget(name: "MahdarWebTests", dependencies: ["MahdarWeb", "MahdarCLI"]),
    .testTarget(name: "DocsTests", dependencies: ["MahdarCLI"]),
  ]
)
