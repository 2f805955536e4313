import Foundation
import Mahdar
import MahdarReaders

/// `Benchmarks MAHDAR [--update]`: measures the pipeline in this process, and the program `MAHDAR` from outside.
///
/// The articles are made of the project's samples, the same on every run; what is found in them is compared with
/// `Benchmarks/expected.tsv`, so that a fast wrong answer fails. `--update` writes that file anew.
@main
struct Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let program = arguments.first, FileManager.default.fileExists(atPath: "Benchmarks/expected.tsv") else {
      print("usage, in the repository's root: Benchmarks MAHDAR [--update]")
      exit(2)
    }
    let articles = try Articles(count: 2000)
    let bench = PipelineBench(pipeline: Pipeline(lexicon: try Lexicon(reading: "Data")), lines: articles.lines)
    let report = bench.run()
    report.show()
    if let corpus = try? Data(contentsOf: URL(fileURLWithPath: ".build-benchmarks/corpus.jsonl")) {
      print("\nReal articles, from ../shared/corpus:")
      PipelineBench(pipeline: bench.pipeline, lines: [UInt8](corpus)).run().show()
    }
    try CrawlBench().run()
    try ProgramBench(program: program, articles: articles).run()
    try Expectations.check(report.counts, update: arguments.contains("--update"))
  }
}
