/// Whether the words themselves are given, or only reported.
public enum StatementKind: String, Sendable { case direct, indirect }

/// What kind of speaker somebody is.
public enum SpeakerKind: String, Sendable { case person, office, anonymous, outlet }

/// Speech, writing or a stance that the article attributes to somebody.
public struct Statement: Sendable {
  public var kind: StatementKind
  /// What was said: the bytes without quotation marks and speech verb.
  public var span: TextSpan
  public var tokens: Range<Int>
  /// The speaker as the text has it where the statement stands; the chain, when known, has the fullest name.
  public var speaker: TextSpan
  /// The speaker's index in `Analysis.chains`; nil when no chain was found for the words.
  public var chain: Int?
  public var speakerKind: SpeakerKind
  /// The outlet through which it reached the article.
  public var via: TextSpan?
  /// The verb or noun of saying.
  public var cue: TextSpan
  public var rule: String
  /// The chains of all who speak together, when several do.
  public var joint: [Int] = []

  /// Whether two statements have the same words of the same kind: read by two cues of one sentence.
  func tellsTheSame(as other: Statement) -> Bool { kind == other.kind && span == other.span }
}
