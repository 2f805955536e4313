/// The bodies and outlets that spoke, found again by the noun that tells them: «وزارة الخارجية», then «الوزارة».
struct SpokenBodies {
  private struct Body {
    let order: Int
    let speaker: Speaker
  }

  /// The last body told with each noun, by the noun as it is written and by the noun less two letters, the article.
  private var byWord: [WordHash: Body] = [:]
  private var byStem: [WordHash: Body] = [:]
  private var count = 0
  private(set) var last: Speaker?
  private(set) var lastOutlet: Speaker?

  /// Adds a speaker, told by its first word less so many letters that stand before it.
  mutating func add(_ speaker: Speaker, in tokens: Tokens, dropping clitics: Int = 0) {
    count += 1
    let body = Body(order: count, speaker: speaker)
    byWord[tokens.hash(speaker.head, dropping: clitics)] = body
    byStem[tokens.hash(speaker.head, dropping: clitics + 2)] = body
    last = speaker
    if speaker.kind == .outlet { lastOutlet = speaker }
  }

  /// The last one told by the noun at `index`, with the article or without it.
  func told(by index: Int, in tokens: Tokens) -> Speaker? {
    let stem = tokens.hash(index, dropping: 2)
    return [byWord[tokens[index].hash], byWord[stem], byStem[stem]].compactMap(\.self).max { $0.order < $1.order }?
      .speaker
  }
}
