import Foundation
import Mahdar
import MahdarReaders
import Synchronization

@testable import MahdarStore

/// A worker in this process that comes to grief where a test wants it to.
final class WorkerThread: Worker {
  /// What becomes of a worker.
  enum Fate: Sendable { case works, ends, isSilent }

  /// How many were started.
  final class Count: Sendable {
    private let count = Atomic(0)
    var value: Int { count.load(ordering: .sequentiallyConsistent) }
    func add() { count.add(1, ordering: .sequentiallyConsistent) }
  }

  let socket: FrameSocket

  init(
    reading: @escaping @Sendable (InputQueue.Piece) -> Fate = { _ in .works },
    analysing: @escaping @Sendable (Article) -> Fate = { _ in .works }
  ) throws {
    let pipeline = try Project.pipeline.get()
    let (ours, theirs) = try FrameSocket.pair()
    socket = ours
    @Sendable func meet(_ fate: Fate) {
      switch fate {
      case .works: break
      case .ends: shutdown(theirs.descriptor, Int32(SHUT_RDWR))
      case .isSilent: Thread.sleep(forTimeInterval: 3)
      }
    }
    let loop = WorkerLoop(theirs, engine: Engine(pipeline)) { piece, body in
      meet(reading(piece))
      ArticleReader().forEach(in: piece, body)
    } read: { article, hash in
      meet(analysing(article))
      return ReadArticle(pipeline(article), pipeline, hash)
    }
    Thread.detachNewThread { loop() }
  }

  func end() -> String {
    shutdown(socket.descriptor, Int32(SHUT_RDWR))
    return "a test"
  }
}
