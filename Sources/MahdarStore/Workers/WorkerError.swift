import Foundation

/// Why no worker could be started: the run can't go on, whatever the articles are.
public struct WorkerError: Error, Sendable, Hashable, CustomStringConvertible {
  public let description: String

  public init(_ problem: String) {
    description =
      "a process that reads articles could not be started: \(problem); what was reported is safe, the rest is not added"
  }

  init(system code: Int32) { self.init(String(cString: strerror(code))) }
}
