/// Finds expressions of calendar time and computes their TIMEX3 values.
struct TimeFinder: Stage {
  static let name = "time"
  let lexicon: TimeLexicon

  struct Input {
    let tokens: Tokens
    /// RFC 3339; the reference of relative dates.
    let published: String?
  }

  func callAsFunction(_ input: Input) -> [TimeMention] {
    let tokens = input.tokens
    let published = input.published.flatMap { CalendarValue.published($0)?.first }
    var reader = TimeReader(tokens: tokens, lexicon: lexicon, reference: published ?? dateline(tokens))
    reader.read(0..<tokens.count)
    return reader.mentions
  }

  /// The day of a full date at the head of the text: in its title's or first paragraphs' first words, or alone in its line.
  private func dateline(_ tokens: Tokens) -> Int32? {
    for paragraph in tokens.paragraphs.prefix(4) {
      var reader = TimeReader(tokens: tokens, lexicon: lexicon, reference: nil)
      reader.read(paragraph.prefix(24))
      for mention in reader.mentions {
        guard let calendar = mention.calendar, calendar.grain == .day else { continue }
        let words = (paragraph.lowerBound..<mention.tokens.lowerBound).count { tokens[$0].kind != .mark }
        if words <= 5 { return calendar.first }
      }
    }
    return nil
  }
}
