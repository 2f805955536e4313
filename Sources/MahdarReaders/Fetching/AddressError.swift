/// Why an address gave nothing.
public struct AddressError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Reason: Hashable, Sendable {
    /// It is no address of the web.
    case malformed
    /// It leads to a network that is not the public one.
    case forbidden
    /// robots.txt of its host asks programs to keep away.
    case disallowed
    /// The server said no, with this status.
    case status(Int)
    /// The server can't be reached, or does not do as HTTP asks.
    case unreachable
    /// What it sends is too much.
    case tooLong
    /// A library is not there.
    case missing
    /// The run was ended.
    case ended
  }

  public var reason: Reason
  public var message: String
  /// The seconds after which the server wants to be asked again.
  public var retryAfter: Int?

  public init(_ reason: Reason, _ message: String, retryAfter: Int? = nil) {
    self.reason = reason
    self.message = message
    self.retryAfter = retryAfter
  }

  public var description: String { message }

  /// Whether asking again may help.
  public var isPassing: Bool {
    switch reason {
    case .status(let status): status >= 500 || status == 408 || status == 425 || status == 429
    case .unreachable, .ended: true
    case .malformed, .forbidden, .disallowed, .tooLong, .missing: false
    }
  }
}
