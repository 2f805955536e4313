import MahdarReaders

/// Some articles on their way from those who had them read to the one who writes.
struct Portion: Sendable {
  /// UTF-8 bytes of articles from which on a portion is full.
  private static let size = 256 << 10

  var articles: [ReadArticle] = []
  /// The ids of articles that the store holds already.
  var unchanged: [String] = []
  var errors: [InputError] = []
  private var bytes = 0

  init() {}

  init(_ article: ReadArticle) { articles = [article] }

  var isEmpty: Bool { articles.isEmpty && unchanged.isEmpty && errors.isEmpty }

  /// Whether it holds as much as is handed over at once, or more than `limit` articles.
  func isFull(_ limit: Int) -> Bool { bytes >= Self.size || articles.count >= limit }

  mutating func add(_ outcome: GuardedReader.Outcome) {
    switch outcome {
    case .read(let article):
      articles.append(article)
      bytes += article.byteCount
    case .known(let id): unchanged.append(id)
    case .failure(let error): errors.append(error)
    }
  }
}
