import Foundation

/// What a page says of its article outside the body.
struct HTMLMetadata {
  /// From the most trusted place to the least: structured data, `og:` and `article:` members, the heading, the title.
  private enum Rank: Int { case structured, property, name, heading, element }

  private var title: (text: String, rank: Rank)?
  private var published: (text: String, rank: Rank)?
  private var outlet: (text: String, rank: Rank)?
  private(set) var url: String?
  private(set) var language: String?

  var publishedText: String? { published?.text }
  var outletText: String? { outlet?.text }

  /// The headline, less the outlet's name that titles carry at their end.
  var headline: String? {
    guard let title else { return nil }
    guard title.rank == .element || title.rank == .property else { return title.text }
    for mark in [" | ", " - ", " – ", " — ", " :: ", " » "] {
      guard let range = title.text.range(of: mark, options: .backwards) else { continue }
      let tail = String(title.text[range.upperBound...])
      if outlet.map({ $0.text == tail }) ?? (title.rank == .element) { return String(title.text[..<range.lowerBound]) }
    }
    return title.text
  }

  private static func better(
    _ old: (text: String, rank: Rank)?, _ text: String?, _ rank: Rank
  ) -> (text: String, rank: Rank)? {
    guard let text, !text.isEmpty else { return old }
    if let old, old.rank.rawValue <= rank.rawValue { return old }
    return (text, rank)
  }

  mutating func setLanguage(_ text: String?) { if let text, !text.isEmpty { language = text } }
  mutating func setCanonical(_ text: String?) { if let text, !text.isEmpty { url = text } }
  mutating func addTitleElement(_ text: String) { title = Self.better(title, text, .element) }
  mutating func addHeading(_ text: String) { title = Self.better(title, text, .heading) }
  mutating func addTime(_ text: String?) {
    if let text, let date = HTMLDate.sound(text) { published = Self.better(published, date, .element) }
  }

  /// A `<meta>` with a `property`, `name` or `itemprop`.
  mutating func add(meta key: String, _ content: String) {
    switch key.lowercased() {
    case "og:title": title = Self.better(title, content, .property)
    case "twitter:title", "dc.title": title = Self.better(title, content, .name)
    case "headline": title = Self.better(title, content, .property)
    case "og:site_name": outlet = Self.better(outlet, content, .property)
    case "application-name", "publisher", "dc.publisher": outlet = Self.better(outlet, content, .name)
    case "og:url": if url == nil { url = content }
    case "article:published_time", "og:article:published_time", "datepublished", "og:published_time":
      published = Self.better(published, HTMLDate.sound(content), .property)
    case "pubdate", "publishdate", "publish-date", "date", "dc.date", "dc.date.issued", "dcterms.created",
      "parsely-pub-date",
      "sailthru.date", "article.published", "publication_date":
      published = Self.better(published, HTMLDate.sound(content), .name)
    default: break
    }
  }

  /// JSON-LD: the first `headline`, `datePublished` and publisher's `name`.
  mutating func add(structured json: UnsafeBufferPointer<UInt8>) {
    for member in JSONMembers.strings(in: json) {
      switch (member.parent, member.key) {
      case (_, "headline"): title = Self.better(title, HTMLText.decode(member.value), .structured)
      case (_, "datePublished"): published = Self.better(published, HTMLDate.sound(member.value), .structured)
      case ("publisher", "name"): outlet = Self.better(outlet, HTMLText.decode(member.value), .structured)
      default: break
      }
    }
  }
}

extension HTMLText {
  fileprivate static func decode(_ text: String) -> String {
    var text = text
    return text.withUTF8 { decode($0) }
  }
}
