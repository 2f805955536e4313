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

  var cue: Range<Int>
  var frame: SpeechCue.Frame
  var shape: SpeechCue.Shape
  var speaker: Speaker?
  var via: TextSpan?
  var content: Content
  /// Whether the speaker was told with the cue, not taken from before.
  var isExplicit: Bool
  /// Whether it stands inside the clause that an earlier frame reports.
  var isNested = false
}
