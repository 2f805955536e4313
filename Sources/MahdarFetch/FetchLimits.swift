/// What an answer may cost.
public struct FetchLimits: Sendable {
  /// Bytes of a body, unpacked.
  public var bytes = 16 << 20
  /// Bytes of an answer's head.
  public var head = 128 << 10
  /// How many times as long as what came a body may be, once unpacked; bodies below a MiB may be longer.
  public var ratio = 100
  public var redirects = 10
  public var connectSeconds = 15.0
  public var totalSeconds = 120.0
  /// Slower than this many bytes a second for so many seconds ends it.
  public var slowBytes = 100
  public var slowSeconds = 20

  public init() {}
}
