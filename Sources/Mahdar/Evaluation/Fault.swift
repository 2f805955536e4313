/// Something that was not read as it is marked.
public struct Fault: Sendable, Hashable {
  public enum Kind: String, Sendable { case missed, spurious, wrong }

  public var kind: Kind
  /// What was missed or is spurious (`contact`, `quote`, `indirect`, `date`, `person`), or the field that is wrong.
  public var part: String
  /// Why, as far as the two can be held side by side; nil for fields.
  public var cause: String?
  public var article: String
  /// What the field is one of; nil for all else.
  public var subject: String?
  /// What is marked, and what was read; nil where nothing answers to the other.
  public var marked: String?
  public var found: String?
}
