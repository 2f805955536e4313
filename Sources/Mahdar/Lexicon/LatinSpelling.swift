/// How names in Latin letters may be written in Arabic, as far as their consonants go.
///
/// - Source: `Data/ar/latin-sounds.tsv`.
package struct LatinSpelling: Sendable {
  /// What a run of Latin letters may stand for; an empty spelling is no consonant.
  private var sounds: [String: [String]] = [:]
  private var longest = 1

  /// No name has more spellings that are tried.
  private static let most = 48

  /// Reads the table in `folder`, the one that holds `ar/`.
  package init(reading folder: String) throws(DataError) {
    var builder = LexiconBuilder(folder: folder)
    for row in try builder.table("latin-sounds", ["latin", "ar"]).rows {
      sounds[row[0], default: []].append(row[1] == "-" ? "" : row[1])
      longest = max(longest, row[0].count)
    }
  }

  /// The spellings of a word of plain lower-case letters: consonants, and a letter for a vowel at the head.
  package func spellings(of word: String) -> [String] {
    var spellings: Set<String> = [""]
    let letters = Array(word)
    var index = 0
    while index < letters.count {
      var read: (letters: Int, sounds: [String]) = (1, [""])
      for length in stride(from: min(longest, letters.count - index), to: 0, by: -1) {
        if let found = sounds[String(letters[index..<index + length])] {
          read = (length, found)
          break
        }
      }
      let heard = index == 0 ? read.sounds.flatMap { $0.isEmpty ? Self.heads(letters[0]) : [$0] } : read.sounds
      var next: Set<String> = []
      for spelling in spellings.sorted() {
        for sound in heard where next.count < Self.most { next.insert(spelling + sound) }
      }
      spellings = next
      index += read.letters
    }
    return spellings.sorted()
  }

  /// What a vowel at a name's head may be: «عمر», «أوتينو», «يان».
  private static func heads(_ letter: Character) -> [String] {
    switch letter {
    case "j": ["ي"]
    case "y": ["ي", "ا"]
    case "w": ["و"]
    case "a", "e", "i", "o", "u": ["ا", "ع"]
    default: [""]
    }
  }
}
