/// The article that a claim was read off.
struct ArticleOrigin: Hashable {
  /// Its row.
  var article: Int
  var key: String
  var published: String?
}
