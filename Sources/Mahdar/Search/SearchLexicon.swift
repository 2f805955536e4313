/// What the search knows of words: the one term that all spellings and inflections of a word are found by.
///
/// - Shape: a surface word, less clitics, maps to its term; a word that no table holds is stemmed by `LightStem`.
/// - Source: `Data/ar/search-nouns.tsv`, `search-verbs.tsv`, `search-variants.tsv`, the verbs of contacts and speech, and
///   the gazetteer, whose names are kept from stemming («لبنان» is no dual).
public struct SearchLexicon: Sendable {
  /// The digest of the tables: an index that was built with another one is built anew.
  public private(set) var digest = ""
  /// Which places a name stands for, and what lies in them.
  public private(set) var places = PlaceNames()
  public private(set) var outlets = OutletNames()
  /// The states and bodies that names stand for.
  public private(set) var sides = SideNames()
  package private(set) var sounds = NameSounds()
  /// The codes of countries by their folded names.
  private var countries = KeyMap<ShortText>()
  private var vocabulary = Vocabulary()
  /// A run of `terms`; an empty one is a word that is not indexed.
  private struct Run: BitwiseCopyable, Sendable {
    var start: Int32 = 0
    var end: Int32 = 0
  }
  /// By word.
  private var termOf = [Run()]
  private var terms: [UInt8] = []
  /// By word: a second term that the spelling may stand for («سورية»).
  private var secondOf = KeyMap<Run>()
  /// By word: 1 for a noun or name as it stands in a table, 0 for an inflection.
  private var bases: [UInt8] = [0]

  private struct Front: BitwiseCopyable, Sendable {
    var run = Run()
    var isKin = false
  }
  /// By hash: words that stand before a name and may be written as one with it, and the spelling that stands for each.
  private var fronts = KeyMap<Front>()
  /// By hash: words that stand behind a name and may be written as one with it.
  private var backs = KeyMap<Run>()

  /// Reads the tables in `folder`, the one that holds `ar/`.
  ///
  /// - Errors: `DataError` of the first table that is missing or breaks a law of the notation.
  public init(reading folder: String) throws(DataError) {
    var builder = LexiconBuilder(folder: folder)
    var words = SearchWords()
    try words.read(&builder)
    for (name, code) in words.countries {
      if let code = ShortText(code) { countries.set(WordHash(name).value, code) }
    }
    let hex = String(builder.digest, radix: 16)
    digest = String(repeating: "0", count: 16 - hex.count) + hex
    // The index of words depends on none of these: they are read when the digest stands.
    places = try PlaceNames(&builder)
    outlets = try OutletNames(&builder)
    sides = try SideNames(&builder)
    sounds = try NameSounds(&builder)
    vocabulary = words.vocabulary
    termOf.reserveCapacity(words.entries.count * 5 / 4)
    var last: [UInt8] = []
    for (_, term) in words.entries {
      // The forms of a word follow each other.
      termOf.append(term == last && termOf.count > 1 ? termOf[termOf.count - 1] : store(term))
      last = term
    }
    for (word, first, isKin) in words.fronts {
      fronts.set(WordHash(word).value, Front(run: store(first), isKin: isKin))
    }
    for word in words.backs { backs.set(WordHash(word).value, store(word)) }
    bases = [0] + words.entries.map { words.bases.contains(WordHash($0.word)) ? 1 : 0 }
    for (word, term) in words.seconds {
      secondOf.set(UInt64(vocabulary.id(WordHash(word))), store(term))
    }
    // What the stemmer makes of an inflection that no table lists must lead to the term of those it does.
    for (word, term) in words.nouns where word.count > 3 {
      let stem = LightStem.stem(word)
      // «وزارة» leaves «وزار», which is rather «زار» with و.
      let isCliticAndWord = SearchTerms.isClitic(stem[0]) && vocabulary.id(WordHash(stem.dropFirst())) != 0
      if stem.count > 2, !isCliticAndWord, vocabulary.id(WordHash(stem)) == 0 { add(Array(stem), term) }
    }
  }

  private mutating func store(_ term: [UInt8]) -> Run {
    let start = Int32(terms.count)
    terms.append(contentsOf: term)
    return Run(start: start, end: Int32(terms.count))
  }

  private mutating func add(_ word: [UInt8], _ term: [UInt8]) {
    let id = Int(vocabulary.intern(word, closed: false))
    if id < termOf.count { return }
    termOf.append(store(term))
    bases.append(0)
  }

  /// The code (ISO 3166-1 alpha-2) of a country called `name`.
  public func country(_ name: String) -> String? { countries[WordHash(FoldedText.key(name)).value]?.text }

  @inline(__always) func word(_ hash: WordHash) -> WordID { vocabulary.id(hash) }

  /// The term of a known word; empty for one that is not indexed.
  @inline(__always) func term(of word: WordID) -> ArraySlice<UInt8> {
    term(termOf[Int(word)])
  }

  func secondTerm(of word: WordID) -> ArraySlice<UInt8>? {
    secondOf.isEmpty ? nil : secondOf[UInt64(word)].map(term)
  }

  /// Whether a word stands in a table as a noun or a name, and is no inflection of one.
  @inline(__always) func isBase(_ word: WordID) -> Bool { bases[Int(word)] == 1 }

  /// What stands for a word that names are joined with behind it («أبي» for «أبو»), and whether names stand without it, too.
  func front(_ word: some BidirectionalCollection<UInt8>) -> (letters: ArraySlice<UInt8>, isKin: Bool)? {
    fronts[WordHash(word).value].map { (term($0.run), $0.isKin) }
  }

  /// Whether names are joined with a word before it («الدين»).
  func isBack(_ word: some BidirectionalCollection<UInt8>) -> Bool { backs.contains(WordHash(word).value) }

  @inline(__always) private func term(_ run: Run) -> ArraySlice<UInt8> { terms[Int(run.start)..<Int(run.end)] }

  // MARK: Image

  private init() {}

  /// The lexicon that an image holds; nil when it holds none.
  ///
  /// - Parameters:
  ///   - count: the image's bytes.
  ///   - source: fills a buffer with the next of them; false when they can't be had.
  public init?(image count: Int, source: @escaping (UnsafeMutableRawBufferPointer) -> Bool) {
    self.init()
    var image = LexiconImage(count, source: source)
    transfer(&image)
    if image.isDamaged { return nil }
  }

  /// The lexicon as bytes, for this very program to read back in a fraction of the time that the tables take.
  public var image: [UInt8] {
    var (lexicon, image) = (self, LexiconImage())
    lexicon.transfer(&image)
    return image.bytes
  }

  private mutating func transfer(_ image: inout LexiconImage) {
    image.transfer(&digest)
    places.transfer(&image)
    outlets.transfer(&image)
    sides.transfer(&image)
    sounds.transfer(&image)
    countries.transfer(&image)
    vocabulary.transfer(&image)
    image.transfer(&termOf)
    image.transfer(&terms)
    secondOf.transfer(&image)
    image.transfer(&bases)
    fronts.transfer(&image)
    backs.transfer(&image)
    image.finish()
  }
}
