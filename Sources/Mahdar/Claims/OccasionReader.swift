/// Finds the larger event on whose margins or within which a contact takes place: «على هامش القمة», «ضمن جولة أوروبية».
struct OccasionReader {
  let map: ClauseMap
  let finder: TopicPhraseFinder
  /// The tellings of all contacts, in text order.
  private let tellings: [Int]

  /// How many tellings of one contact are asked, and how far from a telling its occasion may be told, in tokens.
  private static let most = 8
  private static let reach = 60

  init(map: ClauseMap, finder: TopicPhraseFinder, contacts: [ClaimDraft]) {
    self.map = map
    self.finder = finder
    tellings = Set(contacts.flatMap { $0.triggers + [$0.trigger] }).sorted()
  }

  /// The occasion told in a sentence that tells the contact, next to it rather than to another one; the nearest.
  func occasion(of contact: ClaimDraft) -> TextSpan? {
    let own = Set(contact.triggers + [contact.trigger])
    let told = own.sorted().prefix(Self.most).compactMap { occasion(near: $0, own) }
    guard let best = told.min(by: { $0.distance < $1.distance }) else { return nil }
    return map.tokens.span(best.phrase, reading: finder.reading(best.phrase.lowerBound))
  }

  private func occasion(near telling: Int, _ own: Set<Int>) -> (phrase: Range<Int>, distance: Int)? {
    let sentence = map.tokens.sentence(of: telling)
    let start = max(sentence.lowerBound, telling - Self.reach)
    for index in start..<max(start, min(sentence.upperBound, telling + Self.reach)) {
      // «على هامش زيارة للبلد» tells the visit itself.
      guard let begin = event(at: index), !own.contains(begin),
        let phrase = finder.phrase(from: begin, to: sentence.upperBound),
        teller(of: index, in: sentence).map(own.contains) ?? false || isTold(phrase, own)
      else { continue }
      return (phrase, abs(telling - index))
    }
    return nil
  }

  /// «جولة شملت …»: the event itself tells the contact.
  private func isTold(_ phrase: Range<Int>, _ own: Set<Int>) -> Bool {
    (phrase.upperBound..<phrase.upperBound + 3).contains { own.contains($0) }
  }

  /// Where an event begins that `index` leads to.
  private func event(at index: Int) -> Int? {
    guard map.mentionAt[index] < 0 else { return nil }
    if let (match, _) = map.lexicon.cues.longest(at: index, in: map.tokens), match.values.contains(.occasion) {
      return match.end
    }
    return map.function(index) == .during && finder.lexicon.isTour(map.tokens[index + 1].whole) ? index + 1 : nil
  }

  /// The telling that a cue belongs to: the last one before it in its sentence, else the next one.
  private func teller(of cue: Int, in sentence: Range<Int>) -> Int? {
    var (low, high) = (0, tellings.count)
    while low < high {
      let middle = (low + high) / 2
      if tellings[middle] < cue { low = middle + 1 } else { high = middle }
    }
    if low > 0, sentence.contains(tellings[low - 1]) { return tellings[low - 1] }
    return low < tellings.count && sentence.contains(tellings[low]) ? tellings[low] : nil
  }
}
