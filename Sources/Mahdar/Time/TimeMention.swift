/// The TIMEX3 types.
public enum TimeType: String, Sendable { case date = "DATE", time = "TIME", duration = "DURATION", set = "SET" }

/// An expression of calendar time.
public struct TimeMention: Sendable {
  public var tokens: Range<Int>
  /// The expression less leading prepositions and clitics.
  public var span: TextSpan
  public var type: TimeType
  /// The TIMEX3 value; nil when it is relative and the article has no reference date.
  public var value: String?
  /// The days that a DATE or TIME stands for; nil where it has none (durations, PAST_REF …).
  public var calendar: CalendarValue?
  /// The rule that read it.
  public var rule: String
}
