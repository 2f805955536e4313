/// A folded word's number; 0 is a word that no table holds.
public typealias WordID = Int32

/// All words of the language data, numbered from 1 by their folded letters.
///
/// Closed-class words (verbs, months, prepositions …) are told from words that only names hold: where a spelling could
/// be either a name's word or a clitic with a closed-class word, the closed class decides the token's default reading.
struct Vocabulary: Sendable {
  private var keys: [UInt64] = Array(repeating: 0, count: 1 << 12)
  private var ids: [WordID] = Array(repeating: 0, count: 1 << 12)
  private var mask = (1 << 12) - 1
  private(set) var count = 0
  private var closed: [Bool] = [false]

  @inline(__always) func id(_ hash: WordHash) -> WordID {
    var slot = Int(truncatingIfNeeded: hash.value ^ hash.value >> 32) & mask
    while true {
      let id = ids[slot]
      if id == 0 || keys[slot] == hash.value { return id }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always) func isClosed(_ id: WordID) -> Bool { closed[Int(id)] }

  mutating func intern(_ letters: some BidirectionalCollection<UInt8>, closed isClosed: Bool) -> WordID {
    let hash = WordHash(letters)
    var id = self.id(hash)
    if id == 0 {
      count += 1
      id = WordID(count)
      closed.append(isClosed)
      if count * 2 > mask { grow() }
      insert(hash.value, id)
    } else if isClosed {
      closed[Int(id)] = true
    }
    return id
  }

  private mutating func insert(_ key: UInt64, _ id: WordID) {
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while ids[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    ids[slot] = id
  }

  private mutating func grow() {
    let old = zip(keys, ids).filter { $0.1 != 0 }
    mask = mask * 2 + 1
    keys = Array(repeating: 0, count: mask + 1)
    ids = Array(repeating: 0, count: mask + 1)
    for (key, id) in old { insert(key, id) }
  }
}
