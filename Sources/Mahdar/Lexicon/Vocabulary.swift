/// A folded word's number; 0 is a word that no table holds.
public typealias WordID = Int32

/// All words of the language data, numbered from 1 by their folded letters.
///
/// Closed-class words (verbs, months, prepositions …) are told from words that only names hold: where a spelling could
/// be either a name's word or a clitic with a closed-class word, the closed class decides the token's default reading.
struct Vocabulary: Sendable {
  /// By slot: a word's number; 0 is an empty slot.
  private var slots: [WordID] = Array(repeating: 0, count: 1 << 12)
  /// By word: the hash of its letters.
  private var keys: [UInt64] = [0]
  /// By word.
  private var closed: [Bool] = [false]

  var count: Int { keys.count - 1 }

  @inline(__always) func id(_ hash: WordHash) -> WordID { slots[slot(hash.value)] }

  /// The slot of a word, or the empty one where it would stand.
  @inline(__always) private func slot(_ key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while slots[slot] != 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & mask }
    return slot
  }

  @inline(__always) func isClosed(_ id: WordID) -> Bool { closed[Int(id)] }

  mutating func intern(_ letters: some BidirectionalCollection<UInt8>, closed isClosed: Bool) -> WordID {
    let hash = WordHash(letters).value
    var slot = slot(hash)
    if slots[slot] == 0 {
      if keys.count * 2 > slots.count {
        grow()
        slot = self.slot(hash)
      }
      slots[slot] = WordID(keys.count)
      keys.append(hash)
      closed.append(isClosed)
    } else if isClosed {
      closed[Int(slots[slot])] = true
    }
    return slots[slot]
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for id in 1..<keys.count { slots[slot(keys[id])] = WordID(id) }
  }

  mutating func transfer(_ image: inout LexiconImage) {
    image.transfer(&slots)
    image.transfer(&keys)
    image.transfer(&closed)
  }
}
