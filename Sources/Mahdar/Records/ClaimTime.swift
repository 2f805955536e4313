/// When a claim's contact takes place, as far as the claim bounds it.
///
/// - Units: days from 1970-01-01, both ends included.
struct ClaimTime: Sendable, Hashable {
  /// The date told.
  var told: CalendarValue?
  var published: Int32?
  /// The days it may have been: those told, else those that the status leaves around the publication. Nil: no hint at
  /// all.
  var window: ClosedRange<Int32>?

  /// What is put off is held within so many days.
  static let moving: Int32 = 62
  /// What is told as held without a day took place within so many days before, in most reports that recall it.
  private static let recalled: Int32 = 62

  init(date: String?, published: String?, status: ContactStatus) {
    self.init(
      told: date.flatMap { CalendarValue($0) }, published: published.flatMap { CalendarValue.published($0)?.first },
      status: status)
  }

  init(told: CalendarValue?, published: Int32?, status: ContactStatus) {
    self.told = told
    self.published = published
    if let told {
      let moved = status == .postponed ? Self.moving : 0
      window = told.first - moved...max(told.first, told.last) + moved
    } else if let day = published {
      switch status {
      case .held: window = day - Self.recalled...day
      case .underway: window = day - 7...day + 3
      case .scheduled: window = day - 1...day + 45
      case .proposed, .postponed, .cancelled, .denied: window = day - 14...day + 60
      }
    }
  }

  func write(to bytes: inout ByteWriter) {
    bytes.add(told) {
      $0.add(day: $1.first)
      $0.add(day: $1.last)
      $0.add(byte: Int($1.grain.rawValue))
    }
    bytes.add(published) { $0.add(day: $1) }
  }

  /// Whether the days that it may have been are no more than a week.
  var isExact: Bool { (window?.count ?? .max) <= 7 }
  /// Whether it is told no better than a part of a year.
  var isCoarse: Bool { (told?.days ?? 0) > 62 }
}
