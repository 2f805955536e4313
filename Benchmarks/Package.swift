// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "mahdar", path: "..")],
  targets: [
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        .product(name: "Mahdar", package: "mahdar"), .product(name: "MahdarReaders", package: "mahdar"),
      ])
  ]
)
