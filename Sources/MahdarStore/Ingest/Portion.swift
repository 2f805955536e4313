import MahdarReaders

/// Some articles on their way from those who had them read to the one who writes.
struct Portion: Sendable {
  /// UTF-8 bytes of articles from which on a portion is full.
  private static let size = 256 << 10

  var articles: [ReadArticle] = []
  /// The ids of articles that the store holds already.
  var unchanged: [String] = []
  /// Further addresses of articles, by their ids.
  var addresses: [(key: String, address: Sameness)] = []
  /// How many articles were kept out, for people took them out.
  var removed = 0
  var errors: [InputError] = []
  var warnings: [InputWarning] = []
  private var bytes = 0

  init() {}

  init(_ article: ReadArticle) { articles = [article] }

  var isEmpty: Bool { articles.isEmpty && unchanged.isEmpty && removed == 0 && errors.isEmpty && warnings.isEmpty }

  /// Whether it holds as much as is handed over at once, or more than `limit` articles.
  func isFull(_ limit: Int) -> Bool { bytes >= Self.size || articles.count >= limit }

  /// - Parameter file: the file that it was read from, links followed.
  mutating func add(_ outcome: GuardedReader.Outcome, file: String?) {
    switch outcome {
    case .read(var article):
      article.place.file = file
      articles.append(article)
      bytes += article.byteCount
    case .known(let id): unchanged.append(id)
    case .same(let id, let key, let address):
      unchanged.append(id)
      addresses.append((key, address))
    case .removed: removed += 1
    case .failure(let error): errors.append(error)
    case .warning(let warning): warnings.append(warning)
    }
  }
}
