/// Finds the fields in which claims of one contact tell what can't all be so: values that exclude each other, never finer and
/// coarser ones of one value, nor longer lists of people.
struct ConflictFinder {
  /// In the order in which they were said.
  let profiles: [ClaimProfile]
  /// How many claims each profile stands for.
  let counts: [Int]
  /// The roots that each goes back to, by their places in `Record.roots`.
  let roots: [[Int]]

  /// A conflict of values of which at least two exclude each other; nil where fewer than two are told.
  func conflict(_ field: Record.Conflict.Field, _ values: [Record.Value]) -> Record.Conflict? {
    guard values.count > 1 else { return nil }
    let weighed = values.map { ($0, Set($0.claims.flatMap { roots[$0] }).count) }
    // Who corrects himself later no longer tells the earlier value.
    let last = lastTold(values)
    let standing = values.indices.filter { place in
      values[place].claims.contains { claim in outlet(claim).map { last[$0]?.value == place } ?? true }
    }
    let order = weighed.indices.sorted { a, b in
      (weighed[b].1, weight(weighed[b].0), a) < (weighed[a].1, weight(weighed[a].0), b)
    }
    return .init(
      field: field, values: order.map { weighed[$0].0 }, roots: order.map { weighed[$0].1 },
      isSettled: standing.count < 2)
  }

  private func weight(_ value: Record.Value) -> Int { value.claims.reduce(0) { $0 + counts[$1] } }

  private func outlet(_ claim: Int) -> UInt64? { profiles[claim].features.roots.outlet }

  /// The value that each outlet told last, by its place, with the claim.
  private func lastTold(_ values: [Record.Value]) -> [UInt64: (claim: Int, value: Int)] {
    var last: [UInt64: (claim: Int, value: Int)] = [:]
    for (place, value) in values.enumerated() {
      for claim in value.claims {
        if let outlet = outlet(claim), claim > last[outlet]?.claim ?? -1 { last[outlet] = (claim, place) }
      }
    }
    return last
  }

  // MARK: Fields

  func date(_ values: [Record.Value], standing: Set<Int>) -> Record.Conflict? {
    let told = values.compactMap { value -> (Record.Value, CalendarValue)? in
      let claims = value.claims.filter(standing.contains)
      guard !claims.isEmpty, let date = CalendarValue(value.value) else { return nil }
      return (.init(value: value.value, claims: claims), date)
    }
    let excluding = told.filter { one in told.contains { !$0.1.overlaps(one.1) } }
    return conflict(.date, excluding.map(\.0))
  }

  /// Cities that are not one; a country or region beside its city is none.
  func place() -> Record.Conflict? {
    var values: [Record.Value] = []
    var places: [UInt64: Int] = [:]
    for (index, profile) in profiles.enumerated() {
      guard let city = profile.features.city, !profile.features.isRegion, let name = profile.claim.place?.name else {
        continue
      }
      if let place = places[city] {
        values[place].claims.append(index)
      } else {
        places[city] = values.count
        values.append(.init(value: name, claims: [index]))
      }
    }
    return conflict(.place, values)
  }

  func duration(_ values: [Record.Value]) -> Record.Conflict? {
    var lengths: [Int: Record.Value] = [:]
    for value in values {
      guard let length = Self.minutes(value.value) else { continue }
      lengths[length, default: .init(value: value.value, claims: [])].claims += value.claims
    }
    return conflict(.duration, lengths.sorted { $0.key < $1.key }.map(\.value))
  }

  /// The length of an ISO 8601 duration of days, hours and minutes; nil for others.
  static func minutes(_ text: String) -> Int? {
    guard text.hasPrefix("P") else { return nil }
    var (sum, number, isTime) = (0, 0, false)
    for letter in text.dropFirst() {
      switch letter {
      case "T": isTime = true
      case "0"..."9": number = min(number, 1_000_000) * 10 + (letter.wholeNumberValue ?? 0)
      case "W": (sum, number) = (sum + number * 7 * 24 * 60, 0)
      case "D": (sum, number) = (sum + number * 24 * 60, 0)
      case "H": (sum, number) = (sum + number * 60, 0)
      case "M" where isTime: (sum, number) = (sum + number, 0)
      default: return nil
      }
    }
    return sum
  }

  /// What took place beside a denial or a cancelling that was told after it. What was denied before it took place is a step
  /// of its history.
  func status() -> Record.Conflict? {
    func places(_ statuses: Set<ContactStatus>, from first: Int = 0) -> [Int] {
      profiles.indices.filter { $0 >= first && statuses.contains(profiles[$0].features.status) }
    }
    let told = places([.held, .underway])
    guard let first = told.first else { return nil }
    let against = [ContactStatus.denied, .cancelled].map { (status: $0, claims: places([$0], from: first)) }
      .filter { !$0.claims.isEmpty }
    guard !against.isEmpty else { return nil }
    let held = Record.Value(value: ContactStatus.held.rawValue, claims: told)
    return conflict(.status, [held] + against.map { .init(value: $0.status.rawValue, claims: $0.claims) })
  }
}
