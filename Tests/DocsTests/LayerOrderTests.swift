import Foundation
import Testing

/// The folders of the engine stand in the order the data flows: a file names no type that a later one declares.
struct LayerOrderTests {
  /// The layers that the numbered list of ARCHITECTURE.md gives: each a set of folders and files of Sources/Mahdar.
  static func layers() throws -> [[String]] {
    let page = try Project.text("ARCHITECTURE.md")
    let section = page.components(separatedBy: "\n## The layers").dropFirst().first ?? ""
    let lines = (section.components(separatedBy: "\n## ").first ?? "").components(separatedBy: "\n")
    return lines.filter { $0.first?.isNumber == true }.map { line in
      Project.codeSpans(line.components(separatedBy: " — ").first ?? line)
    }
  }

  /// The layer of a path inside Sources/Mahdar.
  static func layer(of path: String, in layers: [[String]]) -> Int? {
    layers.firstIndex { $0.contains { $0 == path || $0.hasSuffix("/") && path.hasPrefix($0) } }
  }

  @Test func everyFileOfTheEngineHasALayer() throws {
    let layers = try Self.layers()
    #expect(layers.count > 5, "ARCHITECTURE.md has no numbered list under '## The layers'")
    for file in Project.files("Sources/Mahdar", ".swift") {
      let path = String(file.dropFirst("Sources/Mahdar/".count))
      #expect(Self.layer(of: path, in: layers) != nil, "\(path) stands in no layer of ARCHITECTURE.md")
    }
  }

  @Test func noFileNamesATypeOfALaterLayer() throws {
    let layers = try Self.layers()
    var sources: [(path: String, layer: Int, words: Set<String>)] = []
    var declared: [String: (path: String, layer: Int)] = [:]
    for file in Project.files("Sources/Mahdar", ".swift") {
      let path = String(file.dropFirst("Sources/Mahdar/".count))
      guard let layer = Self.layer(of: path, in: layers) else { continue }
      let code = SwiftSource.code(try Project.text(file))
      sources.append((path, layer, SwiftSource.words(code)))
      for name in SwiftSource.topLevelTypes(code) { declared[name] = (path, layer) }
    }
    for source in sources {
      for name in source.words.sorted() {
        guard let type = declared[name], type.layer > source.layer else { continue }
        Issue.record("\(source.path) names \(name), which the later \(type.path) declares")
      }
    }
  }
}
