/// Which contacts are asked for, and in what order: a plain value, the same for every list, page and program.
///
/// All that is set must hold; what is empty or nil asks nothing.
public struct ContactRequest: Sendable, Hashable, Codable {
  /// What stands first; undated contacts are last in both orders of days.
  public enum Order: String, Sendable, Hashable, Codable, CaseIterable {
    case newest, oldest
    /// By independent roots, by articles, by likelihood; the greatest first.
    case roots, articles, score
  }

  /// People, bodies or states; all of them take part.
  public var with: [String] = []
  /// States, by code or name, or other sides; somebody of each takes part.
  public var sides: [String] = []
  /// Two or more who take part together; one of these groups does.
  public var pairs: [[String]] = []
  /// The first and last day, month or year.
  public var from: String?
  public var to: String?
  /// Whether a date that is rougher than what is asked for will do: 2015 for a day of that year.
  public var isLoose = false
  /// Whether undated contacts are asked for: alone, or beside those between two days.
  public var isUndated = false
  public var statuses: [String] = []
  public var forms: [String] = []
  public var channels: [String] = []
  /// A city, a region or country with all that lies in it, or words of a place's name.
  public var place: String?
  /// Words of the name of an outlet that tells of it.
  public var outlet: String?
  /// Words of the name, or the kind, of a source that vouches for it.
  public var source: String?
  /// Words of a topic.
  public var topic: String?
  /// Words of what articles say of it.
  public var text: String?
  /// Among how many articles with the words of `topic` and `text` contacts are looked for, those added last; nil for all.
  public var mostArticles: Int?
  public var minScore: Double?
  public var isConflicting = false
  public var order = Order.newest
  public var limit: Int?
  /// How many of the first are left out.
  public var offset = 0

  public init() {}
}
