/// How names sound, so that their spellings meet in Arabic and in Latin letters.
package struct NameSounds: Sendable {
  private var spelling = NameSpelling()
  private var latin = LatinSpelling()

  init() {}

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    spelling = try NameSpelling(&builder)
    latin = try LatinSpelling(&builder)
  }

  /// The sounds of a name's words.
  package func key(_ name: String) -> NameKey { spelling.key(FoldedText.words(name)) }

  /// The sounds of a word of a name, less its article, as far as other alphabets write them: ع but at the head is left out.
  package func plain(_ word: String) -> [NameKey.Part] {
    spelling.key([bare(word)[...]]).parts
  }

  private func bare(_ word: String) -> [Letter] {
    let letters = FoldedText.key(word)
    let isDefinite = letters.count > 4 && letters.starts(with: [Letters.alef, Letters.lam])
    let bare = letters.dropFirst(isDefinite ? 2 : 0)
    return bare.prefix(1) + bare.dropFirst().filter { $0 != Letters.ain }
  }

  /// The consonants of a word of a name with the long vowels behind each; with and without what may be its article.
  package func skeletons(_ word: String) -> [NameSkeleton] {
    let letters = FoldedText.key(word)
    let whole = letters.prefix(1) + letters.dropFirst().filter { $0 != Letters.ain }
    let (one, other) = (spelling.skeleton(of: Array(whole)), spelling.skeleton(of: bare(word)))
    return one == other ? [one] : [one, other]
  }

  /// What a word in plain Latin letters may be.
  package func latin(_ word: String) -> [NameSkeleton] {
    latin.spellings(of: word).map { spelling.skeleton(of: FoldedText.key($0)) }
  }

  /// Whether a folded word is one that the next completes to a name: «عبد», «أبو».
  package func isCompoundHead(_ word: String) -> Bool { spelling.isJoined(FoldedText.key(word)) }

  mutating func transfer(_ image: inout LexiconImage) {
    spelling.transfer(&image)
    latin.transfer(&image)
  }
}
