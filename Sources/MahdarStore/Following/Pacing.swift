/// How often feeds are asked, and how soon again after a failure.
public struct Pacing: Sendable {
  /// The seconds between two requests to a feed, at least and at most.
  public var least: Int
  public var most: Int

  /// No failure is waited out for longer.
  private static let longest = 86_400
  /// Of a feed that nothing is known of.
  private static let first = 1800

  public init(least: Int = 300, most: Int = 21_600) {
    self.least = max(1, least)
    self.most = max(self.least, most)
  }

  var first: Int { clamped(Self.first) }

  /// The pace of a feed: quicker where it brought something new, slower where not.
  func pace(after pace: Int, new: Int) -> Int { clamped(new > 0 ? pace / 2 : pace + pace / 2 + 1) }

  /// The seconds until the next request.
  ///
  /// - Parameters:
  ///   - wish: how long the feed wants to be left alone.
  ///   - seed: what spreads the feeds: a few of one pace don't come all at once.
  func rest(pace: Int, wish: Int?, seed: String) -> Int {
    spread(clamped(max(pace, wish ?? 0)), seed)
  }

  /// The seconds until the next try after so many failures in a row: twice as many each time.
  ///
  /// - Parameter wish: how long the server wants to be left alone.
  func rest(failures: Int, wish: Int?, seed: String) -> Int {
    let doubled = least << min(max(failures - 1, 0), 20)
    return max(spread(min(doubled, max(most, least)), seed + "\(failures)"), min(wish ?? 0, Self.longest))
  }

  private func clamped(_ seconds: Int) -> Int { min(max(seconds, least), most) }

  /// Up to a tenth more, told by the seed alone.
  private func spread(_ seconds: Int, _ seed: String) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in seed.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return seconds + Int(hash >> 33) % (seconds / 10 + 1)
  }
}
