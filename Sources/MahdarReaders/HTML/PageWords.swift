import Mahdar

/// What pages say around their articles: headings of other articles, rights, days of publication and of change.
///
/// - Source: `Data/pages/lines.tsv`.
public struct PageWords: Sendable {
  /// Beginnings of lines that lead elsewhere, folded.
  let leads: [String]
  /// Headings of other articles, folded: an article may go on behind their boxes.
  let others: [String]
  /// Headings behind which an article is over, folded.
  let ends: [String]
  /// Beginnings of what is said of an owner's rights, folded.
  let rights: [String]
  /// Beginnings of lines that tell when an article was put up, folded.
  let published: [String]
  /// Words that the day of a change stands behind.
  let changed: [String]
  /// Words before an author's name, small.
  let author: [String]

  /// No words: pages are read by their elements and names alone.
  public static let none = PageWords([:])

  /// - Errors: `DataError` where the table is missing or has a kind that is none.
  public init(reading folder: String) throws(DataError) {
    let table = try Table(reading: folder + "/pages/lines.tsv", columns: ["kind", "words"])
    var words: [Kind: [String]] = [:]
    for row in table.rows {
      guard let kind = Kind(rawValue: row[0]) else {
        throw DataError(
          file: table.file, line: row.line, excerpt: row[0], problem: "no kind of words",
          fix: "one of \(Kind.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      words[kind, default: []].append(row[1])
    }
    self.init(words)
  }

  private enum Kind: String, CaseIterable { case leads, others, end, rights, published, changed, author }

  private init(_ words: [Kind: [String]]) {
    func folded(_ kind: Kind) -> [String] { words[kind]?.map(PageText.folded) ?? [] }
    leads = folded(.leads)
    others = folded(.others)
    ends = folded(.end)
    rights = folded(.rights)
    published = folded(.published)
    changed = words[.changed] ?? []
    author = words[.author] ?? []
  }
}
