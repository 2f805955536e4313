/// A value for each token of an article; outside the text the value that tells of nothing.
struct TokenMap<Value: Sendable>: Sendable {
  /// The values, and behind them the one that stands for whatever is outside the text.
  private var padded: [Value]

  /// A map of `count` tokens of which nothing is known.
  init(count: Int, nothing: Value) { padded = Array(repeating: nothing, count: count + 1) }

  /// The value of a token. What is set outside the text is passed over.
  @inline(__always) subscript(index: Int) -> Value {
    get { padded[Int(bitPattern: min(UInt(bitPattern: index), UInt(bitPattern: padded.count &- 1)))] }
    set { if index >= 0, index < padded.count &- 1 { padded[index] = newValue } }
  }

  mutating func set(_ range: Range<Int>, to value: Value) {
    for index in range.clamped(to: 0..<padded.count - 1) { padded[index] = value }
  }
}
