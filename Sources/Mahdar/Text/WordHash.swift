/// The 64-bit hash of a folded word, taken from its last letter to its first.
///
/// Taken backwards, one pass over a word gives the hash of each of its suffixes, and so of the word less any clitics.
struct WordHash: Hashable, Sendable {
  var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of this suffix with `letter` before it.
  @inline(__always) func preceded(by letter: Letter) -> WordHash {
    WordHash(value: (value ^ UInt64(letter)) &* 0x9E37_79B9_7F4A_7C15 ^ (value >> 29))
  }

  init() {}
  init(value: UInt64) { self.value = value }

  init(_ letters: some BidirectionalCollection<UInt8>) {
    for letter in letters.reversed() { self = preceded(by: letter) }
  }
}
