/// What a feed tells: a list of items, as their outlet publishes them.
public struct Feed: Sendable, Equatable {
  public var title: String?
  /// The page that it is the feed of.
  public var link: String?
  public var language: String?
  /// How many seconds it wants not to be asked again.
  public var rest: Int?
  public var items: [FeedItem] = []

  public init() {}
}
