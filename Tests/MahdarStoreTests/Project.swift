import Foundation
import Mahdar
import MahdarStore

/// The checkout that the tests run in, and what they share.
enum Project {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The program `mahdar`, built beside the tests.
  static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("mahdar")

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static let search = Result { try SearchLexicon(reading: root.appending(path: "Data").path) }
  static let data = root.appending(path: "Data").path
  static let pipeline = Result { Pipeline(lexicon: try Lexicon(reading: root.appending(path: "Data").path)) }

  /// The lines of a test set, comments left out.
  static func lines(_ path: String) throws -> [String] {
    try text(path).split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }
}

/// A folder that goes away with its owner.
final class Scratch {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("mahdar-store-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func file(_ name: String, _ content: String) throws -> String {
    try content.write(toFile: path(name), atomically: true, encoding: .utf8)
    return path(name)
  }
}
