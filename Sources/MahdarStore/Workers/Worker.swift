/// Somebody who runs a `WorkerLoop` at the other end of a socket, and may come to grief over an article.
public protocol Worker: AnyObject, Sendable {
  var socket: FrameSocket { get }

  /// Ends it, where it has not ended, and tells how it ended, in words for the user.
  func end() -> String
}

/// Starts a worker.
///
/// - Errors: `WorkerError`.
public typealias WorkerStart = @Sendable () throws -> any Worker
