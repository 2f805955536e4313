import ArgumentParser
import MahdarStore

extension ContactRequest.Order: ExpressibleByArgument {}

/// Which contacts: the same filters for every command that asks for contacts.
struct ContactOptions: ParsableArguments {
  @Option(help: "Somebody or a state that takes part: a name, an id or a code. Give it twice for two.")
  var with: [String] = []
  @Option(help: "A state, or another side, of which somebody takes part: a code or a name. Give it twice for two.")
  var side: [String] = []
  @Option(help: "Two who take part together: A,B. Given twice: one pair or the other.", transform: Self.names)
  var pair: [[String]] = []
  @OptionGroup var period: PeriodOptions
  @Flag(help: "With --between: also what is dated too roughly to tell, such as 2015 for a day of it.") var loose = false
  @Flag(help: "Only undated contacts; with --between, those beside the others.") var undated = false
  @Option(
    help: "held, underway, scheduled, proposed, postponed, cancelled or denied; several with commas.",
    transform: Self.words) var status: [[String]] = []
  @Option(help: "meeting, visit, talks, conference, call or message; several with commas.", transform: Self.words)
  var form: [[String]] = []
  @Option(help: "official, secret, track-1.5 or track-2; several with commas.", transform: Self.words)
  var channel: [[String]] = []
  @Option(help: "A city, or a region or country with all its cities, in Arabic or English; or a country's code.")
  var place: String?
  @Option(help: "Who vouches for it: words of a name; or outlet, official, anonymous or document.") var source: String?
  @Option(help: "What it was about: words in any form.") var topic: String?
  @Option(help: "Words that the report of it holds, as for a search.") var text: String?
  @Option(help: "Only contacts at least so likely, from 0 to 1.") var minScore: Double?
  @Option(help: "What stands first: newest, oldest, roots, articles or score.") var sort: ContactRequest.Order?

  /// The contacts asked for.
  ///
  /// - Parameter order: where none is asked for.
  func request(_ list: ListOptions, order: ContactRequest.Order = .newest) -> ContactRequest {
    var request = ContactRequest()
    request.with = with
    request.sides = side
    request.pairs = pair
    request.from = period.between?.from
    request.to = period.between?.to
    request.isLoose = loose
    request.isUndated = undated
    request.statuses = Array(status.joined())
    request.forms = Array(form.joined())
    request.channels = Array(channel.joined())
    request.place = place
    request.outlet = period.outlet
    request.source = source
    request.topic = topic
    request.text = text
    request.minScore = minScore
    request.order = sort ?? order
    request.limit = list.count
    return request
  }

  @Sendable private static func words(_ argument: String) -> [String] {
    argument.split(separator: ",").map(String.init)
  }

  /// - Errors: where it is not two names or more.
  @Sendable private static func names(_ argument: String) throws -> [String] {
    let names = argument.split { ",،".contains($0) }.map(String.init)
    guard names.count > 1 else { throw ValidationError("'\(argument)' is no pair, such as روسيا,أوكرانيا") }
    return names
  }
}
