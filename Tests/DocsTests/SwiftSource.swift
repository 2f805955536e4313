/// What the layer law needs to know of Swift: code without comments and strings, its words, its top-level types.
enum SwiftSource {
  /// `source` with comments and the contents of string literals left out.
  static func code(_ source: String) -> String {
    let bytes = Array(source.utf8)
    var out: [UInt8] = []
    var index = 0
    func starts(_ mark: String) -> Bool { bytes[index...].starts(with: mark.utf8) }
    while index < bytes.count {
      if starts("//") {
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      } else if starts("/*") {
        while index < bytes.count, !starts("*/") { index += 1 }
        index += 2
      } else if starts("\"\"\"") {
        index += 3
        while index < bytes.count, !starts("\"\"\"") { index += 1 }
        index += 3
      } else if starts("\"") {
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != 0x0A {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index += 1
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The identifiers of `code`.
  static func words(_ code: String) -> Set<String> {
    Set(code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
  }

  /// The names of the types that `code` declares outside all braces.
  static func topLevelTypes(_ code: String) -> [String] {
    let keywords: Set<Substring> = ["struct", "enum", "class", "actor", "protocol", "typealias"]
    return code.split(separator: "\n").filter { $0.first?.isLetter == true || $0.first == "@" }.compactMap { line in
      let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
      guard let keyword = words.firstIndex(where: keywords.contains), keyword + 1 < words.count else { return nil }
      return String(words[keyword + 1])
    }
  }
}
