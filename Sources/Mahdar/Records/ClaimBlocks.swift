/// Where a claim waits for those that it may be one with, and where it looks for them.
///
/// Two claims are compared only when they meet in a block: a person (or, where none is named, a side) with another
/// side, in a stretch of days. Claims dated to a week wait in weeks, others in the months that they leave open, claims
/// of a year in the year.
///
/// - Shape: when one claim finds the other and `areNear` holds, the other finds the one. A block's upper 16
///   bits are its stretch, so that the blocks of one time lie together in an index.
public struct ClaimBlocks: Sendable {
  /// The blocks that the claim stands in, that of its likeness included.
  public let stored: [UInt64]
  /// The blocks that it looks into.
  public let probed: [UInt64]
  /// The block of its likeness; nil when it meets nobody.
  public let like: UInt64?

  /// How far apart days may be that are still compared, in days.
  private static let slack: Int32 = 3

  init(_ claim: ClaimFeatures) {
    let pairs = Self.pairs(claim)
    let (stands, looks) = Self.stretches(claim.time)
    func keys(_ stretches: [UInt64], _ pairs: [UInt64]) -> [UInt64] {
      var keys: [UInt64] = []
      keys.reserveCapacity(pairs.count * stretches.count)
      for stretch in stretches { for pair in pairs { keys.append(stretch << 48 | pair >> 16) } }
      keys.sort()
      return keys
    }
    let stored = keys(stands, pairs.common + pairs.stood)
    let like = stored.first.map { $0 & 0xFFFF << 48 | claim.likeness >> 16 }
    self.stored = stored + [like].compactMap { $0 }
    self.like = like
    probed = keys(looks, pairs.common + pairs.sought)
  }

  // MARK: Who with whom

  private enum Pair: UInt64 { case actor, sides, sidesOnADay, conference, people, nameless }

  /// The pairs in whose blocks a claim both stands and looks, those where it only stands, and those where it only looks.
  ///
  /// Two claims that name people on all sides meet by the people; one that names nobody finds them by their sides, too.
  private static func pairs(_ claim: ClaimFeatures) -> (common: [UInt64], stood: [UInt64], sought: [UInt64]) {
    var pairs: [UInt64] = []
    func pair(_ kind: Pair, _ values: UInt64...) -> UInt64 {
      var digest = ContentDigest()
      digest.add(kind.rawValue)
      for value in values { digest.add(value) }
      return digest.value
    }
    func add(_ pair: UInt64) { if !pairs.contains(pair) { pairs.append(pair) } }
    let isLarge = claim.sides.count > 4
    let country = claim.country
    var (people, nameless): ([UInt64], [UInt64]) = ([], [])
    if claim.isMultilateral, let country { add(pair(.conference, country)) }
    for party in claim.parties {
      let own = party.side ?? 0
      let (first, last) = (party.key.parts.first?.consonants, party.key.parts.last?.consonants)
      func meets(_ other: UInt64) {
        guard party.kind == .person, let first, let last else {
          return add(pair(.sides, min(own, other), max(own, other)))
        }
        add(pair(.actor, first, own, other))
        if last != first { add(pair(.actor, last, own, other)) }
      }
      if !isLarge {
        for side in claim.sides where side != own {
          meets(side)
          people.append(pair(.people, min(own, side), max(own, side)))
          nameless.append(pair(.nameless, min(own, side), max(own, side)))
        }
      }
      if let country, country != own { meets(country) }
    }
    if let day = claim.time.told, day.days == 1, let country, !isLarge {
      for (index, side) in claim.sides.enumerated() {
        for other in claim.sides[(index + 1)...] {
          add(pair(.sidesOnADay, min(side, other), max(side, other), country))
        }
      }
    }
    let named = claim.parties.count(where: \.isNamed)
    if named == 0 { return (pairs, Array(Set(nameless)), Array(Set(people))) }
    return named == claim.parties.count ? (pairs, Array(Set(people)), Array(Set(nameless))) : (pairs, [], [])
  }

  // MARK: When

  /// Whether the days of two claims are at most `slack` apart: then either finds the other.
  static func areNear(_ a: ClaimTime, _ b: ClaimTime) -> Bool {
    guard let one = a.window, let other = b.window else { return a.window == nil && b.window == nil }
    return one.lowerBound - slack <= other.upperBound && other.lowerBound - slack <= one.upperBound
  }

  /// Kinds of stretches: the upper two bits of a stretch's sixteen.
  private enum Stretch: UInt64 { case any, week, month, year }

  private static func stretches(_ time: ClaimTime) -> (stands: [UInt64], looks: [UInt64]) {
    guard let window = time.window else { return ([Stretch.any.rawValue], [Stretch.any.rawValue]) }
    let wide = window.lowerBound - slack...window.upperBound + slack
    func weeks(_ days: ClosedRange<Int32>) -> [UInt64] { stretch(.week, days) { $0 >= 0 ? $0 / 7 : ($0 - 6) / 7 } }
    let months = stretch(.month, wide) { day in
      let (year, month, _) = CivilDay.parts(day)
      return Int32(year * 12 + month)
    }
    let years = stretch(.year, wide) { Int32(CivilDay.parts($0).year) }
    let looks = weeks(wide) + months + years
    if time.isExact { return (weeks(window), looks) }
    return (time.isCoarse ? years : months, looks)
  }

  /// The stretches from that of the first day to that of the last, in the 14 bits that are left: stretches that lie centuries
  /// apart may share a number, which costs a comparison.
  private static func stretch(_ kind: Stretch, _ days: ClosedRange<Int32>, _ index: (Int32) -> Int32) -> [UInt64] {
    (index(days.lowerBound)...index(days.upperBound)).map { number in
      kind.rawValue << 14 | UInt64(UInt32(bitPattern: number) & 0x3FFF)
    }
  }
}
