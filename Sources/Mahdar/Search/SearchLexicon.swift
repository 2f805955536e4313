/// What the search knows of words: the one term that all spellings and inflections of a word are found by.
///
/// - Shape: a surface word, less clitics, maps to its term; a word that no table holds is stemmed by `LightStem`.
/// - Source: `Data/ar/search-nouns.tsv`, `search-verbs.tsv`, `search-variants.tsv`, the verbs of contacts and speech, and
///   the gazetteer, whose names are kept from stemming («لبنان» is no dual).
public struct SearchLexicon: Sendable {
  /// The digest of the tables: an index that was built with another one is built anew.
  public let digest: String
  private let countries: [[UInt8]: String]
  private var vocabulary: Vocabulary
  /// By word: the term's place in `terms`; an empty range is a word that is not indexed.
  private var termOf: [Range<Int32>] = [0..<0]
  private var terms: [UInt8] = []
  /// By word: a second term that the spelling may stand for («سورية»).
  private var secondOf: [WordID: Range<Int32>] = [:]

  /// Reads the tables in `folder`, the one that holds `ar/`.
  ///
  /// - Errors: `DataError` of the first table that is missing or breaks a law of the notation.
  public init(reading folder: String) throws(DataError) {
    var builder = LexiconBuilder(folder: folder)
    var words = SearchWords()
    try words.read(&builder)
    countries = words.countries
    let hex = String(builder.digest, radix: 16)
    digest = String(repeating: "0", count: 16 - hex.count) + hex
    vocabulary = words.vocabulary
    termOf.reserveCapacity(words.entries.count * 5 / 4)
    var last: [UInt8] = []
    for (_, term) in words.entries {
      // The forms of a word follow each other.
      termOf.append(term == last && termOf.count > 1 ? termOf[termOf.count - 1] : store(term))
      last = term
    }
    for (word, term) in words.seconds {
      secondOf[vocabulary.id(WordHash(word))] = store(term)
    }
    // What the stemmer makes of an inflection that no table lists must lead to the term of those it does.
    for (word, term) in words.nouns where word.count > 3 {
      let stem = LightStem.stem(word)
      // «وزارة» leaves «وزار», which is rather «زار» with و.
      let isCliticAndWord = SearchTerms.isClitic(stem[0]) && vocabulary.id(WordHash(stem.dropFirst())) != 0
      if stem.count > 2, !isCliticAndWord, vocabulary.id(WordHash(stem)) == 0 { add(Array(stem), term) }
    }
  }

  private mutating func store(_ term: [UInt8]) -> Range<Int32> {
    let start = Int32(terms.count)
    terms.append(contentsOf: term)
    return start..<Int32(terms.count)
  }

  private mutating func add(_ word: [UInt8], _ term: [UInt8]) {
    let id = Int(vocabulary.intern(word, closed: false))
    if id < termOf.count { return }
    termOf.append(store(term))
  }

  /// The code (ISO 3166-1 alpha-2) of a country called `name`.
  public func country(_ name: String) -> String? { countries[FoldedText.key(name)] }

  @inline(__always) func word(_ hash: WordHash) -> WordID { vocabulary.id(hash) }

  /// The term of a known word; empty for one that is not indexed.
  @inline(__always) func term(of word: WordID) -> ArraySlice<UInt8> {
    let range = termOf[Int(word)]
    return terms[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  func secondTerm(of word: WordID) -> ArraySlice<UInt8>? {
    secondOf.isEmpty ? nil : secondOf[word].map { terms[Int($0.lowerBound)..<Int($0.upperBound)] }
  }
}
