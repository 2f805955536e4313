import Mahdar

/// What a reader has chosen: kept in one cookie, and nowhere else.
struct Preferences: Sendable, Hashable {
  static let cookie = "desk"

  enum Theme: String, Sendable { case light, dark }

  var language: Wording.Language?
  /// Nil for the system's.
  var theme: Theme?
  var months = CalendarWords.Family.gulf
  /// Whether days are told in the Hijri calendar, too.
  var isHijri = false
  var isDense = false

  init() {}

  /// - Parameter cookie: what `text` wrote; anything else is passed over.
  init(_ cookie: String) {
    for part in cookie.prefix(200).split(separator: ".") {
      let pair = part.split(separator: "-", maxSplits: 1).map(String.init)
      if pair.count == 2 { set(pair[0], pair[1]) }
    }
  }

  /// Takes a choice by its name; an unknown one is passed over.
  mutating func set(_ name: String, _ value: String) {
    switch name {
    case "lang": language = Wording.Language(rawValue: value) ?? language
    case "theme": theme = Theme(rawValue: value)
    case "months": months = CalendarWords.Family(rawValue: value) ?? months
    case "hijri": isHijri = value == "1"
    case "dense": isDense = value == "1"
    default: break
    }
  }

  var text: String {
    [
      language.map { "lang-\($0.rawValue)" }, theme.map { "theme-\($0.rawValue)" }, "months-\(months.rawValue)",
      "hijri-\(isHijri ? 1 : 0)", "dense-\(isDense ? 1 : 0)",
    ].compactMap(\.self).joined(separator: ".")
  }
}

/// A visit to the desk: until half an hour has gone by without a page. What changed since the one before is news.
struct Visit: Sendable, Hashable {
  static let cookie = "visit"
  private static let pause = 1800

  /// When the visit before this one ended; nil for the first.
  private(set) var before: Int?
  /// When the last page was asked for.
  private(set) var last: Int

  /// - Parameters:
  ///   - cookie: what `text` wrote, of the last page.
  ///   - now: seconds since 1970.
  init(_ cookie: String?, now: Int) {
    let parts = (cookie ?? "").prefix(40).split(separator: ".").compactMap { Int($0) }
    last = now
    guard parts.count == 2, parts[1] <= now else { return }
    before = now - parts[1] > Self.pause ? parts[1] : parts[0] > 0 ? parts[0] : nil
  }

  var text: String { "\(before ?? 0).\(last)" }
}
