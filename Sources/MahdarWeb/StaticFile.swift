import Foundation
import Mahdar

/// The sheet and the script of the desk.
struct StaticFile: Sendable {
  let bytes: [UInt8]
  let packed: [UInt8]?
  let type: String
  /// Of the bytes: an address with it never changes.
  let tag: String

  private static let types = ["css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"]

  static func all(reading folder: String) throws(DataError) -> [String: StaticFile] {
    var files: [String: StaticFile] = [:]
    for (name, type) in ["desk.css": "css", "desk.js": "js"] {
      let path = "\(folder)/ui/\(name)"
      guard let data = FileManager.default.contents(atPath: path) else {
        throw DataError(file: path, problem: "can't be read", fix: "give the folder of the language data with --data")
      }
      let bytes = [UInt8](data)
      files[name] = StaticFile(
        bytes: bytes, packed: Gzip.packed(bytes), type: types[type] ?? "application/octet-stream",
        tag: ContentTag.of(bytes))
    }
    return files
  }
}

/// Tells what is sent from anything else: for ETags and addresses.
enum ContentTag {
  static func of(_ bytes: [UInt8]) -> String {
    var digest = ContentDigest()
    digest.add(bytes: bytes)
    return digest.text
  }
}
