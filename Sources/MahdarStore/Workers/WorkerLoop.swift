import Mahdar
import MahdarReaders

/// What a worker does: reads articles out of pieces of work and has the engine read them.
///
/// 1. It says who it is: an `Engine`.
/// 2. For each piece that comes it tells what it found in it, as `FoundArticle` has it.
/// 3. The answer has a byte for each of these: 1 for those that the engine shall read. What was read is sent article by
///    article, so that the one at which a worker ends is known.
public struct WorkerLoop: Sendable {
  private let socket: FrameSocket
  private let engine: Engine
  private let articles: Articles
  private let read: @Sendable (Article, ContentHash) -> ReadArticle

  /// Gives the articles of a piece, or why there is none, in order.
  typealias Articles = @Sendable (InputQueue.Piece, (Result<Article, InputError>) -> Void) -> Void

  public init(_ socket: FrameSocket, reader: ArticleReader, pipeline: Pipeline) {
    self.init(socket, engine: Engine(pipeline), articles: reader.forEach) { ReadArticle(pipeline($0), pipeline, $1) }
  }

  init(
    _ socket: FrameSocket, engine: Engine, articles: @escaping Articles,
    read: @escaping @Sendable (Article, ContentHash) -> ReadArticle
  ) {
    self.socket = socket
    self.engine = engine
    self.articles = articles
    self.read = read
  }

  /// Works until the other end is gone.
  public func callAsFunction() {
    do {
      try socket.send(engine.bytes)
      while true {
        guard let piece = InputQueue.Piece(try socket.receive()) else { return }
        try work(on: piece)
      }
    } catch {}
  }

  private func work(on piece: InputQueue.Piece) throws(FrameSocket.Failure) {
    var all: [(article: Article, hash: ContentHash)?] = []
    var found: [Result<FoundArticle, InputError>] = []
    articles(piece) { one in
      switch one {
      case .success(let article):
        let hash = ContentHash(of: article)
        all.append((article, hash))
        found.append(
          .success(
            FoundArticle(
              id: article.id, hash: hash, unreadDate: article.unreadDate, sameness: Sameness(article))))
      case .failure(let error):
        all.append(nil)
        found.append(.failure(error))
      }
    }
    try socket.send(FoundArticle.bytes(found))
    for (one, isWanted) in zip(all, try socket.receive()) {
      guard let one, isWanted == 1 else { continue }
      let bytes = read(one.article, one.hash).bytes
      // What is read off an article can be far longer than itself.
      try socket.send(bytes.count <= FrameSocket.limit ? bytes : [])
    }
  }
}
