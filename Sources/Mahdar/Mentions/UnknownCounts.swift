/// How often an article has each word that no table holds, with and without a clitic; counted when it is first asked.
final class UnknownCounts {
  private var counts: [WordHash: Int]?

  func count(of word: WordHash, in tokens: Tokens) -> Int {
    if let counts { return counts[word, default: 0] }
    var counts: [WordHash: Int] = [:]
    for index in 0..<tokens.count where tokens[index].kind == .word && tokens[index].word == 0 {
      counts[tokens[index].hash, default: 0] += 1
      let first = tokens[index].letter
      if first == Letters.waw || first == Letters.beh || first == Letters.lam {
        counts[tokens.hash(index, dropping: 1), default: 0] += 1
      }
    }
    self.counts = counts
    return counts[word, default: 0]
  }
}
