import Mahdar
import MahdarReaders

/// An article with what the engine read off it, as rows: made by the workers, written by the writer.
public struct ReadArticle: Sendable {
  var article: Article
  let hash: ContentHash
  /// The claims made ready for linking, in their order.
  let profiles: [ClaimProfile]
  let statements: [StatementRow]
  let people: [PersonRow]
  /// Whether it is the article of its id with a fuller text.
  private(set) var isFuller = false
  /// Where it was read; told by whoever had it read.
  var place = InputPlace()

  /// Makes it the article of another id, of which it has a fuller text.
  mutating func isFuller(than id: String) {
    article.id = id
    isFuller = true
  }

  var byteCount: Int { article.text.utf8.count + (article.title?.utf8.count ?? 0) }

  struct StatementRow: Sendable {
    var kind: StatementKind
    var span: TextSpan
    var speaker: String
    var speakerKind: SpeakerKind
    var known: String?
    var via: String?
    var cue: TextSpan
    var rule: String
  }

  struct PersonRow: Sendable {
    var name: String
    var side: String?
    var office: String?
    var known: String?
    var label: String?
    var spans: String
  }

  /// - Parameter hash: that of the article.
  init(_ analysis: Analysis, _ pipeline: Pipeline, _ hash: ContentHash) {
    article = analysis.article
    self.hash = hash
    profiles = pipeline.profiles(analysis.claims)
    statements = analysis.statements.filter { !$0.span.isEmpty }.map { statement in
      let chain = statement.chain.flatMap { analysis.chains.indices.contains($0) ? analysis.chains[$0] : nil }
      return StatementRow(
        kind: statement.kind, span: statement.span, speaker: analysis.text(analysis.speaker(of: statement)),
        speakerKind: statement.speakerKind, known: chain?.id, via: statement.via.map(analysis.text),
        cue: statement.cue, rule: statement.rule)
    }
    people = analysis.people.map { chain in
      PersonRow(
        name: analysis.text(chain.name), side: chain.side, office: chain.office.map(analysis.text), known: chain.id,
        label: chain.label,
        spans: Self.spans(
          chain.mentions.compactMap { analysis.mentions.indices.contains($0) ? analysis.mentions[$0].name : nil }))
    }
  }

  /// Spans as JSON: `[[12,30],[80,95]]`.
  static func spans(_ spans: [TextSpan]) -> String {
    var text = "["
    for span in spans {
      if text.utf8.count > 1 { text += "," }
      text += "[\(span.start),\(span.end)]"
    }
    return text + "]"
  }
}

extension ContentHash {
  /// Of all that the reading of an article depends on, and of what is shown with it.
  init(of article: Article) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(article.text.utf8.count + 512)
    for field in [article.title, article.published, article.outlet, article.url] {
      bytes.append(contentsOf: (field ?? "").utf8)
      bytes.append(0)
    }
    bytes.append(contentsOf: article.text.utf8)
    self.init(bytes)
  }
}
