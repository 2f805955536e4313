import ArgumentParser
import Mahdar
import MahdarReaders

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure what is read against articles that you marked.",
    discussion: """
      Inputs are JSON Lines, one article a line, as for 'mahdar read'; in 'gold' each has what should be read in it: \
      contacts, statements, dates and people. Gold/README.md tells how marks are made.

      A line that can't be used is told; the others are counted all the same.

      Examples:
        mahdar evaluate marked.jsonl
        mahdar evaluate marked.jsonl --errors 5 --by outlet

      Exit status: 0 articles were evaluated, 1 there were none, 2 a line or an input could not be used.
      """)

  enum Grouping: String, ExpressibleByArgument, CaseIterable { case outlet }

  @Argument(help: "Files of JSON Lines; '-' reads standard input.", completion: .file()) var inputs: [String]
  @Option(help: "Show the first N misses, spurious finds and wrong fields of every cause.") var errors = 0
  @Option(help: "Show the figures of each outlet, too.") var by: Grouping?
  @Option(help: "How to print: text or json.") var format = AnswerFormat.text
  @OptionGroup var data: DataOptions

  func validate() throws {
    if errors < 0 { throw ValidationError("--errors must be at least 0") }
  }

  func run() throws {
    let result = EvaluationRun(pipeline: try data.open())(inputs)
    let articles = result.evaluation.figures.articles
    switch format {
    case .json: try Output.json(EvaluationReport(result, faults: errors, isByOutlet: by == .outlet))
    case .text:
      if articles > 0 { try EvaluationPage(result, faults: errors, isByOutlet: by == .outlet).print() }
    }
    for stray in result.strays {
      StandardError.print("mahdar: '\(stray.article)': marked words that are not in the article: \(stray.words)")
    }
    for error in result.unused { StandardError.print("mahdar: \(error.place)\(error.message)") }
    if !result.unused.isEmpty {
      StandardError.print(
        "mahdar: \(result.unused.count) of \(articles + result.unused.count) articles could not be evaluated")
      throw ExitCode(2)
    }
    if articles == 0 {
      StandardError.print("mahdar: no marked articles in the input")
      throw ExitCode(1)
    }
  }
}
