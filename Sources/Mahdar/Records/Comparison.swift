/// What speaks for and against two claims being of one contact.
public struct Comparison: Sendable, Hashable {
  public enum Verdict: String, Sendable, Codable {
    /// Both tell of one contact.
    case same
    /// They may; a person should look.
    case possibly
    case different
    /// They can't, whatever else speaks for it: never in one record.
    case excluded

    /// Whether it connects the two.
    public var isLink: Bool { self == .same || self == .possibly }
  }

  /// What a reason is about.
  public enum Subject: String, Sendable, Codable {
    case participants, date, place, venue, form, status, occasion, topics, wording, round, article
  }

  /// One thing that speaks for (positive) or against (negative).
  public struct Reason: Sendable, Hashable, Codable {
    public var subject: Subject
    public var weight: Double
    /// In words for the user.
    public var text: String
  }

  public var verdict: Verdict
  public var score: Double
  public var reasons: [Reason]

  public init(verdict: Verdict, score: Double, reasons: [Reason]) {
    self.verdict = verdict
    self.score = score
    self.reasons = reasons
  }

  /// The weight at which two claims count as one; tuned on dev and seeds with given claims, from 4 to 7.
  static let same = 5.0
  /// The weight at which the pair goes to the tray.
  static let possibly = 3.5
}
