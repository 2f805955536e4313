/// What speaks for and against two claims being of one contact.
public struct Comparison: Sendable, Hashable {
  public enum Verdict: String, Sendable, Codable {
    /// Both tell of one contact.
    case same
    /// One of them is a part of what the other tells: a meeting in a visit, two who meet on the margins of many.
    case within
    /// They may; a person should look.
    case possibly
    case different
    /// They can't, whatever else speaks for it: never in one record.
    case excluded

    /// Whether it connects the two.
    public var isLink: Bool { self == .same || self == .within || self == .possibly }
  }

  /// What a reason is about.
  public enum Subject: String, Sendable, Codable {
    case participants, date, place, venue, form, status, occasion, topics, wording, round, article
  }

  /// One thing that speaks for (positive) or against (negative).
  public struct Reason: Sendable, Hashable {
    public var subject: Subject
    public var weight: Double
    public var finding: Finding
  }

  public var verdict: Verdict
  public var score: Double
  public var reasons: [Reason]
  /// Whether their days agree only if the one was put off to the other.
  var isReplanned = false
  /// Whether each tells two who met, of whom one alone is in common: no third report makes them one.
  var isApart = false

  public init(verdict: Verdict, score: Double, reasons: [Reason]) {
    self.verdict = verdict
    self.score = score
    self.reasons = reasons
  }

  /// The logarithm of odds at which two claims count as one: of the pairs of marked claims that it joins eight of 499 are wrong.
  static let same = 0.4
  /// That at which the pair goes to the tray.
  static let possibly = -2.0
}
