/// Who a statement is attributed to, as the words before or after the verb tell it.
struct Speaker: Sendable, Hashable {
  /// The words, less clitics at their head.
  var span: TextSpan
  /// The index of the chain, when a mention covers the words.
  var chain: Int?
  var kind: SpeakerKind
  /// The token of the first word; -1 where it is not known.
  var head: Int = -1
  /// The chains of all who speak together: «لافروف وكيري», «الوزيران»; else empty.
  var joint: [Int] = []
  /// The unit that told of the speaker last.
  var unit: Int = 0
}
