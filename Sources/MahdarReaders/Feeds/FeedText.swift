/// The parts of an item that may be its text, and what is made of them.
struct FeedText {
  /// Fewer scalars are the beginning of an article, not one.
  private static let least = 300
  /// The same of what is meant to be a summary.
  private static let leastOfSummary = 1000
  /// What the beginning of an article ends with.
  private static let cuts = [
    "…", "...", "[…]", "[...]", "(...)", "(…)", "»»", "المزيد", "المزيد »", "read more", "continue reading", "more »",
  ]

  /// Where the whole article belongs.
  var content: String?
  /// Where its beginning belongs, though some give the whole there.
  var summary: String?

  /// Puts the longer one into an item.
  func fill(_ item: inout FeedItem) {
    let whole = content ?? ""
    let beginning = summary ?? ""
    let isContent = whole.utf8.count >= beginning.utf8.count
    item.text = isContent ? whole : beginning
    let least = isContent && whole != beginning ? Self.least : Self.leastOfSummary
    item.isWhole = item.text.unicodeScalars.count >= least && !Self.isCut(item.text)
  }

  private static func isCut(_ text: String) -> Bool {
    let end = String(text.suffix(40)).lowercased()
    return cuts.contains { end.hasSuffix($0) }
  }
}
