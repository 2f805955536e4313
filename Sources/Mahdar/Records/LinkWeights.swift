/// What may speak for or against two claims being of one contact; its cases are the names of `Data/ar/link-weights.tsv`.
///
/// Two claims have one feature at most of the pair of sides, of the days, and of the place.
enum LinkFeature: UInt8, Sendable, CaseIterable {
  case bias

  // MARK: Who: the two sides that agree best, each by how it is told

  case nameName
  case nameAlike
  case nameShort
  case nameBody
  case nameState
  case nameSide
  case alikeAlike
  case alikeOther
  case shortShort
  case shortBody
  case shortState
  case shortSide
  case bodyBody
  case bodyState
  case bodySide
  case stateState
  case stateSide
  case sideSide
  case oneName
  case oneOther
  /// A third side that agrees.
  case third
  /// Two people who agree and stand in no gazetteer.
  case unknown
  /// People of one side who are not one: of the other side than the one in common, and beside sides that agree.
  case another, otherOffice, clash, clashOfMany
  /// One side in common, each with another.
  case elsewhere
  /// Sides that one of the claims tells alone.
  case oneMore
  case manyMore
  case openMore

  // MARK: When

  case day
  case days
  case week
  case month
  case year
  case adjacent
  case near
  /// Of two days, one of which was put off.
  case moved
  case oneDatedNear
  case oneDatedWeeks
  case oneDatedMonth
  case oneDatedFar
  case oneDatedWide
  case undatedNear
  case undatedWeek
  case undatedMonth
  case undatedFar
  case timeless
  /// Told as held before the other tells it as planned.
  case backwards
  /// Told as held and as planned on one day, and neither when.
  case mixed

  // MARK: Where

  case city
  case otherCity
  case otherCountry
  case country
  case placeless
  case nowhere
  case remote

  // MARK: How

  case form
  case margins
  case conferenceVisit
  case conferenceMeeting
  case talksVisit
  case meetingTalks
  case meetingVisit
  case otherForm
  case round
  case denied
  case status
  case central

  // MARK: About what

  case otherTopics
  case topic
  case topics
  case wording
  case wordings
  case occasion, venue
}

/// How much each feature weighs, in hundredths of a logarithm of odds.
struct LinkWeights: Sendable {
  private var weights = [Int32](repeating: 0, count: LinkFeature.allCases.count)
  /// The most that words in common may add.
  private(set) var words: Int32 = 0
  /// Tells one table from another.
  private(set) var digest: UInt64 = 0

  init() {}

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("link-weights", ["feature", "weight"])
    for row in table.rows {
      guard let feature = LinkFeature.allCases.first(where: { "\($0)" == row[0] }) else {
        throw table.error(row, "unknown feature '\(row[0])'")
      }
      guard let weight = Int32(row[1]) else { throw table.error(row, "'\(row[1])' is no whole number") }
      self[feature] = weight
    }
    sum()
  }

  /// - Parameter weights: of all features, in their order.
  init(_ weights: [Int32]) {
    self.weights = weights
    sum()
  }

  private mutating func sum() {
    let common: [[LinkFeature]] = [[.topic, .topics], [.wording, .wordings], [.occasion], [.venue]]
    words = common.reduce(0) { $0 + max(0, $1.map { self[$0] }.max() ?? 0) }
    var digest = ContentDigest()
    for weight in weights { digest.add(UInt64(UInt32(bitPattern: weight))) }
    self.digest = digest.value
  }

  private(set) subscript(_ feature: LinkFeature) -> Int32 {
    get { weights[Int(feature.rawValue)] }
    set { weights[Int(feature.rawValue)] = newValue }
  }

  mutating func transfer(_ image: inout LexiconImage) {
    image.transfer(&weights)
    image.transfer(&words)
    image.transfer(&digest)
  }
}
