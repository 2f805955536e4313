/// A name's consonants by sound, with the vowels behind each.
package struct NameSkeleton: Sendable, Hashable {
  package private(set) var sounds: [UInt8] = []
  var gaps: [[Letter]] = []

  mutating func add(_ sound: UInt8) {
    sounds.append(sound)
    gaps.append([])
  }

  /// Whether a word in Latin letters may be this one of Arabic letters: the same consonants, and a vowel wherever a long one is written.
  ///
  /// - Parameter least: the consonants that it must have: few are shared by too many names.
  package func isSpelled(by latin: NameSkeleton, least: Int = 2) -> Bool {
    guard sounds.count >= least, sounds == latin.sounds else { return false }
    return zip(gaps, latin.gaps).allSatisfy { long, vowels in
      long.allSatisfy { letter in
        guard let fitting = Self.vowels[letter] else { return true }
        return vowels.contains(where: fitting.contains)
      }
    }
  }

  private static let vowels: [Letter: [Letter]] = [
    Letters.alef: Array("aeo".utf8), Letters.waw: Array("ouw".utf8), Letters.yeh: Array("ieyja".utf8),
  ]
}
