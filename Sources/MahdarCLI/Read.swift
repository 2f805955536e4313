import ArgumentParser
import Foundation
import Mahdar
import MahdarReaders

struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read articles: print their contacts, statements, dates and people.",
    discussion: "Example: mahdar read - --format jsonl < articles.jsonl")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl, json }

  @Argument(help: "Files; '-' reads standard input.") var inputs: [String]
  @Option(help: "How to print: text, jsonl or json.") var format = Format.text
  @OptionGroup var data: DataOptions

  func run() throws {
    let pipeline = try data.pipeline()
    let writer = AnalysisWriter(data: pipeline.lexicon.digest)
    for input in inputs {
      let bytes = input == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(fileURLWithPath: input))
      try bytes.withUnsafeBytes { buffer in
        for line in buffer.bindMemory(to: UInt8.self).split(separator: 0x0A) {
          let article = try ArticleLine.article(UnsafeBufferPointer(rebasing: line))
          try FileHandle.standardOutput.write(contentsOf: writer.line(pipeline(article)))
        }
      }
    }
  }
}
