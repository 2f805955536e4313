import Mahdar
import MahdarReaders

/// Has feeds read by a worker, so that one that kills its reader is a failure of its own.
final class GuardedFeedReader {
  private static let tries = 2

  private let start: WorkerStart
  private let patience: Duration
  private var worker: (any Worker)?

  /// - Parameter patience: how long one feed may take.
  init(start: @escaping WorkerStart, patience: Duration) {
    self.start = start
    self.patience = patience
  }

  deinit { _ = worker?.end() }

  /// - Errors: `WorkerError` when there is no worker to be had.
  func read(_ question: FeedQuestion) throws -> Result<Feed, InputError> {
    for _ in 0..<Self.tries {
      let worker = try connect()
      do throws(FrameSocket.Failure) {
        try worker.socket.send(question.bytes)
        if let result = FeedQuestion.result(try worker.socket.receive()) { return result }
      } catch {}
      _ = worker.end()
      self.worker = nil
    }
    return .failure(
      InputError(
        .failed, "the process that read it was ended by it; please report it, with the feed", id: question.address))
  }

  private func connect() throws -> any Worker {
    if let worker { return worker }
    let worker = try start()
    worker.socket.limit(waiting: .seconds(60))
    guard (try? worker.socket.receive()) != nil else { throw WorkerError("it ended at once (\(worker.end()))") }
    worker.socket.limit(waiting: patience)
    self.worker = worker
    return worker
  }
}
