/// Words that the frames of contacts ask for, by what they do there: `Data/ar/claim-words.tsv`.
struct ClaimWords: Sendable {
  enum Class: String, Sendable, CaseIterable {
    case news, resumptive, document, likewise, also, joining, bound, since, leader, lesser
    case betweenThem = "between-them"
    case plainTalks = "plain-talks"
  }

  private var words: [Class: [WordID]] = [:]
  private var texts: [Class: [String]] = [:]

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("claim-words", ["class", "ar"])
    for row in table.rows {
      guard let kind = Class(rawValue: row[0]) else {
        throw table.error(
          row, "unknown class '\(row[0])'", fix: "one of \(Class.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      words[kind, default: []].append(try builder.word(row[1], table, row))
      texts[kind, default: []].append(row[1])
    }
  }

  subscript(kind: Class) -> [WordID] { words[kind] ?? [] }

  /// The words as the table spells them.
  func texts(_ kind: Class) -> [String] { texts[kind] ?? [] }
}
