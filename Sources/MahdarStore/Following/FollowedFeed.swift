/// A feed of the store that is followed.
struct FollowedFeed: Sendable {
  var id: Int
  /// As it was given.
  var address: String
  var movedTo: String?
  var title: String?
  var etag: String?
  var lastModified: String?
  var rest: Int?
  /// Seconds between two requests.
  var pace: Int
  var failures: Int

  /// What is asked.
  var current: String { movedTo ?? address }
}
