/// The language data: one immutable value, read once and shared by all workers.
public struct Lexicon: Sendable {
  private(set) var vocabulary = Vocabulary()
  /// The digest of the data, sixteen hexadecimal digits: same data, same digest.
  public private(set) var digest = ""
  private(set) var functionWords = FunctionWords()
  private(set) var time = TimeLexicon()
  private(set) var mentions = MentionLexicon()
  private(set) var statements = StatementLexicon()
  private(set) var clauses = ClauseLexicon()
  private(set) var claims = ClaimLexicon()
  private(set) var records = RecordLexicon()

  /// Reads the data in `folder`, the one that holds `ar/`.
  ///
  /// - Errors: `DataError` of the first table that is missing or that breaks a law of the notation.
  public init(reading folder: String) throws(DataError) {
    var builder = LexiconBuilder(folder: folder)
    functionWords = try FunctionWords(&builder)
    time = try TimeLexicon(&builder)
    statements = try StatementLexicon(&builder)
    let clauseWords = try ClauseWords(&builder)
    clauses = try ClauseLexicon(&builder, clauseWords, words: functionWords)
    claims = try ClaimLexicon(&builder, clauseWords)
    mentions = try MentionLexicon(&builder)
    records = try RecordLexicon(&builder, mentions: mentions)
    vocabulary = builder.vocabulary
    let hex = String(builder.digest, radix: 16)
    digest = String(repeating: "0", count: 16 - hex.count) + hex
  }

  // MARK: Image

  /// The lexicon that an image holds; nil when it holds none.
  ///
  /// - Parameters:
  ///   - count: the image's bytes.
  ///   - source: fills a buffer with the next of them; false when they can't be had.
  public init?(image count: Int, source: @escaping (UnsafeMutableRawBufferPointer) -> Bool) {
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
    vocabulary.transfer(&image)
    image.transfer(&digest)
    functionWords.transfer(&image)
    time.transfer(&image)
    mentions.transfer(&image)
    statements.transfer(&image)
    clauses.transfer(&image)
    claims.transfer(&image)
    records.transfer(&image, mentions, vocabulary)
    image.finish()
  }
}
