import ArgumentParser
import Foundation
import Mahdar
import MahdarReaders
import MahdarStore

struct Follow: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Follow feeds: add what is new in them, for hours.",
    discussion: """
      Inputs are lists of feeds (OPML, or a text with an address a line) and addresses of feeds; without one, the feeds that \
      the store knows are followed. Each feed is asked as often as it brings something new. Where it has only the beginning \
      of an article, the page is fetched. It ends with Ctrl-C or SIGTERM, or, with --once, when nothing is due; the next run \
      goes on where it ended, however it ended. 'mahdar feeds' tells how each feed is.

      Examples:
        mahdar follow feeds.opml --contact desk@example.org
        mahdar follow --once --quiet

      Exit status: 0 it was ended, 1 never, 2 there is no feed, or the store could not be used.
      """)

  @Argument(help: "Lists of feeds and addresses of feeds; '-' reads a list.", completion: .file()) var inputs:
    [String] = []
  @Flag(help: "End when nothing is due any more, for cron.") var once = false
  @Option(help: "The least number of seconds between two requests to a feed.") var minInterval = 300
  @Option(help: "The greatest number of seconds between two requests to a feed that does well.") var maxInterval =
    21_600
  @Option(help: "The number of requests that run at once.") var requests = 8
  @Option(help: "The seconds that the reading of one article may take.") var patience = Ingest.patience
  @Flag(help: "Print the id of every article once it is safe in the store.") var list = false
  @Flag(help: "Print no progress.") var quiet = false
  @OptionGroup var workers: Jobs
  @OptionGroup(title: "Of what is fetched") var fetching: FetchOptions
  @OptionGroup var options: StoreOptions

  func validate() throws {
    if minInterval < 1 { throw ValidationError("--min-interval must be at least 1 second") }
    if maxInterval < minInterval { throw ValidationError("--max-interval can't be less than --min-interval") }
    if maxInterval > 31_536_000 { throw ValidationError("--max-interval can't be more than a year") }
    if requests < 1 || requests > 100 { throw ValidationError("--requests must be between 1 and 100") }
    if patience < 1 || patience > 86_400 { throw ValidationError("--patience must be between 1 and 86400 seconds") }
  }

  func run() throws {
    try StoreOptions.run {
      let feeds = try feeds()
      let pipeline = try options.data.pipeline()
      let store = try options.open(.write)
      var following = Follower.Options()
      following.isOnce = once
      following.pacing = Pacing(least: minInterval, most: maxInterval)
      following.requests = requests
      following.jobs = workers.count
      following.patience = patience
      let follower = Follower(
        into: store, pipeline: pipeline, fetcher: fetching.fetcher(), options: following, clock: { Date.now },
        workers: try options.worker())
      let signals = EndSignals { follower.end() }
      var progress = FollowProgress(isQuiet: quiet, isListing: list)
      let added = try follower(feeds) { progress.show($0) }
      progress.clear()
      signals.stop()
      let count = added == 1 ? "1 article" : "\(added) articles"
      if !quiet { StandardError.print("mahdar: \(options.path): \(count) added") }
    }
  }

  private func feeds() throws -> [FeedList.Entry] {
    var entries: [FeedList.Entry] = []
    for input in inputs {
      if WebAddress.isAddress(input) {
        entries.append(.init(address: input))
      } else {
        do throws(InputError) { entries += try FeedList(file: input).entries } catch {
          StandardError.print("mahdar: \(input): \(error.message)")
          throw ExitCode(2)
        }
      }
    }
    return entries
  }
}
