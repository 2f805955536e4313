/// Words that clauses and the frames of contacts ask for, by what they do there: `Data/ar/clause-words.tsv`.
struct ClauseWords: Sendable {
  enum Class: String, Sendable, CaseIterable {
    case news, resumptive, likewise, also, joining, bound, since, leader, lesser, partitive, credentials,
      conditional, joint, spokesperson, each, when, whereas, until, lasting, capital, from, there, happening, issue,
      morrow, comment, ahead, shore, sport, delegation, occurrence, contrast, performer, another, half, trade, doing,
      officials, spouse, diplomats, latter, homeland, titled, heading, any, nearly, masculine, office, further, coming,
      ordinal, owned, succession, that
    case betweenThem = "between-them"
    case betweenHim = "between-him"
    case bothSides = "both-sides"
    case bothParties = "both-parties"
    case thatHe = "that-he"
    case plainTalks = "plain-talks"
    case manyStates = "many-states"
    case willNot = "will-not"
    case didNot = "did-not"
  }

  /// Nouns of all subjects: as closed words so many would change how other words are cut.
  private static let open: Set<Class> = [
    .happening, .capital, .issue, .comment, .ahead, .shore, .manyStates, .performer, .another, .half, .trade,
    .officials, .spouse, .diplomats, .latter, .homeland, .titled, .heading, .any, .nearly, .further, .coming, .ordinal,
    .owned, .succession, .that, .betweenHim, .bothParties,
  ]

  private var words: [Class: [WordID]] = [:]
  private var texts: [Class: [String]] = [:]

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("clause-words", ["class", "ar"])
    for row in table.rows {
      guard let kind = Class(rawValue: row[0]) else {
        throw table.error(
          row, "unknown class '\(row[0])'", fix: "one of \(Class.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      switch kind {
      // These are compared as they are written, and no token is read by them.
      case .leader, .lesser, .plainTalks, .office, .masculine: texts[kind, default: []].append(row[1])
      case _ where Self.open.contains(kind): words[kind, default: []] += builder.words(row[1], closed: false)
      default: words[kind, default: []].append(try builder.word(row[1], table, row))
      }
    }
  }

  subscript(kind: Class) -> [WordID] { words[kind] ?? [] }

  /// The words of `leader`, `lesser`, `office`, `masculine` and `plainTalks`, as the table spells them.
  func texts(_ kind: Class) -> [String] { texts[kind] ?? [] }
}
