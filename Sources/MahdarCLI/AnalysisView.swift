import ArgumentParser
import Mahdar
import MahdarReaders

enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, jsonl, json }

/// Shows analyses and errors in the format that was asked for.
struct AnalysisView: Sendable {
  let format: OutputFormat
  let writer: AnalysisWriter
  let terminal: TerminalView

  func append(_ analysis: Analysis, to bytes: inout [UInt8]) {
    switch format {
    case .jsonl: bytes += writer.line(analysis)
    case .json: bytes += writer.line(analysis).dropLast()
    case .text: bytes += terminal.page(analysis).utf8
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
