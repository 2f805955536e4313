/// The classes of function words that clauses are read by.
enum FunctionWord: String, Sendable, CaseIterable {
  case with, between, to, from, `in`, on, about, during, after, before, `for`, by
  case complementizer, relative, negation, may, will, `if`, `while`, copula, except, question, pronoun
}

/// The function words by word id: `Data/ar/function-words.tsv`.
struct FunctionWords: Sendable {
  private var classes = WordMap<FunctionWord>()

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("function-words", ["class", "ar"])
    for row in table.rows {
      guard let kind = FunctionWord(rawValue: row[0]) else {
        throw table.error(
          row, "unknown class '\(row[0])'",
          fix: "one of \(FunctionWord.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      let word = try builder.word(row[1], table, row)
      if classes.contains(word) { throw table.error(row, "'\(row[1])' stands twice") }
      classes.set(word, kind)
    }
  }

  init() {}
  mutating func transfer(_ image: inout LexiconImage) { classes.transfer(&image) }

  @inline(__always) subscript(word: WordID) -> FunctionWord? { classes[word] }
}
