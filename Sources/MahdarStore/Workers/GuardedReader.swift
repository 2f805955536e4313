import Mahdar
import MahdarReaders

/// Has pieces of work read by a worker, and by another where it ends: the article at which two ended becomes an error, the
/// rest is read.
///
/// Everything is tried twice, for a worker may also end by what is no article's fault, such as a lack of memory.
/// So an article at which workers end costs two of them, and no other article is lost.
final class GuardedReader {
  enum Outcome: Sendable {
    case read(ReadArticle)
    /// The id of an article that needs no reading.
    case known(String)
    /// The id of an article that is another one under another address.
    case same(String, as: String, Sameness)
    /// An article that people took out of the store.
    case removed
    case failure(InputError)
    /// Beside what became of its article.
    case warning(InputWarning)
  }

  /// What is to be done about an article that was found.
  enum Need: Sendable {
    case read, known, removed
    /// It is the article of this id; or it is, with a fuller text.
    case same(String)
    case fuller(String)
    case refused(InputError)
  }

  /// Tells what is to be done about the articles found in a piece; its last argument, whether more articles of it may be asked about.
  typealias Settling = ([(article: FoundArticle, place: InputPlace)], Bool) -> [Need]

  /// How far the reading of a piece has come.
  private struct Progress {
    /// Nil until a worker has told.
    var found: [Result<FoundArticle, InputError>]?
    /// For each of `found`: 1 while it waits to be read.
    var wanted: [UInt8] = []
    /// The ids of articles that some of them are, by their places.
    var ids: [Int: String] = [:]
    /// How many workers have ended since the last answer.
    var failures = 0
  }

  private static let tries = 2

  private let start: WorkerStart
  private let engine: Engine
  private let patience: Duration
  private var worker: (any Worker)?

  /// - Parameter patience: how long one article may take.
  init(start: @escaping WorkerStart, engine: Engine, patience: Duration) {
    self.start = start
    self.engine = engine
    self.patience = patience
  }

  deinit { _ = worker?.end() }

  /// Calls `body` with what became of each article of a piece.
  ///
  /// - Errors: `WorkerError` when there is no worker to be had.
  func read(_ piece: InputQueue.Piece, settle: Settling, _ body: (Outcome) -> Void) throws {
    try read(piece, isPart: false, settle, body)
  }

  private func read(
    _ piece: InputQueue.Piece, isPart: Bool, _ settle: Settling, _ body: (Outcome) -> Void
  ) throws {
    var progress = Progress()
    repeat {
      let worker = try connect()
      do throws(FrameSocket.Failure) {
        try read(piece, isPart, by: worker, &progress, settle, body)
      } catch {
        let ending = ending(of: worker, error)
        progress.failures += 1
        guard progress.failures == Self.tries else { continue }
        progress.failures = 0
        guard let found = progress.found else {
          // Not even what the piece holds was told: its lines are tried one by one, and another input is one article.
          let lines = piece.lines
          for line in lines { try read(line, isPart: true, settle, body) }
          if lines.isEmpty { body(.failure(failure(.failed, ending, nil, piece.place(of: 0)))) }
          return
        }
        guard let place = progress.wanted.firstIndex(of: 1) else { return }
        progress.wanted[place] = 0
        body(.failure(failure(.failed, ending, try? found[place].get().id, piece.place(of: place))))
      }
    } while progress.found == nil || progress.wanted.contains(1)
  }

  private func read(
    _ piece: InputQueue.Piece, _ isPart: Bool, by worker: any Worker, _ progress: inout Progress, _ settle: Settling,
    _ body: (Outcome) -> Void
  ) throws(FrameSocket.Failure) {
    let socket = worker.socket
    try socket.send(piece.bytes)
    guard let found = FoundArticle.all(try socket.receive()) else { throw .closed }
    if progress.found == nil {
      progress.found = found
      progress.failures = 0
      (progress.wanted, progress.ids) = wanted(found, of: piece, isPart, settle, body)
    }
    // A file may have become another one between two tries.
    guard found.count == progress.wanted.count else { throw .closed }
    try socket.send(progress.wanted)
    while let place = progress.wanted.firstIndex(of: 1) {
      let bytes = try socket.receive()
      progress.wanted[place] = 0
      progress.failures = 0
      if var article = ReadArticle(bytes) {
        article.place = piece.place(of: place)
        if let id = progress.ids[place] { article.isFuller(than: id) }
        body(.read(article))
      } else {
        let what = "what is read off it is longer than \(FrameSocket.limit >> 20) MiB"
        body(.failure(failure(.tooLong, what, try? found[place].get().id, piece.place(of: place))))
      }
    }
  }

  /// Tells what is clear without the engine; returns for each of `found` whether the engine must read it, and under which other id.
  private func wanted(
    _ found: [Result<FoundArticle, InputError>], of piece: InputQueue.Piece, _ isPart: Bool, _ settle: Settling,
    _ body: (Outcome) -> Void
  ) -> ([UInt8], [Int: String]) {
    var ids: [Int: String] = [:]
    let articles = found.enumerated().compactMap { place, one in
      (try? one.get()).map { (article: $0, place: piece.place(of: place)) }
    }
    var needs = settle(articles, isPart)[...]
    let wanted: [UInt8] = found.enumerated().map { place, one in
      if case .success(let article) = one, let date = article.unreadDate {
        let what = ArticleReader.remark(ofUnread: date)
        body(.warning(InputWarning(what, id: article.id, place: piece.place(of: place))))
      }
      switch one {
      case .failure(let error): body(.failure(error))
      case .success(let article):
        switch needs.popFirst() {
        case .read, nil: return 1
        case .known: body(.known(article.id))
        case .fuller(let key):
          ids[place] = key
          return 1
        case .same(let key):
          if let same = article.sameness { body(.same(article.id, as: key, same)) }
        case .removed: body(.removed)
        case .refused(let error): body(.failure(error))
        }
      }
      return 0
    }
    return (wanted, ids)
  }

  /// The worker at hand, or a new one.
  private func connect() throws -> any Worker {
    if let worker { return worker }
    var ending = ""
    for _ in 0..<Self.tries {
      let worker = try start()
      worker.socket.limit(waiting: max(patience, .seconds(60)))
      guard let engine = try? Engine(worker.socket.receive()) else {
        ending = worker.end()
        continue
      }
      guard engine == self.engine else {
        _ = worker.end()
        throw WorkerError("its version or language data is another than that of this run")
      }
      worker.socket.limit(waiting: patience)
      self.worker = worker
      return worker
    }
    throw WorkerError("it ended at once (\(ending))")
  }

  /// Ends a worker that failed; tells how it did, in words for the user.
  private func ending(of worker: any Worker, _ failure: FrameSocket.Failure) -> String {
    let how = worker.end()
    self.worker = nil
    let what =
      switch failure {
      case .closed: "the process that read it was ended by it (\(how))"
      case .silent: "reading it was not done within \(patience.components.seconds) seconds"
      }
    return what + ": the fault is mahdar's; please report it, with the text"
  }

  private func failure(
    _ code: InputError.Code, _ message: String, _ id: String?, _ place: InputPlace
  ) -> InputError {
    var error = InputError(code, message, id: id, line: place.line)
    error.file = place.file
    return error
  }
}
