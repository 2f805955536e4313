import Hummingbird
import HummingbirdCore
import Foundation
import Logging
import Mahdar
import MahdarStore
import NIOCore
import NIOPosix

/// The desk as a server of HTTP.
public struct DeskServer: Sendable {
  /// A connection that says nothing for so long is closed, and so many are held at once.
  private static let idle: Int64 = 30
  private static let connections = 512

  let desk: Desk
  let host: String
  let port: Int
  let token: String?
  /// Makes a desk of the samples, for a store that is empty; nil where they are not at hand.
  let samples: (@Sendable () throws -> Desk)?

  /// - Parameters:
  ///   - port: 0 for any that is free.
  ///   - token: what whoever reaches a host beyond loopback must know.
  ///   - samples: makes a desk of the samples, which an empty store offers; it leaves the store as it is.
  public init(
    desk: Desk, host: String = "127.0.0.1", port: Int = 8300, token: String? = nil,
    samples: (@Sendable () throws -> Desk)? = nil
  ) {
    (self.desk, self.host, self.port, self.token, self.samples) = (desk, host, port, token, samples)
  }

  /// Whether a host is this machine alone.
  public static func isLoopback(_ host: String) -> Bool {
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return host == "localhost" || host == "::1"
      || numbers.count == 4 && numbers[0] == 127 && numbers.allSatisfy { $0 != nil }
  }

  /// Serves until the program is told to end (SIGTERM, SIGINT), and ends what runs.
  ///
  /// - Parameter started: is called with the address, once it can be asked.
  public func run(started: @escaping @Sendable (String) -> Void) async throws {
    let threads = NIOThreadPool(numberOfThreads: 4)
    threads.start()
    var logger = Logger(label: "mahdar", factory: { _ in SwiftLogNoOpLogHandler() })
    logger.logLevel = .critical
    let host = host
    let application = Application(
      responder: DeskResponder(desk: desk, samples: samples, gate: Gate(host: host, token: token), threads: threads),
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(Self.idle),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
      configuration: .init(
        address: .hostname(host, port: port), serverName: nil, backlog: 256, reuseAddress: true,
        availableConnectionsDelegate: MaximumAvailableConnections(Self.connections)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? 0
        started("http://\(host.contains(":") ? "[\(host)]" : host):\(port)/")
      }, logger: logger)
    do {
      try await application.runService()
    } catch {
      try? await threads.shutdownGracefully()
      guard let error = error as? IOError else { throw error }
      let why = error.errnoCode == EADDRINUSE ? "another program listens there" : "it can't be listened at"
      throw StoreError.request("\(host), port \(port): \(why) (take another: --port 0 takes one that is free)")
    }
    try? await threads.shutdownGracefully()
  }
}
