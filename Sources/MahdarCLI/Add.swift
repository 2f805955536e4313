import ArgumentParser
import Foundation
import Mahdar
import MahdarReaders
import MahdarStore

struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add articles to the store: read them and keep what they tell.",
    discussion: """
      Inputs are as for 'mahdar read'. What the store holds already is passed over, so a run that was broken off is \
      completed by running it again. An article whose text has changed takes its old text's place; articles that another \
      version had read are read anew.

      Examples:
        mahdar add articles/ news.jsonl --store news.db
        mahdar add https://example.org/news/123 --contact desk@example.org

      Exit status: 0 all was added, 1 there was nothing to add, 2 an input could not be read or the store not written.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "Files, folders and addresses of the web; '-' reads standard input.", completion: .file()) var inputs:
    [String]
  @OptionGroup var form: InputOptions
  @Option(help: "The day of publication (RFC 3339) of articles that do not carry theirs.") var published: String?
  @Option(help: "The seconds that the reading of one article may take.") var patience = Ingest.patience
  @Option(help: "How to print the summary: text or json.") var format = Format.text
  @Flag(help: "Print the id of every article once it is safe in the store.") var list = false
  @Option(help: "The greatest number of articles that are made safe at once.") var batch = Ingest.batch
  @Flag(help: "Print no progress.") var quiet = false
  @OptionGroup var workers: Jobs
  @OptionGroup(title: "Of what is fetched") var fetching: FetchOptions
  @OptionGroup var options: StoreOptions

  func validate() throws {
    if let published, PublicationDate.sound(published) == nil {
      throw ValidationError("--published '\(published)' is no date of RFC 3339, such as 2025-10-21")
    }
    if patience < 1 || patience > 86_400 { throw ValidationError("--patience must be between 1 and 86400 seconds") }
    if batch < 1 { throw ValidationError("--batch must be at least 1") }
    if inputs.isEmpty { throw ValidationError("no input: give files, folders or addresses, or '-' for standard input") }
  }

  func run() throws {
    try StoreOptions.run {
      let pipeline = try options.data.pipeline()
      let store = try options.open(.write)
      let queue = form.queue(inputs, fetcher: fetching.fetcher())
      let tally = queue.tally
      let ingest = Ingest(
        into: store, inputs: queue, pipeline: pipeline, now: Date.now.ISO8601Format(),
        jobs: workers.count, patience: patience, workers: try options.worker(published: published))
      var progress = AddProgress(isQuiet: quiet, bytes: AddProgress.size(of: inputs))
      let summary = try ingest(batch: batch) { summary in
        if list { print(summary.committed) }
        progress.show(summary)
      } failure: { error in
        progress.clear()
        StandardError.print("mahdar: \(error.place)\(error)")
      } warning: { warning in
        progress.clear()
        StandardError.print("mahdar: warning: \(warning.place.description), '\(warning.id)': \(warning.message)")
      }
      progress.clear()
      try finish(summary, tally.passedOver)
      if summary.errors > 0 { throw ExitCode(2) }
      if summary.articles == 0 { throw ExitCode(1) }
    }
  }

  /// Prints ids. Where they can't be written the run goes on, for its articles are safe: the end of the command tells.
  private func print(_ ids: [String]) {
    for id in ids { try? StandardOutput.print("\(id)") }
    try? StandardOutput.flush()
  }

  private func finish(_ summary: Ingest.Summary, _ passedOver: PassedOver) throws {
    InputOptions.tell(passedOver)
    let parts = [
      (summary.added, "added"), (summary.changed, "changed"), (summary.reread, "read anew"),
      (summary.unchanged, "already there"),
      (summary.removed, "taken out before (to have one again: mahdar log, mahdar undo)"),
      (summary.errors, "could not be read"),
    ]
    switch format {
    case .text:
      let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
      StandardError.print("mahdar: \(options.path): \(told.isEmpty ? "nothing to add" : told)")
    case .json:
      let json = """
        {"store":\(JSONText.quoted(options.path)),"added":\(summary.added),"changed":\(summary.changed),\
        "reread":\(summary.reread),"unchanged":\(summary.unchanged),"removed":\(summary.removed),"errors":\(summary.errors),\
        "passedOver":\(passedOver.json)}

        """
      try StandardOutput.write(json: Array(json.utf8))
    }
  }
}
