/// Nisbas of two words: «كوري جنوبي», «الجنوب أفريقية», whose words alone tell another state or none.
struct NisbaPairs: Sendable {
  private var sides = KeyMap<SideID>()
  /// Whether a word stands in some pair, by word id.
  private var words: [Bool] = []

  /// Adds the forms of a nisba of two words; the feminine by its own row.
  mutating func add(_ builder: inout LexiconBuilder, _ nisba: String, _ side: SideID, feminine: Bool) {
    let parts = nisba.split(separator: " ").map(String.init)
    guard parts.count == 2 else { return }
    let stems = parts.map { feminine && $0.hasSuffix("ة") ? String($0.dropLast()) : $0 }
    for ending in feminine ? ["ة", "تين", "تان", "ات"] : ["", "ا", "ين", "ون", "ان"] {
      for (first, second) in [(parts[0], stems[1] + ending), (stems[0] + ending, stems[1] + ending)] {
        for (left, right) in [("", ""), ("ال", "ال"), ("ال", "")] {
          let ids = builder.words(left + first, closed: false) + builder.words(right + second, closed: false)
          if ids.count == 2 { set(ids[0], ids[1], side) }
        }
      }
    }
  }

  mutating func add(_ first: WordID, _ second: WordID, _ side: SideID) { set(first, second, side) }

  private mutating func set(_ first: WordID, _ second: WordID, _ side: SideID) {
    while words.count <= Int(max(first, second)) { words.append(false) }
    words[Int(first)] = true
    words[Int(second)] = true
    sides.set(Self.key(first, second), side)
  }

  private static func key(_ first: WordID, _ second: WordID) -> UInt64 {
    UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
  }

  /// The side of the pair that the word at `index` begins or ends; 0 where there is none.
  @inline(__always) func side(at index: Int, in tokens: Tokens) -> SideID {
    let word = tokens.word(index)
    guard word > 0, Int(word) < words.count, words[Int(word)] else { return 0 }
    return sides[Self.key(word, tokens.word(index + 1))] ?? sides[Self.key(tokens.word(index - 1), word)] ?? 0
  }

  mutating func transfer(_ image: inout LexiconImage) {
    sides.transfer(&image)
    image.transfer(&words)
  }
}
