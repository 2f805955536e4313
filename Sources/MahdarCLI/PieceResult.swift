import Mahdar
import MahdarReaders

/// What came of one piece of work.
struct PieceResult: Sendable {
  struct Outcome: Sendable {
    var id: String?
    var line: Int?
    var isFound: Bool
    var error: InputError?
    /// The end of what is printed for it in `PieceResult.bytes`.
    var end: Int
    /// The UTF-8 bytes of the article.
    var size: Int
  }

  var bytes: [UInt8] = []
  private(set) var outcomes: [Outcome] = []

  mutating func add(_ error: InputError) {
    outcomes.append(
      Outcome(id: error.id, line: error.line, isFound: false, error: error, end: bytes.count, size: 0))
  }

  mutating func add(_ article: Article, line: Int?, isFound: Bool) {
    outcomes.append(
      Outcome(
        id: article.id, line: line, isFound: isFound, error: nil, end: bytes.count,
        size: article.text.utf8.count + (article.title?.utf8.count ?? 0)))
  }
}
