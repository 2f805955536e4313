import ArgumentParser
import Foundation
import Mahdar
import MahdarReaders

struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read articles: print their contacts, statements, dates and people.",
    discussion: """
      Inputs are text files, web pages (.html), JSON Lines (.jsonl, one article a line), JSON (.json), tables (.csv, \
      .tsv), feeds (.rss, .atom, .rdf, JSON Feed), crawls (.warc), archives (.zip, .tar, .7z) and folders of them, also \
      compressed (.gz, .xz, .zst, .bz2), and addresses of the web, which are fetched as robots.txt allows; several are \
      read in parallel and printed in order. '-' reads standard input, which with --format jsonl is JSON Lines unless \
      --input says otherwise. Of a crawl the Arabic pages are read.

      A text file's first line is the title when it is short and an empty line follows it; a file name that begins \
      with a date tells the day of publication.

      Examples:
        mahdar read article.txt --published 2025-10-21
        mahdar read - --format jsonl < articles.jsonl
        mahdar read https://example.org/news/123
        mahdar read page.html articles.jsonl folder/ --explain
        mahdar read page.html --show article

      Exit status: 0 something was found, 1 nothing was found, 2 an input could not be read.
      """)

  @Argument(help: "Files, folders and addresses of the web; '-' reads standard input.", completion: .file()) var inputs:
    [String]
  @Option(help: "How to print: text for people, jsonl or json for programs.") var format = OutputFormat.text
  @Option(
    name: .customLong("show"),
    help: "What to print: analysis, what is read off an article, or article, what of a page or file was taken for it.")
  var part = ShownPart.analysis
  @OptionGroup var form: InputOptions
  @Option(help: "The day of publication (RFC 3339) of articles that do not carry theirs.") var published: String?
  @Flag(
    help: """
      Print the rule and the words that each fact rests on, with their places in code points; of contacts also the \
      weights of the score and the clauses of the sentence.
      """)
  var explain = false
  @Flag(help: "Print no progress.") var quiet = false
  @OptionGroup var workers: Jobs
  @OptionGroup(title: "Of what is fetched") var fetching: FetchOptions
  @OptionGroup var data: DataOptions

  func validate() throws {
    if let published, PublicationDate.sound(published) == nil {
      throw ValidationError("--published '\(published)' is no date of RFC 3339, such as 2025-10-21")
    }
    if inputs.isEmpty { throw ValidationError("no input: give files, folders or addresses, or '-' for standard input") }
  }

  func run() throws {
    let pipeline = try data.open()
    let view = AnalysisView(
      format: format, part: part, writer: AnalysisWriter(data: pipeline.lexicon.digest),
      terminal: TerminalView(style: .ofStandardOutput(), explaining: explain ? pipeline : nil))
    // Standard input for a program is JSON Lines, as the analysis format has it.
    let queue = form.queue(
      inputs, format: format == .jsonl && inputs == ["-"] ? .jsonl : nil, fetcher: fetching.fetcher())
    let tally = queue.tally
    let run = ReadRun(
      inputs: queue, reader: try data.reader(published: published, pipeline), pipeline: pipeline, view: view,
      progress: Progress(isQuiet: quiet))
    let summary = try run(jobs: workers.count)
    InputOptions.tell(tally.passedOver)
    if summary.errors > 0 {
      StandardError.print("mahdar: \(summary.errors) of \(summary.articles) articles could not be read")
      throw ExitCode(2)
    }
    if summary.found == 0 {
      if format == .text { StandardError.print("mahdar: nothing found in \(summary.articles) articles") }
      throw ExitCode(1)
    }
  }
}
