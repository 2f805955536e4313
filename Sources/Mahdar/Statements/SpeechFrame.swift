/// A cue with its speaker and, where a clause or quotation follows it, the place where that starts.
struct SpeechFrame: Sendable {
  enum Content: Sendable, Hashable {
    case none
    /// A reported clause that starts at the token.
    case clause(Int)
    /// A quotation, by its index in `Tokens.quotes`.
    case quote(Int)
    /// Words after a colon that starts the token range, to the end of the unit.
    case colon(Int)
  }

  /// How a verb stands to the clause that it is part of.
  enum Place: Sendable {
    case main
    /// Behind a relative: «الذي قال إن».
    case relative
    /// Behind an indefinite noun that it describes: «في بيان نشره», «بيانا أعلنوا فيه».
    case described
  }

  var cue: Range<Int>
  var frame: SpeechCue.Frame
  var shape: SpeechCue.Shape
  var place = Place.main
  /// The form of the cue; nil for nouns.
  var form: VerbForm?
  /// The first token of the cue or of the subject before it.
  var start: Int
  /// The token behind the cue and the noun phrase that goes with it, for words of attribution.
  var end = 0
  /// The tokens of the noun phrase that tells the speaker.
  var subject: Range<Int>?
  var speaker: Speaker?
  var via: TextSpan?
  /// The outlet that passed on what the speaker said.
  var medium: Speaker?
  var content: Content
  /// Whether the speaker was told with the cue, not taken from before.
  var isExplicit: Bool
  /// Whether it stands inside the clause that an earlier frame reports.
  var isNested = false
}

/// A token that may be a cue.
struct CueToken {
  var index: Int
  var place: SpeechFrame.Place
  /// Whether it is «بحسب», «قوله» or «إعلان», which part no verb from its clause.
  var isAside: Bool
}
