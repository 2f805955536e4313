import Foundation
import Testing

@testable import Mahdar

/// One block of Examples/statements.txt or Examples/quotes.txt: an input and the lines it must give.
struct SpeechExample: Sendable, CustomTestStringConvertible {
  let file: String
  let line: Int
  let input: String
  let expected: [String]

  var testDescription: String { "Examples/\(file).txt:\(line)" }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func read(_ file: String) throws -> [SpeechExample] {
    let text = try String(contentsOf: root.appending(path: "Examples/\(file).txt"), encoding: .utf8)
    var examples: [SpeechExample] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("  "), let last = examples.popLast() {
        examples.append(
          SpeechExample(
            file: file, line: last.line, input: last.input, expected: last.expected + [String(line.dropFirst(2))]))
      } else {
        examples.append(SpeechExample(file: file, line: number + 1, input: String(line), expected: []))
      }
    }
    return examples
  }
}

@Suite struct StatementExamplesTests {
  static let pipeline = Result {
    Pipeline(lexicon: try Lexicon(reading: SpeechExample.root.appending(path: "Data").path()))
  }

  @Test(arguments: try SpeechExample.read("statements"))
  func statements(_ example: SpeechExample) throws {
    // «~»: known not to come out, and reported when it does.
    let isKnownMiss = example.input.hasPrefix("~ ")
    let text = isKnownMiss ? String(example.input.dropFirst(2)) : example.input
    let analysis = try Self.pipeline.get()(Article(id: "example", text: text))
    let found = analysis.statements.flatMap {
      ["\($0.kind.rawValue) \(analysis.text($0.speaker))", "said \(analysis.text($0.span))"]
        + ($0.via.map { ["via \(analysis.text($0))"] } ?? [])
    }
    if isKnownMiss {
      withKnownIssue { #expect(found == example.expected) }
    } else {
      #expect(found == example.expected)
    }
  }

  @Test(arguments: try SpeechExample.read("quotes"))
  func quotes(_ example: SpeechExample) throws {
    let analysis = try Self.pipeline.get()(Article(id: "example", text: example.input))
    let found = analysis.tokens.quotes.map {
      "\($0.isClosed ? "closed" : "open") \($0.depth) \(analysis.text($0.span))"
    }
    #expect(found == example.expected)
  }
}
