import ArgumentParser
import Mahdar
import MahdarReaders

enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, jsonl, json }

/// What of an article is shown: what is read off it, or what was taken for it.
enum ShownPart: String, ExpressibleByArgument, CaseIterable { case analysis, article }

/// Shows analyses, or articles, and errors in the format that was asked for.
struct AnalysisView: Sendable {
  let format: OutputFormat
  let part: ShownPart
  let writer: AnalysisWriter
  let terminal: TerminalView

  func append(_ analysis: Analysis, to bytes: inout [UInt8]) {
    switch format {
    case .jsonl: bytes += writer.line(analysis)
    case .json: bytes += writer.line(analysis).dropLast()
    case .text: bytes += terminal.page(analysis).utf8
    }
  }

  func append(_ article: Article, to bytes: inout [UInt8]) {
    switch format {
    case .jsonl: bytes += ArticleWriter().line(article)
    case .json: bytes += ArticleWriter().line(article).dropLast()
    case .text: bytes += TerminalArticle(article, style: terminal.style).text.utf8
    }
  }

  /// What stands on standard output in the place of an article that could not be read.
  func errorObject(_ error: InputError) -> [UInt8] {
    if format == .text { return [] }
    var json = JSONBytes()
    json.object { json in
      json.key("id")
      json.value(error.id)
      error.write(to: &json)
    }
    if format == .jsonl { json.endLine() }
    return json.bytes
  }

  /// What goes before the first article, between two, and behind the last.
  var frame: (start: String, between: String, end: String, empty: String) {
    switch format {
    case .text: ("", "\n", "", "")
    case .jsonl: ("", "", "", "")
    case .json: ("[\n", ",\n", "\n]\n", "[]\n")
    }
  }
}
