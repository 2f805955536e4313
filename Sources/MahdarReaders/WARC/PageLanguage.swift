/// Tells Arabic pages from others by a fast look at their bytes.
///
/// A crawl holds pages in all languages. Persian, Urdu, Pashto, Sorani and Uyghur are written in letters of the same script.
enum PageLanguage {
  /// What a page must hold of Arabic letters, alone and of all its letters.
  private static let leastLetters = 20
  private static let leastShare = 0.25
  /// Of the words in Arabic letters, those that only Arabic has: real texts have 0.3 to 0.5, other languages and what was
  /// read in a wrong charset less than 0.05.
  private static let leastOwnShare = 0.12

  static func isArabic(_ bytes: UnsafeBufferPointer<UInt8>, isMarkup: Bool) -> Bool {
    guard mayHoldArabic(bytes) else { return false }
    // Checking is far faster than telling charsets apart.
    let isUTF8 = !isWide(bytes) && (try? UTF8Span(validating: bytes.span)) != nil
    let charset = isUTF8 ? .utf8 : Charset(detecting: bytes)
    if charset == .utf8 { return isArabic(LetterCount(bytes, isMarkup: isMarkup)) }
    var text = charset.decode(bytes)
    return text.withUTF8 { isArabic(LetterCount($0, isMarkup: isMarkup)) }
  }

  private static func isArabic(_ count: LetterCount) -> Bool {
    let letters = Double(count.arabic + count.others)
    return count.arabic >= leastLetters && Double(count.arabic) >= leastShare * letters && count.own > count.foreign
      && count.own >= leastOwnShare * Double(count.words)
  }

  /// Whether there are bytes that Arabic letters are made of in any charset, or references to them: most pages of a crawl have
  /// none, and need no closer look.
  private static func mayHoldArabic(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var leads = 0
    // ا in windows-1256 and ISO-8859-6, of which any text has many.
    var alefs = 0
    for byte in bytes {
      leads &+= byte &- 0xD8 < 4 ? 1 : 0
      alefs &+= byte == 0xC7 ? 1 : 0
    }
    if leads >= leastLetters || alefs > 2 { return true }
    return isWide(bytes) || bytes.place(of: "&#1") != nil || bytes.place(of: "&#x6") != nil
      || bytes.place(of: "&#X6") != nil
  }

  /// Whether it may be UTF-16, which has its high bytes for itself.
  private static func isWide(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.prefix(64).contains { $0 == 0 || $0 == 6 || $0 >= 0xFE }
  }
}
