/// How long a feed wants not to be asked again.
enum FeedRest {
  private static let periods = [
    "hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000,
  ]

  /// - Parameters:
  ///   - ttl: minutes.
  ///   - period: of the module of syndication, with how often in it.
  static func seconds(ttl: String?, period: String?, frequency: String?) -> Int? {
    if let ttl, let minutes = Int(ttl), (1...525_600).contains(minutes) { return minutes * 60 }
    guard let period, let seconds = periods[period.lowercased()] else { return nil }
    return seconds / max(1, min(frequency.flatMap { Int($0) } ?? 1, seconds))
  }
}
