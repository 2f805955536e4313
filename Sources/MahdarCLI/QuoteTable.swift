import Mahdar
import MahdarStore

/// Lists of quotes.
enum QuoteTable {
  static func show(_ quotes: [QuoteAnswer], _ list: ListOptions) throws {
    if list.format == .table { return try show(quotes, list.wording) }
    try Output.list(quotes, list, table: fields)
  }

  /// For people: each with who told it first, and all outlets.
  static func show(_ quotes: [QuoteAnswer], _ wording: Wording = Wording(.en)) throws(OutputError) {
    for quote in quotes {
      let outlets = quote.outlets.isEmpty ? nil : quote.outlets.joined(separator: "، ")
      let more = quote.articles.count > 1 ? "(\(wording.tally(quote.articles.count, "article")))" : nil
      let head = [quote.published.map(wording.day), quote.speaker, quote.via, outlets, quote.article, more]
      try StandardOutput.print("\(head.compactMap { $0 }.joined(separator: "  "))")
      try StandardOutput.print("  \(words(quote))")
    }
  }

  private static func words(_ quote: QuoteAnswer) -> String {
    quote.kind == "direct" ? "«\(quote.text)»" : quote.text
  }

  private static let fields: [Column<QuoteAnswer>] = [
    Column("speaker") { $0.speaker }, Column("speaker_id") { $0.speakerID }, Column("side") { $0.side },
    Column("office") { $0.office }, Column("kind") { $0.kind }, Column("text") { $0.text }, Column("via") { $0.via },
    Column("article") { $0.article }, Column("outlet") { $0.outlet }, Column("published") { $0.published },
    Column("outlets") { $0.outlets.joined(separator: " | ") },
    Column("articles") { $0.articles.joined(separator: " | ") },
  ]

  // MARK: Versions

  static func show(_ found: QuoteComparisonList, _ list: ListOptions) throws {
    switch list.format {
    case .json: try Output.json(found.quotes)
    case .jsonl: try Output.jsonl(found.quotes)
    case .csv: try Output.rows(rows(found.quotes), versionFields, list)
    case .table: for one in found.quotes { try show(one, list.wording) }
    }
  }

  private static func show(_ one: QuoteComparison, _ wording: Wording) throws(OutputError) {
    let fullest = one.versions[one.fullest].quote
    let outlets = Set(one.versions.map { $0.quote.outlet ?? $0.quote.article }).count
    let counts = [wording.tally(one.versions.count, "version"), wording.tally(outlets, "outlet")]
    try StandardOutput.print("\(fullest.speaker)  \(counts.joined(separator: wording.comma))")
    for version in one.versions {
      let quote = version.quote
      let head = [
        quote.published.map(wording.day), quote.outlet ?? quote.article,
        quote.speaker == fullest.speaker ? nil : "\(wording(.called)) \(quote.speaker)",
        quote.via.map { "\(wording(.via)) \($0)" },
      ]
      try StandardOutput.print("  \(head.compactMap { $0 }.joined(separator: "  "))")
      try StandardOutput.print("    \(words(quote))")
      if !version.leftOut.isEmpty {
        try StandardOutput.print("    \(wording(.leavesOut)): \(version.leftOut.joined(separator: " … "))")
      }
    }
  }

  private struct Row {
    var statement: Int
    var version: QuoteComparison.Version
  }

  private static func rows(_ found: [QuoteComparison]) -> [Row] {
    found.enumerated().flatMap { number, one in one.versions.map { Row(statement: number + 1, version: $0) } }
  }

  private static let versionFields: [Column<Row>] = [
    Column("statement") { String($0.statement) }, Column("speaker") { $0.version.quote.speaker },
    Column("kind") { $0.version.quote.kind }, Column("text") { $0.version.quote.text },
    Column("left_out") { $0.version.leftOut.joined(separator: " | ") }, Column("via") { $0.version.quote.via },
    Column("article") { $0.version.quote.article }, Column("outlet") { $0.version.quote.outlet },
    Column("published") { $0.version.quote.published },
  ]
}
