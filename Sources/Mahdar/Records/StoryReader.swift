/// What one report of a contact tells beyond those before it.
public struct StoryEntry: Sendable, Hashable {
  public struct Change: Sendable, Hashable {
    public enum Kind: String, Sendable, Codable {
      /// Nobody had told it before.
      case adds
      /// A value within one that was told before: a day of the week, a city of the country.
      case finer
      /// Another day than was told before it was put off.
      case moved
      /// A value that excludes what was told before.
      case against
    }
    public enum Field: String, Sendable, Codable { case participants, date, place, venue, occasion, duration, topics }

    public var field: Field
    public var kind: Kind
    public var values: [String]
  }

  /// The claim, by its place in `Record.claims`.
  public var claim: Int
  /// What it does to the status, when it is the first of a step; by its place in `Record.history`.
  public var step: Int?
  public var changes: [Change]
}

/// Reads how a contact's account grew, report by report.
struct StoryReader {
  /// The dates told most exactly: all of one length.
  private var finest: Set<CalendarValue> = []
  /// Whether a report before told that it was put off.
  private var isPutOff = false
  private var cities: Set<UInt64> = []
  private var countries: Set<UInt64> = []
  private var texts: [StoryEntry.Change.Field: Set<[Letter]>] = [:]
  /// In minutes.
  private var durations: Set<Int> = []

  static func entries(of record: Record, _ profiles: [ClaimProfile]) -> [StoryEntry] {
    let profileOf = Dictionary(profiles.map { ($0.id, $0) }) { first, _ in first }
    let steps = Dictionary(record.history.enumerated().map { ($1.claims[0], $0) }) { first, _ in first }
    var reader = StoryReader()
    return record.claims.enumerated().map { index, claim in
      var changes: [StoryEntry.Change] = []
      func add(_ field: StoryEntry.Change.Field, _ kind: StoryEntry.Change.Kind?, _ values: [String]) {
        if let kind, !values.isEmpty { changes.append(.init(field: field, kind: kind, values: values)) }
      }
      let people = record.participants.filter { $0.claims.first == index }.map(\.name)
      add(.participants, .adds, people)
      add(.date, reader.date(claim.date), [claim.date].compactMap(\.self))
      if claim.status == .postponed { reader.isPutOff = true }
      if let features = profileOf[claim.id]?.features {
        add(.place, reader.place(features), [claim.place?.name].compactMap(\.self))
      }
      for (field, values) in [
        (StoryEntry.Change.Field.venue, [claim.venue]), (.occasion, [claim.occasion]), (.topics, claim.topics),
      ] {
        add(field, .adds, reader.new(field, values.compactMap(\.self)))
      }
      add(.duration, reader.duration(claim.duration), [claim.duration].compactMap(\.self))
      return StoryEntry(claim: index, step: steps[index], changes: changes)
    }
  }

  private mutating func date(_ text: String?) -> StoryEntry.Change.Kind? {
    guard let date = text.flatMap({ CalendarValue($0) }) else { return nil }
    guard let days = finest.first?.days else {
      finest = [date]
      return .adds
    }
    // What was told most exactly is what counts.
    let agrees = finest.contains { $0.overlaps(date) }
    if date.days < days { finest = [date] } else if date.days == days { finest.insert(date) }
    guard agrees else { return isPutOff ? .moved : .against }
    return date.days < days ? .finer : nil
  }

  private mutating func place(_ features: ClaimFeatures) -> StoryEntry.Change.Kind? {
    defer {
      if let city = features.city, !features.isRegion { cities.insert(city) }
      if let country = features.country { countries.insert(country) }
    }
    guard features.city != nil || features.country != nil else { return nil }
    if let country = features.country, !countries.isEmpty, !countries.contains(country) { return .against }
    guard let city = features.city, !features.isRegion else { return countries.isEmpty ? .adds : nil }
    if cities.contains(city) { return nil }
    return cities.isEmpty ? countries.isEmpty ? .adds : .finer : .against
  }

  private mutating func new(_ field: StoryEntry.Change.Field, _ values: [String]) -> [String] {
    values.filter { texts[field, default: []].insert(FoldedText.key($0)).inserted }
  }

  private mutating func duration(_ text: String?) -> StoryEntry.Change.Kind? {
    guard let length = text.flatMap(ConflictFinder.minutes), durations.insert(length).inserted else { return nil }
    return durations.count == 1 ? .adds : .against
  }
}
