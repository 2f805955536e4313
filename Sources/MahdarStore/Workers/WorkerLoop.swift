import Mahdar
import MahdarReaders

/// What a worker does: reads articles out of pieces of work and has the engine read them.
///
/// 1. It says who it is: an `Engine`.
/// 2. For each piece that comes it tells what it found in it, as `FoundArticle` has it.
/// 3. The answer has a byte for each of these: 1 for those that the engine shall read. What was read is sent article by
///    article, so that the one at which a worker ends is known.
///
/// A `FeedQuestion` in the place of a piece is answered with what the feed tells.
public struct WorkerLoop: Sendable {
  private let socket: FrameSocket
  private let engine: Engine
  private let articles: Articles
  private let read: @Sendable (Article, ContentHash) -> ReadArticle
  private let feed: FeedReading

  /// Gives the articles of a piece, or why there is none, in order.
  typealias Articles = @Sendable (InputQueue.Piece, (Result<Article, InputError>) -> Void) -> Void
  typealias FeedReading = @Sendable (FeedQuestion) -> Result<Feed, InputError>

  public init(_ socket: FrameSocket, reader: ArticleReader, pipeline: Pipeline) {
    self.init(
      socket, engine: Engine(pipeline), articles: reader.forEach,
      feed: { question in
        do throws(InputError) {
          return .success(
            try reader.feed(question.content, address: question.address, charset: question.charset))
        } catch {
          return .failure(error)
        }
      }, read: { ReadArticle(pipeline($0), pipeline, $1) })
  }

  init(
    _ socket: FrameSocket, engine: Engine, articles: @escaping Articles,
    feed: @escaping FeedReading = { _ in .success(Feed()) },
    read: @escaping @Sendable (Article, ContentHash) -> ReadArticle
  ) {
    self.socket = socket
    self.engine = engine
    self.articles = articles
    self.read = read
    self.feed = feed
  }

  /// Works until the other end is gone.
  public func callAsFunction() {
    do {
      try socket.send(engine.bytes)
      while true {
        let frame = try socket.receive()
        if let question = FeedQuestion(frame) {
          let answer = FeedQuestion.answer(feed(question))
          try socket.send(answer.count <= FrameSocket.limit ? answer : FeedQuestion.answer(.failure(Self.tooLong)))
        } else if let piece = InputQueue.Piece(frame) {
          try work(on: piece)
        } else {
          return
        }
      }
    } catch {}
  }

  private static let tooLong = InputError(.tooLong, "what it tells is longer than \(FrameSocket.limit >> 20) MiB")

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
