import ArgumentParser
import MahdarFetch
import MahdarReaders

/// How addresses of the web are asked: the same for every command that does.
struct FetchOptions: ParsableArguments {
  @Option(help: "How you can be reached, an address or a mail address, for the owners of what is fetched.")
  var contact: String?
  @Option(help: "The seconds between two requests to a host.") var delay = 1.0
  @Flag(help: "Fetch from this machine and its own networks, too.") var allowPrivate = false
  @Flag(help: "Fetch what robots.txt keeps programs from, where its owner has allowed you to.") var ignoreRobots = false

  func validate() throws {
    if delay.isNaN || delay < 0 || delay > 3600 { throw ValidationError("--delay must be between 0 and 3600 seconds") }
  }

  func fetcher() -> any AddressFetching {
    var options = Fetcher.Options()
    options.contact = contact
    options.delay = delay
    options.allowsPrivate = allowPrivate
    options.ignoresRobots = ignoreRobots
    return Fetcher(options)
  }
}
