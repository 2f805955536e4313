/// What is known of one contact: many claims, one account.
///
/// - Shape: a function of the set of its claims; claims are in the order in which they were said, then by id.
public struct Record: Sendable {
  /// One who takes part, with the claims that say so.
  public struct Participant: Sendable, Hashable {
    /// The gazetteer's id, else `local:` and a digest of side and name.
    public var identity: String
    /// The fullest name told.
    public var name: String
    public var label: String?
    public var kind: String
    public var side: String?
    /// The offices told, the most frequent first.
    public var offices: [String]
    /// By their places in `claims`.
    public var claims: [Int]
  }

  /// A value of a field and the claims that tell it.
  public struct Value: Sendable, Hashable {
    public var value: String
    public var claims: [Int]
  }

  /// A field of which claims tell what can't all be so; the values side by side, the best supported first.
  public struct Conflict: Sendable, Hashable {
    public enum Field: String, Sendable, Codable { case date, place, duration, participants, status }
    public var field: Field
    /// Those of most roots first.
    public var values: [Value]
    /// How many roots each value has.
    public var roots: [Int]
    /// Whether those who told another value took it back later.
    public var isSettled: Bool
  }

  public var id: String
  /// Ids that the record may have had when it held fewer claims.
  public var aliases: [String]
  public var claims: [RecordClaim]
  public var form: ContactForm
  public var status: ContactStatus
  /// Whether a denial stands beside reports.
  public var isDisputed: Bool
  public var channel: ContactChannel
  public var participants: [Participant]
  /// The dates told, the one to show first: best supported, then most precise.
  public var dates: [Value]
  public var places: [Value]
  public var place: RecordClaim.Place?
  public var venues: [Value]
  public var occasions: [Value]
  public var durations: [Value]
  public var topics: [Value]
  public var history: [StatusStep]
  public var roots: [SourceRoot]
  /// The claims that each claim cites by their outlets, by their places in `claims`.
  public var cited: [[Int]]
  /// The claim whose text each claim's article copies; itself where it copies none.
  public var copied: [Int]
  public var conflicts: [Conflict]
  public var links: [ClaimLink]

  /// The roots of some claims, by their places, in order.
  public func roots(of claims: [Int]) -> [Int] {
    let claims = Set(claims)
    return roots.indices.filter { !claims.isDisjoint(with: roots[$0].claims) }
  }

  /// Why the status is what it is.
  public var reason: StatusReason {
    let steps = history.filter { $0.status == status && $0.isCredible }
    // Who tells of a denial names whom he denies as well.
    func deniers(_ steps: some Sequence<StatusStep>) -> [String] {
      let named = roots(of: steps.filter { $0.status == .denied }.flatMap(\.claims)).map { roots[$0] }
      let sure = named.filter { $0.kind == .official || $0.kind == .document }
      return (sure.isEmpty ? named : sure).map(\.name)
    }
    let first = history.firstIndex { $0.status == status && $0.isCredible } ?? 0
    return StatusReason(
      status: status, roots: roots(of: steps.flatMap(\.claims)).count,
      since: steps.first?.said.map { String($0.prefix(10)) }, deniedBefore: deniers(history[..<first]),
      denied: status == .denied ? [] : deniers(history[first...]))
  }

  /// The date to show.
  public var date: String? { dates.first?.value }
  /// How many articles tell of it.
  public var articles: Int { Set(claims.map(\.article)).count }
  /// How many articles tell of it, and how many roots of each kind they go back to.
  public var support: Support { Support(articles: articles, roots: roots) }

  /// The id of a record whose first claim, by ids, is `claim`. The ids of its other claims are its aliases.
  public static func id(of claim: String) -> String { "c" + claim }
}
