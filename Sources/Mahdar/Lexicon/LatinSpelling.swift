/// How names in Latin letters may be written in Arabic, as far as their consonants go.
///
/// - Source: `Data/ar/latin-sounds.tsv`.
struct LatinSpelling: Sendable {
  /// What a run of Latin letters may stand for; an empty spelling is no consonant.
  private var sounds: [String: [String]] = [:]
  private var longest = 1

  /// No name has more spellings that are tried.
  private static let most = 48

  init() {}

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    for row in try builder.table("latin-sounds", ["latin", "ar"]).rows {
      sounds[row[0], default: []].append(row[1] == "-" ? "" : row[1])
      longest = max(longest, row[0].count)
    }
  }

  /// The spellings of a word of plain lower-case letters: Arabic consonants, and between them the vowels as they are.
  func spellings(of word: String) -> [String] {
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
      let silent = read.letters == 1 && "aeiouywj".contains(letters[index]) ? String(letters[index]) : ""
      let heard = read.sounds.flatMap { $0.isEmpty ? (index == 0 ? Self.heads(letters[0]) : [silent]) : [$0] }
      var next: Set<String> = []
      for spelling in spellings.sorted() {
        for sound in heard where next.count < Self.most { next.insert(spelling + sound) }
      }
      spellings = next
      index += read.letters
    }
    return spellings.sorted()
  }

  mutating func transfer(_ image: inout LexiconImage) {
    var (runs, spellings): ([String], [String]) = ([], [])
    for (run, all) in sounds.sorted(by: { $0.key < $1.key }) {
      for one in all {
        runs.append(run)
        spellings.append(one)
      }
    }
    image.transfer(&runs)
    image.transfer(&spellings)
    sounds = zip(runs, spellings).reduce(into: [:]) { $0[$1.0, default: []].append($1.1) }
    longest = sounds.keys.map(\.count).max() ?? 1
  }

  /// What a vowel at a name's head may be: «عمر», «أوتينو», «يان».
  private static func heads(_ letter: Character) -> [String] {
    switch letter {
    case "j": ["ي"]
    case "y": ["ي", "اy"]
    case "w": ["و"]
    case "a", "e", "i", "o", "u": ["ا\(letter)", "ع\(letter)"]
    default: [""]
    }
  }
}
