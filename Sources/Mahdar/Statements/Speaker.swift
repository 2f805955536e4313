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
  /// Whether a verb of the feminine told of the speaker; nil where none did.
  var isFeminine: Bool?
  /// Whether several people speak, or one; nil where that is not told.
  var isPlural: Bool?

  /// Whether a verb that names no subject may have this one.
  func agrees(with form: VerbForm) -> Bool {
    if let isPlural, isPlural != (form.number != .singular) { return false }
    if isPlural == nil, form.number != .singular, kind == .person, joint.isEmpty { return false }
    return isFeminine.map { $0 == form.isFeminine } ?? true
  }
}

/// A speaker and the token behind the words that tell of it.
struct Subject {
  var speaker: Speaker
  /// The first token of its words.
  var start: Int
  var end: Int
}
