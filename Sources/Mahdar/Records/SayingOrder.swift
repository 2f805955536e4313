/// When a claim was said among others of its contact; what has no publication comes last.
public struct SayingOrder: Sendable, Comparable {
  private let day: Substring
  /// Of one day the sooner status comes first: announced in the morning, held in the evening.
  private let rank: Int
  private let published: String
  private let number: UInt64

  public init(_ claim: ClaimFeatures, published: String?) {
    self.published = published ?? "~"
    day = self.published.prefix(10)
    rank = Self.rank(claim.status)
    number = claim.number
  }

  public static func < (a: SayingOrder, b: SayingOrder) -> Bool {
    (a.day, a.rank, a.published, a.number) < (b.day, b.rank, b.published, b.number)
  }

  private static func rank(_ status: ContactStatus) -> Int {
    switch status {
    case .proposed: 0
    case .scheduled: 1
    case .postponed: 2
    case .cancelled: 3
    case .underway: 4
    case .held: 5
    case .denied: 6
    }
  }
}
