/// Where a claim waits for those that it may be one with, and where it looks for them.
///
/// Two claims are compared only when they meet in a block: a person (or, where none is named, a side) with another
/// side, in a stretch of days. Claims dated to a week wait in weeks, others in the months that they leave open, claims
/// of a year in the year.
///
/// - Shape: when one claim finds the other and the days of both overlap, the other finds the one.
struct ClaimBlocks: Sendable {
  /// The blocks that the claim stands in.
  let stored: [UInt64]
  /// The blocks that it looks into.
  let probed: [UInt64]

  /// How far apart days may be that are still compared, in days.
  private static let slack: Int32 = 3

  init(_ profile: ClaimProfile) {
    let pairs = Self.pairs(profile)
    let (stands, looks) = Self.stretches(profile.time)
    func keys(_ stretches: [String]) -> [UInt64] {
      Set(pairs.flatMap { pair in stretches.map { ContentDigest.of(pair, $0) } }).sorted()
    }
    stored = keys(stands)
    probed = keys(looks)
  }

  // MARK: Who with whom

  private static func pairs(_ profile: ClaimProfile) -> Set<String> {
    var pairs: Set<String> = []
    let isLarge = profile.sides.count > 4
    if profile.isMultilateral, let country = profile.country { pairs.insert("conference in \(country)") }
    for party in profile.parties {
      let own = party.side ?? ""
      let actors =
        party.kind == .person
        ? Set([party.key.parts.first, party.key.parts.last].compactMap { $0?.consonants }).map { String($0, radix: 16) }
        : []
      var others = isLarge ? [] : profile.sides.filter { $0 != own }
      if let country = profile.country, country != own { others.append(country) }
      for other in others {
        for actor in actors { pairs.insert("\(actor) of \(own) with \(other)") }
        if actors.isEmpty { pairs.insert([own, other].sorted().joined(separator: " with ")) }
      }
    }
    if let day = profile.time.told, day.days == 1, let country = profile.country {
      for (index, side) in profile.sides.enumerated() {
        for other in profile.sides[(index + 1)...] where !isLarge {
          pairs.insert([side, other].sorted().joined(separator: " with ") + " in \(country) on a day")
        }
      }
    }
    return pairs
  }

  // MARK: When

  private static func stretches(_ time: ClaimTime) -> (stands: [String], looks: [String]) {
    guard let window = time.window else { return (["any"], ["any"]) }
    let wide = window.lowerBound - slack...window.upperBound + slack
    let weeks = stretch("week", wide) { $0 >= 0 ? $0 / 7 : ($0 - 6) / 7 }
    let months = stretch("month", wide) { day in
      let (year, month, _) = CivilDay.parts(day)
      return Int32(year * 12 + month)
    }
    let years = stretch("year", wide) { Int32(CivilDay.parts($0).year) }
    if time.isExact { return (stretch("week", window) { $0 >= 0 ? $0 / 7 : ($0 - 6) / 7 }, weeks + months + years) }
    if time.isCoarse { return (years, weeks + months + years) }
    return (months, weeks + months + years)
  }

  /// The stretches from that of the first day to that of the last.
  private static func stretch(_ name: String, _ days: ClosedRange<Int32>, _ index: (Int32) -> Int32) -> [String] {
    (index(days.lowerBound)...index(days.upperBound)).map { "\(name) \($0)" }
  }
}
