/// Two claims that were compared; `a` and `b` are what the holder knows them by.
public struct ClaimLink: Sendable, Hashable {
  public var a: Int
  public var b: Int
  public var comparison: Comparison

  public init(a: Int, b: Int, comparison: Comparison) {
    self.a = a
    self.b = b
    self.comparison = comparison
  }
}
