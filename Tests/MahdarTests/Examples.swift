import Foundation
import Testing

@testable import Mahdar

/// A line of a file of `Examples/` and what must come out of it.
struct Example: Sendable, CustomTestStringConvertible {
  let file: String
  let line: Int
  /// The day of publication that the line starts with, if any: «2025-10-21 | text».
  let published: String?
  /// The paper that the line starts with, if any: «[The Gazette (BH)] | text».
  var outlet: String?
  let input: String
  /// The indented lines below, without their indent.
  let expected: [String]
  /// The line starts with «~»: known not to come out, and reported when it does.
  let isKnownMiss: Bool

  var testDescription: String { "Examples/\(file).txt:\(line) \(input)" }
}

/// Reads the files of `Examples/`: an input a line, its expected lines indented below it, `#` for comments.
enum Examples {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The language data of the project.
  static let lexicon = Result { try Lexicon(reading: root.appendingPathComponent("Data").path) }

  static func read(_ file: String) throws -> [Example] {
    let url = root.appendingPathComponent("Examples/\(file).txt")
    let text = try String(contentsOf: url, encoding: .utf8)
    var examples: [Example] = []
    var current: (line: Int, input: String, expected: [String])?
    func close() {
      guard let (line, input, expected) = current else { return }
      let isKnownMiss = input.hasPrefix("~ ")
      let content = isKnownMiss ? String(input.dropFirst(2)) : input
      let parts = content.components(separatedBy: " | ")
      let isPaper = parts.count > 1 && parts[0].hasPrefix("[") && parts[0].hasSuffix("]")
      let isDated = parts.count > 1 && !isPaper && parts[0].utf8.count == 10
      examples.append(
        Example(
          file: file, line: line, published: isDated ? parts[0] : nil,
          outlet: isPaper ? String(parts[0].dropFirst().dropLast()) : nil,
          input: isDated || isPaper ? parts.dropFirst().joined(separator: " | ") : content, expected: expected,
          isKnownMiss: isKnownMiss))
      current = nil
    }
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("#") || line.isEmpty { continue }
      if line.hasPrefix("  ") {
        current?.expected.append(String(line.dropFirst(2)))
      } else {
        close()
        current = (index + 1, line, [])
      }
    }
    close()
    return examples
  }

  /// The analysis of an example's text.
  static func analysis(of example: Example) throws -> Analysis {
    let article = Article(
      id: "\(example.file):\(example.line)", text: example.input, published: example.published, outlet: example.outlet)
    return Pipeline(lexicon: try lexicon.get())(article)
  }

  /// Expects the rendered lines, or a miss where one is known.
  static func check(_ example: Example, _ lines: [String]) {
    if example.isKnownMiss {
      withKnownIssue("\(example.testDescription)") { #expect(lines == example.expected) }
    } else {
      #expect(lines == example.expected, "\(example.testDescription)")
    }
  }
}
