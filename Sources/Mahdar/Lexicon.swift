/// The language data: one immutable value, read once and shared by all workers.
public struct Lexicon: Sendable {
  let vocabulary: Vocabulary
  /// The digest of the data, sixteen hexadecimal digits: same data, same digest.
  public let digest: String
  let functionWords: FunctionWords
  let time: TimeLexicon
  let mentions: MentionLexicon
  let statements: StatementLexicon
  let claims: ClaimLexicon
  let records: RecordLexicon

  /// Reads the data in `folder`, the one that holds `ar/`.
  ///
  /// - Errors: `DataError` of the first table that is missing or that breaks a law of the notation.
  public init(reading folder: String) throws(DataError) {
    var builder = LexiconBuilder(folder: folder)
    functionWords = try FunctionWords(&builder)
    time = try TimeLexicon(&builder)
    statements = try StatementLexicon(&builder)
    claims = try ClaimLexicon(&builder, words: functionWords)
    mentions = try MentionLexicon(&builder)
    records = try RecordLexicon(&builder, mentions: mentions)
    vocabulary = builder.vocabulary
    let hex = String(builder.digest, radix: 16)
    digest = String(repeating: "0", count: 16 - hex.count) + hex
  }
}
