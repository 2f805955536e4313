/// A set of words: a dense array over word ids.
struct WordSet: Sendable {
  private var has: [Bool] = []

  @inline(__always) func contains(_ word: WordID) -> Bool { word > 0 && Int(word) < has.count && has[Int(word)] }

  mutating func insert(_ word: WordID) {
    while has.count <= Int(word) { has.append(false) }
    has[Int(word)] = true
  }

  mutating func transfer(_ image: inout LexiconImage) { image.transfer(&has) }
}
