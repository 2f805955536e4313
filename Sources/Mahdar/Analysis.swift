/// An article and all that was read off it, layer by layer.
///
/// - Shape: each layer in text order; a row refers to rows of earlier layers by index.
public struct Analysis: Sendable {
  public var article: Article
  public var tokens: Tokens
  public var times: [TimeMention]
  public var mentions: [Mention]
  public var chains: [Chain]
  public var statements: [Statement]
  public var contacts: [ContactClaim]
  /// What could not be read, in words for the user.
  public var remarks: [String]

  /// The words of a span.
  public func text(_ span: TextSpan) -> String { tokens.text(span) }
}
